// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The end of a statement's time, by the wall clock.
///
/// It is generous, for a layer may have a million rows and a machine other work; statements run on workers, and nobody
/// waits for them but who asked.
struct Deadline {
    /// The longest time of a statement, in seconds.
    @TaskLocal static var longest = 10.0

    /// The longest time, in words.
    static var wording: String { "\(longest) s" }

    private var end: Double?

    /// Returns whether the time is up. It begins with the first call.
    mutating func isLate() -> Bool {
        let now = Deadline.now
        guard let end else {
            end = now + Deadline.longest
            return false
        }
        return now > end
    }

    private static var now: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
