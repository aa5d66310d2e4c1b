// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Literals of dates, times and intervals, and the current time.
extension SQLParser {
    /// Reads a quoted string after `DATE`, `TIMESTAMP`, `TIME` or `INTERVAL`; returns `nil` if the word is none of
    /// them.
    mutating func dated(_ word: String) throws(Where.Failure) -> SQLTerm? {
        guard ["DATE", "TIMESTAMP", "TIME", "INTERVAL"].contains(word) else { return nil }
        try advance()
        guard case .text(let text) = token.kind else { return nil }
        switch word {
        case "INTERVAL": return try interval(text)
        case "TIME":
            guard let time = SQLParser.time(text) else {
                throw fault("'\(text.prefix(40))' is not a time: write hh:mm:ss")
            }
            return try literal(.text(time), .timeOnly)
        default:
            guard let instant = SQLParser.instant(text) else {
                throw fault("'\(text.prefix(40))' is not a date: write YYYY-MM-DD, or YYYY-MM-DD hh:mm:ss")
            }
            return try literal(.integer(instant.milliseconds), .date)
        }
    }

    /// Reads `CURRENT_DATE`, `CURRENT_TIMESTAMP`, `CURRENT_TIME` or `CURRENT_USER`; returns `nil` for other words.
    mutating func current(_ word: String) throws(Where.Failure) -> SQLTerm? {
        if word == "CURRENT_USER" { return try literal(.text(setting.user ?? ""), .text) }
        guard ["CURRENT_DATE", "CURRENT_TIMESTAMP", "CURRENT_TIME"].contains(word) else { return nil }
        guard let now = setting.now else { throw fault("there is no current time here") }
        switch word {
        case "CURRENT_TIMESTAMP": return try literal(.integer(now.milliseconds), .date)
        case "CURRENT_TIME": return try literal(.text(String(ISO8601.format(now).dropFirst(11).prefix(8))), .timeOnly)
        default:
            let day = SQLParser.instant(String(ISO8601.format(now).prefix(10)))
            return try literal(.integer(day?.milliseconds ?? 0), .date)
        }
    }

    /// Parses `YYYY-MM-DD`, a time after a space or a T, and an offset; the default is UTC.
    static func instant(_ text: String) -> Instant? {
        guard text.utf8.count <= 40 else { return nil }
        var text = ASCII.trimmed(text).replacing(" ", with: "T", maxReplacements: 1)
        if text.utf8.count <= 10 { text += "T00:00:00" }
        if let known = ISO8601.instant(text) { return known }
        return ISO8601.instant(text + "Z")
    }

    /// Parses `hh:mm` or `hh:mm:ss`, as in rows.
    private static func time(_ text: String) -> String? {
        guard text.utf8.count <= 12, let instant = instant("2000-01-01 \(text)") else { return nil }
        return String(ISO8601.format(instant).dropFirst(11).prefix(8))
    }

    // MARK: Intervals

    private static let units: [(name: String, milliseconds: Int64)] = [
        ("DAY", 86_400_000), ("HOUR", 3_600_000), ("MINUTE", 60_000), ("SECOND", 1000),
    ]

    /// Reads `INTERVAL '3 05:32:28' DAY TO SECOND`, `INTERVAL '1' MONTH`.
    private mutating func interval(_ text: String) throws(Where.Failure) -> SQLTerm {
        let index = token.start
        var term = try literal(.integer(0), .interval)
        let first = try unit()
        var last = first
        if isWord("TO") {
            try advance()
            last = try unit()
        }
        let isNegative = text.hasPrefix("-")
        let digits = text.split { !$0.isASCII || !($0.isNumber || $0 == ".") }
        let number: Int64?
        if let from = ["YEAR", "MONTH"].firstIndex(of: first), let to = ["YEAR", "MONTH"].firstIndex(of: last) {
            term.type = .months
            number = SQLParser.total(digits, Array([12, 1][from...max(from, to)]))
        } else if let from = SQLParser.units.firstIndex(where: { $0.name == first }),
            let to = SQLParser.units.firstIndex(where: { $0.name == last }), from <= to
        {
            number = SQLParser.total(digits, SQLParser.units[from...to].map(\.milliseconds))
        } else {
            number = nil
        }
        guard let number, let index = term.literal else {
            throw fault(
                "'\(text.prefix(40))' is not an interval of \(first)\(last == first ? "" : " TO \(last)")", at: index)
        }
        values[index] = .integer(isNegative ? -number : number)
        return term
    }

    private mutating func unit() throws(Where.Failure) -> String {
        guard case .word(let word) = token.kind, word.utf8.count <= 6 else { throw fault("expected DAY, HOUR, …") }
        try advance()
        return word.uppercased()
    }

    private static func total(_ digits: [Substring], _ units: [Int64]) -> Int64? {
        guard digits.count == units.count else { return nil }
        var total = 0.0
        for (text, unit) in zip(digits, units) {
            guard let number = Double(text), number < 1e9 else { return nil }
            total += number * Double(unit)
        }
        return Int64(total)
    }
}
