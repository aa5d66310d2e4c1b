// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@testable import Services

/// Clauses that mean harm: refused, or answered, or stopped when their time is up, and never handed to SQLite as they are.
@Suite("Hostile clauses", .serialized)
struct AttackTests {
    private static func many(_ text: String, _ count: Int, _ separator: String) -> String {
        Array(repeating: text, count: count).joined(separator: separator)
    }

    static let clauses: [(what: String, clause: String)] = [
        ("a second statement", "1=1; DROP TABLE f"), ("a union", "1=1 UNION SELECT sql FROM sqlite_master"),
        ("a subquery", "OBJECTID IN (SELECT c0 FROM f)"), ("an inner name", "c0 = 1"), ("the table", "f.c0 = 1"),
        ("a comment", "1=1/**/"), ("a function of SQLite's", "load_extension('x') = 1"),
        ("a function of ours", "mp_divide(1, 0) = 1"), ("a pragma", "PRAGMA writable_schema=1"),
        ("a blob", "NAME = x'00'"), ("a parameter", "OBJECTID = ?1"), ("a zero byte", "NAME = 'a\u{0}b'"),
        ("50,000 parentheses", String(repeating: "(", count: 50_000) + "1=1" + String(repeating: ")", count: 50_000)),
        ("50,000 NOTs", String(repeating: "NOT ", count: 50_000) + "1=1"),
        ("50,000 minus signs", String(repeating: "- ", count: 50_000) + "1 = 1"),
        (
            "functions in functions",
            String(repeating: "ABS(", count: 1000) + "1" + String(repeating: ")", count: 1000) + " = 1"
        ),
        ("a megabyte of blanks", String(repeating: " ", count: 1_000_000)),
        ("a megabyte of text", "NAME = '" + String(repeating: "a", count: 1_000_000) + "'"),
        ("a megabyte of digits", "OBJECTID = " + String(repeating: "9", count: 1_000_000)),
        ("a megabyte of a name", String(repeating: "a", count: 1_000_000) + " = 1"),
        ("an open quote", "NAME = '" + String(repeating: "''", count: 500_000)),
        ("200,000 ids", "OBJECTID IN (\(many("1", 200_000, ",")))"),
        ("30,000 ids", "OBJECTID IN (\(many("1", 30_000, ",")))"),
        ("100,000 ORs", many("OBJECTID=1", 100_000, " OR ")), ("2,000 ORs", many("OBJECTID=1", 2000, " OR ")),
        ("2,000 ORs of fields", many("NAME=IATA", 2000, " OR ")), ("2,000 ANDs", many("NAME<>IATA", 2000, " AND ")),
        ("2,000 ANDs on ids", many("OBJECTID>1", 2000, " AND ")),
        ("100,000 sums", "OBJECTID = " + many("1", 100_000, " + ")),
        ("100,000 joins", "NAME = " + many("NAME", 100_000, "||")),
        ("a pattern that goes back", "NAME LIKE '\(many("%a", 400, ""))b'"),
        ("a long pattern", "NAME LIKE '\(many("%", 5000, ""))'"),
        ("texts that grow", "\(many("NAME || NAME || NAME || NAME", 50, " || ")) LIKE '\(many("%a", 100, ""))'"),
        (
            "patterns that almost fit",
            many("NAME || '\(many("a", 900, ""))' LIKE '%\(many("a", 100, ""))b'", 50, " OR ")
        ),
        ("2,000 patterns", many("NAME LIKE '%zz%'", 2000, " OR ")),
        ("500 cases", "CASE \(many("WHEN NAME = 'a' THEN 1", 500, " ")) END = 1"),
    ]

    @Test(
        "are given up soon after their time", arguments: Sample.of(clauses.indices, each: 5))
    func inTime(_ index: Int) {
        let (what, clause) = Self.clauses[index]
        let reading = AirportsLayer.reading(
            ["where": clause, "returncountonly": "true"], store: AirportTests.thousands)
        // The indexes are there before: they are made once.
        for field in ["OBJECTID", "NAME", "IATA"] {
            _ = AirportsLayer.query(AirportsLayer.reading(["where": "\(field) = '1'"], store: AirportTests.thousands))
        }
        let began = Self.threadTime
        let answer = Deadline.$longest.withValue(0.4) { AirportsLayer.json(AirportsLayer.query(reading)) }
        let taken = Self.threadTime - began
        #expect(answer["count"]?.integer != nil || answer["code"]?.integer != nil, "\(what): \(answer)")
        #expect(taken < Self.limit, "\(what)")
    }

    /// Seconds, of a machine that is several times slower than most: without a limit, these take minutes or for ever.
    /// Sanitizers slow all down, and `make sanitize` says by how much at most.
    private static var limit: Double {
        4 * (unsafe getenv("MOCK_PORTAL_SLOWER").flatMap { unsafe Double(String(cString: $0)) } ?? 1)
    }

    /// Of the processor: other tests run beside this one.
    private static var threadTime: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    @Test(
        "are refused in the words of a server",
        arguments: clauses.indices.filter { $0 < 22 && $0 != 11 })
    func refused(_ index: Int) {
        let reading = AirportsLayer.reading(["where": Self.clauses[index].clause], store: AirportsLayer.awkward)
        guard case .failure(let refused) = AirportsLayer.query(reading) else {
            Issue.record("\(Self.clauses[index].what) passes")
            return
        }
        #expect(refused.body.message == "Failed to execute query." && !refused.verdict.facts.isEmpty)
    }

    @Test(
        "in every other parameter that takes names or SQL",
        arguments: ["1; DROP TABLE f", "c0", "sqlite_version()", "'", "x'00'"])
    func elsewhere(_ text: String) {
        for name in ["outfields", "orderbyfields", "groupbyfieldsforstatistics", "having", "objectids"] {
            let statistics = #"[{"statisticType":"count","onStatisticField":"n","outStatisticFieldName":"c"}]"#
            var parameters = ["where": "1=1", name: text]
            if name == "groupbyfieldsforstatistics" || name == "having" { parameters["outstatistics"] = statistics }
            let answer = AirportsLayer.json(
                AirportsLayer.query(AirportsLayer.reading(parameters, store: AirportsLayer.awkward)))
            #expect(answer["code"]?.integer == 400, "\(name)=\(text): \(answer)")
        }
    }
}

/// 28,000 rows, as many as there are airports.
enum AirportTests {
    static let thousands: FeatureStore = {
        let known = AirportsLayer.airports.layer
        let features = (1...28_000).map { id -> Feature in
            var row = known.features[id % known.features.count]
            (row.objectID, row.values[0]) = (id, .int(id))
            return row
        }
        return FeatureStore(
            LayerData(
                geometryType: .point, fields: known.fields, features: features, extent: known.extent,
                displayField: known.displayField))
    }()
}
