// SPDX-License-Identifier: Apache-2.0

/// The delivery of a response's bytes to the client: which are sent, how fast, and what follows the last of them.
package struct Delivery: Sendable {
    /// The server's action after the last byte.
    package enum Ending: Sendable {
        /// Serves the next request of the connection.
        case next
        case close
        /// Does nothing: the connection stays open until the client closes it.
        case stall
        case reset
    }

    /// The point where a response stops.
    package enum Point: Sendable {
        /// Before its first byte.
        case head
        /// After half of its body.
        case body
        /// Before its last byte; a reset comes after the last byte.
        case end
    }

    package var bytes: [UInt8]
    /// The length of the head, including the empty line.
    package let headLength: Int
    /// The rate in wall time; `nil` is unlimited.
    package var bytesPerSecond: Int?
    package var ending: Ending

    package init(_ bytes: [UInt8], ending: Ending) {
        self.bytes = bytes
        self.ending = ending
        let mark = Array("\r\n\r\n".utf8)
        let index = bytes.indices.first { bytes[$0] == 13 && bytes[$0...].starts(with: mark) }
        headLength = index.map { $0 + mark.count } ?? bytes.count
    }

    /// Stops the delivery at a point with the given ending.
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
