// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

/// A table with a field of every type, asked by clauses.
@Suite("SQL")
struct SQLTests {
    static let store: FeatureStore = {
        let fields = [
            Field(name: "OBJECTID", type: .objectID), Field(name: "name", type: .string),
            Field(name: "n", type: .integer),
            Field(name: "x", type: .double), Field(name: "date", type: .date), Field(name: "day", type: .dateOnly),
            Field(name: "clock", type: .timeOnly), Field(name: "stamp", type: .timestampOffset),
            Field(name: "GlobalID", type: .globalID), Field(name: "SHAPE.STArea()", type: .double),
        ]
        let rows: [[JSON]] = [
            [
                .int(1), .string("  Ärger  "), .int(7), .double(2.5), .number("1453829340000"), .string("2016-01-26"),
                .string("17:29:00"), .string("2016-01-26T18:29:00+01:00"),
                .string("{879AFCB3-D297-4B64-AE14-81218EA6FBB2}"), .double(1),
            ],
            [
                .int(2), .string("50%_x"), .int(-7), .double(-2.5), .number("-86400000"), .string("1969-12-31"),
                .string("00:00:01"), .string("1969-12-31T00:00:00Z"), .string("af8f5576-4861-4d4b-aa62-929d65378805"),
                .double(2),
            ],
            [.int(3), .null, .null, .null, .null, .null, .null, .null, .null, .null],
        ]
        let features = rows.enumerated().map { Feature(objectID: $0.offset + 1, values: $0.element) }
        return FeatureStore(
            LayerData(geometryType: nil, fields: fields, features: features, extent: nil, displayField: "name"))
    }()

    static func ask(_ clause: String, store: FeatureStore = store) -> JSON {
        var reading = AirportsLayer.reading(["where": clause, "returnidsonly": "true"], store: store)
        // 2016-01-26 17:29 UTC.
        reading.now = Instant(milliseconds: 1_453_829_340_000)
        reading.user = "anna"
        return AirportsLayer.json(AirportsLayer.query(reading))
    }

    @Test(
        "means what PostgreSQL would mean by it",
        arguments: [
            // Arithmetic.
            ("n / 2 = 3", [1]), ("n / 2 = -3", [2]), ("n / 2.0 = 3.5", [1]), ("x / 2 = 1.25", [1]),
            ("7 / 2 = 3", [1, 2, 3]),
            ("n + 1 = 8", [1]), ("n - 1 = 6", [1]), ("n -1 = 6", [1]), ("-n = 7", [2]), ("- 7 = n", [2]),
            ("n * 2 = 14", [1]),
            ("(n + 1) * 2 > 4", [1]), ("2 + 3 * 2 = 8 AND n = 7", [1]), ("n = 7 AND 1=1", [1]),
            ("1=1 AND (1=1)", [1, 2, 3]),
            ("n <> NULL", []), ("n = '7'", [1]), ("x = '2.5'", [1]), ("n IN ('7', 8)", [1]),
            ("ABS(n) = 7", [1, 2]), ("CEILING(x) = 3", [1]), ("FLOOR(x) = -3", [2]), ("ROUND(x, 0) = 3", [1]),
            ("ROUND(x) = -3", [2]), ("ROUND(n, -1) = 10", [1]), ("TRUNCATE(x, 0) = -2", [2]), ("SIGN(n) = -1", [2]),
            ("MOD(n, 4) = -3", [2]), ("POWER(n, 2) = 49", [1, 2]), ("LOG10(ABS(n) + 93) = 2", [1, 2]),
            ("LOG(ABS(n)) > 1.9 AND LOG(ABS(n)) < 1.95", [1, 2]), ("CAST(x AS INTEGER) = 2", [1]),
            ("CAST(n AS VARCHAR(1)) = '7'", [1]), ("CAST(name AS VARCHAR(3)) = '50%'", [2]),
            ("CAST('7' AS INT) = n", [1]),
            ("CAST(n AS DOUBLE PRECISION) / 2 = 3.5", [1]),
            // Texts.
            ("UPPER(name) LIKE '%ÄRGER%'", [1]), ("LOWER(name) LIKE '%ärger%'", [1]), ("name LIKE '%ärger%'", []),
            ("name LIKE '50!%!_x' ESCAPE '!'", [2]), ("CHAR_LENGTH(name) = 9", [1]), ("TRIM(name) = 'Ärger'", [1]),
            ("TRIM(LEADING FROM name) = 'Ärger  '", [1]), ("TRIM(TRAILING 'x' FROM name) = '50%_'", [2]),
            ("TRIM(BOTH '5x' FROM name) = '0%_'", [2]), ("SUBSTRING(name, 3, 2) = 'Är'", [1]),
            ("SUBSTRING(name FROM 1 FOR 2) = '50'", [2]), ("SUBSTRING(name FROM 4) = '_x'", [2]),
            ("POSITION('r' IN name) = 4", [1]), ("POSITION('%', name) = 3", [2]), ("name || '!' = '50%_x!'", [2]),
            ("n || 'a' = '7a'", [1]), ("CONCAT(name, n) = '50%_x-7'", [2]), ("CONCAT('a', name) = 'a'", [3]),
            ("'it''s' = 'it''s' AND n = 7", [1]), ("COALESCE(name, 'none') = 'none'", [3]),
            ("NULLIF(n, 7) IS NULL", [1, 3]),
            ("CASE WHEN n > 0 THEN 'up' WHEN n < 0 THEN 'down' ELSE 'flat' END = 'flat'", [3]),
            ("CASE n WHEN 7 THEN 1 WHEN -7 THEN 2.5 END = 2.5", [2]),
            ("CASE WHEN n = 7 THEN NULL ELSE 1 END IS NULL", [1]),
            // Dates.
            ("date = timestamp '2016-01-26 17:29:00'", [1]), ("date > date '2016-01-26'", [1]),
            ("date = '2016-01-26T17:29:00Z'", [1]), ("date < date '1970-01-01'", [2]),
            ("date BETWEEN date '2016-01-01' AND date '2017-01-01'", [1]), ("date = CURRENT_TIMESTAMP", [1]),
            ("date >= CURRENT_DATE", [1]), ("date >= CURRENT_TIMESTAMP - INTERVAL '1' DAY", [1]),
            ("date + INTERVAL '1 00:00:00' DAY TO SECOND = date '1970-01-01'", [2]),
            ("date + INTERVAL '-1' HOUR = timestamp '2016-01-26 16:29:00'", [1]),
            ("date + INTERVAL '2' MONTH = timestamp '2016-03-26 17:29:00'", [1]),
            ("date - INTERVAL '1-1' YEAR TO MONTH = timestamp '2014-12-26 17:29:00'", [1]),
            ("CURRENT_TIMESTAMP - date > INTERVAL '1' DAY", [2]), ("EXTRACT(YEAR FROM date) = 2016", [1]),
            ("EXTRACT(MONTH FROM day) = 12", [2]), ("EXTRACT(MINUTE FROM clock) = 29", [1]),
            ("day = date '2016-01-26'", [1]), ("day = '2016-01-26'", [1]), ("day < date '2000-01-01'", [2]),
            ("clock = time '17:29:00'", [1]), ("clock < '12:00:00'", [2]),
            ("stamp = timestamp '2016-01-26 17:29:00'", [1]),
            ("stamp = '2016-01-26T17:29:00Z'", [1]), ("date = stamp", [1, 2]), ("day < date", [1]),
            ("CAST(date AS DATE) = date '2016-01-26'", [1]), ("CAST(date AS VARCHAR(10)) = '2016-01-26'", [1]),
            ("CAST('2016-01-26' AS DATE) = day", [1]),
            // Names.
            ("\"date\" IS NULL", [3]), ("DATE IS NOT NULL", [1, 2]), ("SHAPE.STArea() = 2", [2]),
            ("\"SHAPE.STArea()\" = 2", [2]), ("GlobalID = '879afcb3-d297-4b64-ae14-81218ea6fbb2'", [1]),
            ("GlobalID = '{AF8F5576-4861-4D4B-AA62-929D65378805}'", [2]), ("GlobalID IN ('x')", []),
            ("CURRENT_USER = 'anna' AND n = 7", [1]),
        ] as [(String, [Int])])
    func rows(_ clause: String, _ ids: [Int]) {
        let answer = Self.ask(clause)
        #expect(answer["code"] == nil && answer["objectIds"]?.elements?.compactMap(\.integer) ?? [] == ids, "\(answer)")
    }

    @Test(
        "says where a clause goes wrong",
        arguments: [
            ("n = ", 4), ("n = 1 AND nope = 2", 10), ("date = 1453829340000", 0), ("name = 5", 0), ("n = 'x'", 4),
            ("date = 'yesterday'", 7), ("date = date '2016-13-01'", 12), ("n LIKE 7", 0), ("UPPER(n) = 'A'", 6),
            ("name + 1 = 2", 0), ("n = (SELECT 1)", 5), ("FOO(n) = 1", 0), ("n = 1 -- x", 6), ("n = 1 ; DROP", 6),
            ("(n = 1) = (n = 2)", 1), ("n AND n", 0), ("EXTRACT(WEEK FROM date) = 1", 8), ("ROUND(n, 1, 2) = 1", 0),
            ("SUM(n) > 1", 0), ("date > INTERVAL 'x' DAY", 16), ("n = 1 OR NOT", 12), ("CASE n END = 1", 7),
            ("1x = 1", 0), ("n = 0x10", 4), ("n = 1e999", 4), ("CAST(n AS BLOB) = 1", 10), ("n IN (1, 'a')", 9),
        ] as [(String, Int)])
    func faults(_ clause: String, _ offset: Int) {
        do throws(Where.Failure) {
            _ = try Where.parse(clause, fields: Self.store.layer.fields)
            Issue.record("\(clause) passes")
        } catch {
            #expect(error.offset == offset, "\(clause): \(error.reason)")
        }
    }

    @Test(
        "what databases stop at is refused",
        arguments: ["n / 0 = 1", "MOD(n, 0) = 1", "LOG(n - 100) = 1", "CAST(name AS INTEGER) = 1", "POWER(n, 1e9) = 1"])
    func stopped(_ clause: String) {
        #expect(Self.ask(clause)["message"]?.text == "Failed to execute query.")
    }
}
