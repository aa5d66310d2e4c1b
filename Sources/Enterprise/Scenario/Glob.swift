// SPDX-License-Identifier: Apache-2.0

/// A path pattern: `*` matches anything within a segment, `**` across segments.
package struct Glob: Sendable, Hashable {
    package let text: String
    private let pattern: [Part]

    private enum Part: Hashable {
        case byte(UInt8)
        /// Anything except `/`.
        case segment
        case anything
    }

    package init(_ text: String) {
        self.text = text
        var parts: [Part] = []
        for byte in text.utf8 {
            guard byte == UInt8(ascii: "*") else {
                parts.append(.byte(byte))
                continue
            }
            if parts.last == .segment {
                parts[parts.count - 1] = .anything
            } else if parts.last != .anything {
                parts.append(.segment)
            }
        }
        pattern = parts
    }

    /// Returns whether the pattern matches, in at most as many steps as the lengths of pattern and text multiplied.
    package func matches(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        // The positions in the text that a prefix of the pattern can reach.
        var reached = [Bool](repeating: false, count: bytes.count + 1)
        reached[0] = true
        for part in pattern {
            switch part {
            case .byte(let byte):
                for index in stride(from: bytes.count, to: 0, by: -1) {
                    reached[index] = reached[index - 1] && bytes[index - 1] == byte
                }
                reached[0] = false
            case .segment:
                for index in 0..<bytes.count where reached[index] && bytes[index] != UInt8(ascii: "/") {
                    reached[index + 1] = true
                }
            case .anything:
                for index in 0..<bytes.count where reached[index] { reached[index + 1] = true }
            }
        }
        return reached[bytes.count]
    }
}
