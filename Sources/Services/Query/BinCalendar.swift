// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The calendar of bins: units of time in a zone, which begin where the calendar begins them (documented of `dateBin`).
struct BinCalendar: Sendable {
    /// A unit with its names, singular and plural.
    enum Unit: String, Sendable, CaseIterable {
        case millisecond, second, minute, hour, day, week, month, quarter, year

        init?(named name: String) {
            let word = name.lowercased()
            guard let unit = Unit.allCases.first(where: { word == $0.rawValue || word == "\($0.rawValue)s" }) else {
                return nil
            }
            self = unit
        }

        /// The length in milliseconds, if all are equally long on a clock.
        var fixed: Int64? {
            switch self {
            case .millisecond: 1
            case .second: 1000
            case .minute: 60_000
            case .hour: 3_600_000
            default: nil
            }
        }

        /// Returns whether so many of the unit are no longer than three million years, to which one can add others.
        func canCount(_ number: Int) -> Bool {
            let day = 86_400_000.0
            let one =
                fixed.map { Double($0) } ?? (self == .day || self == .week ? Double(days) : 31 * Double(months)) * day
            return abs(Double(number)) * one <= Double(BinCalendar.farthest)
        }

        /// The length in days or in months.
        fileprivate var days: Int64 { self == .week ? 7 : 1 }
        fileprivate var months: Int { self == .year ? 12 : self == .quarter ? 3 : 1 }
    }

    var zone = ZoneRules.utc
    /// The day with which weeks begin, from 1 for Monday to 7 for Sunday.
    var firstDay = 7

    /// How far from 1970 one counts, in milliseconds: some three million years.
    static let farthest: Int64 = 100_000_000_000_000_000

    /// Returns the instant of a number, or the farthest one that is counted to.
    static func instant(_ milliseconds: Double) -> Int64 {
        min(max(Int64(within: milliseconds), -farthest), farthest)
    }

    private static let day: Int64 = 86_400_000

    /// Returns the beginning of the unit that an instant is in.
    func start(of unit: Unit, _ instant: Int64) -> Int64 {
        var local = CivilDate(Instant(milliseconds: instant + zone.offset(at: instant)))
        local.millisecond = 0
        switch unit {
        case .millisecond: return instant
        case .second, .minute, .hour:
            if unit != .second { local.second = 0 }
            if unit == .hour { local.minute = 0 }
        case .day, .week: (local.hour, local.minute, local.second) = (0, 0, 0)
        case .month, .quarter, .year:
            (local.day, local.hour, local.minute, local.second) = (1, 0, 0, 0)
            if unit == .quarter { local.month = (local.month - 1) / 3 * 3 + 1 }
            if unit == .year { local.month = 1 }
        }
        var shown = local.instant.milliseconds
        if unit == .week { shown -= Int64((local.weekday - firstDay + 7) % 7) * BinCalendar.day }
        return zone.instant(showing: shown)
    }

    /// Returns an instant a number of units later. A day that a month does not have is its last.
    func add(_ number: Int, _ unit: Unit, to instant: Int64) -> Int64 {
        if let fixed = unit.fixed { return instant + fixed * Int64(number) }
        let shown = instant + zone.offset(at: instant)
        if unit == .day || unit == .week {
            return zone.instant(showing: shown + Int64(number) * unit.days * BinCalendar.day)
        }
        let local = CivilDate(Instant(milliseconds: shown))
        let count = local.year * 12 + local.month - 1 + number * unit.months
        let (year, month) = (count >= 0 ? count / 12 : (count - 11) / 12, (count % 12 + 12) % 12 + 1)
        for day in stride(from: local.day, through: 1, by: -1) {
            let moved = CivilDate(
                year: year, month: month, day: day, hour: local.hour, minute: local.minute, second: local.second,
                millisecond: local.millisecond)
            if let moved { return zone.instant(showing: moved.instant.milliseconds) }
        }
        return instant
    }
}
