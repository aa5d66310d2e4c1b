// SPDX-License-Identifier: Apache-2.0

package import Engine
package import Facts
package import Formats
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
    /// What the milliseconds of a clock that replicas share are ahead of this machine's monotonic ones; `nil`: it is shared
    /// with nobody.
    private var lead: Int64?
    /// The moment at which what is done now is done at every replica.
    private var pinned: Int64?
    /// The last such moment: nothing is earlier.
    private var floor = Int64.min
    /// Wakes who waits for the clock, whenever it was moved, stopped or let go.
    package let changes = ChangeNotifier()

    /// Creates a clock that starts at `start`; `nil` is the machine's time.
    package init(start: Instant?) {
        self.start = start ?? Clock.wall
        began = MonotonicClock.milliseconds
    }

    package var now: Instant {
        frozenAt ?? start.advanced(milliseconds: base - began)
    }

    /// The milliseconds that the clock counts.
    package var base: Int64 {
        guard let lead else { return MonotonicClock.milliseconds }
        return pinned ?? max(MonotonicClock.milliseconds + lead, floor)
    }

    /// Creates a clock that replicas share, which counts the milliseconds since 1970 by a machine elsewhere and began at one
    /// of them.
    ///
    /// - Parameters:
    ///   - start: What it shows at its beginning; `nil` is the time there.
    ///   - began: The beginning.
    ///   - lead: What the milliseconds there are ahead of this machine's monotonic ones.
    package init(start: Instant?, began: Int64, lead: Int64) {
        self.start = start ?? Instant(milliseconds: began)
        (self.began, self.lead, floor) = (began, lead, began)
    }

    /// Returns a clock that begins now, as this one is shared or not.
    package func restarted(at start: Instant?) -> Clock {
        guard let lead else { return Clock(start: start) }
        var fresh = Clock(start: start, began: base, lead: lead)
        fresh.pinned = pinned
        return fresh
    }

    /// Has what follows happen at one moment, until `release`.
    package mutating func pin(at moment: Int64) {
        floor = max(floor, moment)
        pinned = floor
    }

    package mutating func release() { pinned = nil }

    /// What is equal in clocks that show the same, now and later.
    package var settings: [Int64?] { [start.milliseconds, began, frozenAt?.milliseconds] }

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
            (start, began) = (now, base)
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

/// The written form of a clock that replicas share.
extension Clock {
    package func write(to writer: inout RecordWriter) {
        writer.put(start.milliseconds)
        writer.put(began)
        writer.put(frozenAt?.milliseconds) { $0.put($1) }
        writer.put(floor)
    }

    /// Shows what was written, by the same milliseconds as before.
    package mutating func read(from reader: inout RecordReader) throws(RecordReader.Broken) {
        (start, began) = (Instant(milliseconds: try reader.signed()), try reader.signed())
        let frozen = try reader.optional { reader throws(RecordReader.Broken) in try reader.signed() }
        frozenAt = frozen.map { Instant(milliseconds: $0) }
        floor = max(floor, try reader.signed())
        changes.notify()
    }
}
