// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

@testable import Services

@Suite("where")
struct WhereTests {
    /// Object ids of the awkward layer.
    @Test(
        "lets the right rows through",
        arguments: [
            ("1=1", [1, 2, 3, 4]), ("1 = 1 AND 1=1", [1, 2, 3, 4]), ("1=2", []), ("n = 1", [1]), ("N=1", [1]),
            ("n <> 1", [2, 3, 4]), ("n != 1", [2, 3, 4]), ("n > 1", [2, 4]), ("n >= 1 and n < 5", [1, 2]),
            ("name = 'a'", [1]), ("name = 'A'", []), ("name = 'b'", []), ("name IS NULL", [3]),
            ("name is not null", [1, 2, 4]), ("x = 2", [3]), ("x = 0.5 OR n = 5", [1, 4]), ("x > 1", [3, 4]),
            ("NOT n = 1", [2, 3, 4]), ("NOT (n = 1 OR n = 2)", [3, 4]), ("n IN (1, 2, -3)", [1, 2, 3]),
            ("n NOT IN (1,2)", [3, 4]), ("n BETWEEN 1 AND 2", [1, 2]), ("n NOT BETWEEN 1 AND 2", [3, 4]),
            ("quote = 'it''s'", [1]), ("quote LIKE '50%'", [2]), ("quote LIKE '%\\%' ESCAPE '\\'", [2]),
            ("quote LIKE 'a_b'", [3]), ("name LIKE 'A%'", []), ("quote = ''", [4]), ("name = 'é'", [4]),
            ("n = -3", [3]), ("(n = 1)", [1]), ("\"n\" = 1", [1]), ("OBJECTID = 2", [2]),
            ("n = 1 OR n = 2 AND n = 5", [1]),
        ] as [(String, [Int])])
    func rows(_ clause: String, _ ids: [Int]) {
        let json = AirportsLayer.json(
            AirportsLayer.query(
                AirportsLayer.reading(["where": clause, "returnidsonly": "true"], store: AirportsLayer.awkward)))
        #expect(json["objectIds"]?.elements?.compactMap(\.integer) ?? [] == ids, "\(json)")
    }

    @Test(
        "refuses what it does not know, and never hands it to SQLite",
        arguments: [
            "", " ", "n", "n =", "= 1", "n == 1", "n = 1 AND", "n = 'x", "n = 1; DROP TABLE f", "n = 1 --",
            "n = 1 /* */",
            "(n = 1", "n = 1)", "missing = 1", "n IN ()", "name LIKE 'a' ESCAPE 'xx'", "name LIKE 'a' ESCAPE", "1",
            "n = (SELECT 1)", "sqlite_version() = '3'",
            "n = 1 UNION SELECT 1", "c0 = 1", "n BETWEEN 1", "name IS 1", "n = 1 n = 2", "\"\" = 1",
        ])
    func refused(_ clause: String) {
        let result = AirportsLayer.query(
            AirportsLayer.reading(["where": clause, "f": "json"], store: AirportsLayer.awkward))
        guard case .failure(let refused) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(refused.body.code == 400)
        #expect(!refused.verdict.wouldPass.isEmpty)
    }

    @Test("tells an accent that is one letter from one that is two, whichever was asked before")
    func accents() {
        for clause in ["name = 'é'", "name = 'e\u{301}'", "name = 'é'"] {
            let asked = AirportsLayer.reading(
                ["where": clause, "returnidsonly": "true"], store: AirportsLayer.awkward)
            let ids = AirportsLayer.json(AirportsLayer.query(asked))["objectIds"]?.elements?.compactMap(\.integer)
            #expect(ids ?? [] == (clause.unicodeScalars.contains("\u{301}") ? [] : [4]))
        }
    }

    @Test("does not overflow on what nests")
    func depth() {
        let clause = String(repeating: "(", count: 50_000) + "1=1" + String(repeating: ")", count: 50_000)
        #expect(
            AirportsLayer.json(
                AirportsLayer.query(AirportsLayer.reading(["where": clause], store: AirportsLayer.awkward)))["code"]?
                .integer == 400
        )
    }
}

/// Clauses changed at random are refused in words or answered; none ends the process or comes through to SQLite raw.
@Suite("Random clauses")
struct RandomClauseTests {
    @Test("10,000 of them")
    func clauses() {
        var dice = SeededGenerator(seed: 3)
        let texts = [
            "n = 1 AND (name LIKE '5_%' ESCAPE '\\' OR x BETWEEN 0.5 AND 1e10)",
            "NOT n IN (1, -2, 3) OR quote = 'it''s'",
            "name IS NOT NULL AND UPPER(name) <> 'A'", "1=1", "\"n\" >= 2", "OBJECTID < 5",
        ]
        for _ in 0..<10_000 {
            let clause = String(decoding: dice.changed(texts, upTo: 120), as: UTF8.self)
            let reading = AirportsLayer.reading(
                ["where": clause, "returncountonly": "true"], store: AirportsLayer.awkward)
            let json = AirportsLayer.json(AirportsLayer.query(reading))
            #expect(
                json["count"]?.integer.map { (0...4).contains($0) } ?? (json["code"]?.integer == 400),
                "\(clause): \(json)")
        }
    }
}
