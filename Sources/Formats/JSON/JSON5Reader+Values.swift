// SPDX-License-Identifier: Apache-2.0

import Facts

/// Values: objects, arrays, keywords and numbers.
extension JSON5Reader {
    mutating func value() -> Tree? {
        let index = mark()
        guard at < bytes.count else {
            fail("expected a value, found the end of the file")
            return nil
        }
        switch bytes[at] {
        case UInt8(ascii: "{"): return object(index)
        case UInt8(ascii: "["): return array(index)
        case UInt8(ascii: "\""): return string().map { Tree(leaf: .string($0), file: file, position: index) }
        case UInt8(ascii: "'") where dialect == .json5:
            return string().map { Tree(leaf: .string($0), file: file, position: index) }
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return number(index)
        default: return word(index)
        }
    }

    mutating func object(_ index: Position) -> Tree? {
        var members: [Tree.Member] = []
        // Files with many objects have small ones.
        members.reserveCapacity(4)
        let isRead = self.members(from: index) { reader, name, nameIndex in
            guard let value = reader.value() else { return false }
            if reader.dialect == .json5, let first = Tree.index(of: name, in: members) {
                reader.fail(
                    "the key \"\(name)\" is a duplicate of the one in line \(first.line)", at: nameIndex)
            }
            members.append(Tree.member(name, nameIndex, value))
            return true
        }
        return isRead ? Tree(members: members, file: file, position: index) : nil
    }

    /// Reads an object. `read` is called at each value; it consumes the value or returns that it cannot.
    mutating func members(
        from index: Position, _ read: (_ reader: inout JSON5Reader, _ name: String, _ index: Position) -> Bool
    ) -> Bool {
        guard enter() else { return false }
        defer { depth -= 1 }
        at += 1
        var isFirst = true
        while true {
            guard skip() else { return false }
            guard at < bytes.count else {
                fail("this object is never closed: expected '}'", at: index)
                return false
            }
            if bytes[at] == UInt8(ascii: "}"), isFirst || dialect == .json5 {
                at += 1
                return true
            }
            let nameIndex = mark()
            guard let name = name(), skip() else { return false }
            guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else {
                fail("expected ':' after the key \"\(name)\", found \(shown)")
                return false
            }
            at += 1
            guard skip(), read(&self, name, nameIndex),
                let goesOn = separator(close: UInt8(ascii: "}"), opened: index, after: "the value of \"\(name)\"")
            else { return false }
            if !goesOn { return true }
            isFirst = false
        }
    }

    mutating func array(_ index: Position) -> Tree? {
        var elements: [Tree] = []
        elements.reserveCapacity(2)
        return self.elements(from: index) { elements.append($0) }
            ? Tree(elements: elements, file: file, position: index) : nil
    }

    /// Reads an array and returns `false` if it cannot be read to its end.
    mutating func elements(from index: Position, _ take: (Tree) -> Void) -> Bool {
        guard enter() else { return false }
        defer { depth -= 1 }
        at += 1
        var isFirst = true
        while true {
            guard skip() else { return false }
            guard at < bytes.count else {
                fail("this array is never closed: expected ']'", at: index)
                return false
            }
            if bytes[at] == UInt8(ascii: "]"), isFirst || dialect == .json5 {
                at += 1
                return true
            }
            guard let element = value() else { return false }
            take(element)
            guard let goesOn = separator(close: UInt8(ascii: "]"), opened: index, after: "an element") else {
                return false
            }
            if !goesOn { return true }
            isFirst = false
        }
    }

    mutating func enter() -> Bool {
        depth += 1
        if depth > Nesting.deepest { fail("nested deeper than \(Nesting.deepest)") }
        return depth <= Nesting.deepest
    }

    /// Reads the comma or the end after a member or element. A missing comma is reported where it belongs.
    mutating func separator(close: UInt8, opened: Position, after what: @autoclosure () -> String) -> Bool? {
        let end = mark()
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
        let name = text(start..<at)
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

    /// Returns whether a byte could belong to a number, so that an error reports all of it.
    private func isNumberByte(_ byte: UInt8) -> Bool {
        ASCII.isDigit(byte) || byte == 43 || byte == 45 || byte == 46 || isNameByte(byte, first: false)
    }

    mutating func word(_ index: Position) -> Tree? {
        let start = at
        while at < bytes.count, isNameByte(bytes[at], first: at == start) { at += 1 }
        let word = text(start..<at)
        switch word {
        case "true": return Tree(leaf: .bool(true), file: file, position: index)
        case "false": return Tree(leaf: .bool(false), file: file, position: index)
        case "null": return Tree(leaf: .null, file: file, position: index)
        // JSON5 allows these, but no number of a scenario is one, and JSON cannot express them.
        case "Infinity", "NaN": fail("\(word) is not a number here", at: index)
        case "":
            fail("expected a value, found \(shown)")
        default:
            if word.hasPrefix("\u{201C}") || word.hasPrefix("\u{2018}") {
                fail("a typographic quote does not begin a string", at: index, suggestion: "\"")
            } else if let near = Suggestion.nearest(to: word, among: ["true", "false", "null"]) {
                fail("\(word) is not a value", at: index, suggestion: near)
            } else {
                fail("a string needs quotes", at: index, suggestion: "'\(word)'")
            }
        }
        return nil
    }

    mutating func number(_ index: Position) -> Tree? {
        let start = at
        while at < bytes.count, isNumberByte(bytes[at]) { at += 1 }
        let text = text(start..<at)
        if let number = JSON5Number(bytes.span.extracting(start..<at)) {
            if number.isStrict { return Tree(leaf: .number(text), file: file, position: index) }
            if dialect == .json5, let spelling = number.strict(text) {
                return Tree(leaf: .number(spelling), file: file, position: index)
            }
        }
        fail("\(text) is not a number", at: index)
        return nil
    }
}
