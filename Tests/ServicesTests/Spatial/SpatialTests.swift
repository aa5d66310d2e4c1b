// SPDX-License-Identifier: Apache-2.0

import Formats
import TestSupport
import Testing

@testable import Services

@Suite("Spatial queries")
struct SpatialTests {
    /// A point, a line, and a square with a hole beside a second square.
    private static let shapes: FeatureStore = AirportsLayer.store(
        Array(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"n":1},"geometry":{"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[4,4],[4,6],[6,6],[6,4],[4,4]]]}},
            {"type":"Feature","properties":{"n":2},"geometry":{"type":"Polygon","coordinates":[[[20,0],[30,0],[30,10],[20,10],[20,0]]]}},
            {"type":"Feature","properties":{"n":3},"geometry":null}
            ]}
            """.utf8))

    private static func ids(_ parameters: [String: String], store: FeatureStore = shapes) -> [Int]? {
        let reading = AirportsLayer.reading(
            parameters.merging(["returnidsonly": "true"]) { own, _ in own }, store: store)
        let json = AirportsLayer.json(AirportsLayer.query(reading))
        return json["objectIds"]?.elements?.compactMap(\.integer) ?? (json["objectIds"] == nil ? nil : [])
    }

    @Test(
        "relations, the query's geometry first",
        arguments: [
            ("1,1,2,2", "Intersects", [1]), ("4.5,4.5,5.5,5.5", "Intersects", []), ("-1,-1,31,11", "Contains", [1, 2]),
            ("-1,-1,11,11", "Contains", [1]), ("1,1,2,2", "Within", [1]), ("1,1,2,2", "Contains", []),
            ("5,5,25,5", "Crosses", [1, 2]), ("5,1,25,9", "Overlaps", [1, 2]), ("10,0,20,10", "Touches", [1, 2]),
            ("10,0,20,10", "Overlaps", []), ("4.5,4.5,5.5,5.5", "EnvelopeIntersects", [1]),
            ("4.5,4.5,5.5,5.5", "IndexIntersects", [1]), ("100,100,101,101", "Intersects", []),
        ] as [(String, String, [Int])])
    func relations(_ envelope: String, _ relation: String, _ expected: [Int]) {
        #expect(Self.ids(["geometry": envelope, "spatialrel": "esriSpatialRel\(relation)"]) == expected)
    }

    @Test("a matrix of DE-9IM")
    func matrix() {
        let inside = ["geometry": "1,1,2,2", "spatialrel": "esriSpatialRelRelation", "relationparam": "TFF******"]
        #expect(Self.ids(inside) == [1])
        // Nothing in common: what lies far away, too.
        #expect(Self.ids(inside.merging(["relationparam": "FF*FF****"]) { _, new in new }) == [2])
        #expect(Self.ids(inside.merging(["relationparam": "XX"]) { _, new in new }) == nil)
    }

    @Test(
        "geometries of every type, as JSON and with commas",
        arguments: [
            ("1,1", "esriGeometryPoint"), ("{x: 1, y: 1}", "esriGeometryPoint"),
            (#"{"x":1,"y":1,"spatialReference":{"wkid":4326}}"#, "esriGeometryPoint"),
            (#"{"points":[[1,1],[100,100]]}"#, "esriGeometryMultipoint"),
            (#"{"paths":[[[-1,-1],[3,3]]]}"#, "esriGeometryPolyline"),
            (#"{"rings":[[[1,1],[1,2],[2,2],[2,1],[1,1]]]}"#, "esriGeometryPolygon"),
            (#"{"xmin":1,"ymin":1,"xmax":2,"ymax":2}"#, "esriGeometryEnvelope"), ("1,1,1,1", "esriGeometryEnvelope"),
        ])
    func types(_ geometry: String, _ type: String) {
        #expect(Self.ids(["geometry": geometry, "geometrytype": type]) == [1])
    }

    @Test("holes are holes, whichever way rings are written in the query")
    func rings() {
        let ring = #"{"rings":[[[-5,-5],[-5,15],[15,15],[15,-5],[-5,-5]],[[-4,-4],[14,-4],[14,14],[-4,14],[-4,-4]]]}"#
        #expect(Self.ids(["geometry": ring, "geometrytype": "esriGeometryPolygon"]) == [])
    }

    @Test("Web Mercator, in the parameter and in the geometry")
    func mercator() {
        let (low, high) = (Mercator.project(1, 1), Mercator.project(2, 2))
        let text = "\(low.x),\(low.y),\(high.x),\(high.y)"
        #expect(Self.ids(["geometry": text, "insr": "102100"]) == [1])
        let json =
            #"{"xmin":\#(low.x),"ymin":\#(low.y),"xmax":\#(high.x),"ymax":\#(high.y),"spatialReference":{"wkid":3857}}"#
        #expect(Self.ids(["geometry": json]) == [1])
        #expect(Self.ids(["geometry": text]) == [])
    }

    @Test("a distance reaches across the 180th meridian", arguments: ["179.9,0", "-179.9,0"])
    func meridian(_ index: String) {
        let store = AirportsLayer.store(
            Array(
                """
                {"features":[{"attributes":{"n":1},"geometry":{"x":179.8,"y":0.1}},{"attributes":{"n":2},"geometry":{"x":-179.8,"y":0.1}},
                {"attributes":{"n":3},"geometry":{"x":178,"y":0}}],"spatialReference":{"wkid":4326}}
                """.utf8))
        let near = [
            "geometry": index, "geometrytype": "esriGeometryPoint", "distance": "40", "units": "esriSRUnit_Kilometer",
        ]
        #expect(Self.ids(near, store: store) == [1, 2])
    }

    @Test("there and back again", arguments: [(0.0, 0.0), (-118.4, 33.9), (179.9, 84.0), (-179.9, -84.0)])
    func inverse(_ x: Double, _ y: Double) {
        let there = Mercator.project(x, y)
        let back = Mercator.unproject(there.x, there.y)
        #expect(abs(back.x - x) < 1e-9 && abs(back.y - y) < 1e-9)
    }

    @Test("with where, order and pages")
    func pages() {
        let all = Self.ids(["geometry": "-1,-1,31,11"]) ?? []
        #expect(all == [1, 2])
        #expect(Self.ids(["geometry": "-1,-1,31,11", "where": "n > 1"]) == [2])
        let descending = AirportsLayer.reading(
            [
                "geometry": "-1,-1,31,11", "orderbyfields": "n DESC", "outfields": "n", "resultrecordcount": "1",
                "resultoffset": "1",
            ], store: Self.shapes)
        let features = AirportsLayer.json(AirportsLayer.query(descending))["features"]?.elements
        #expect(features?.compactMap { $0["attributes"]?["n"]?.integer } == [1])
    }

    @Test(
        "what is no geometry is refused",
        arguments: [
            "rubbish", "1,2,3", "1,2,3,x", "{", "{}", #"{"rings":[]}"#, #"{"rings":[[[0,0],[1,1]]]}"#,
            #"{"x":"NaN","y":1}"#, #"{"rings":"x"}"#, "[1,2]",
        ])
    func broken(_ geometry: String) {
        #expect(Self.ids(["geometry": geometry]) == nil)
    }

    @Test("a polygon that crosses itself is mended; one that is all crossings is refused before that takes minutes")
    func tangled() {
        #expect(Self.ids(["geometry": #"{"rings":[[[-1,-1],[11,11],[11,-1],[-1,11],[-1,-1]]]}"#]) != nil)
        var dice = SeededGenerator(seed: 3)
        let corners = (0..<200).map { _ in
            "[\(Double.random(in: 0...9, using: &dice)),\(Double.random(in: 0...9, using: &dice))]"
        }
        let star = (corners + [corners[0]]).joined(separator: ",")
        let ring = "[[0,0],[0,1],[1,1],[0,0]]"
        let (same, turned) = (
            Array(repeating: ring, count: 2000), Array(repeating: "[[0,0],[1,1],[0,1],[0,0]]", count: 2000)
        )
        for rings in ["[\(star)]", same.joined(separator: ","), (same + turned).joined(separator: ",")] {
            let query = ["geometry": "{\"rings\":[\(rings)]}", "geometrytype": "esriGeometryPolygon"]
            #expect(Self.ids(query) == nil)
        }
    }

    @Test("counts and extents take it too")
    func counts() {
        let count = AirportsLayer.reading(["geometry": "-1,-1,11,11", "returncountonly": "true"], store: Self.shapes)
        #expect(AirportsLayer.json(AirportsLayer.query(count))["count"]?.integer == 1)
        let extent = AirportsLayer.reading(["geometry": "25,5,26,6", "returnextentonly": "true"], store: Self.shapes)
        #expect(AirportsLayer.json(AirportsLayer.query(extent))["extent"]?["xmin"]?.double == 20)
    }
}
