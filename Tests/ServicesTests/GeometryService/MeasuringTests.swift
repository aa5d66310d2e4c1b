// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Services

@Suite("Measures on the ellipsoid")
struct MeasuringTests {
    private static func number(_ operation: String, _ parameters: [String: String], _ key: String) throws -> Double {
        guard case .success(.json(let json)) = ShapingTests.ask(operation, parameters) else {
            throw CancellationError()
        }
        return try #require(json[key]?.double ?? json[key]?[0]?.double)
    }

    private static func isNear(_ one: Double, _ other: Double, _ share: Double = 1e-9) -> Bool {
        abs(one - other) <= share * abs(other)
    }

    @Test("the distance of the documentation's example")
    func documented() throws {
        let meters = try Self.number(
            "distance",
            [
                "sr": "4326", "geometry1": #"{"rings":[[[-117,34],[-117,35],[-116,35],[-116,34],[-117,34]]]}"#,
                "geometry2": #"{"x":-115,"y":36}"#, "geodesic": "true",
            ], "distance")
        #expect(Self.isNear(meters, 143_321.578_181_958_96))
    }

    @Test("areas and lengths of the documentation's example, in acres and miles of a conic projection")
    func projected() throws {
        let ring = #"[{"rings":[[[0,0],[0,100000],[100000,100000],[100000,0],[0,0]]]}]"#
        let parameters = [
            "polygons": ring, "sr": "102009", "lengthUnit": "9035", "areaUnit": #"{"areaUnit":"esriAcres"}"#,
            "calculationType": "preserveShape",
        ]
        #expect(Self.isNear(try Self.number("areasAndLengths", parameters, "areas"), 2_800_449.740_201_426, 1e-5))
        #expect(Self.isNear(try Self.number("areasAndLengths", parameters, "lengths"), 264.592_774_644_460_3, 1e-8))
    }

    @Test("transformations have the numbers and the names of ArcGIS; back they are composite")
    func transformations() throws {
        // (documented: the class ProjectionTransformation of ArcGIS Pro, its example)
        let there = ShapingTests.heard("findTransformations", ["inSR": "4267", "outSR": "4326"])
        #expect(
            there
                == #"{"transformations":[{"wkid":15851,"latestWkid":15851,"name":"NAD_1927_To_WGS_1984_79_CONUS"}]}"#)
        let back = ShapingTests.heard("findTransformations", ["inSR": "3857", "outSR": "26711"])
        #expect(
            back
                == #"{"transformations":[{"geoTransforms":[{"wkid":15851,"latestWkid":15851,"transformForward":false,"#
                + #""name":"NAD_1927_To_WGS_1984_79_CONUS"}]}]}"#)
        let all = ShapingTests.heard("findTransformations", ["inSR": "4267", "outSR": "4326", "numOfResults": "-1"])
        #expect(all.contains("NAD_1927_To_WGS_1984_4"))
        #expect(
            ShapingTests.heard("findTransformations", ["inSR": "4326", "outSR": "999999"]) == "geometry.not-projected")
    }

    @Test("a transformation that is named moves as its parameters say")
    func named() throws {
        func x(_ more: [String: String]) throws -> Double {
            let parameters = ["geometries": "-100,40", "inSR": "4267", "outSR": "4326"].merging(more) { $1 }
            guard case .success(.json(let json)) = ShapingTests.ask("project", parameters) else {
                throw CancellationError()
            }
            return try #require(json["geometries"]?[0]?["x"]?.double)
        }
        // NAD27 is 40 meters off there.
        let (one, other) = (
            try x(["transformation": "1173"]), try x(["transformation": #"{"geoTransforms":[{"wkid":1173}]}"#])
        )
        #expect(one == other && abs(one + 100) > 1e-4 && abs(one + 100) < 1e-3)
    }

    @Test("a degree of a parallel is longer than the geodesic between its ends; along a meridian both are one")
    func shapes() throws {
        let path = #"[{"paths":[[[0,60],[10,60]]]}]"#
        func length(_ path: String, _ type: String) throws -> Double {
            try Self.number("lengths", ["polylines": path, "sr": "4326", "calculationType": type], "lengths")
        }
        let (arc, line) = (try length(path, "preserveShape"), try length(path, "geodesic"))
        // The radius of the parallel is a·cos φ / √(1 − e²·sin² φ).
        #expect(Self.isNear(arc, 3_197_104.586_923_948 * 10 * .pi / 180, 1e-8))
        #expect(line < arc - 500)
        let meridian = #"[{"paths":[[[0,0],[0,10]]]}]"#
        #expect(Self.isNear(try length(meridian, "preserveShape"), try length(meridian, "geodesic")))
    }

    @Test("the area between two parallels is that of a zone of the ellipsoid")
    func zone() throws {
        let ring = #"[{"rings":[[[0,0],[0,30],[90,30],[90,0],[0,0]]]}]"#
        let area = try Self.number(
            "areasAndLengths", ["polygons": ring, "sr": "4326", "calculationType": "preserveShape"], "areas")
        #expect(Self.isNear(area, 31_772_067_495_925.37))
    }

    @Test("every corner of a geodesic circle is at its distance, also at the antimeridian and around a pole")
    func circles() throws {
        let geodesic = try #require(Geodesic())
        for (x, y, meters) in [(10.0, 50.0, 1000.0), (179.9, 10, 50_000), (30, 89.5, 200_000), (0, 0, 5_000_000)] {
            let point = try #require(Geometry(Outline(.point, [[Vertex(x: x, y: y)]])))
            let area = try #require(GeodesicBuffer(geodesic, meters).around(point, .point))
            var far = 0
            for vertex in area.outline(dimension: 2).parts.joined() {
                #expect(abs(vertex.x) <= 180)
                let distance = geodesic.inverse(Vertex(x: x, y: y), vertex).meters
                // On the edge of the plane are poles, and points between two corners: a ten-thousandth off.
                #expect(distance <= meters * 1.0002)
                if abs(distance - meters) < 1e-3 { far += 1 }
            }
            #expect(far >= 100)
        }
    }

    @Test("a geodesic buffer of a negative distance shrinks areas; that of a line is nothing")
    func negative() throws {
        func rings(_ geometry: String, _ distance: String) -> Int {
            let parameters = [
                "geometries": "[\(geometry)]", "inSR": "4326", "distances": distance, "unit": "9036",
                "geodesic": "true",
            ]
            guard case .success(.json(let json)) = ShapingTests.ask("buffer", parameters) else { return -1 }
            return json["geometries"]?[0]?["rings"]?.elements?.count ?? -1
        }
        let square = #"{"rings":[[[0,0],[0,1],[1,1],[1,0],[0,0]]]}"#
        #expect(rings(square, "-10") == 1)
        #expect(rings(square, "-100") == 0)
        #expect(rings(#"{"paths":[[[0,0],[1,1]]]}"#, "-10") == 0)
        #expect(rings(#"{"paths":[[[0,0],[1,1]]]}"#, "10") == 1)
    }
}
