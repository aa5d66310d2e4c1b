// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

/// How rows come, by every parameter that shapes them: worked out by hand from
/// docs/reference/query.md#parameters-and-defaults and docs/reference/query.md#answers and the documentation of the
/// layer's query.
@Suite("What shapes the rows of a query")
struct QueryResultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var asked: [(String, String)]
        /// The answer from `features` on, without the last brace.
        var features: String
        var layer = 0
        var version = "11.4"

        init(_ features: String, layer: Int = 0, version: String = "11.4", _ asked: (String, String)...) {
            (self.asked, self.features, self.layer, self.version) = (asked, features, layer, version)
        }

        var testDescription: String { "\(layer) \(version) \(Form.encode(asked))" }
    }

    private static let a: [(String, String)] = [("objectIds", "1"), ("outFields", "Name")]
    private static let square: [(String, String)] = [("objectIds", "2"), ("outFields", "OBJECTID")]

    private static func station(_ geometry: String, _ more: (String, String)...) -> Case {
        var row = Case(#"[{"attributes":{"Name":"A"},"geometry":\#(geometry)}]"#)
        row.asked = a + more
        return row
    }

    private static func last(_ geometry: String, _ more: (String, String)...) -> Case {
        var row = Case(#"[{"attributes":{"Name":"D"},"geometry":\#(geometry)}]"#)
        row.asked = [("objectIds", "4"), ("outFields", "Name")] + more
        return row
    }

    private static func plot(_ members: String, _ more: (String, String)...) -> Case {
        var row = Case(#"[{"attributes":{"OBJECTID":2},\#(members)}]"#, layer: 1)
        row.asked = square + more
        return row
    }

    private static func grid(_ members: String) -> (String, String) {
        let sides = #""xmin":-1,"ymin":-1,"xmax":3,"ymax":3"#
        return ("quantizationParameters", #"{"extent":{\#(sides)}\#(members)}"#)
    }

    /// x and y alone are rounded; of z and m nothing is said unless it is asked for, and an unset measure is null.
    static let points: [Case] = [
        station(#"{"x":0.0,"y":0.0}"#), station(#"{"x":0.0,"y":0.0,"z":5.0}"#, ("returnZ", "true")),
        station(#"{"x":0.0,"y":0.0,"m":1.0}"#, ("returnM", "true")),
        station(#"{"x":0.0,"y":0.0,"z":5.0,"m":1.0}"#, ("returnZ", "true"), ("returnM", "true")),
        Case(
            #"[{"attributes":{},"geometry":{"x":2.0,"y":0.0,"m":null}}]"#, version: "online", ("objectIds", "3"),
            ("returnM", "true")),
        last(#"{"x":27830.0,"y":111325.0}"#, ("outSR", "102100"), ("geometryPrecision", "0")),
        last(#"{"x":27829.9,"y":111325.1}"#, ("outSR", "3857"), ("geometryPrecision", "1")),
        last(#"{"x":0.3,"y":1.0,"z":8.0}"#, ("geometryPrecision", "1"), ("returnZ", "true")),
        // The grid: (0 + 1) / 0.5 to the right, (3 - 0) / 0.5 down, or (0 + 1) / 0.5 up.
        station(#"{"x":2,"y":6}"#, grid(#","tolerance":0.5"#)),
        station(#"{"x":2,"y":2}"#, grid(#","tolerance":0.5,"originPosition":"lowerLeft""#)),
        station(#"{"x":2,"y":6}"#, grid(""), ("maxAllowableOffset", "0.5")),
        // 10,000 cells where nothing says how wide they are; full resolution to edit (documented).
        station(#"{"x":2500,"y":7500}"#, grid("")),
        station(#"{"x":1000000000,"y":3000000000}"#, grid(#","tolerance":0.5,"mode":"edit""#)),
    ]

    static let polygons: [Case] = [
        plot(#""geometry":{"rings":[[[10.0,10.0],[10.0,12.0],[12.0,12.0],[12.0,10.0],[10.0,10.0]]]}"#),
        plot(#""centroid":{"x":11.0,"y":11.0}"#, ("returnGeometry", "false"), ("returnCentroid", "true")),
        // The first position as it lies on the grid, the others counted from the one before.
        plot(
            #""geometry":{"rings":[[[0,4],[0,-2],[2,0],[0,2],[-2,0]]]}"#,
            ("quantizationParameters", #"{"extent":{"xmin":10,"ymin":10,"xmax":14,"ymax":14},"tolerance":1}"#)),
        Case(
            #"[{"attributes":{"OBJECTID":1},"geometry":{"rings":[[[0.0,0.0],[0.0,4.0],[4.0,4.0],[4.0,0.0],[0.0,0.0]]]}}]"#,
            layer: 1, ("objectIds", "1"), ("maxAllowableOffset", "0.5"), ("outFields", "*")),
    ]

    private static let two = #"[{"attributes":{"Size":1}},{"attributes":{"Size":2}}]"#
    private static let four =
        #"[{"attributes":{"Size":1}},{"attributes":{"Size":2}},{"attributes":{"Size":3}},{"attributes":{"Size":4}}]"#
    private static let more = #","exceededTransferLimit":true"#

    private static func sizes(_ features: String, version: String = "11.4", _ asked: (String, String)...) -> Case {
        var row = Case(features, version: version)
        row.asked = [("where", "1=1"), ("outFields", "Size"), ("returnGeometry", "false")] + asked
        return row
    }

    /// The layer gives two rows, or by `resultType` what its description says (documented). The factor is of hosted
    /// layers; only they say that they have it.
    static let counts: [Case] = [
        sizes(two + more), sizes(four, ("resultType", "standard")), sizes(four, ("resultType", "tile")),
        sizes(two + more, ("resultType", "none")), sizes(two + more, version: "10.5.1", ("resultType", "tile")),
        sizes(
            #"[{"attributes":{"Size":1}},{"attributes":{"Size":2}},{"attributes":{"Size":3}}]"# + more,
            ("resultType", "standard"), ("resultRecordCount", "3")),
        sizes(two + more, ("maxRecordCountFactor", "2")), sizes(four, version: "online", ("maxRecordCountFactor", "2")),
        sizes(two + more, ("returnExceededLimitFeatures", "false")),
        sizes(
            "[]" + more, ("returnExceededLimitFeatures", "false"), ("resultType", "tile"), ("resultRecordCount", "1")),
    ]

    private static func kinds(_ features: String, _ asked: (String, String)...) -> Case {
        var row = Case(features)
        row.asked = [("where", "1=1"), ("outFields", "Kind"), ("returnDistinctValues", "true")] + asked
        return row
    }

    private static func summed(_ features: String, _ statistics: String, _ asked: (String, String)...) -> Case {
        var row = Case(features)
        row.asked = [("where", "1=1"), ("outStatistics", "[\(statistics)]")] + asked
        return row
    }

    private static func share(_ kind: String, _ share: String, _ order: String) -> String {
        #"{"statisticType":"PERCENTILE_\#(kind)","onStatisticField":"Size","outStatisticFieldName":"p","#
            + #""statisticParameters":{"value":\#(share),"orderBy":"\#(order)"}}"#
    }

    static let tables: [Case] = [
        kinds(#"[{"attributes":{"Kind":"x"}},{"attributes":{"Kind":"y"}}]"#),
        kinds(#"[{"attributes":{"Kind":"x"}}]"# + more, ("resultRecordCount", "1")),
        kinds(#"[{"attributes":{"Kind":"y"}}]"#, ("resultOffset", "1"), ("resultRecordCount", "1")),
        kinds(#"[{"attributes":{"Kind":"y"}},{"attributes":{"Kind":"x"}}]"#, ("orderByFields", "Kind DESC")),
        // Of 1, 2, 3 and 4: between the middle two, the one at half way, the one at half way from above.
        summed(#"[{"attributes":{"p":2.5}}]"#, share("CONT", "0.5", "ASC")),
        summed(#"[{"attributes":{"p":2}}]"#, share("DISC", "0.5", "ASC")),
        summed(#"[{"attributes":{"p":3}}]"#, share("DISC", "0.5", "DESC")),
        summed(
            #"[{"attributes":{"Kind":"y","m":4}}]"#,
            #"{"statisticType":"max","onStatisticField":"Size","outStatisticFieldName":"m"}"#,
            ("groupByFieldsForStatistics", "Kind"), ("having", "MAX(Size) > 2")),
    ]

    @Test("features, to the byte", arguments: points + polygons + counts + tables)
    func rows(_ row: Case) throws {
        let body = try FieldFixture.ask(row.asked, layer: row.layer, version: row.version)
        let mark = try #require(body.firstRange(of: #""features":"#))
        #expect(String(body[mark.upperBound...].dropLast()) == row.features)
    }

    @Test("a set says what its geometries have and lie on")
    func head() throws {
        let body = try FieldFixture.ask(
            Self.a + [Self.grid(#","tolerance":0.5"#), ("returnZ", "true"), ("returnM", "true")])
        #expect(
            body
                == #"{"objectIdFieldName":"OBJECTID","globalIdFieldName":"","hasZ":true,"hasM":true,"geometryType":"esriGeometryPoint","#
                + #""spatialReference":{"wkid":4326,"latestWkid":4326},"#
                + #""transform":{"originPosition":"upperLeft","scale":[0.5,0.5],"translate":[-1.0,3.0]},"#
                + #""fields":[{"name":"Name","alias":"Name","type":"esriFieldTypeString","length":8}],"#
                + #""features":[{"attributes":{"Name":"A"},"geometry":{"x":2,"y":6,"z":5.0,"m":1.0}}]}"#)
    }

    private static let box =
        #""extent":{"xmin":10.0,"ymin":10.0,"xmax":12.0,"ymax":12.0,"spatialReference":{"wkid":4326,"latestWkid":4326}}"#

    @Test(
        "counts and extents, to the byte",
        arguments: [
            ([("returnExtentOnly", "true")], "{\(box)}"),
            ([("returnExtentOnly", "true"), ("returnCountOnly", "true")], #"{"count":1,\#(box)}"#),
            ([("returnCountOnly", "true")], #"{"count":1}"#),
        ])
    func extents(_ more: [(String, String)], _ body: String) throws {
        #expect(try FieldFixture.ask([("objectIds", "2")] + more, layer: 1) == body)
    }

    @Test("how many values come once")
    func distinct() throws {
        let asked = [
            ("where", "1=1"), ("outFields", "Kind"), ("returnDistinctValues", "true"), ("returnCountOnly", "true"),
        ]
        #expect(try FieldFixture.ask(asked) == #"{"count":2}"#)
    }

    @Test("a factor that no layer has", arguments: ["0", "6", "x"])
    func factor(_ value: String) throws {
        #expect(
            try FieldFixture.ask([("where", "1=1"), ("maxRecordCountFactor", value)], version: "online")
                == #"{"error":{"code":400,"message":"Cannot perform query. Invalid query parameters.","details":["'maxRecordCountFactor' parameter is invalid"]}}"#
        )
    }
}
