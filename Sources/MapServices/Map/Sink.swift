import Facts
import Formats

/// What cairo writes a page into.
final class Sink {
    private let paper: Canvas.Paper
    private let now: Instant
    var bytes: [UInt8] = []

    init(_ paper: Canvas.Paper, at now: Instant) { (self.paper, self.now) = (paper, now) }

    /// The file, the same for the same map: without what cairo takes from the machine and from the process.
    var file: [UInt8] {
        switch paper {
        case .pdf: bytes
        case .svg: Sink.renumbered(bytes)
        case .ps: dated
        }
    }

    /// PostScript says when it was made, and cairo cannot be told.
    private var dated: [UInt8] {
        let name = Array("%%CreationDate: ".utf8)
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        if let place = lines.firstIndex(where: { $0.starts(with: name) }) {
            lines[place] = (name + Array(ISO8601.format(now).utf8))[...]
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
        var place = 0
        while place < bytes.count {
            let before = place > 0 ? bytes[place - 1] : 0
            let isStart = before == UInt8(ascii: "#") || before == UInt8(ascii: "\"")
            guard isStart, let name = names.first(where: { bytes[place...].starts(with: $0) }) else {
                out.append(bytes[place])
                place += 1
                continue
            }
            let digits = bytes[(place + name.count)...].prefix { (48...57).contains($0) }
            out += name
            if !digits.isEmpty {
                let number = numbers[Array(digits)] ?? numbers.count
                numbers[Array(digits)] = number
                out += Array(String(number).utf8)
            }
            place += name.count + digits.count
        }
        return out
    }
}
