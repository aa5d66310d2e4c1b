// SPDX-License-Identifier: Apache-2.0

/// A point in time, in milliseconds since 1970-01-01T00:00:00Z, as in Esri's `expires`.
package struct Instant: Sendable, Hashable, Comparable, Codable {
    /// The milliseconds since 1970 in UTC.
    package var milliseconds: Int64

    /// Creates an instant from milliseconds since 1970.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Returns whether the first instant is earlier.
    package static func < (one: Instant, other: Instant) -> Bool { one.milliseconds < other.milliseconds }

    /// Returns the instant this many milliseconds later; the last or the first one, where there is none as late or early.
    package func advanced(milliseconds: Int64) -> Instant {
        let (sum, overflows) = self.milliseconds.addingReportingOverflow(milliseconds)
        return Instant(milliseconds: overflows ? (milliseconds > 0 ? .max : .min) : sum)
    }
    /// Returns the instant this many minutes later, likewise.
    package func advanced(minutes: Int64) -> Instant { advanced(minutes, of: 60_000) }
    /// Returns the instant this many days later, likewise.
    package func advanced(days: Int) -> Instant { advanced(Int64(days), of: 86_400_000) }

    private func advanced(_ count: Int64, of unit: Int64) -> Instant {
        let (time, overflows) = count.multipliedReportingOverflow(by: unit)
        return advanced(milliseconds: overflows ? (count > 0 ? .max : .min) : time)
    }
}
