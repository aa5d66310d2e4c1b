// SPDX-License-Identifier: Apache-2.0

package import Engine
package import Facts
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The deployment's clock: it starts where the scenario says, runs at the wall's rate, and moves when a test moves it.
package struct Clock: Sendable {
    private var start: Instant
    private var began: Int64
    private var frozenAt: Instant?
    /// Wakes who waits for the clock, whenever it was moved, stopped or let go.
    package let changes = ChangeNotifier()

    /// Creates a clock that starts at `start`; `nil` is the machine's time.
    package init(start: Instant?) {
        self.start = start ?? Clock.wall
        began = MonotonicClock.milliseconds
    }

    package var now: Instant {
        frozenAt ?? start.advanced(milliseconds: MonotonicClock.milliseconds - began)
    }

    /// Milliseconds of wall time until it shows `instant`: 0 if it does, or has; `nil` while it stands before it.
    package func remaining(until instant: Instant) -> Int64? {
        let remaining = max(0, instant.milliseconds - now.milliseconds)
        return remaining > 0 && isFrozen ? nil : remaining
    }

    package mutating func advance(milliseconds: Int64) {
        defer { changes.notify() }
        if let frozenAt {
            self.frozenAt = frozenAt.advanced(milliseconds: milliseconds)
        } else {
            start = start.advanced(milliseconds: milliseconds)
        }
    }

    package mutating func set(_ instant: Instant) {
        advance(milliseconds: instant.milliseconds - now.milliseconds)
    }

    package var isFrozen: Bool {
        get { frozenAt != nil }
        set {
            let now = self.now
            (start, began) = (now, MonotonicClock.milliseconds)
            frozenAt = newValue ? now : nil
            changes.notify()
        }
    }

    private static var wall: Instant {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
