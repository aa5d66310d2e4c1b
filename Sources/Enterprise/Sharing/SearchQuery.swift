// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

/// The `q` of a search, by the portal's search reference: words and "phrases", `field:value`, ranges `[a TO b]`,
/// wildcards, AND, OR, NOT, + and -, parentheses. Two terms without an operator must both match (documented for 11.2).
indirect enum SearchQuery: Sendable, Hashable {
    struct Unreadable: Error, Hashable {
        var reason: String
    }

    enum Value: Sendable, Hashable {
        /// A word, which may contain `*` and `?`.
        case word(String)
        case phrase(String)
        /// A range; `nil` means no limit on that side.
        case range(low: String?, high: String?, includesLow: Bool, includesHigh: Bool)
    }

    case term(field: String?, Value)
    /// All of the queries; an empty array matches everything.
    case all([SearchQuery])
    case any([SearchQuery])
    case not(SearchQuery)

    /// Parses a query.
    ///
    /// - Throws: `Unreadable` if a quotation mark or parenthesis is not closed, parentheses nest deeper than
    ///   `Nesting.deepest`, or there are more terms than `SearchQueryParser.mostTerms`.
    init(_ text: String) throws(Unreadable) {
        self = try DeepStack.run { () throws(Unreadable) in
            var parser = SearchQueryParser(text)
            return try parser.query()
        }
    }

    /// Returns whether a record matches.
    func finds(_ record: SearchRecord) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.finds(record) }
        case .any(let parts): parts.contains { $0.finds(record) }
        case .not(let part): !part.finds(record)
        case .term(nil, .word("*")): true
        case .term(nil, let value):
            record.defaults.contains { record.field($0).map { SearchQuery.fits(value, $0) } ?? false }
        case .term("*", _): true
        case .term(let field?, let value): record.field(field).map { SearchQuery.fits(value, $0) } ?? false
        }
    }

    private static func fits(_ value: Value, _ field: SearchRecord.Field) -> Bool {
        switch (field, value) {
        case (_, .word("*")): true
        case (.text(let texts), .word(let word)):
            isPattern(word)
                ? texts.contains { words(of: $0).contains { matches($0[...], word.lowercased()[...]) } }
                : texts.contains { contains(words(of: $0).map(singular), words(of: word).map(singular)) }
        case (.text(let texts), .phrase(let phrase)):
            texts.contains { contains(words(of: $0).map(singular), words(of: phrase).map(singular)) }
        case (.key(let keys), .word(let word)):
            keys.contains { matches($0.lowercased()[...], word.lowercased()[...]) }
        case (.key(let keys), .phrase(let phrase)): keys.contains { $0.lowercased() == phrase.lowercased() }
        case (.name(let name), .word(let word)): matches(name[...], word[...])
        case (.name(let name), .phrase(let phrase)): name == phrase
        case (.number(let number), .word(let word)): Double(word) == number
        case (.number(let number), .phrase(let phrase)): Double(phrase) == number
        case (.number(let number), .range(let low, let high, let includesLow, let includesHigh)):
            isWithin(number, low.map { Double($0) }, high.map { Double($0) }, includesLow, includesHigh)
        case (.text(let texts), .range(let low, let high, let includesLow, let includesHigh)),
            (.key(let texts), .range(let low, let high, let includesLow, let includesHigh)):
            texts.contains {
                isWithin($0.lowercased(), low?.lowercased(), high?.lowercased(), includesLow, includesHigh)
            }
        case (.name(let name), .range(let low, let high, let includesLow, let includesHigh)):
            isWithin(name, low, high, includesLow, includesHigh)
        }
    }

    private static func isWithin<Bound: Comparable>(
        _ value: Bound, _ low: Bound?, _ high: Bound?, _ includesLow: Bool, _ includesHigh: Bool
    ) -> Bool {
        if let low, includesLow ? value < low : value <= low { return false }
        if let high, includesHigh ? value > high : value >= high { return false }
        return true
    }

    /// Returns whether a value is in a range; a limit that is not a number matches nothing.
    private static func isWithin(
        _ value: Double, _ low: Double??, _ high: Double??, _ includesLow: Bool, _ includesHigh: Bool
    ) -> Bool {
        if case .some(.none) = low { return false }
        if case .some(.none) = high { return false }
        return isWithin(value, low ?? nil, high ?? nil, includesLow, includesHigh)
    }

    private static func isPattern(_ word: String) -> Bool { word.contains("*") || word.contains("?") }

    /// Returns the lowercase words of a text: sequences of letters, digits and underscores.
    private static func words(of text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    }

    /// Returns the singular of a word. A search for fires finds fire (documented); the engine's stemming is unknown, so
    /// only the plural is handled.
    private static func singular(_ word: String) -> String {
        word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }

    /// Returns whether a text contains these words in sequence.
    private static func contains(_ text: [String], _ wanted: [String]) -> Bool {
        guard !wanted.isEmpty, text.count >= wanted.count else { return false }
        return (0...text.count - wanted.count).contains { text[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }

    /// Returns whether a text matches: `*` is any characters, `?` is one. It backtracks only to the last `*`, so that
    /// no pattern is slow.
    private static func matches(_ text: Substring, _ pattern: Substring) -> Bool {
        var (text, pattern) = (text, pattern)
        var retry: (text: Substring, pattern: Substring)?
        while let letter = text.first {
            if let wanted = pattern.first, wanted == "*" {
                pattern = pattern.dropFirst()
                retry = (text, pattern)
            } else if let wanted = pattern.first, wanted == "?" || wanted == letter {
                (text, pattern) = (text.dropFirst(), pattern.dropFirst())
            } else if let last = retry {
                retry = (last.text.dropFirst(), last.pattern)
                (text, pattern) = (last.text.dropFirst(), last.pattern)
            } else {
                return false
            }
        }
        return pattern.allSatisfy { $0 == "*" }
    }
}
