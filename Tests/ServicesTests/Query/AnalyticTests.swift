// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Services

/// `queryAnalytic`, worked out by hand: SQL:2003 6.10 says what window functions are.
@Suite("Analytics")
struct AnalyticTests {
    /// Kinds a, a, b, b and b with sizes 1, 3, 2, 2 and 5.
    private static func ask(
        _ analytics: String, _ more: [(String, String)] = [], version: String = "online"
    ) -> (json: JSON, rules: [String]) {
        var grove = TreesService(version)
        let rows: [(String, Int)] = [("a", 1), ("a", 3), ("b", 2), ("b", 2), ("b", 5)]
        let data = LayerData(
            geometryType: nil,
            fields: [
                Field(name: "OBJECTID", type: .objectID), Field(name: "kind", type: .string, length: 1),
                Field(name: "size", type: .integer),
            ],
            features: rows.enumerated().map { index, row in
                Feature(objectID: index + 1, values: [.int(index + 1), .string(row.0), .int(row.1)])
            }, extent: nil, displayField: "kind")
        grove.service.layers[0] = Layer(id: 0, name: "T", store: FeatureStore(data))
        let answer = grove.ask(
            "0/queryAnalytic", [("outAnalytics", analytics), ("outFields", "OBJECTID")] + more)
        return (answer.json, answer.rules)
    }

    private static func one(_ type: String, _ parameters: String = "", field: String = "size") -> String {
        #"[{"analyticType":"\#(type)","onAnalyticField":"\#(field)","outAnalyticFieldName":"v","analyticParameters":{\#(parameters)}}]"#
    }

    private static func values(_ json: JSON) -> [Double?] {
        (json["features"]?.elements ?? []).map { $0["attributes"]?["v"]?.double }
    }

    private static let by = #""partitionBy":"kind""#
    private static let sorted = #""partitionBy":"kind","orderBy":"size""#

    private static let cases: [(String, String, [Double])] = [
        ("SUM", by, [4, 4, 9, 9, 9]), ("COUNT", by, [2, 2, 3, 3, 3]), ("MIN", "", [1, 1, 1, 1, 1]),
        ("MAX", by, [3, 3, 5, 5, 5]), ("AVG", by, [2, 2, 3, 3, 3]), ("VAR", by, [2, 2, 3, 3, 3]),
        (
            "STDDEV", by,
            [1.4142135623730951, 1.4142135623730951, 1.7320508075688772, 1.7320508075688772, 1.7320508075688772]
        ),
        ("SUM", sorted, [1, 4, 4, 4, 9]), ("RANK", sorted, [1, 2, 1, 1, 3]),
        ("DENSE_RANK", sorted, [1, 2, 1, 1, 2]),
        ("ROW_NUMBER", #""orderBy":"size DESC, OBJECTID""#, [5, 2, 3, 4, 1]),
        ("PERCENT_RANK", sorted, [0, 1, 0, 0, 1]), ("CUM_DIST", #""orderBy":"kind""#, [0.4, 0.4, 1, 1, 1]),
        ("NTILE", #""orderBy":"OBJECTID","offset":2"#, [1, 1, 1, 2, 2]),
        ("FIRST_VALUE", #""partitionBy":"kind","orderBy":"size DESC""#, [3, 3, 5, 5, 5]),
        ("PERCENTILE_CONT", #""partitionBy":"kind","value":0.5"#, [2, 2, 2, 2, 2]),
        ("PERCENTILE_DISC", #""partitionBy":"kind","value":1"#, [3, 3, 5, 5, 5]),
        (
            "SUM",
            #""orderBy":"OBJECTID","windowFrame":{"type":"ROWS","extent":{"extentType":"PRECEDING","PRECEDING":{"type":"NUMERIC_CONSTANT","value":1}}}"#,
            [1, 4, 5, 4, 7]
        ),
        (
            "VAR",
            #""orderBy":"OBJECTID","windowFrame":{"type":"ROWS","extent":{"extentType":"BOUNDARY","BOUNDARY":{"start":"NUMERIC_PRECEDING","startValue":1,"end":"NUMERIC_FOLLOWING","endValue":1}}}"#,
            [2, 1, 0.3333333333333333, 3, 4.5]
        ),
    ]

    @Test("each function", arguments: cases)
    func functions(_ type: String, _ parameters: String, _ expected: [Double]) {
        let found = Self.values(Self.ask(Self.one(type, parameters)).json)
        #expect(found.count == expected.count)
        for (one, other) in zip(found, expected) { #expect(abs((one ?? .nan) - other) < 1e-12, "\(found)") }
    }

    @Test("rows before and after, and none at the ends")
    func neighbors() {
        #expect(Self.values(Self.ask(Self.one("LAG", #""orderBy":"OBJECTID""#)).json) == [nil, 1, 3, 2, 2])
        #expect(
            Self.values(Self.ask(Self.one("LEAD", #""orderBy":"OBJECTID","offset":2"#)).json) == [2, 2, 5, nil, nil])
    }

    @Test("functions see the rows of where; analyticWhere, order and pages are of what comes of them")
    func filters() {
        let sum = Self.one("SUM", Self.by)
        #expect(Self.values(Self.ask(sum, [("where", "size > 1")]).json) == [3, 9, 9, 9])
        #expect(Self.values(Self.ask(sum, [("analyticWhere", "v > 4")]).json) == [9, 9, 9])
        let last = Self.ask(
            Self.one("ROW_NUMBER", #""orderBy":"size""#), [("orderByFields", "v DESC"), ("resultRecordCount", "2")])
        #expect(Self.values(last.json) == [5, 4])
        #expect(last.json["exceededTransferLimit"] == .bool(true))
        #expect(last.json["fields"]?.elements?.compactMap { $0["name"]?.text } == ["OBJECTID", "v"])
        #expect(Self.ask(sum, [("returnCountOnly", "true")]).json == .object([.init("count", .int(5))]))
    }

    @Test(
        "what cannot be read",
        arguments: [
            "", "x", "[]", one("LINEAR_REGRESSION"), one("SUM", field: "kind"), one("NTILE"),
            one("PERCENTILE_CONT"), one("SUM", #""windowFrame":{"type":"ROWS","extent":{"extentType":"NEXT"}}"#),
            one("SUM").replacing("\"v\"", with: "\"size\""),
        ])
    func refused(_ analytics: String) {
        #expect(Self.ask(analytics).rules == ["query.bad-parameter"])
    }

    @Test("layers that do not announce it refuse it; fields are known")
    func announced() {
        #expect(Self.ask(Self.one("SUM"), version: "10.9.1").rules == ["query.not-supported"])
        #expect(Self.ask(Self.one("SUM"), version: "11.4").rules.isEmpty)
        #expect(Self.ask(Self.one("SUM", field: "nope")).rules == ["query.unknown-field"])
        #expect(Self.ask(Self.one("SUM"), [("analyticWhere", "nope = 1")]).rules == ["query.unknown-field"])
    }
}
