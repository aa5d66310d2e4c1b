// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("Time zones")
struct ZoneRulesTests {
    @Test(
        "offsets in hours at an instant",
        arguments: [
            ("UTC", "2021-07-01T00:00:00Z", 0), ("America/Los_Angeles", "2021-01-01T00:00:00Z", -8),
            ("America/Los_Angeles", "2021-03-14T09:59:59Z", -8), ("America/Los_Angeles", "2021-03-14T10:00:00Z", -7),
            ("Europe/Berlin", "2021-07-01T00:00:00Z", 2), ("US/Arizona", "2021-07-01T00:00:00Z", -7),
            ("Asia/Tokyo", "1900-01-01T00:00:00Z", 9),
        ])
    func offsets(_ name: String, _ instant: String, _ hours: Int64) throws {
        let zone = try #require(ZoneRules(name))
        let at = try #require(ISO8601.instant(instant)).milliseconds
        #expect(zone.offset(at: at) == hours * 3_600_000)
    }

    @Test("a time that clocks show twice is the first, one that they skip is after the change")
    func changes() throws {
        let zone = try #require(ZoneRules("America/Los_Angeles"))
        func instant(_ text: String) -> String {
            let shown = ISO8601.instant(text + "Z")?.milliseconds ?? 0
            return ISO8601.format(.init(milliseconds: zone.instant(showing: shown)))
        }
        #expect(instant("2021-11-07T01:30:00") == "2021-11-07T08:30:00Z")
        #expect(instant("2021-03-14T02:30:00") == "2021-03-14T10:30:00Z")
        #expect(instant("2021-06-01T00:00:00") == "2021-06-01T07:00:00Z")
        #expect(instant("2021-03-14T00:00:00") == "2021-03-14T08:00:00Z")
    }

    @Test(
        "what is no name has no rules", arguments: ["", "../passwd", "/etc/passwd", "Mars/Olympus", "a b", "zone.tab"])
    func none(_ name: String) { #expect(ZoneRules(name) == nil) }

    @Test("what is no file is not read", arguments: [0, 3, 43, 44, 60])
    func broken(_ length: Int) {
        let bytes = Array("TZif2".utf8) + [UInt8](repeating: 255, count: 100)
        #expect(ZoneRules(file: Array(bytes.prefix(length))) == nil)
    }

    @Test("half an hour of summer time: midnight before the change is not after it")
    func halves() throws {
        let zone = try #require(ZoneRules("Australia/Lord_Howe"))
        let shown = ISO8601.instant("1998-10-25T00:00:00Z")?.milliseconds ?? 0
        #expect(zone.instant(showing: shown) == 909_235_800_000)
    }
}
