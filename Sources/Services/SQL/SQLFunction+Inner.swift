// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The functions that casts, dates and operators need in SQLite.
extension SQLFunction {
    static let inner: [SQLFunction] = [
        division, substring, trim, position, guid, wholeCast, realCast, textCast, stamp, instant, day, extract,
        addMonths,
        like,
    ]

    /// Rounds to the nearest integer, and halves to even, like PostgreSQL's cast of a double.
    private static let wholeCast = SQLFunction(sql: "mp_whole") { values throws(Failure) in
        switch values[0] {
        case .integer(let number)?: return .integer(number)
        case .double(let number)?:
            guard let whole = Int64(exactly: number.rounded(.toNearestOrEven)) else {
                throw Failure(reason: "\(number) is too large")
            }
            return .integer(whole)
        case .text(let text)?:
            guard let whole = Int64(ASCII.trimmed(text)) else { throw Failure(reason: "a text is not an integer") }
            return .integer(whole)
        case nil: return nil
        }
    }

    private static let realCast = SQLFunction(sql: "mp_real") { values throws(Failure) in
        if case .text(let text)? = values[0] {
            guard let number = Double(ASCII.trimmed(text)) else { throw Failure(reason: "a text is not a number") }
            return try finite(number)
        }
        return .double(values[0]?.number ?? 0)
    }

    /// Truncates to a size, if given.
    private static let textCast = SQLFunction(sql: "mp_text", counts: 1...2) { values throws(Failure) in
        let text = values[0]?.text ?? ""
        guard values.count > 1, case .integer(let size)? = values[1], size >= 0 else { return .text(text) }
        var part = String.UnicodeScalarView()
        part.append(contentsOf: text.unicodeScalars.prefix(Int(size)))
        return .text(String(part))
    }

    /// Formats milliseconds as `YYYY-MM-DD hh:mm:ss`.
    private static let stamp = SQLFunction(sql: "mp_stamp") { values throws(Failure) in
        .text(ISO8601.format(try moment(values[0])).replacing("T", with: " ").replacing("Z", with: ""))
    }

    private static let instant = SQLFunction(sql: "mp_instant") { values throws(Failure) in
        .integer(try moment(values[0]).milliseconds)
    }

    /// Returns midnight of the day.
    private static let day = SQLFunction(sql: "mp_day") { values throws(Failure) in
        let text = ISO8601.format(try moment(values[0])).prefix(10)
        return (SQLParser.instant(String(text))?.milliseconds).map(Value.integer)
    }

    private static let extract = SQLFunction(sql: "mp_extract", counts: 2...2) { values throws(Failure) in
        let date = CivilDate(try moment(values[1]))
        let parts = [date.year, date.month, date.day, date.hour, date.minute, date.second]
        return .integer(Int64(parts[Int(values[0]?.number ?? 0)]))
    }

    /// Adds months; a day that the month does not have becomes its last.
    private static let addMonths = SQLFunction(sql: "mp_add_months", counts: 2...2) { values throws(Failure) in
        let old = try moment(values[0])
        let date = CivilDate(old)
        let months = date.year * 12 + date.month - 1 + Int(max(-1e6, min(1e6, values[1]?.number ?? 0)))
        let (year, month) = (months >= 0 ? months / 12 : (months - 11) / 12, ((months % 12) + 12) % 12 + 1)
        for day in stride(from: date.day, through: 28, by: -1) + [date.day] {
            let new = CivilDate(
                year: year, month: month, day: day, hour: date.hour, minute: date.minute, second: date.second,
                millisecond: date.millisecond)
            if let new { return .integer(new.instant.milliseconds) }
        }
        throw Failure(reason: "no such date")
    }

    /// Returns an instant; years out of range would overflow the calendar's arithmetic.
    private static func moment(_ value: Value?) throws(Failure) -> Instant {
        switch value {
        case .text(let text)?:
            if let instant = SQLParser.instant(text) { return instant }
            if let time = SQLParser.instant("1970-01-01 \(text)") { return time }
            throw Failure(reason: "a text is not a date")
        case let value:
            let number = value?.number ?? 0
            guard number.magnitude < 1e15 else { throw Failure(reason: "no such date") }
            return Instant(milliseconds: Int64(number))
        }
    }
}
