// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

/// Which rows come, by every parameter that filters: worked out by hand from
/// docs/reference/query.md#parameters-and-defaults and, where it is quoted, the documentation of the layer's query.
@Suite("What filters the rows of a query")
struct QueryFilterTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var asked: [(String, String)]
        /// `nil`: none, which a server writes as null.
        var ids: [Int]?
        var type = "FeatureServer"
        var version = "11.4"

        init(_ ids: [Int]?, type: String = "FeatureServer", version: String = "11.4", _ asked: (String, String)...) {
            (self.asked, self.ids, self.type, self.version) = (asked, ids, type, version)
        }

        var testDescription: String { "\(type) \(version) \(Form.encode(asked))" }
        var body: String {
            let list = ids.map { "[\($0.map(String.init).joined(separator: ","))]" } ?? "null"
            return #"{"objectIdFieldName":"OBJECTID","objectIds":\#(list)}"#
        }
    }

    private static let origin = [("geometry", "0,0"), ("geometryType", "esriGeometryPoint")]

    private static func near(
        _ ids: [Int], type: String = "FeatureServer", version: String = "11.4", _ distance: String,
        _ units: String? = nil
    ) -> Case {
        var row = Case(ids, type: type, version: version)
        row.asked = origin + [("distance", distance)] + (units.map { [("units", "esriSRUnit_\($0)")] } ?? [])
        return row
    }

    private static func shape(_ ids: [Int]?, _ type: String, _ geometry: String, _ more: (String, String)...) -> Case {
        var row = Case(ids)
        row.asked = [("geometry", geometry), ("geometryType", "esriGeometry\(type)")] + more
        return row
    }

    /// A row counts whose own time touches what is asked for, its ends included.
    static let times: [Case] = [
        Case([1, 2], ("time", "2000")), Case([1, 2], type: "MapServer", ("time", "2000")),
        Case([2], ("time", "2500,2600")), Case([1], ("time", "null,1500")), Case([2, 3], ("time", "2500,null")),
        Case([1, 2, 3], ("time", "null,null"), ("where", "Size<4")), Case(nil, ("time", "500")),
        Case([2], ("time", "2000, 3000"), ("where", "Name='B'")),
        Case([1], ("time", "2000"), ("where", "Name='A'"), ("returnCountOnly", "false")),
    ]

    /// A degree is 110.6 km along the meridian and 111.3 km along the equator. Without units a FeatureServer of
    /// Enterprise takes feet and one of ArcGIS Online meters (documented).
    static let distances: [Case] = [
        near([1], "109", "Kilometer"), near([1, 2], "112", "Kilometer"), near([1, 2, 4], "116", "Kilometer"),
        near([1, 2], "112000", "Meter"), near([1, 2], "69.6", "StatuteMile"), near([1], "67.7", "StatuteMile"),
        near([1, 2], "367454", "Foot"), near([1, 2], "60.5", "NauticalMile"), near([1, 2], "60.4", "USNauticalMile"),
        near([1, 2], "367454"), near([1], "112000"), near([1, 2], version: "online", "112000"),
        near([1, 2], type: "MapServer", "112000"), near([1], version: "10.2", "112000", "Meter"),
    ]

    static let shapes: [Case] = [
        shape([1, 3], "Multipoint", #"{"points":[[0,0],[2,0]]}"#),
        shape([1, 2], "Polyline", #"{"paths":[[[-1,0],[1,0]]]}"#),
        shape([1, 2], "Polygon", #"{"rings":[[[-1,-1],[-1,0.5],[1.5,0.5],[1.5,-1],[-1,-1]]]}"#),
        shape([1, 4], "Envelope", "-0.5,-0.5,0.5,1.5"), shape([2], "Point", "1,0"),
        shape([1, 4], "Envelope", #"{"xmin":-0.5,"ymin":-0.5,"xmax":0.5,"ymax":1.5}"#),
        shape([2], "Envelope", "100000,-1000,120000,1000", ("inSR", "102100")),
        shape([2], "Envelope", "100000,-1000,120000,1000", ("inSR", #"{"wkid":102100,"latestWkid":3857}"#)),
        shape([2], "Point", #"{"x":111319.49079327358,"y":0,"spatialReference":{"wkid":102100}}"#, ("distance", "10")),
        shape(nil, "Point", "9,9"),
    ]

    /// What this double has no use for, and what a layer that does not say that it can leaves out of account
    /// (documented: "applies only if").
    static let others: [Case] = [
        Case([1, 2, 3, 4], ("where", "1=1"), ("historicMoment", "1")),
        Case([1, 2, 3, 4], ("where", "1=1"), ("sqlFormat", "standard")),
        Case([1, 2, 3, 4], ("where", "1=1"), ("sqlFormat", "none")),
        Case([1, 2, 3, 4], ("where", "1=1"), ("cacheHint", "true")),
        Case([1, 2, 3, 4], ("where", "1=1"), ("datumTransformation", "1623")),
        Case([1, 2, 3, 4], ("where", "1=1"), ("returnTrueCurves", "true")),
        Case([1, 2, 3, 4], ("where", "1=1"), ("returnUniqueIdsOnly", "false")),
        Case([1, 2, 3, 4], version: "10.9.1", ("where", "1=1"), ("fullText", "[]")),
        Case([1, 2, 3, 4], version: "11.3", ("where", "1=1"), ("uniqueIds", "a")),
        Case([1, 2, 3, 4], type: "MapServer", ("where", "1=1"), ("fullText", "[]")),
        Case([3], ("objectIds", "3"), ("where", "Kind='y'")), Case(nil, ("objectIds", "3"), ("where", "Kind='x'")),
        Case([1, 2, 3, 4], ("where", "1=1"), ("resultType", "tile")),
        // An id that stands twice in a list asks for one row, as in SQL.
        Case([2, 3], ("objectIds", "3,2,3,2,2")), Case([2], ("objectIds", "2,2"), ("where", "Kind='x'")),
        Case([2], ("objectIds", "2,2.0")),
    ]

    @Test("ids, to the byte", arguments: times + distances + shapes + others)
    func rows(_ row: Case) throws {
        let body = try FieldFixture.ask(row.asked + [("returnIdsOnly", "true")], type: row.type, version: row.version)
        #expect(body == row.body)
    }

    private static let server =
        #"{"error":{"code":400,"message":"Unable to complete operation.","details":["Unable to perform query operation."]}}"#
    private static func hosted(_ name: String) -> String {
        #"{"error":{"code":400,"message":"Cannot perform query. Invalid query parameters.","details":["'\#(name)' parameter is invalid"]}}"#
    }

    @Test(
        "what would change the rows and cannot be honored is refused",
        arguments: [
            ("fullText", #"[{"onFields":["Name"],"searchTerm":"A"}]"#), ("uniqueIds", "a"),
            ("returnUniqueIdsOnly", "true"), ("sqlFormat", "native"), ("time", "soon"), ("time", "1,2,3"),
            ("geometryPrecision", "many"),
        ])
    func refused(_ name: String, _ value: String) throws {
        let asked = [("where", "1=1"), (name, value)]
        #expect(try FieldFixture.ask(asked) == Self.server)
        #expect(try FieldFixture.ask(asked, version: "online") == Self.hosted(name))
    }

    @Test("a reference that nobody knows is refused", arguments: ["inSR", "outSR"])
    func reference(_ name: String) throws {
        let asked = [("geometry", "0,0,1,1"), (name, "999999")]
        #expect(try FieldFixture.ask(asked) == Self.server)
    }
}
