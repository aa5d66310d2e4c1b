// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

/// A state at a place in a log, kept beside it: whoever has it needs no entry before that place.
package struct LogSnapshot: Sendable, Hashable {
    /// The first entry of the log: of another log, a snapshot is none.
    package var beginning: [UInt8]
    package var place: LogPlace
    package var state: [UInt8]

    package init(beginning: [UInt8], place: LogPlace, state: [UInt8]) {
        (self.beginning, self.place, self.state) = (beginning, place, state)
    }

    /// What stands before a snapshot, so that it can be read alone.
    struct Head: Sendable, Hashable {
        static let size = 72
        private static let mark = Array("mpstate1".utf8)

        /// Entries before this one may be gone.
        var trimmed: LogPosition
        var position: LogPosition
        /// The digest of the log's first entry.
        var beginning: [UInt8]

        var bytes: [UInt8] {
            let numbers = [
                UInt64(bitPattern: trimmed.milliseconds), trimmed.number, UInt64(bitPattern: position.milliseconds),
                position.number,
            ]
            let written = numbers.flatMap { number in
                (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) }
            }
            return Self.mark + written + beginning
        }

        init(trimmed: LogPosition, position: LogPosition, beginning: [UInt8]) {
            (self.trimmed, self.position, self.beginning) = (trimmed, position, beginning)
        }

        /// Reads the head of a snapshot; `nil`: it is none.
        init?(_ bytes: [UInt8]) {
            guard bytes.count >= Self.size, bytes.starts(with: Self.mark) else { return nil }
            func number(_ index: Int) -> UInt64 {
                bytes[(8 + 8 * index)..<(16 + 8 * index)].reduce(0) { $0 << 8 | UInt64($1) }
            }
            trimmed = LogPosition(Int64(bitPattern: number(0)), number(1))
            position = LogPosition(Int64(bitPattern: number(2)), number(3))
            beginning = Array(bytes[40..<Self.size])
        }
    }

    /// Returns the bytes to keep in place of an older snapshot, before which nothing is needed any more.
    func bytes(after older: Head?) -> (bytes: [UInt8], head: Head) {
        let digest = Digest.sha256(beginning)
        let known = older.flatMap { $0.beginning == digest ? $0 : nil }
        let head = Head(
            trimmed: max(known?.trimmed ?? .beginning, known?.position ?? .beginning), position: place.position,
            beginning: digest)
        var writer = RecordWriter()
        writer.put(beginning)
        place.write(to: &writer)
        writer.put(state)
        return (head.bytes + writer.bytes, head)
    }

    init(_ bytes: [UInt8]) throws(RecordReader.Broken) {
        guard Head(bytes) != nil else { throw RecordReader.Broken(description: "it does not begin as a snapshot") }
        var reader = RecordReader(bytes[Head.size...])
        beginning = try reader.blob()
        place = try LogPlace(from: &reader)
        state = try reader.blob()
    }
}
