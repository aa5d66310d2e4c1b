// SPDX-License-Identifier: Apache-2.0

internal import CThreads
internal import Trust
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Process-wide pools of threads, one per core, for work that would block an event loop.
package final class Workers: Sendable {
    package static let shared = Workers(name: "mock-worker")
    /// The pool for work that waits for servers of this process. In `shared`, such work could wait for itself.
    package static let clients = Workers(name: "mock-client")
    /// The pool for checks of many scenarios, which wait for servers of this process, too, and for long.
    package static let checks = Workers(name: "mock-check")
    /// The pool for what is sent without anybody waiting for it: a receiver that never answers holds up its like alone.
    package static let senders = Workers(name: "mock-sender")
    /// The pool for starting and stopping deployments, which wait for loops and for what `shared` still has to make.
    package static let starters = Workers(name: "mock-starter", count: 8, worksAtLength: false)

    private let queue = ConditionVariable<[@Sendable () -> Void]>([])

    /// Creates a pool with a thread for each core, and no fewer than `count`.
    package init(name: String, count: Int = 3, worksAtLength: Bool = true) {
        // Three at least: one may wait for what another does, as a portal for an identity provider of this process, and a
        // check that was asked for waits for both.
        let cores = max(count, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        for _ in 0..<cores {
            let isStarted = OwnThread.start(name) { [self] in
                // The loop has small answers for others, and does not wait behind a worker that wakes.
                if worksAtLength { mp_thread_works_at_length() }
                run()
            }
            precondition(isStarted, "no thread for a worker")
        }
    }

    package func post(_ work: @escaping @Sendable () -> Void) {
        queue.change { $0.append(work) }
    }

    /// Runs `work` for each number and passes the results to `told` in order, each as soon as all before it are
    /// available.
    package func each<Result: Sendable>(
        _ count: Int, _ work: @escaping @Sendable (Int) -> Result, told: (Result) -> Void
    ) {
        let done = ConditionVariable<[Int: Result]>([:])
        for number in 0..<count {
            post {
                let result = work(number)
                done.change { $0[number] = result }
            }
        }
        for number in 0..<count { told(done.wait { $0.removeValue(forKey: number) }) }
    }

    /// Runs `work` beside the tasks, none of whose threads waits for it, and returns what it made.
    package func made<Made: Sendable>(_ work: @escaping @Sendable () -> Made) async -> Made {
        // Handed over under a lock: the thread sanitizer does not see how a continuation orders what was made.
        let made = Lock<Made?>(nil)
        await withCheckedContinuation { continuation in
            post {
                let result = work()
                made.withLock { $0 = result }
                continuation.resume()
            }
        }
        guard let result = made.withLock({ $0 }) else { preconditionFailure("a continuation without its work") }
        return result
    }

    private func run() {
        while true {
            let work = queue.wait { $0.isEmpty ? nil : $0.removeFirst() }
            work()
        }
    }
}
