// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What cairo writes a page into.
final class CairoOutput {
    private let paper: Canvas.Paper
    private let now: Instant
    var bytes: [UInt8] = []

    init(_ paper: Canvas.Paper, at now: Instant) { (self.paper, self.now) = (paper, now) }

    /// The file, the same for the same map: without what cairo takes from the machine and from the process.
    var file: [UInt8] {
        switch paper {
        case .pdf: bytes
        case .svg: CairoOutput.renumbered(bytes)
        case .ps: dated
        }
    }

    /// PostScript says when it was made, and cairo cannot be told.
    private var dated: [UInt8] {
        let name = Array("%%CreationDate: ".utf8)
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        if let index = lines.firstIndex(where: { $0.starts(with: name) }) {
            lines[index] = (name + Array(ISO8601.format(now).utf8))[...]
        }
        return Array(lines.joined(separator: [10]))
    }

    /// Parts of an SVG are called `surface21` and `image21`, by a number that counts through the life of the process:
    /// here by one that counts through the file.
    private static func renumbered(_ bytes: [UInt8]) -> [UInt8] {
        var numbers: [[UInt8]: Int] = [:]
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        let names = [Array("surface".utf8), Array("image".utf8)]
        var index = 0
        while index < bytes.count {
            let before = index > 0 ? bytes[index - 1] : 0
            let isStart = before == UInt8(ascii: "#") || before == UInt8(ascii: "\"")
            guard isStart, let name = names.first(where: { bytes[index...].starts(with: $0) }) else {
                out.append(bytes[index])
                index += 1
                continue
            }
            let digits = bytes[(index + name.count)...].prefix { (48...57).contains($0) }
            out += name
            if !digits.isEmpty {
                let number = numbers[Array(digits)] ?? numbers.count
                numbers[Array(digits)] = number
                out += Array(String(number).utf8)
            }
            index += name.count + digits.count
        }
        return out
    }
}
