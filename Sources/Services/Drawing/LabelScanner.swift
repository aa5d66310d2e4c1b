// SPDX-License-Identifier: Apache-2.0

import Formats

/// A scanner of label expressions.
struct LabelScanner {
    typealias Unread = LabelExpression.Unread

    private let text: String
    private let isArcade: Bool
    private let fields: [Field]
    private var rest: Substring

    init(_ text: String, isArcade: Bool, fields: [Field]) {
        (self.text, self.isArcade, self.fields) = (text, isArcade, fields)
        rest = text[...]
    }

    mutating func parts() throws(Unread) -> [LabelExpression.Part] {
        skip()
        if isArcade, takeWord("return") { skip() }
        var parts = [try term()]
        while true {
            skip()
            if isArcade, take(";") { skip() }
            if rest.isEmpty { return parts }
            guard takeOperator() else { throw unread("expected \(isArcade ? "+" : "CONCAT, & or +")") }
            skip()
            parts.append(try term())
            // Arcade adds these instead of concatenating them.
            if isArcade, parts.allSatisfy(isNumber) { throw unread("numbers that are added are not emulated") }
        }
    }

    private func isNumber(_ part: LabelExpression.Part) -> Bool {
        if case .field(let index) = part { fields[index].type.isNumeric } else { false }
    }

    private mutating func term() throws(Unread) -> LabelExpression.Part {
        if let quote = rest.first, quote == "\"" || quote == "'" {
            let inner = rest.dropFirst()
            guard let end = inner.firstIndex(of: quote) else { throw unread("a text without an end") }
            rest = inner[inner.index(after: end)...]
            return .text(String(inner[..<end]))
        }
        if isArcade {
            if takeWord("TextFormatting.NewLine") { return .text("\n") }
            if take("$feature[") {
                guard let quote = rest.first, quote == "\"" || quote == "'" else { throw unread("expected a name") }
                return .field(try name(until: "\(quote)]", from: rest.dropFirst()))
            }
            if take("$feature.") {
                let end = rest.firstIndex { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? rest.endIndex
                let name = rest[..<end]
                rest = rest[end...]
                return .field(try Self.index(name, in: text, fields))
            }
            throw unread("expected $feature.FIELD, a text or TextFormatting.NewLine")
        }
        for word in ["NEWLINE", "vbNewLine", "vbCrLf"] where takeWord(word) { return .text("\n") }
        if take("[") { return .field(try name(until: "]", from: rest)) }
        throw unread("expected [FIELD], a text or NEWLINE")
    }

    private mutating func name(until end: String, from start: Substring) throws(Unread) -> Int {
        guard let found = start.firstRange(of: end) else { throw unread("a field without its \(end)") }
        rest = start[found.upperBound...]
        return try Self.index(start[..<found.lowerBound], in: text, fields)
    }

    /// Returns the index of a field.
    static func index(_ name: Substring, in text: String, _ fields: [Field]) throws(Unread) -> Int {
        if let index = fields.firstIndex(where: { ASCII.equal($0.name, String(name)) }) { return index }
        let near = Suggestion.nearest(to: String(name), among: fields.map(\.name))
        throw Unread(
            reason: "there is no field \"\(name)\"", suggestion: near.map { text.replacing(String(name), with: $0) })
    }

    private func unread(_ reason: String) -> Unread {
        let index = text.distance(from: text.startIndex, to: rest.startIndex) + 1
        return Unread(reason: "\(reason) at character \(index)")
    }

    private mutating func skip() { rest = rest.drop(while: \.isWhitespace) }

    private mutating func take(_ text: String) -> Bool {
        guard rest.hasPrefix(text) else { return false }
        rest = rest.dropFirst(text.count)
        return true
    }

    /// Consumes a word in any case, but not as the beginning of a longer one.
    private mutating func takeWord(_ word: String) -> Bool {
        let end = rest.prefix(word.count)
        let next = rest.dropFirst(word.count).first
        guard ASCII.equal(String(end), word), next.map({ !$0.isLetter && !$0.isNumber && $0 != "_" }) ?? true else {
            return false
        }
        rest = rest.dropFirst(word.count)
        return true
    }

    private mutating func takeOperator() -> Bool {
        take("+") || !isArcade && (take("&") || takeWord("CONCAT"))
    }
}
