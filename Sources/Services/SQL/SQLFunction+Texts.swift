// SPDX-License-Identifier: Apache-2.0

import Formats

extension SQLFunction {
    static let texts: [String: SQLFunction] = [
        "CHAR_LENGTH": length, "CHARACTER_LENGTH": length,
        "UPPER": cased("mp_upper") { $0.properties.uppercaseMapping },
        "LOWER": cased("mp_lower") { $0.properties.lowercaseMapping },
        // NULL counts as empty, unlike with `||`.
        "CONCAT": SQLFunction(
            sql: "mp_concat", counts: 1...100, gives: { _ in .text }, isStrict: false
        ) { values throws(Failure) in .text(values.compactMap { $0?.text }.joined()) },
    ]

    private static let length = SQLFunction(sql: "mp_length", takes: [.text], gives: { _ in .whole }) {
        values throws(Failure) in .integer(Int64(values[0]?.text.unicodeScalars.count ?? 0))
    }

    /// Changes the case by characters; one without a single counterpart stays, as in databases.
    private static func cased(
        _ sql: String, _ mapping: @escaping @Sendable (Unicode.Scalar) -> String
    ) -> SQLFunction {
        SQLFunction(sql: sql, takes: [.text], gives: { _ in .text }) { values throws(Failure) in
            var text = String.UnicodeScalarView()
            for scalar in (values[0]?.text ?? "").unicodeScalars {
                let mapped = mapping(scalar).unicodeScalars
                text.append(mapped.count == 1 ? mapped.first ?? scalar : scalar)
            }
            return .text(String(text))
        }
    }

    /// Returns a substring. Positions count from 1; positions before the text count too, as in the standard.
    static let substring = SQLFunction(sql: "mp_substring", counts: 2...3) { values throws(Failure) in
        let text = Array((values[0]?.text ?? "").unicodeScalars)
        let from = Int(max(-1e9, min(1e9, values[1]?.number ?? 1)))
        var end = text.count + 1
        if values.count > 2 {
            let count = Int(max(-1, min(1e9, values[2]?.number ?? 0)))
            guard count >= 0 else { throw Failure(reason: "negative length of a substring") }
            end = min(end, from + count)
        }
        let start = max(1, from)
        guard start < end else { return .text("") }
        var part = String.UnicodeScalarView()
        part.append(contentsOf: text[(start - 1)..<(end - 1)])
        return .text(String(part))
    }

    /// Trims: the side (0 both, 1 leading, 2 trailing), the characters, and the text.
    static let trim = SQLFunction(sql: "mp_trim", counts: 3...3) { values throws(Failure) in
        let side = values[0]?.number ?? 0
        let characters = Set((values[1]?.text ?? "").unicodeScalars)
        var text = Substring(values[2]?.text ?? "").unicodeScalars
        if side != 2 { text = text.drop { characters.contains($0) } }
        if side != 1 { while let last = text.last, characters.contains(last) { text.removeLast() } }
        return .text(String(text))
    }

    /// Returns the position from 1, or 0 if it is not contained.
    static let position = SQLFunction(sql: "mp_position", counts: 2...2) { values throws(Failure) in
        let (needle, text) = (Array((values[0]?.text ?? "").utf8), Array((values[1]?.text ?? "").utf8))
        guard needle.count <= text.count else { return .integer(0) }
        try checkWork(needle.count, text.count)
        for start in 0...(text.count - needle.count) where text[start...].starts(with: needle) {
            // Count characters: continuation bytes do not begin one.
            return .integer(Int64(text[..<start].count { $0 & 0xC0 != 0x80 }) + 1)
        }
        return .integer(0)
    }

    /// Returns a GUID for comparison: uppercase, without braces.
    static let guid = SQLFunction(sql: "mp_guid") { values throws(Failure) in
        var text = Substring(values[0]?.text ?? "")
        if text.hasPrefix("{"), text.hasSuffix("}") { text = text.dropFirst().dropLast() }
        return .text(text.uppercased())
    }

    /// `LIKE` in place of SQLite's own, whose time on hostile patterns is unbounded: the pattern, the text, and the
    /// escape character. It is case-sensitive.
    static let like = SQLFunction(sql: "like", counts: 2...3) { values throws(Failure) in
        let (pattern, text) = (Array((values[0]?.text ?? "").utf8), Array((values[1]?.text ?? "").utf8))
        let escape = values.count > 2 ? Array((values[2]?.text ?? "").utf8) : []
        try checkWork(pattern.count, text.count)
        return .integer(matches(pattern, text, escape) ? 1 : 0)
    }

    /// Returns whether a pattern matches. After a `%` the rest is tried at later and later positions; an earlier `%`
    /// never needs to be tried again.
    private static func matches(_ pattern: [UInt8], _ text: [UInt8], _ escape: [UInt8]) -> Bool {
        var (p, t) = (0, 0)
        var back: (pattern: Int, text: Int)?
        while true {
            if p < pattern.count, pattern[p] == UInt8(ascii: "%"), !isEscaped(pattern, p, escape) {
                p += 1
                back = (p, t)
                continue
            }
            if t == text.count { return p == pattern.count }
            if p < pattern.count, let step = step(pattern, p, text, t, escape) {
                (p, t) = (p + step.pattern, t + step.text)
                continue
            }
            guard let again = back, again.text < text.count else { return false }
            back = (again.pattern, again.text + 1)
            (p, t) = (again.pattern, again.text + 1)
        }
    }

    /// Returns the lengths of a matching character in the pattern and the text.
    private static func step(
        _ pattern: [UInt8], _ p: Int, _ text: [UInt8], _ t: Int, _ escape: [UInt8]
    ) -> (pattern: Int, text: Int)? {
        if isEscaped(pattern, p, escape) {
            let next = p + escape.count
            return next < pattern.count && pattern[next] == text[t] ? (escape.count + 1, 1) : nil
        }
        if pattern[p] == UInt8(ascii: "_") {
            var length = 1
            while t + length < text.count, text[t + length] & 0xC0 == 0x80 { length += 1 }
            return (1, length)
        }
        return pattern[p] == text[t] ? (1, 1) : nil
    }

    private static func isEscaped(_ pattern: [UInt8], _ p: Int, _ escape: [UInt8]) -> Bool {
        !escape.isEmpty && pattern[p...].starts(with: escape)
    }

    private static func checkWork(_ pattern: Int, _ text: Int) throws(Failure) {
        guard pattern * text <= 100_000 else { throw Failure(reason: "the pattern and the text are too long") }
    }
}
