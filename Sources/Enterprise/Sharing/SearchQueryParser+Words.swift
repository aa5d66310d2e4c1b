/// Quoted texts, ranges, words, and the letters that they are made of.
extension SearchQueryParser {
    mutating func quoted() throws(SearchQuery.Unreadable) -> String {
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
    mutating func range() throws(SearchQuery.Unreadable) -> SearchQuery.Value {
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
    mutating func word() -> String {
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
    mutating func boost() {
        guard peek == "^" || peek == "~" else { return }
        place += 1
        while let letter = peek, letter == "." || ("0"..."9").contains(letter) { place += 1 }
    }

    // MARK: letters

    var peek: Unicode.Scalar? { place < letters.count ? letters[place] : nil }

    mutating func skipBlanks() {
        while let letter = peek, letter.properties.isWhitespace { place += 1 }
    }

    mutating func take(_ letter: Unicode.Scalar) -> Bool {
        guard peek == letter else { return false }
        place += 1
        return true
    }

    func isNext(word: String) -> Bool {
        let wanted = Array(word.unicodeScalars)
        guard place + wanted.count <= letters.count, Array(letters[place..<place + wanted.count]) == wanted else {
            return false
        }
        guard place + wanted.count < letters.count else { return true }
        let next = letters[place + wanted.count]
        return next.properties.isWhitespace || next == "(" || next == ")" || next == "\""
    }

    mutating func take(word: String) -> Bool {
        skipBlanks()
        guard isNext(word: word) else { return false }
        place += word.unicodeScalars.count
        return true
    }
}
