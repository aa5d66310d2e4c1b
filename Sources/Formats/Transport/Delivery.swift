// SPDX-License-Identifier: Apache-2.0

/// The bytes of a response on their way to the client: what is sent, how fast, and what comes after the last of them.
package struct Delivery: Sendable {
    /// What the server does after the last byte.
    package enum Ending: Sendable {
        /// It serves the next request of the connection.
        case next
        case close
        /// Nothing: the connection stays until the client leaves.
        case stall
        case reset
    }

    /// Where a response stops.
    package enum Point: Sendable {
        /// Before its first byte.
        case head
        /// Inside its body: after half of it.
        case body
        /// Before its last byte; a reset comes after it.
        case end
    }

    package var bytes: [UInt8]
    /// How many of them are the head, with its empty line.
    package let headLength: Int
    /// Of wall time; `nil`: as fast as it goes.
    package var bytesPerSecond: Int?
    package var ending: Ending

    package init(_ bytes: [UInt8], ending: Ending) {
        self.bytes = bytes
        self.ending = ending
        let mark = Array("\r\n\r\n".utf8)
        let index = bytes.indices.first { bytes[$0] == 13 && bytes[$0...].starts(with: mark) }
        headLength = index.map { $0 + mark.count } ?? bytes.count
    }

    /// Stops it there, and ends it so.
    package mutating func stop(at point: Point, with ending: Ending) {
        let kept =
            switch point {
            case .head: 0
            case .body: headLength + (bytes.count - headLength) / 2
            case .end: ending == .reset ? bytes.count : bytes.count - 1
            }
        bytes.removeLast(bytes.count - kept)
        self.ending = ending
    }
}
