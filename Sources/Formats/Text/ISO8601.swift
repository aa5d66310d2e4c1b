// SPDX-License-Identifier: Apache-2.0

package import Facts

/// Instants (`2016-01-26T17:29:00Z`) and durations (`PT61M`) as scenarios write them.
package enum ISO8601 {
    package static func format(_ instant: Instant) -> String {
        let date = CivilDate(instant)
        func padded(_ number: Int, _ width: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
        }
        let fraction = date.millisecond == 0 ? "" : "." + padded(date.millisecond, 3)
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))T"
            + "\(padded(date.hour, 2)):\(padded(date.minute, 2)):\(padded(date.second, 2))\(fraction)Z"
    }

    /// Formats a duration in seconds: `PT61M` becomes `PT3660S`.
    package static func format(duration milliseconds: Int64) -> String {
        let (seconds, rest) = milliseconds.magnitude.quotientAndRemainder(dividingBy: 1000)
        let fraction = rest == 0 ? "" : ".\(String(1000 + rest).dropFirst())"
        return "\(milliseconds < 0 ? "-" : "")PT\(seconds)\(fraction)S"
    }

    /// Parses a date and time with `Z` or an offset; seconds may have a fraction. Returns `nil` if it is not one.
    package static func instant(_ text: String) -> Instant? {
        guard
            let match = text.wholeMatch(
                of: /(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:[Zz]|([+-])(\d\d):?(\d\d))/),
            let year = Int(match.1), let month = Int(match.2), let day = Int(match.3), let hour = Int(match.4),
            let minute = Int(match.5)
        else { return nil }
        let fraction = (match.7 ?? "0") + "00"
        guard let millisecond = Int(fraction.prefix(3)),
            let date = CivilDate(
                year: year, month: month, day: day, hour: hour, minute: minute,
                second: match.6.flatMap { Int($0) } ?? 0, millisecond: millisecond)
        else { return nil }
        let offset = (match.9.flatMap { Int64($0) } ?? 0) * 60 + (match.10.flatMap { Int64($0) } ?? 0)
        return date.instant.advanced(minutes: match.8 == "-" ? offset : -offset)
    }

    /// Returns the duration that texts such as `61 minutes`, `90s` or `pt5m` mean, or `nil` if that is unclear.
    package static func duration(meant text: String) -> String? {
        let upper = text.uppercased()
        for guess in [upper, "P\(upper)", "PT\(upper)"] where milliseconds(ofDuration: guess) != nil { return guess }
        guard let match = upper.wholeMatch(of: /\s*(\d{1,9})\s*([A-Z]*)\s*/) else { return nil }
        return switch match.2 {
        case "", "SEC", "SECS", "SECOND", "SECONDS": "PT\(match.1)S"
        case "MIN", "MINS", "MINUTE", "MINUTES": "PT\(match.1)M"
        case "HR", "HRS", "HOUR", "HOURS": "PT\(match.1)H"
        case "DAY", "DAYS": "P\(match.1)D"
        case "WEEK", "WEEKS": "P\(match.1)W"
        default: nil
        }
    }

    /// Returns the instant that a date, or a time without a zone, means, or `nil` if that is unclear.
    package static func instant(meant text: String) -> String? {
        let joined = text.replacing(" ", with: "T")
        return ["\(joined)Z", "\(joined)T00:00:00Z"].first { instant($0) != nil }
    }

    /// Returns the milliseconds of a duration: weeks, days, hours, minutes, and seconds with a fraction; a minus sign
    /// before the P is allowed. Years and months have no fixed length and are refused.
    package static func milliseconds(ofDuration text: String) -> Int64? {
        // By hand, for every start reads durations, and to compile a pattern takes longer than the rest of the file.
        var rest = Array(text.utf8)[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest.removeFirst() }
        guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
        var units = days
        var (total, hasPart, isTime) = (Int64(0), false, false)
        while let byte = rest.first {
            if byte == UInt8(ascii: "T"), !isTime {
                (units, hasPart, isTime) = (times, false, true)
                rest.removeFirst()
                continue
            }
            guard let number = Int64(digits(&rest)), number < 1_000_000_000 else { return nil }
            var fraction: Int64?
            if rest.first == UInt8(ascii: ".") {
                rest.removeFirst()
                let text = digits(&rest)
                guard 1...9 ~= text.utf8.count, rest.first == UInt8(ascii: "S") else { return nil }
                fraction = Int64((text + "00").prefix(3))
            }
            guard let designator = rest.popFirst(), let unit = units.firstIndex(where: { $0.designator == designator })
            else { return nil }
            total += number * units[unit].milliseconds + (fraction ?? 0)
            units.removeFirst(unit + 1)
            hasPart = true
        }
        guard hasPart else { return nil }
        return isNegative ? -total : total
    }

    /// The designators in the order in which they must come, before the T and after it.
    private static let days: [(designator: UInt8, milliseconds: Int64)] = [
        (UInt8(ascii: "W"), 604_800_000), (UInt8(ascii: "D"), 86_400_000),
    ]
    private static let times: [(designator: UInt8, milliseconds: Int64)] = [
        (UInt8(ascii: "H"), 3_600_000), (UInt8(ascii: "M"), 60_000), (UInt8(ascii: "S"), 1000),
    ]

    private static func digits(_ rest: inout ArraySlice<UInt8>) -> String {
        let digits = rest.prefix(while: ASCII.isDigit)
        rest.removeFirst(digits.count)
        return String(decoding: digits, as: UTF8.self)
    }
}
