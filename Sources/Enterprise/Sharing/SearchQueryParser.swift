// SPDX-License-Identifier: Apache-2.0

import Formats

/// A parser of the `q` of a search.
struct SearchQueryParser {
    let scalars: [Unicode.Scalar]
    var index = 0
    private var depth = 0
    private var terms = 0
    /// Each is held against each record, while everybody waits.
    static let mostTerms = 1000

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    /// Parses the whole text.
    mutating func query() throws(SearchQuery.Unreadable) -> SearchQuery {
        let query = try either()
        skipBlanks()
        guard index == scalars.count else { throw .init(reason: "a ) without a (") }
        return query
    }

    private mutating func either() throws(SearchQuery.Unreadable) -> SearchQuery {
        var parts = [try every()]
        while take(word: "OR") || take(word: "||") { parts.append(try every()) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func every() throws(SearchQuery.Unreadable) -> SearchQuery {
        var parts: [SearchQuery] = []
        while true {
            skipBlanks()
            while take(word: "AND") || take(word: "&&") {}
            guard let next = peek, next != ")", !isNext(word: "OR"), !isNext(word: "||") else { break }
            parts.append(try single())
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func single() throws(SearchQuery.Unreadable) -> SearchQuery {
        var isDenied = false
        while true {
            skipBlanks()
            if take(word: "NOT") || take("-") || take("!") {
                isDenied.toggle()
            } else if !take("+") {
                break
            }
        }
        terms += 1
        guard terms <= SearchQueryParser.mostTerms else {
            throw .init(reason: "more than \(SearchQueryParser.mostTerms) terms")
        }
        let term = try term(field: nil)
        return isDenied ? .not(term) : term
    }

    /// Parses a term. `field` is the one before the colon of an opening parenthesis: `tags:(one OR two)`.
    private mutating func term(field: String?) throws(SearchQuery.Unreadable) -> SearchQuery {
        skipBlanks()
        switch peek {
        case nil: return .all([])
        case "(":
            index += 1
            depth += 1
            guard depth <= Nesting.deepest else {
                throw .init(reason: "parentheses nest deeper than \(Nesting.deepest)")
            }
            let inner = try either()
            guard take(")") else { throw .init(reason: "a ( that is not closed") }
            depth -= 1
            return field.map { SearchQueryParser.within($0, inner) } ?? inner
        case "\"": return .term(field: field, .phrase(try quoted()))
        case "[",
            "{" where field != nil:
            return .term(field: field, try range())
        default:
            let word = word()
            if field == nil, take(":") {
                // A colon at the end has no value.
                guard let next = peek, !next.properties.isWhitespace, next != ")" else { return .all([]) }
                return try term(field: word.lowercased())
            }
            return .term(field: field, .word(word))
        }
    }

    /// Applies a field to the terms that have none of their own.
    private static func within(_ field: String, _ query: SearchQuery) -> SearchQuery {
        switch query {
        case .term(nil, let value): .term(field: field, value)
        case .term: query
        case .all(let parts): .all(parts.map { within(field, $0) })
        case .any(let parts): .any(parts.map { within(field, $0) })
        case .not(let part): .not(within(field, part))
        }
    }
}
