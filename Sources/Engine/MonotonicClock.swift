// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A monotonic clock for time-outs and timings. It does not tell the time of day.
package enum MonotonicClock {
    package static var nanoseconds: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    package static var milliseconds: Int64 { nanoseconds / 1_000_000 }

    /// The milliseconds as of the kernel's last tick, up to 10 behind: enough for the time-outs that each request sets,
    /// and a fraction of the cost.
    static var coarseMilliseconds: Int64 {
        #if canImport(Glibc)
            var time = timespec()
            unsafe clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
            return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
        #else
            milliseconds
        #endif
    }
}
