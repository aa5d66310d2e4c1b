// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// When a statement has to be done, in processor time of its thread: a busy machine must not make it fail.
///
/// Asking for a thread's time is a system call, asking for the wall's is not; and no thread's clock runs faster than the
/// wall. So the first is asked only when the wall's time is up.
struct Deadline {
    /// What a statement may use of the processor, in seconds; what is asked from outside must not hold a thread for long.
    static let longest = 0.4

    private var isBegun = false
    private var wall = 0.0
    private var thread = 0.0

    /// Begins with the second look: look-ups in an index are done before there is one.
    mutating func isLate() -> Bool {
        guard isBegun else {
            isBegun = true
            return false
        }
        let now = Deadline.time(CLOCK_MONOTONIC)
        if wall == 0 {
            (wall, thread) = (now + Deadline.longest, Deadline.time(CLOCK_THREAD_CPUTIME_ID) + Deadline.longest)
            return false
        }
        guard now > wall else { return false }
        let used = Deadline.time(CLOCK_THREAD_CPUTIME_ID)
        // What is left of the thread's time is the least that the wall's takes.
        wall = now + max(0, thread - used)
        return used > thread
    }

    private static func time(_ clock: clockid_t) -> Double {
        var time = timespec()
        unsafe clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
