// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The signals that end the command normally. All threads block them, and the main thread waits for them.
enum Signals {
    private static let ending: [Int32] = [SIGINT, SIGTERM, SIGHUP]

    private static var set: sigset_t {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        for signal in ending { unsafe sigaddset(&set, signal) }
        return set
    }

    /// Blocks the signals. Call this before any thread is started.
    static func block() {
        var wanted = set
        unsafe pthread_sigmask(SIG_BLOCK, &wanted, nil)
        signal(SIGPIPE, SIG_IGN)
    }

    /// Waits at most this many milliseconds and returns whether a signal arrived.
    static func came(within milliseconds: UInt32) -> Bool {
        usleep(milliseconds * 1000)
        var pending = sigset_t()
        unsafe sigpending(&pending)
        return ending.contains { unsafe sigismember(&pending, $0) == 1 }
    }

    /// The process that started this one.
    static var parent: Int32 { getppid() }

    static func wait() {
        var wanted = set
        var got: Int32 = 0
        unsafe sigwait(&wanted, &got)
    }
}
