// SPDX-License-Identifier: Apache-2.0

/// Quoted strings, ranges, words, and their characters.
extension SearchQueryParser {
    mutating func quoted() throws(SearchQuery.Unreadable) -> String {
        index += 1
        var text = String.UnicodeScalarView()
        while let letter = peek {
            index += 1
            if letter == "\"" {
                boost()
                return String(text)
            }
            if letter == "\\", let next = peek {
                text.append(next)
                index += 1
            } else {
                text.append(letter)
            }
        }
        throw .init(reason: "a quotation mark that is not closed")
    }

    /// Reads `[a TO b]` with its limits or `{a TO b}` without them; `*` is no limit.
    mutating func range() throws(SearchQuery.Unreadable) -> SearchQuery.Value {
        let includesLow = peek == "["
        index += 1
        var ends: [String] = []
        while true {
            skipBlanks()
            guard let letter = peek else { throw .init(reason: "a range that is not closed") }
            if letter == "]" || letter == "}" { break }
            if letter == "\"" {
                ends.append(try quoted())
            } else {
                let start = index
                while let next = peek, !next.properties.isWhitespace, next != "]", next != "}" { index += 1 }
                ends.append(String(String.UnicodeScalarView(scalars[start..<index])))
            }
        }
        let includesHigh = peek == "]"
        index += 1
        guard ends.count == 3, ends[1] == "TO" else { throw .init(reason: "a range must be [low TO high]") }
        return .range(
            low: ends[0] == "*" ? nil : ends[0], high: ends[2] == "*" ? nil : ends[2],
            includesLow: includesLow,
            includesHigh: includesHigh)
    }

    /// Reads up to a space, parenthesis, quotation mark or colon; `\` escapes the next character.
    mutating func word() -> String {
        var text = String.UnicodeScalarView()
        while let letter = peek, !letter.properties.isWhitespace, !"():\"".unicodeScalars.contains(letter) {
            index += 1
            if letter == "^" || letter == "~" {
                index -= 1
                boost()
                break
            }
            if letter == "\\", let next = peek {
                text.append(next)
                index += 1
            } else {
                text.append(letter)
            }
        }
        // Skip a stray character that begins no term, as in `a ]`; otherwise parsing would not advance.
        if text.isEmpty, index < scalars.count, peek == ":" { index += 1 }
        return String(text)
    }

    /// Skips `^2` and `~0.8` after a term: they weight it, and results here are not ordered by weight.
    mutating func boost() {
        guard peek == "^" || peek == "~" else { return }
        index += 1
        while let letter = peek, letter == "." || ("0"..."9").contains(letter) { index += 1 }
    }

    // MARK: letters

    var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    mutating func skipBlanks() {
        while let letter = peek, letter.properties.isWhitespace { index += 1 }
    }

    mutating func take(_ letter: Unicode.Scalar) -> Bool {
        guard peek == letter else { return false }
        index += 1
        return true
    }

    func isNext(word: String) -> Bool {
        let wanted = Array(word.unicodeScalars)
        guard index + wanted.count <= scalars.count, Array(scalars[index..<index + wanted.count]) == wanted else {
            return false
        }
        guard index + wanted.count < scalars.count else { return true }
        let next = scalars[index + wanted.count]
        return next.properties.isWhitespace || next == "(" || next == ")" || next == "\""
    }

    mutating func take(word: String) -> Bool {
        skipBlanks()
        guard isNext(word: word) else { return false }
        index += word.unicodeScalars.count
        return true
    }
}
