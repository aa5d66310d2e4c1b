// SPDX-License-Identifier: Apache-2.0

/// A writer of JSON that matches ArcGIS byte for byte.
package enum JSONWriter {
    /// Whose hand it is: what is escaped, and how `f=pjson` lays it out
    /// (docs/reference/http.md#rules-of-every-resource).
    package enum Style: Sendable {
        /// Servers: `<\/`; indented by one space per level, `"key": value`, one element per line.
        case server
        /// Servers of the first Java release: an empty array takes two lines (captured, geocoder's esri_no_results).
        case firstServer
        /// Servers before 10.1, with `pretty=true`: `"key" : value`, two spaces, and an array of numbers on one line.
        case early
        /// ArcGIS Online: `\u003c` and `\u003e`; `"key" : value` and two spaces.
        case hosted

        var indent: Int { self == .server || self == .firstServer ? 1 : 2 }
        var colon: String { self == .server || self == .firstServer ? ": " : " : " }
    }

    /// Returns compact JSON, as `f=json` does.
    package static func json(_ json: JSON, style: Style = .server) -> [UInt8] {
        var out: [UInt8] = []
        // The journal keeps what is written, and most answers are small.
        out.reserveCapacity(256)
        write(json, to: &out, style)
        return out
    }

    /// Appends compact JSON.
    package static func append(_ json: JSON, style: Style, to out: inout [UInt8]) { write(json, to: &out, style) }

    /// Appends a further member to an object that has some, preceded by a comma.
    package static func append(_ member: JSON.Member, style: Style, to out: inout [UInt8]) {
        out.append(UInt8(ascii: ","))
        write(member.name, to: &out, style)
        out.append(UInt8(ascii: ":"))
        write(member.value, to: &out, style)
    }

    /// Returns indented JSON, as `f=pjson` does.
    package static func pjson(_ json: JSON, style: Style = .server) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(512)
        write(json, to: &out, style, level: 0)
        return out
    }

    /// Returns `cb({…});`, or `nil` if the callback is not a plain name. Names may have dots: esri-leaflet's do.
    package static func jsonp(_ json: JSON, callback: String, style: Style = .server) -> [UInt8]? {
        jsonp(written: self.json(json, style: style), callback: callback)
    }

    /// Returns JSONP around JSON that is already written.
    package static func jsonp(written json: [UInt8], callback: String) -> [UInt8]? {
        let isName = callback.utf8.allSatisfy {
            ASCII.isLetter($0) || ASCII.isDigit($0) || [36, 46, 91, 93, 95].contains($0)
        }
        guard !callback.isEmpty, callback.utf8.count <= 256, isName else { return nil }
        return Array(callback.utf8) + [UInt8(ascii: "(")] + json + [UInt8(ascii: ")"), UInt8(ascii: ";")]
    }

    private static func write(_ json: JSON, to out: inout [UInt8], _ style: Style) {
        switch json {
        case .array(let elements):
            out.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                write(element, to: &out, style)
            }
            out.append(UInt8(ascii: "]"))
        case .object(let members):
            out.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                write(member.name, to: &out, style)
                out.append(UInt8(ascii: ":"))
                write(member.value, to: &out, style)
            }
            out.append(UInt8(ascii: "}"))
        default: scalar(json, to: &out, style)
        }
    }

    private static func write(_ json: JSON, to out: inout [UInt8], _ style: Style, level: Int) {
        switch json {
        case .array(let elements) where style == .early && !elements.isEmpty && elements.allSatisfy(isNumber):
            out.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { out += ", ".utf8 }
                scalar(element, to: &out, style)
            }
            out.append(UInt8(ascii: "]"))
        case .array(let elements) where elements.isEmpty && style == .firstServer:
            out.append(UInt8(ascii: "["))
            line(0, style.indent * (level + 1), &out)
            out.append(UInt8(ascii: "]"))
        case .array(let elements) where !elements.isEmpty:
            out.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                line(index, style.indent * (level + 1), &out)
                write(element, to: &out, style, level: level + 1)
            }
            line(0, style.indent * level, &out)
            out.append(UInt8(ascii: "]"))
        case .object(let members) where !members.isEmpty:
            out.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                line(index, style.indent * (level + 1), &out)
                write(member.name, to: &out, style)
                out += style.colon.utf8
                write(member.value, to: &out, style, level: level + 1)
            }
            line(0, style.indent * level, &out)
            out.append(UInt8(ascii: "}"))
        default: write(json, to: &out, style)
        }
    }

    private static func isNumber(_ json: JSON) -> Bool {
        if case .number = json { true } else { false }
    }

    private static func line(_ index: Int, _ indent: Int, _ out: inout [UInt8]) {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        out.append(10)
        for _ in 0..<indent { out.append(32) }
    }

    private static func scalar(_ json: JSON, to out: inout [UInt8], _ style: Style) {
        switch json {
        case .bool(let truth): out.append(text: truth ? "true" : "false")
        case .number(let spelling): out.append(text: spelling)
        case .string(let text): write(text, to: &out, style)
        default: out.append(text: "null")
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        // Few comparisons for letters and digits, which most bytes are. A slash is special only after `<`, which is.
        byte < 63
            ? byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
            : byte == UInt8(ascii: "\\")
    }

    private static func mayHaveSpecial(_ word: UInt64) -> Bool {
        EightBytes.haveOne(below: 32, word) || EightBytes.have(UInt8(ascii: "\""), word)
            // `<` is `>` but for one bit.
            || EightBytes.have(UInt8(ascii: ">"), EightBytes.joined(word, by: 2))
            || EightBytes.have(UInt8(ascii: "\\"), word)
    }

    /// Escapes quotes, backslashes and control characters, and either the slash of `</`, as the Java server does, or
    /// all `<` and `>`.
    private static func write(_ text: String, to out: inout [UInt8], _ style: Style) {
        out.append(UInt8(ascii: "\""))
        // Most strings need no escape; copy them in one piece.
        let bytes = text.utf8.span
        if bytes.index(of: isSpecial, in: mayHaveSpecial, 0..<bytes.count) == bytes.count {
            out.append(text: text)
            out.append(UInt8(ascii: "\""))
            return
        }
        var last: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                out.append(UInt8(ascii: "\\"))
                out.append(byte)
            case UInt8(ascii: "<") where style == .hosted: out += "\\u003c".utf8
            case UInt8(ascii: ">") where style == .hosted: out += "\\u003e".utf8
            case UInt8(ascii: "/") where last == UInt8(ascii: "<") && style != .hosted:
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
