// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("Bins of calendar units")
struct BinCalendarTests {
    private func edges(
        _ unit: BinCalendar.Unit, from low: String, to high: String, zone: String = "UTC",
        snap: BinInterval.Calendar.Snap? = nil
    ) throws -> [String] {
        var calendar = BinInterval.Calendar()
        calendar.calendar.zone = try #require(ZoneRules(zone))
        calendar.unit = unit
        calendar.snap = snap
        calendar.isFull = true
        let (from, to) = (try #require(ISO8601.instant(low)), try #require(ISO8601.instant(high)))
        let found = try #require(calendar.edges((Double(from.milliseconds), Double(to.milliseconds))))
        return found.bins.map { ISO8601.format(Instant(milliseconds: Int64($0.lower))) }
    }

    @Test("an hour that clocks skip at the beginning of a month moves none of the months after it")
    func skipped() throws {
        // Lord Howe put its clocks forward by half an hour at midnight on March 1st, 1981.
        let found = try edges(
            .month, from: "1981-02-10T00:00:00Z", to: "1981-05-02T00:00:00Z", zone: "Australia/Lord_Howe")
        #expect(
            found == ["1981-01-31T14:00:00Z", "1981-02-28T14:00:00Z", "1981-03-31T13:30:00Z", "1981-04-30T13:30:00Z"])
        let later = try edges(
            .month, from: "1981-03-10T00:00:00Z", to: "1981-04-02T00:00:00Z", zone: "Australia/Lord_Howe")
        #expect(later == ["1981-02-28T14:00:00Z", "1981-03-31T13:30:00Z"])
    }

    @Test("a short month moves none after it, forwards and back")
    func short() throws {
        let found = try edges(.month, from: "2021-01-31T00:00:00Z", to: "2021-04-01T00:00:00Z", snap: .first)
        #expect(found == ["2021-01-31T00:00:00Z", "2021-02-28T00:00:00Z", "2021-03-31T00:00:00Z"])
        let back = try edges(.month, from: "2021-01-15T00:00:00Z", to: "2021-03-31T00:00:00Z", snap: .last)
        #expect(back == ["2020-12-31T00:00:00Z", "2021-01-31T00:00:00Z", "2021-02-28T00:00:00Z"])
    }
}
