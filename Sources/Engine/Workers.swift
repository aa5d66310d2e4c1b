internal import CThreads
internal import Trust
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A process-wide pool of threads, one a core, for what would hold up an event loop.
package final class Workers: Sendable {
    package static let shared = Workers()

    private let queue = Gate<[@Sendable () -> Void]>([])

    private init() {
        let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        for _ in 0..<cores {
            let own = unsafe Unmanaged.passUnretained(self).toOpaque()
            let failure = unsafe mp_thread_start(
                { context in
                    guard let context = unsafe context else { return }
                    unsafe Unmanaged<Workers>.fromOpaque(context).takeUnretainedValue().run()
                }, own, "mock-worker")
            precondition(failure == 0, "no thread for a worker")
        }
    }

    package func post(_ work: @escaping @Sendable () -> Void) {
        queue.change { $0.append(work) }
    }

    private func run() {
        while true {
            let work = queue.wait { $0.isEmpty ? nil : $0.removeFirst() }
            work()
        }
    }
}
