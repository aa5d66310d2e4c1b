// SPDX-License-Identifier: Apache-2.0

import Formats

/// The words of a shell's command: quotes, escapes and continued lines of POSIX shells, and those of cmd.exe that browsers
/// write.
struct ShellWords {
    private(set) var words: [String] = []
    /// What follows the command.
    private(set) var rest: Substring

    /// The most words of a command.
    private static let most = 1_000

    /// Reads the command at the beginning of a text.
    init(_ text: Substring) {
        rest = text
        var word: String?
        func isEnd(_ character: Character) -> Bool { ["\n", ";", "&", "|", "\r\n"].contains(character) }
        while let character = rest.first, words.count < Self.most {
            if isEnd(character) { break }
            rest.removeFirst()
            switch character {
            case " ", "\t":
                if let done = word { words.append(done) }
                word = nil
            case "'": word = (word ?? "") + quoted("'")
            case "\"": word = (word ?? "") + doubleQuoted()
            case "$" where rest.first == "'":
                rest.removeFirst()
                word = (word ?? "") + cQuoted()
            case "\\", "^":
                guard let next = rest.first else { break }
                rest.removeFirst()
                if next != "\n", next != "\r\n" {
                    word = (word ?? "") + (next == "\"" && character == "^" ? "" : String(next))
                }
                if next == "\"", character == "^" { word = (word ?? "") + caretQuoted() }
            default: word = (word ?? "") + String(character)
            }
        }
        if let done = word { words.append(done) }
    }

    private mutating func quoted(_ end: Character) -> String {
        let inside = rest.prefix { $0 != end }
        rest = rest[inside.endIndex...].dropFirst()
        return String(inside)
    }

    private mutating func doubleQuoted() -> String {
        var text = ""
        while let character = rest.first {
            rest.removeFirst()
            if character == "\"" { break }
            if character == "\\", let next = rest.first, ["\"", "\\", "$", "`", "\n"].contains(next) {
                rest.removeFirst()
                if next != "\n" { text.append(next) }
            } else {
                text.append(character)
            }
        }
        return text
    }

    /// What stands between `^"` and `^"`, where each `^` escapes the next character.
    private mutating func caretQuoted() -> String {
        var text = ""
        while let character = rest.first {
            rest.removeFirst()
            guard character == "^", let next = rest.first else {
                text.append(character)
                continue
            }
            rest.removeFirst()
            if next == "\"" { break }
            // \^" is a quote inside.
            if next != "\n", next != "\r\n" { text.append(next) }
        }
        return text.hasSuffix("\\") ? String(text.dropLast()) : text
    }

    /// ANSI C quoting: `$'…'`.
    private mutating func cQuoted() -> String {
        var text = ""
        while let character = rest.first {
            rest.removeFirst()
            if character == "'" { break }
            guard character == "\\", let next = rest.first else {
                text.append(character)
                continue
            }
            rest.removeFirst()
            switch next {
            case "n": text += "\n"
            case "r": text += "\r"
            case "t": text += "\t"
            case "x", "u":
                let digits = rest.prefix(next == "x" ? 2 : 4).prefix { $0.isHexDigit }
                rest = rest[digits.endIndex...]
                text += UInt32(digits, radix: 16).flatMap(UnicodeScalar.init).map { String($0) } ?? ""
            default: text.append(next)
            }
        }
        return text
    }
}
