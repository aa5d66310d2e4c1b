// SPDX-License-Identifier: Apache-2.0

/// A moment, in milliseconds since 1970-01-01T00:00:00Z: what Esri's `expires` counts.
public struct Instant: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970, UTC.
    public var milliseconds: Int64

    /// Makes a moment from milliseconds since 1970.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Earlier is less.
    public static func < (one: Instant, other: Instant) -> Bool { one.milliseconds < other.milliseconds }

    /// The moment so many milliseconds later.
    public func advanced(milliseconds: Int64) -> Instant { Instant(milliseconds: self.milliseconds + milliseconds) }
    /// The moment so many minutes later.
    public func advanced(minutes: Int64) -> Instant { advanced(milliseconds: minutes * 60_000) }
}
