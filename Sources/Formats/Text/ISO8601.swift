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
        let pattern = /(-?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,9}))?S)?)?/
        guard let match = text.wholeMatch(of: pattern), text.last?.isNumber == false, !text.hasSuffix("P"),
            !text.hasSuffix("T")
        else { return nil }
        var total: Int64 = 0
        for (part, unit) in [
            (match.2, Int64(604_800_000)), (match.3, 86_400_000), (match.4, 3_600_000), (match.5, 60_000),
            (match.6, 1000),
        ] {
            guard let part else { continue }
            guard let number = Int64(part), number < 1_000_000_000 else { return nil }
            total += number * unit
        }
        if let fraction = match.7, let milliseconds = Int64((fraction + "00").prefix(3)) { total += milliseconds }
        return match.1 == "-" ? -total : total
    }
}
