/// Writes JSON as ArcGIS does, byte for byte.
package enum JSONWriter {
    /// `f=json`: no blanks.
    package static func json(_ json: JSON) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(1000)
        write(json, to: &out)
        return out
    }

    /// How `f=pjson` lays out what it writes (services-reference 0.16).
    package enum Style: Sendable {
        /// One blank of indent a level, `"key": value`, an element a line.
        case server
        /// `"key" : value` and two blanks: servers before 10.1 with `pretty=true`, and hosted services.
        case spaced

        var indent: Int { self == .server ? 1 : 2 }
        var colon: String { self == .server ? ": " : " : " }
    }

    /// `f=pjson`.
    package static func pjson(_ json: JSON, style: Style = .server) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(512)
        write(json, to: &out, style, level: 0)
        return out
    }

    /// `cb({…});`; `nil` if the name could be anything but a name: esri-leaflet's has dots.
    package static func jsonp(_ json: JSON, callback: String) -> [UInt8]? {
        let isName = callback.utf8.allSatisfy {
            ASCII.isLetter($0) || ASCII.isDigit($0) || [36, 46, 91, 93, 95].contains($0)
        }
        guard !callback.isEmpty, callback.utf8.count <= 256, isName else { return nil }
        var out = Array(callback.utf8) + [UInt8(ascii: "(")]
        write(json, to: &out)
        out += [UInt8(ascii: ")"), UInt8(ascii: ";")]
        return out
    }

    private static func write(_ json: JSON, to out: inout [UInt8]) {
        switch json {
        case .array(let elements):
            out.append(UInt8(ascii: "["))
            for (place, element) in elements.enumerated() {
                if place > 0 { out.append(UInt8(ascii: ",")) }
                write(element, to: &out)
            }
            out.append(UInt8(ascii: "]"))
        case .object(let members):
            out.append(UInt8(ascii: "{"))
            for (place, member) in members.enumerated() {
                if place > 0 { out.append(UInt8(ascii: ",")) }
                write(member.name, to: &out)
                out.append(UInt8(ascii: ":"))
                write(member.value, to: &out)
            }
            out.append(UInt8(ascii: "}"))
        default: scalar(json, to: &out)
        }
    }

    private static func write(_ json: JSON, to out: inout [UInt8], _ style: Style, level: Int) {
        switch json {
        case .array(let elements) where !elements.isEmpty:
            out.append(UInt8(ascii: "["))
            for (place, element) in elements.enumerated() {
                line(place, style.indent * (level + 1), &out)
                write(element, to: &out, style, level: level + 1)
            }
            line(0, style.indent * level, &out)
            out.append(UInt8(ascii: "]"))
        case .object(let members) where !members.isEmpty:
            out.append(UInt8(ascii: "{"))
            for (place, member) in members.enumerated() {
                line(place, style.indent * (level + 1), &out)
                write(member.name, to: &out)
                out += style.colon.utf8
                write(member.value, to: &out, style, level: level + 1)
            }
            line(0, style.indent * level, &out)
            out.append(UInt8(ascii: "}"))
        default: write(json, to: &out)
        }
    }

    private static func line(_ place: Int, _ indent: Int, _ out: inout [UInt8]) {
        if place > 0 { out.append(UInt8(ascii: ",")) }
        out.append(10)
        for _ in 0..<indent { out.append(32) }
    }

    private static func scalar(_ json: JSON, to out: inout [UInt8]) {
        switch json {
        case .bool(let truth): out += truth ? "true".utf8 : "false".utf8
        case .number(let spelling): out += spelling.utf8
        case .string(let text): write(text, to: &out)
        default: out += "null".utf8
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        // Two comparisons for letters and digits, which most bytes are.
        byte < 48
            ? byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "/") : byte == UInt8(ascii: "\\")
    }

    /// Quotes, backslashes and controls are escaped, and of `</` the slash, as the Java server does (0.17).
    private static func write(_ text: String, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        // Most texts need no escape: they are taken in one go, and looked through where they lie.
        let start = out.count
        out.append(contentsOf: text.utf8)
        var at = start
        while at < out.count, !isSpecial(out[at]) { at += 1 }
        if at == out.count {
            out.append(UInt8(ascii: "\""))
            return
        }
        out.removeLast(out.count - start)
        var last: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                out.append(UInt8(ascii: "\\"))
                out.append(byte)
            case UInt8(ascii: "/") where last == UInt8(ascii: "<"):
                out.append(UInt8(ascii: "\\"))
                out.append(byte)
            case 10: out += "\\n".utf8
            case 13: out += "\\r".utf8
            case 9: out += "\\t".utf8
            case 8: out += "\\b".utf8
            case 12: out += "\\f".utf8
            case 0..<32: out += "\\u00".utf8 + [Hex.digit(byte >> 4), Hex.digit(byte & 15)]
            default: out.append(byte)
            }
            last = byte
        }
        out.append(UInt8(ascii: "\""))
    }
}
