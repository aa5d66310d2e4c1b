// SPDX-License-Identifier: Apache-2.0

internal import CThreads

/// A place to run recursive work: the caller's stack may be small.
package enum DeepStack {
    /// The bytes of stack that must be left: the limits on nesting need half of it in a debug build.
    private static let needed = 5 * 1024 * 1024

    /// Returns the result of `work`, run on this thread if enough of its stack is left, otherwise on a thread of its
    /// own.
    package static func run<Value, Failure>(_ work: () throws(Failure) -> Value) throws(Failure) -> Value {
        guard mp_stack_left() < needed else { return try work() }
        var outcome: Result<Value, Failure>?
        elsewhere {
            do throws(Failure) { outcome = .success(try work()) } catch { outcome = .failure(error) }
        }
        // Without a thread, try it here: most input has little nesting.
        guard let outcome else { return try work() }
        return try outcome.get()
    }

    private static func elsewhere(_ work: () -> Void) {
        withoutActuallyEscaping(work) { work in
            let own = Work(work)
            let context = unsafe Unmanaged.passUnretained(own).toOpaque()
            _ = unsafe mp_run_on_deep_stack(
                { context in
                    guard let context = unsafe context else { return }
                    unsafe Unmanaged<Work>.fromOpaque(context).takeUnretainedValue().run()
                }, context)
            withExtendedLifetime(own) {}
        }
    }

    private final class Work {
        let run: () -> Void

        init(_ run: @escaping () -> Void) { self.run = run }
    }
}
