// SPDX-License-Identifier: Apache-2.0

/// The place of an entry in the log: the milliseconds since 1970 by the engine, and a number among those of the same
/// one.
package struct LogPosition: Sendable, Hashable, Comparable, CustomStringConvertible {
    package var milliseconds: Int64
    package var number: UInt64

    package init(_ milliseconds: Int64, _ number: UInt64) {
        (self.milliseconds, self.number) = (milliseconds, number)
    }

    package init?(_ text: String) {
        let parts = text.split(separator: "-")
        guard parts.count == 2, let milliseconds = Int64(parts[0]), let number = UInt64(parts[1]) else { return nil }
        self.init(milliseconds, number)
    }

    package var description: String { "\(milliseconds)-\(number)" }

    package static func < (one: LogPosition, other: LogPosition) -> Bool {
        (one.milliseconds, one.number) < (other.milliseconds, other.number)
    }

    /// That of the first entry, which is made once.
    package static let beginning = LogPosition(1, 1)
}

/// An entry of the log.
package struct LogEntry: Sendable, Hashable {
    package var position: LogPosition
    package var bytes: [UInt8]

    package init(_ position: LogPosition, _ bytes: [UInt8]) {
        self.position = position
        self.bytes = bytes
    }
}
