// SPDX-License-Identifier: Apache-2.0

import Formats

/// Texts: word by word.
extension RecordingRedaction {
    /// Returns a text in which every word has an alias; signs between words stay.
    mutating func denied(_ text: some StringProtocol) -> String {
        var out = ""
        var word = ""
        for scalar in text.unicodeScalars {
            if Self.isWord(scalar) {
                word.unicodeScalars.append(scalar)
                continue
            }
            if !word.isEmpty {
                out += alias(word)
                word = ""
            }
            out.unicodeScalars.append(scalar)
        }
        return word.isEmpty ? out : out + alias(word)
    }

    /// Returns a secret's alias, and remembers the secret if it could be kept elsewhere.
    mutating func secret(_ text: String) -> String {
        let hidden = denied(text)
        if text.utf8.count > 3, !learned.contains(text), learned.count < 50, message(text, learning: false) != hidden {
            learned.append(text)
        }
        return hidden
    }

    private mutating func alias(_ word: String) -> String {
        options.kept.contains(word.lowercased()) ? keep(word) : aliases.alias(word)
    }

    mutating func keep(_ word: some StringProtocol) -> String {
        kept.keep(word)
        return String(word)
    }

    static func isWord(_ scalar: UnicodeScalar) -> Bool {
        scalar.value < 128
            ? ASCII.isLetter(UInt8(scalar.value)) || ASCII.isDigit(UInt8(scalar.value)) || scalar == "_"
            : true
    }

    /// Returns a text for people, or a page, in which the product's own words stay: a piece between blanks, quotes and
    /// brackets is kept if every word in it is one, and is denied as a whole if not.
    mutating func message(_ text: String, learning: Bool = true, isList: Bool = false) -> String {
        if learning {
            // What stands between has the others only, so that this goes no deeper than there are secrets.
            for secret in learned where text.contains(secret) {
                return text.split(separator: secret, omittingEmptySubsequences: false)
                    .map { message(String($0), isList: isList) }.joined(separator: denied(secret))
            }
        }
        var out = ""
        var piece = ""
        var isAfterNumber = false
        func isNumber(_ text: String) -> Bool {
            text.unicodeScalars.contains { "0"..."9" ~= $0 } && !text.contains(where: \.isLetter)
        }
        for scalar in text.unicodeScalars {
            if Self.parts(scalar) {
                if !piece.isEmpty {
                    // Groups of digits are one number: a telephone's, a card's.
                    out += isAfterNumber && isNumber(piece) && !isList ? denied(piece) : chunk(piece, isList)
                    isAfterNumber = isNumber(piece)
                    piece = ""
                }
                if scalar != " " { isAfterNumber = false }
                out.unicodeScalars.append(scalar)
            } else {
                piece.unicodeScalars.append(scalar)
            }
        }
        if piece.isEmpty { return out }
        return out + (isAfterNumber && isNumber(piece) && !isList ? denied(piece) : chunk(piece, isList))
    }

    private static func parts(_ scalar: UnicodeScalar) -> Bool {
        switch scalar {
        case " ", "\t", "\r", "\n", "\"", "'", "<", ">", "(", ")", "{", "}", "[", "]", ";", ",", "=", "`": true
        default: false
        }
    }

    private mutating func chunk(_ piece: String, _ isList: Bool, mayHaveType: Bool = true) -> String {
        if piece.hasPrefix("http://") || piece.hasPrefix("https://"), let url = WebURL(piece) {
            let written = self.url(url)
            return written.origin + written.target
        }
        // `Roads/MapServer`: a service of that name, which has its alias, and its type.
        if mayHaveType, let slash = piece.lastIndex(of: "/"), slash > piece.startIndex,
            case let type = piece[piece.index(after: slash)...], type.hasSuffix("Server"),
            Vocabulary.has(name: String(type))
        {
            return chunk(String(piece[..<slash]), isList, mayHaveType: false) + "/" + keep(type)
        }
        // A sentence's own signs are not the word's.
        let words = piece.unicodeScalars.split { !Self.isWord($0) }.map { String($0) }
        if words.isEmpty { return piece }
        let numbers = words.filter { $0.utf8.allSatisfy(ASCII.isDigit) }
        let digits = numbers.reduce(0) { $0 + $1.utf8.count }
        if numbers.count > 1, digits > 5 { return denied(piece) }
        let isPlain = words.allSatisfy { word in
            options.kept.contains(word.lowercased()) || isShortNumber(word) && (isList || word.utf8.count < 4)
                || word.unicodeScalars.allSatisfy { !("0"..."9" ~= $0) } && Vocabulary.has(word: word)
                || Vocabulary.has(name: word)
        }
        let isOne = words.count == 1 || !piece.unicodeScalars.contains { "-_@~+*!$%#\\^".unicodeScalars.contains($0) }
        guard isPlain, isOne else { return denied(piece) }
        for word in words { kept.keep(word) }
        return piece
    }

    func isShortNumber(_ word: some StringProtocol) -> Bool {
        word.utf8.count <= 5 && word.utf8.allSatisfy(ASCII.isDigit)
    }

    /// Returns a comma-separated list, such as `outFields`, or an SQL clause, in which the product's names stay.
    ///
    /// What stands in quotes is data, and is treated as the values of rows are.
    mutating func list(_ text: String) -> String {
        text.split(separator: "'", omittingEmptySubsequences: false).enumerated().map { place, part in
            place.isMultiple(of: 2) ? message(String(part), isList: true) : value(String(part), named: "")
        }.joined(separator: "'")
    }

    /// Returns the value of a parameter or a member with that name.
    mutating func value(_ text: String, named name: String, depth: Int = 0) -> String {
        if text.isEmpty || depth > 4 { return text.isEmpty ? "" : denied(text) }
        if Vocabulary.isSecret(name) || Vocabulary.isPersonal(name) {
            if ["true", "false", "null"].contains(text) { return text }
            return secret(text)
        }
        if name.lowercased() == "callback" { return denied(text) }
        if text.hasPrefix("http://") || text.hasPrefix("https://"), let url = WebURL(text) {
            let written = self.url(url, depth: depth + 1)
            let fragment = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first
            return written.origin + (text.hasSuffix("/") || written.target != "/" ? written.target : "")
                + (fragment.map { "#\(pairs($0, depth: depth + 1))" } ?? "")
        }
        if text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains(where: \.isWhitespace) {
            let target = Target(text)
            return path(target.path) + (target.query.map { "?\(pairs($0, depth: depth + 1))" } ?? "")
        }
        if text == "urn:ietf:wg:oauth:2.0:oob" || ["true", "false", "null", "*", "1=1", "1 = 1"].contains(text) {
            return text
        }
        if text.hasPrefix("{") || text.hasPrefix("["), let json = try? JSONReader.read(Array(text.utf8)) {
            return String(decoding: JSONWriter.json(redact(json, named: name, depth: depth + 1)), as: UTF8.self)
        }
        if let number = number(text, named: name) { return number }
        if name.lowercased().hasSuffix("version"), text.contains(/^\d{1,4}(?:\.\d{1,2}){1,2}$/) { return keep(text) }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        if Vocabulary.isPlace(name), parts.allSatisfy({ Self.isCoordinate(ASCII.trimmed($0)) }) {
            return coordinates(text)
        }
        if Vocabulary.has(phrase: text) { return keep(text) }
        if Vocabulary.has(name: text) || options.kept.contains(text.lowercased()) { return keep(text) }
        if Vocabulary.messages.contains(name.lowercased()) || Self.lists.contains(name.lowercased())
            || name.lowercased().hasSuffix("query")
        {
            return list(text)
        }
        if parts.count > 1, parts.allSatisfy({ Vocabulary.has(name: ASCII.trimmed($0)) }) { return keep(text) }
        return denied(text)
    }

    /// Parameters and members that hold lists of names, or a clause.
    private static let lists: Set<String> = [
        "where", "outfields", "orderbyfields", "groupbyfieldsforstatistics", "layers", "layerdefs", "fields",
        "returnfields",
        "supportedoperations", "scope", "query", "response_type", "grant_type", "q", "sortfield", "sortorder",
        "fieldname",
    ]

    /// Returns a number, with an alias if it could be somebody's, or `nil` if a text is none.
    mutating func number(_ text: String, named name: String) -> String? {
        guard Double(text) != nil, !text.utf8.contains(where: { ($0 | 32) == 120 || ($0 | 32) == 110 }) else {
            return nil
        }
        if Vocabulary.isPlace(name), Self.isCoordinate(text) { return coordinates(text) }
        let digits = text.utf8.count(where: ASCII.isDigit)
        if digits <= 5 || Vocabulary.isCount(name) { return keep(text) }
        return denied(text)
    }

    /// Returns whether a text can be a coordinate: no reference has longer ones than eight digits before the point, and
    /// what is longer may be an account or a telephone.
    private static func isCoordinate(_ text: some StringProtocol) -> Bool {
        Double(String(text)).map { $0.magnitude < 100_000_000 } ?? false
    }

    private mutating func coordinates(_ text: String) -> String {
        guard options.hidesCoordinates else {
            kept.keepCoordinate()
            return text
        }
        return denied(text)
    }
}
