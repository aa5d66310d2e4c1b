// SPDX-License-Identifier: Apache-2.0

internal import CThreads

/// A thread for work that lasts as long as what it serves, and waits most of the time.
package enum OwnThread {
    private final class Work: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Runs `body` on a thread of its own; returns `false` if there is none. The thread ends with `body`.
    package static func start(_ name: String, _ body: @escaping @Sendable () -> Void) -> Bool {
        let own = unsafe Unmanaged.passRetained(Work(body))
        let failure = unsafe mp_thread_start(
            { context in
                guard let context = unsafe context else { return }
                let work = unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue()
                work.run()
            }, own.toOpaque(), name)
        if failure != 0 { unsafe own.release() }
        return failure == 0
    }
}
