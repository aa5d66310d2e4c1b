package import Facts

/// Reads JSON5 into nodes that know their line and column; what is wrong becomes a finding that says where.
package struct JSON5Reader: Sendable {
    package enum Dialect: Sendable {
        case json, json5
    }

    package private(set) var findings: [Finding] = []
    let bytes: [UInt8]
    let file: String
    let dialect: Dialect
    var at = 0
    private var line = 1
    private var lineStart = 0
    private var depth = 0

    package init(_ bytes: [UInt8], file: String, dialect: Dialect = .json5) {
        self.bytes = bytes
        self.file = file
        self.dialect = dialect
    }

    /// The tree and what is wrong with the text; `nil` if it could not be read to the end.
    package static func read(_ bytes: [UInt8], file: String) -> (Node?, [Finding]) {
        var reader = JSON5Reader(bytes, file: file)
        let node = reader.document()
        return (node, reader.findings)
    }

    mutating func document() -> Node? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            at = 3
            lineStart = 3
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            fail("the file is not UTF-8")
            return nil
        }
        guard skip() else { return nil }
        guard at < bytes.count else {
            fail("the file is empty: expected a value")
            return nil
        }
        guard let node = value(), skip() else { return nil }
        guard at == bytes.count else {
            fail("unexpected \(shown) after the end of the value")
            return nil
        }
        return node
    }

    // MARK: Places and findings

    /// Columns count Unicode scalars, not bytes.
    func position(_ offset: Int? = nil) -> Position {
        let end = min(offset ?? at, bytes.count)
        let scalars = bytes[min(lineStart, end)..<end].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return Position(line: line, column: scalars + 1)
    }

    mutating func fail(_ message: String, at place: Position? = nil, suggestion: String? = nil) {
        findings.append(
            Finding(file: file, position: place ?? position(), message: message, suggestion: suggestion))
    }

    private var shown: String {
        guard at < bytes.count else { return "end of file" }
        let scalar = String(decoding: bytes[at..<min(at + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
        return scalar.map { $0.value < 32 ? "control character" : "'\($0)'" } ?? "byte"
    }

    // MARK: Blanks and comments

    private mutating func newline() {
        line += 1
        lineStart = at
    }

    /// Over blanks and, in JSON5, comments.
    private mutating func skip() -> Bool {
        while at < bytes.count {
            switch bytes[at] {
            case 10:
                at += 1
                newline()
            case 32, 9, 13: at += 1
            case 11 where dialect == .json5, 12 where dialect == .json5: at += 1
            case 0xC2 where dialect == .json5 && at + 1 < bytes.count && bytes[at + 1] == 0xA0: at += 2
            case UInt8(ascii: "/") where dialect == .json5:
                guard comment() else { return false }
            default: return true
            }
        }
        return true
    }

    private mutating func comment() -> Bool {
        let start = position()
        guard at + 1 < bytes.count else {
            fail("unexpected '/'")
            return false
        }
        switch bytes[at + 1] {
        case UInt8(ascii: "/"):
            while at < bytes.count, bytes[at] != 10 { at += 1 }
            return true
        case UInt8(ascii: "*"):
            at += 2
            while at + 1 < bytes.count {
                if bytes[at] == UInt8(ascii: "*"), bytes[at + 1] == UInt8(ascii: "/") {
                    at += 2
                    return true
                }
                at += 1
                if bytes[at - 1] == 10 { newline() }
            }
            fail("this comment is never closed", at: start)
            return false
        default:
            fail("unexpected '/'")
            return false
        }
    }

    // MARK: Values

    private mutating func value() -> Node? {
        let place = position()
        guard at < bytes.count else {
            fail("expected a value, found the end of the file")
            return nil
        }
        switch bytes[at] {
        case UInt8(ascii: "{"): return object(place)
        case UInt8(ascii: "["): return array(place)
        case UInt8(ascii: "\""): return string().map { Node(.string($0), file: file, position: place) }
        case UInt8(ascii: "'") where dialect == .json5:
            return string().map { Node(.string($0), file: file, position: place) }
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return number(place)
        default: return word(place)
        }
    }

    private mutating func object(_ place: Position) -> Node? {
        guard enter() else { return nil }
        defer { depth -= 1 }
        at += 1
        var members: [Node.Member] = []
        while true {
            guard skip() else { return nil }
            guard at < bytes.count else {
                fail("this object is never closed: expected '}'", at: place)
                return nil
            }
            if bytes[at] == UInt8(ascii: "}"), members.isEmpty || dialect == .json5 {
                at += 1
                return Node(.object(members), file: file, position: place)
            }
            let namePlace = position()
            guard let name = name(), skip() else { return nil }
            guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else {
                fail("expected ':' after the key \"\(name)\", found \(shown)")
                return nil
            }
            at += 1
            guard skip(), let node = value() else { return nil }
            if let first = members.first(where: { $0.name == name }), dialect == .json5 {
                fail("the key \"\(name)\" stands here again; it was given in line \(first.position.line)", at: namePlace)
            }
            members.append(Node.Member(name: name, position: namePlace, node: node))
            guard let goesOn = separator(close: UInt8(ascii: "}"), opened: place, after: "the value of \"\(name)\"") else {
                return nil
            }
            if !goesOn { return Node(.object(members), file: file, position: place) }
        }
    }

    private mutating func array(_ place: Position) -> Node? {
        guard enter() else { return nil }
        defer { depth -= 1 }
        at += 1
        var nodes: [Node] = []
        while true {
            guard skip() else { return nil }
            guard at < bytes.count else {
                fail("this array is never closed: expected ']'", at: place)
                return nil
            }
            if bytes[at] == UInt8(ascii: "]"), nodes.isEmpty || dialect == .json5 {
                at += 1
                return Node(.array(nodes), file: file, position: place)
            }
            guard let node = value() else { return nil }
            nodes.append(node)
            guard let goesOn = separator(close: UInt8(ascii: "]"), opened: place, after: "an element") else { return nil }
            if !goesOn { return Node(.array(nodes), file: file, position: place) }
        }
    }

    private mutating func enter() -> Bool {
        depth += 1
        if depth > 256 { fail("nested deeper than 256") }
        return depth <= 256
    }

    /// After a member or element: a comma (go on), or the end. A missing comma is named where it belongs.
    private mutating func separator(close: UInt8, opened: Position, after what: String) -> Bool? {
        let end = position()
        guard skip() else { return nil }
        guard at < bytes.count else {
            let kind = close == UInt8(ascii: "}") ? "object" : "array"
            fail("this \(kind) is never closed: expected '\(Character(UnicodeScalar(close)))'", at: opened)
            return nil
        }
        if bytes[at] == UInt8(ascii: ",") {
            at += 1
            return true
        }
        if bytes[at] == close {
            at += 1
            return false
        }
        fail("expected ',' or '\(Character(UnicodeScalar(close)))' after \(what), found \(shown)", at: end, suggestion: ",")
        return nil
    }

    private mutating func name() -> String? {
        if bytes[at] == UInt8(ascii: "\"") || (bytes[at] == UInt8(ascii: "'") && dialect == .json5) { return string() }
        guard dialect == .json5 else {
            fail("expected a key in quotes, found \(shown)")
            return nil
        }
        let start = at
        while at < bytes.count, isNameByte(bytes[at], first: at == start) { at += 1 }
        guard at > start else {
            fail("expected a key, found \(shown)")
            return nil
        }
        let name = String(decoding: bytes[start..<at], as: UTF8.self)
        if at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: ".") {
            var end = at
            while end < bytes.count, isNameByte(bytes[end], first: false) || [45, 46].contains(bytes[end]) { end += 1 }
            fail(
                "a key with \(shown) needs quotes", at: position(start),
                suggestion: "'\(String(decoding: bytes[start..<end], as: UTF8.self))'")
            return nil
        }
        return name
    }

    private func isNameByte(_ byte: UInt8, first: Bool) -> Bool {
        ASCII.isLetter(byte) || byte == 95 || byte == 36 || byte >= 0x80 || (!first && ASCII.isDigit(byte))
    }

    private mutating func word(_ place: Position) -> Node? {
        let start = at
        while at < bytes.count, isNameByte(bytes[at], first: at == start) { at += 1 }
        let word = String(decoding: bytes[start..<at], as: UTF8.self)
        switch word {
        case "true": return Node(.bool(true), file: file, position: place)
        case "false": return Node(.bool(false), file: file, position: place)
        case "null": return Node(.null, file: file, position: place)
        case "Infinity" where dialect == .json5, "NaN" where dialect == .json5:
            return Node(.number(word == "NaN" ? "nan" : "inf"), file: file, position: place)
        case "":
            fail("expected a value, found \(shown)")
        default:
            if word.hasPrefix("\u{201C}") || word.hasPrefix("\u{2018}") {
                fail("a typographic quote does not begin a string", at: place, suggestion: "\"")
            } else if let near = ["true", "false", "null"].first(where: { $0 == word.lowercased() }) {
                fail("\(word) is no value", at: place, suggestion: near)
            } else {
                fail("a string needs quotes", at: place, suggestion: "'\(word)'")
            }
        }
        return nil
    }

    private mutating func number(_ place: Position) -> Node? {
        let start = at
        while at < bytes.count, isNameByte(bytes[at], first: false) || [43, 45, 46].contains(bytes[at]) { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil {
            return Node(.number(text), file: file, position: place)
        }
        if dialect == .json5 {
            var plain = text[...]
            let sign = plain.hasPrefix("-") ? "-" : ""
            if plain.hasPrefix("-") || plain.hasPrefix("+") { plain = plain.dropFirst() }
            if plain.lowercased().hasPrefix("0x"), let value = Int64(plain.dropFirst(2), radix: 16) {
                return Node(.number(sign + String(value)), file: file, position: place)
            }
            if plain == "Infinity" { return Node(.number(sign + "inf"), file: file, position: place) }
            if plain.wholeMatch(of: /(0|[1-9][0-9]*)?\.?[0-9]*([eE][+-]?[0-9]+)?/) != nil,
                plain.contains(where: \.isNumber), let value = Double(plain.hasSuffix(".") ? plain + "0" : plain)
            {
                let whole = value.magnitude < 1e15 ? Int64(exactly: value) : nil
                return Node(
                    .number(sign + (whole.map { String($0) } ?? value.description)), file: file, position: place)
            }
        }
        fail("\(text) is no number", at: place)
        return nil
    }

    // MARK: Strings

    private mutating func string() -> String? {
        let quote = bytes[at]
        let place = position()
        at += 1
        var text: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            switch byte {
            case quote:
                at += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard escape(&text) else { return nil }
            case 10, 13:
                fail("this string is not closed in its line", at: place)
                return nil
            case 0..<32 where dialect == .json:
                fail("a control character in a string must be escaped")
                return nil
            default:
                text.append(byte)
                at += 1
            }
        }
        fail("this string is never closed", at: place)
        return nil
    }

    private mutating func escape(_ text: inout [UInt8]) -> Bool {
        let place = position()
        at += 1
        guard at < bytes.count else {
            fail("this string is never closed", at: place)
            return false
        }
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "u"): return unicode(&text, place)
        case _ where dialect == .json:
            fail("\\\(Character(UnicodeScalar(byte))) is no escape", at: place)
            return false
        case UInt8(ascii: "v"): text.append(11)
        case UInt8(ascii: "0"): text.append(0)
        case UInt8(ascii: "x"):
            guard at + 1 < bytes.count, let high = Hex.value(bytes[at]), let low = Hex.value(bytes[at + 1]) else {
                fail("\\x needs two hexadecimal digits", at: place)
                return false
            }
            at += 2
            text += Array(String(UnicodeScalar(high << 4 | low)).utf8)
        case 10: newline()
        case 13:
            if at < bytes.count, bytes[at] == 10 { at += 1 }
            newline()
        default: text.append(byte)
        }
        return true
    }

    private mutating func unicode(_ text: inout [UInt8], _ place: Position) -> Bool {
        guard let unit = hex4() else {
            fail("\\u needs four hexadecimal digits", at: place)
            return false
        }
        var code = UInt32(unit)
        if unit & 0xFC00 == 0xD800 {
            guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
                fail("half of a surrogate pair", at: place)
                return false
            }
            at += 2
            guard let low = hex4(), low & 0xFC00 == 0xDC00 else {
                fail("half of a surrogate pair", at: place)
                return false
            }
            code = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(low) & 0x3FF
        }
        guard let scalar = UnicodeScalar(code) else {
            fail("half of a surrogate pair", at: place)
            return false
        }
        text += Array(String(Character(scalar)).utf8)
        return true
    }

    private mutating func hex4() -> UInt16? {
        guard at + 4 <= bytes.count else { return nil }
        var value: UInt16 = 0
        for digit in bytes[at..<at + 4] {
            guard let digit = Hex.value(digit) else { return nil }
            value = value << 4 | UInt16(digit)
        }
        at += 4
        return value
    }
}
