// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The buffer to which cairo writes a page.
final class CairoOutput {
    private let paper: Canvas.Paper
    private let now: Instant
    var bytes: [UInt8] = []

    init(_ paper: Canvas.Paper, at now: Instant) { (self.paper, self.now) = (paper, now) }

    /// The file, identical for identical maps: without what cairo takes from the machine and the process.
    var file: [UInt8] {
        switch paper {
        case .pdf: bytes
        case .svg: CairoOutput.renumbered(bytes)
        case .ps: dated
        }
    }

    /// The PostScript file with a fixed date: it contains its creation date, which cairo does not let us set.
    private var dated: [UInt8] {
        let name = Array("%%CreationDate: ".utf8)
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        if let index = lines.firstIndex(where: { $0.starts(with: name) }) {
            lines[index] = (name + Array(ISO8601.format(now).utf8))[...]
        }
        return Array(lines.joined(separator: [10]))
    }

    /// Returns an SVG with its ids renumbered. cairo numbers parts such as `surface21` and `image21` through the
    /// lifetime of the process; here they count within the file.
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
