import Formats

/// Reads `q` of a search from its letters.
struct SearchQueryParser {
    private let letters: [Unicode.Scalar]
    private var place = 0
    private var depth = 0

    init(_ text: String) {
        letters = Array(text.unicodeScalars)
    }

    /// The whole text.
    mutating func query() throws(SearchQuery.Unreadable) -> SearchQuery {
        let query = try either()
        skipBlanks()
        guard place == letters.count else { throw .init(reason: "a ) that nothing opened") }
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
        let term = try term(field: nil)
        return isDenied ? .not(term) : term
    }

    /// `field`: what stood before the colon of an opening bracket: `tags:(one OR two)`.
    private mutating func term(field: String?) throws(SearchQuery.Unreadable) -> SearchQuery {
        skipBlanks()
        switch peek {
        case nil: return .all([])
        case "(":
            place += 1
            depth += 1
            guard depth <= 100 else { throw .init(reason: "brackets nest deeper than 100") }
            let inner = try either()
            guard take(")") else { throw .init(reason: "a ( that nothing closes") }
            depth -= 1
            return field.map { SearchQueryParser.within($0, inner) } ?? inner
        case "\"": return .term(field: field, .phrase(try quoted()))
        case "[",
            "{" where field != nil:
            return .term(field: field, try range())
        default:
            let word = word()
            if field == nil, take(":") {
                // A colon at the end asks for nothing.
                guard let next = peek, !next.properties.isWhitespace, next != ")" else { return .all([]) }
                return try term(field: word.lowercased())
            }
            return .term(field: field, .word(word))
        }
    }

    /// Terms without a field of their own get the one before the bracket.
    private static func within(_ field: String, _ query: SearchQuery) -> SearchQuery {
        switch query {
        case .term(nil, let value): .term(field: field, value)
        case .term: query
        case .all(let parts): .all(parts.map { within(field, $0) })
        case .any(let parts): .any(parts.map { within(field, $0) })
        case .not(let part): .not(within(field, part))
        }
    }

    private mutating func quoted() throws(SearchQuery.Unreadable) -> String {
        place += 1
        var text = String.UnicodeScalarView()
        while let letter = peek {
            place += 1
            if letter == "\"" {
                boost()
                return String(text)
            }
            if letter == "\\", let next = peek {
                text.append(next)
                place += 1
            } else {
                text.append(letter)
            }
        }
        throw .init(reason: "a quotation mark that nothing closes")
    }

    /// `[a TO b]` with its ends, `{a TO b}` without them; `*` is no end.
    private mutating func range() throws(SearchQuery.Unreadable) -> SearchQuery.Value {
        let includesLow = peek == "["
        place += 1
        var words: [String] = []
        while true {
            skipBlanks()
            guard let letter = peek else { throw .init(reason: "a range that nothing closes") }
            if letter == "]" || letter == "}" { break }
            if letter == "\"" {
                words.append(try quoted())
            } else {
                let start = place
                while let next = peek, !next.properties.isWhitespace, next != "]", next != "}" { place += 1 }
                words.append(String(String.UnicodeScalarView(letters[start..<place])))
            }
        }
        let includesHigh = peek == "]"
        place += 1
        guard words.count == 3, words[1] == "TO" else { throw .init(reason: "a range is [low TO high]") }
        return .range(
            low: words[0] == "*" ? nil : words[0], high: words[2] == "*" ? nil : words[2], includesLow: includesLow,
            includesHigh: includesHigh)
    }

    /// Up to a blank, a bracket, a quotation mark or a colon; `\` takes away the meaning of what follows.
    private mutating func word() -> String {
        var text = String.UnicodeScalarView()
        while let letter = peek, !letter.properties.isWhitespace, !"():\"".unicodeScalars.contains(letter) {
            place += 1
            if letter == "^" || letter == "~" {
                place -= 1
                boost()
                break
            }
            if letter == "\\", let next = peek {
                text.append(next)
                place += 1
            } else {
                text.append(letter)
            }
        }
        // A lone mark that begins no term, as in `a ]`: it is read, or nothing would move on.
        if text.isEmpty, place < letters.count, peek == ":" { place += 1 }
        return String(text)
    }

    /// `^2` and `~0.8` after a term weigh it; here order is not by weight, so they are read and left.
    private mutating func boost() {
        guard peek == "^" || peek == "~" else { return }
        place += 1
        while let letter = peek, letter == "." || ("0"..."9").contains(letter) { place += 1 }
    }

    // MARK: letters

    private var peek: Unicode.Scalar? { place < letters.count ? letters[place] : nil }

    private mutating func skipBlanks() {
        while let letter = peek, letter.properties.isWhitespace { place += 1 }
    }

    private mutating func take(_ letter: Unicode.Scalar) -> Bool {
        guard peek == letter else { return false }
        place += 1
        return true
    }

    private func isNext(word: String) -> Bool {
        let wanted = Array(word.unicodeScalars)
        guard place + wanted.count <= letters.count, Array(letters[place..<place + wanted.count]) == wanted else {
            return false
        }
        guard place + wanted.count < letters.count else { return true }
        let next = letters[place + wanted.count]
        return next.properties.isWhitespace || next == "(" || next == ")" || next == "\""
    }

    private mutating func take(word: String) -> Bool {
        skipBlanks()
        guard isNext(word: word) else { return false }
        place += word.unicodeScalars.count
        return true
    }
}
