// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The rules of comparison. A quoted literal takes the kind of the term beside it: date, number, GUID.
extension SQLParser {
    /// Makes two terms comparable, or throws the reason that they are not.
    mutating func align(_ left: inout SQLTerm, _ right: inout SQLTerm) throws(Where.Failure) {
        for term in [left, right] where term.type == .truth {
            throw fault("a condition cannot be compared", at: term.start)
        }
        try yield(&left, to: right.type)
        try yield(&right, to: left.type)
        switch (left.type, right.type) {
        case (.guid, .text), (.text, .guid), (.guid, .guid):
            (left, right) = (called("mp_guid", left, .guid), called("mp_guid", right, .guid))
        case (.timestampOffset, .timestampOffset), (.timestampOffset, .date), (.date, .timestampOffset),
            (.date, .dateOnly), (.dateOnly, .date):
            (left, right) = (instant(left), instant(right))
        default: break
        }
        let (one, other) = (left.type, right.type)
        if one == other || one == .null || other == .null || (one.isNumber && other.isNumber) { return }
        let advice =
            (one == .date && other.isNumber) || (other == .date && one.isNumber)
            ? ": write timestamp 'YYYY-MM-DD hh:mm:ss'"
            : one.isNumber || other.isNumber ? ": put texts in quotes" : ""
        throw fault("\(one.wording) cannot be compared with \(other.wording)\(advice)", at: left.start)
    }

    /// Converts a literal to the kind of the other term.
    private mutating func yield(_ term: inout SQLTerm, to other: SQLType) throws(Where.Failure) {
        guard let index = term.literal else { return }
        switch (values[index], term.type, other) {
        case (.text(let text), .text, .date), (.text(let text), .text, .timestampOffset):
            guard let instant = SQLParser.instant(text) else {
                throw fault("'\(text.prefix(40))' is not a date", at: term.start)
            }
            (values[index], term.type) = (.integer(instant.milliseconds), .date)
        case (.text(let text), .text, .whole), (.text(let text), .text, .real):
            if let whole = Int64(text) {
                (values[index], term.type) = (.integer(whole), .whole)
            } else if let real = Double(text), real.isFinite {
                (values[index], term.type) = (.double(real), .real)
            } else {
                throw fault("'\(text.prefix(40))' is not a number", at: term.start)
            }
        case (.text(let text), .text, .dateOnly):
            guard let instant = SQLParser.instant(text) else {
                throw fault("'\(text.prefix(40))' is not a date", at: term.start)
            }
            (values[index], term.type) = (.text(String(ISO8601.format(instant).prefix(10))), .dateOnly)
        case (_, .text, .timeOnly): term.type = .timeOnly
        case (.integer(let milliseconds), .date, .dateOnly):
            let day = ISO8601.format(Instant(milliseconds: milliseconds)).prefix(10)
            (values[index], term.type) = (.text(String(day)), .dateOnly)
        default: break
        }
    }

    /// Returns a string of rows that means an instant, as an instant.
    func instant(_ term: SQLTerm) -> SQLTerm { term.type == .date ? term : called("mp_instant", term, .date) }

    private func called(_ function: String, _ term: SQLTerm, _ type: SQLType) -> SQLTerm {
        guard !term.sql.hasPrefix(function) else { return term }
        var term = term
        (term.sql, term.type, term.height) = ("\(function)(\(term.sql))", type, term.height + 1)
        return term
    }

    /// Returns the common type of alternative values: `CASE`, `COALESCE`.
    mutating func unite(_ terms: inout [SQLTerm]) throws(Where.Failure) -> SQLType {
        let known = terms.firstIndex { $0.type != .null && $0.literal == nil }
        guard let lead = known ?? terms.firstIndex(where: { $0.type != .null }) else { return .null }
        for index in terms.indices where index != lead {
            var (one, other) = (terms[lead], terms[index])
            try align(&one, &other)
            (terms[lead], terms[index]) = (one, other)
        }
        return terms.contains { $0.type == .real } ? .real : terms[lead].type
    }
}
