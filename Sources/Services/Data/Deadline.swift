// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The deadline of a statement, in processor time of its thread, so that a busy machine does not make it fail.
///
/// Reading a thread's time is a system call; reading the wall clock is not, and no thread's time exceeds it. So the
/// thread's time is read only once the wall time is up.
struct Deadline {
    /// The processor time of a statement, in seconds. A request must not block a thread for long.
    static let longest = 0.4

    private var isBegun = false
    private var wall = 0.0
    private var thread = 0.0

    /// Returns whether the time is up. Time starts at the second call: index look-ups are finished before that.
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
        // The rest of the thread's time takes at least as long on the wall clock.
        wall = now + max(0, thread - used)
        return used > thread
    }

    private static func time(_ clock: clockid_t) -> Double {
        var time = timespec()
        unsafe clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
