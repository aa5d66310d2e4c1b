// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Services

/// Esri's outer rings run with the clock and its holes against it; GeoJSON's the other way round (RFC 7946 3.1.6).
@Suite("Geometries between GeoJSON and Esri's JSON")
struct GeoJSONGeometryTests {
    private static let with = "[[0,0],[0,9],[9,9],[9,0],[0,0]]"
    private static let against = "[[0,0],[9,0],[9,9],[0,9],[0,0]]"
    private static let hole = "[[2,2],[2,4],[4,4],[4,2],[2,2]]"
    private static let holeTurned = "[[2,2],[4,2],[4,4],[2,4],[2,2]]"
    private static let far = "[[20,0],[20,9],[29,9],[29,0],[20,0]]"
    private static let farTurned = "[[20,0],[29,0],[29,9],[20,9],[20,0]]"
    private static let farHole = "[[22,2],[22,4],[24,4],[24,2],[22,2]]"
    private static let farHoleTurned = "[[22,2],[24,2],[24,4],[22,4],[22,2]]"

    /// The geometry as Esri's JSON, and as GeoJSON once more; blanks and `.0` left out.
    private static func written(_ type: String, _ coordinates: String, _ more: [String: String] = [:]) -> [String] {
        let store = AirportsLayer.store(
            Array(
                """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
                "geometry":{"type":"\(type)","coordinates":\(coordinates)}}]}
                """.utf8))
        return ["json", "geojson"].map { format in
            let asked = ["where": "1=1", "f": format].merging(more) { $1 }
            let json = AirportsLayer.json(AirportsLayer.query(AirportsLayer.reading(asked, store: store)))
            let geometry = json["features"]?[0]?["geometry"] ?? .null
            return String(decoding: JSONWriter.json(geometry), as: UTF8.self).replacing(".0", with: "")
        }
    }

    private static func shaped(_ type: String, _ coordinates: String) -> String {
        #"{"type":"\#(type)","coordinates":\#(coordinates)}"#
    }

    @Test(
        "rings are turned, whichever way they came",
        arguments: [
            ("Polygon", "[\(against)]", "[\(with)]", "Polygon", "[\(against)]"),
            ("Polygon", "[\(with)]", "[\(with)]", "Polygon", "[\(against)]"),
            ("Polygon", "[\(against),\(hole)]", "[\(with),\(holeTurned)]", "Polygon", "[\(against),\(hole)]"),
            ("Polygon", "[\(against),\(holeTurned)]", "[\(with),\(holeTurned)]", "Polygon", "[\(against),\(hole)]"),
            ("Polygon", "[\(with),\(hole)]", "[\(with),\(holeTurned)]", "Polygon", "[\(against),\(hole)]"),
            ("MultiPolygon", "[[\(against)]]", "[\(with)]", "Polygon", "[\(against)]"),
            (
                "MultiPolygon", "[[\(against),\(hole)],[\(farTurned),\(farHole)]]",
                "[\(with),\(holeTurned),\(far),\(farHoleTurned)]", "MultiPolygon",
                "[[\(against),\(hole)],[\(farTurned),\(farHole)]]"
            ),
            // Each part by itself: one came the wrong way round.
            (
                "MultiPolygon", "[[\(with),\(holeTurned)],[\(farTurned)]]", "[\(with),\(holeTurned),\(far)]",
                "MultiPolygon", "[[\(against),\(hole)],[\(farTurned)]]"
            ),
        ])
    func polygons(_ type: String, _ coordinates: String, _ rings: String, _ name: String, _ again: String) {
        #expect(Self.written(type, coordinates) == [#"{"rings":\#(rings)}"#, Self.shaped(name, again)])
    }

    @Test("an island in a hole has its own hole")
    func island() {
        let island = "[[2.5,2.5],[3.5,2.5],[3.5,3.5],[2.5,3.5],[2.5,2.5]]"
        let lake = "[[2.75,2.75],[2.75,3.25],[3.25,3.25],[3.25,2.75],[2.75,2.75]]"
        for parts in [
            "[[\(Self.against),\(Self.hole)],[\(island),\(lake)]]",
            "[[\(island),\(lake)],[\(Self.against),\(Self.hole)]]",
        ] {
            #expect(Self.written("MultiPolygon", parts)[1] == Self.shaped("MultiPolygon", parts))
        }
    }

    @Test("a hole that touches an edge belongs to the polygon that it lies in, not to its neighbor")
    func neighbors() {
        let next = "[[9,0],[18,0],[18,9],[9,9],[9,0]]"
        let hole = "[[9,5],[7,4],[7,6],[9,5]]"
        for parts in ["[[\(Self.against),\(hole)],[\(next)]]", "[[\(next)],[\(Self.against),\(hole)]]"] {
            #expect(Self.written("MultiPolygon", parts)[1] == Self.shaped("MultiPolygon", parts))
        }
    }

    @Test(
        "lines and points",
        arguments: [
            ("LineString", "[[0,0],[1,2]]", #"{"paths":[[[0,0],[1,2]]]}"#, "LineString", "[[0,0],[1,2]]"),
            (
                "MultiLineString", "[[[0,0],[1,2]],[[5,5],[6,7],[8,9]]]",
                #"{"paths":[[[0,0],[1,2]],[[5,5],[6,7],[8,9]]]}"#, "MultiLineString",
                "[[[0,0],[1,2]],[[5,5],[6,7],[8,9]]]"
            ),
            ("MultiLineString", "[[[0,0],[1,2]]]", #"{"paths":[[[0,0],[1,2]]]}"#, "LineString", "[[0,0],[1,2]]"),
            ("MultiPoint", "[[0,0],[1,2]]", #"{"points":[[0,0],[1,2]]}"#, "MultiPoint", "[[0,0],[1,2]]"),
            ("Point", "[1,2]", #"{"x":1,"y":2}"#, "Point", "[1,2]"),
        ])
    func others(_ type: String, _ coordinates: String, _ esri: String, _ name: String, _ again: String) {
        #expect(Self.written(type, coordinates) == [esri, Self.shaped(name, again)])
    }

    @Test(
        "heights come where they are asked for",
        arguments: [
            ("Point", "[1,2,3]", #"{"x":1,"y":2,"z":3}"#),
            ("LineString", "[[0,0,1],[1,2,3]]", #"{"hasZ":true,"paths":[[[0,0,1],[1,2,3]]]}"#),
            (
                "Polygon", "[[[0,0,1],[9,0,2],[9,9,3],[0,0,1]]]",
                #"{"hasZ":true,"rings":[[[0,0,1],[9,9,3],[9,0,2],[0,0,1]]]}"#
            ),
        ])
    func heights(_ type: String, _ coordinates: String, _ esri: String) {
        #expect(Self.written(type, coordinates, ["returnz": "true"]) == [esri, Self.shaped(type, coordinates)])
    }

    @Test(
        "what has no place has none in either",
        arguments: [
            ("Polygon", "[]"), ("MultiPolygon", "[]"), ("LineString", "[]"), ("MultiLineString", "[]"),
            ("MultiPoint", "[]"),
        ])
    func nowhere(_ type: String, _ coordinates: String) {
        #expect(Self.written(type, coordinates) == ["null", "null"])
    }
}
