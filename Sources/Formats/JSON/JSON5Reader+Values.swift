import Facts

/// Values: objects, arrays, words and numbers.
extension JSON5Reader {
    mutating func value() -> Node? {
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

    mutating func object(_ place: Position) -> Node? {
        guard enter() else { return nil }
        defer { depth -= 1 }
        at += 1
        var members: [Node.Member] = []
        // Files with many objects have small ones.
        members.reserveCapacity(4)
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
            if dialect == .json5, let first = members.first(where: { $0.name == name }) {
                fail(
                    "the key \"\(name)\" stands here again; it was given in line \(first.position.line)", at: namePlace)
            }
            members.append(Node.Member(name: name, position: namePlace, node: node))
            guard let goesOn = separator(close: UInt8(ascii: "}"), opened: place, after: "the value of \"\(name)\"")
            else {
                return nil
            }
            if !goesOn { return Node(.object(members), file: file, position: place) }
        }
    }

    mutating func array(_ place: Position) -> Node? {
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
            guard let goesOn = separator(close: UInt8(ascii: "]"), opened: place, after: "an element") else {
                return nil
            }
            if !goesOn { return Node(.array(nodes), file: file, position: place) }
        }
    }

    mutating func enter() -> Bool {
        depth += 1
        if depth > 256 { fail("nested deeper than 256") }
        return depth <= 256
    }

    /// After a member or element: a comma (go on), or the end. A missing comma is named where it belongs.
    mutating func separator(close: UInt8, opened: Position, after what: @autoclosure () -> String) -> Bool? {
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
        fail(
            "expected ',' or '\(Character(UnicodeScalar(close)))' after \(what()), found \(shown)", at: end,
            suggestion: ",")
        return nil
    }

    mutating func name() -> String? {
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

    func isNameByte(_ byte: UInt8, first: Bool) -> Bool {
        ASCII.isLetter(byte) || byte == 95 || byte == 36 || byte >= 0x80 || (!first && ASCII.isDigit(byte))
    }

    /// What could belong to a number, so that what is wrong with one is told of all of it.
    private func isNumberByte(_ byte: UInt8) -> Bool {
        ASCII.isDigit(byte) || byte == 43 || byte == 45 || byte == 46 || isNameByte(byte, first: false)
    }

    mutating func word(_ place: Position) -> Node? {
        let start = at
        while at < bytes.count, isNameByte(bytes[at], first: at == start) { at += 1 }
        let word = String(decoding: bytes[start..<at], as: UTF8.self)
        switch word {
        case "true": return Node(.bool(true), file: file, position: place)
        case "false": return Node(.bool(false), file: file, position: place)
        case "null": return Node(.null, file: file, position: place)
        // JSON5 allows these; no number of a scenario is one, and JSON could not be written of them.
        case "Infinity", "NaN": fail("\(word) is no number here", at: place)
        case "":
            fail("expected a value, found \(shown)")
        default:
            if word.hasPrefix("\u{201C}") || word.hasPrefix("\u{2018}") {
                fail("a typographic quote does not begin a string", at: place, suggestion: "\"")
            } else if let near = Suggestion.nearest(to: word, among: ["true", "false", "null"]) {
                fail("\(word) is no value", at: place, suggestion: near)
            } else {
                fail("a string needs quotes", at: place, suggestion: "'\(word)'")
            }
        }
        return nil
    }

    mutating func number(_ place: Position) -> Node? {
        let start = at
        while at < bytes.count, isNumberByte(bytes[at]) { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if let number = JSON5Number(bytes[start..<at]) {
            if number.isStrict { return Node(.number(text), file: file, position: place) }
            if dialect == .json5, let spelling = number.strict {
                return Node(.number(spelling), file: file, position: place)
            }
        }
        fail("\(text) is no number", at: place)
        return nil
    }
}
