// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

@testable import Services

@Suite("Datums, and the 180th meridian")
struct DatumTests {
    private static func reference(_ wkid: Int) -> SpatialReference {
        SpatialReference(json: .object([.init("wkid", .int(wkid))]))
    }

    private static let here = JSON.object([.init("x", .int(-100)), .init("y", .int(40))])

    private static func moved(_ text: String, from source: Int = 4267, to target: Int = 4326) throws -> JSON? {
        let named = try #require(DatumTransformation(text))
        return try named.path(from: reference(source), to: reference(target))?.project(here)
    }

    @Test("a named transformation is the one that is applied, either way round")
    func named() throws {
        // EPSG 1173: -8, 160, 176 meters, of the contiguous states.
        let one = try #require(try Self.moved("1173"))
        let (x, y) = (try #require(one["x"]?.double), try #require(one["y"]?.double))
        #expect(abs(x + 100.0004) < 2e-4 && abs(y - 40) < 2e-4 && x != -100)
        #expect(try Self.moved(#"{"wkid":1173}"#) == one)
        #expect(try Self.moved(#"{"geoTransforms":[{"wkid":1173,"transformForward":true}]}"#) == one)
        let back = try #require(try Self.moved("1173", from: 4326, to: 4267))
        #expect(try #require(back["x"]?.double) > -100)
        // One after the other.
        let chain = #"{"geoTransforms":[{"wkid":1173},{"wkid":1188,"transformForward":false}]}"#
        let chained = try #require(try Self.moved(chain, to: 4269))
        #expect(abs(try #require(chained["x"]?.double) - x) < 1e-9)
    }

    @Test("one that does not lead there counts as absent; one that there is not fails")
    func unfit() throws {
        #expect(try Self.moved("1314") == nil)
        #expect(try Self.moved(#"{"geoTransforms":[{"wkid":1173,"transformForward":false}]}"#) == nil)
        #expect(throws: DatumTransformation.Failure.unknown) { try Self.moved("999999") }
        for text in ["x", "[]", "{}", #"{"geoTransforms":[]}"#, #"{"wkt":"GEOGTRAN[]"}"#] {
            #expect(DatumTransformation(text) == nil)
        }
    }

    @Test(
        "what a projection breaks is cut",
        arguments: [
            (
                #"{"paths":[[[178,10],[-178,20]]]}"#,
                #"{"paths":[[[178.0,10.0],[180.0,15.0]],[[-180.0,15.0],[-178.0,20.0]]]}"#
            ),
            (
                #"{"paths":[[[-179,0,5],[179,0,7]]]}"#,
                #"{"paths":[[[-179.0,0.0,5.0],[-180.0,0.0,6.0]],[[180.0,0.0,6.0],[179.0,0.0,7.0]]]}"#
            ),
            (#"{"paths":[[[10,0],[20,0]]]}"#, #"{"paths":[[[10,0],[20,0]]]}"#),
            (
                #"{"rings":[[[178,0],[178,2],[-178,2],[-178,0],[178,0]]]}"#,
                #"{"rings":[[[178.0,0.0],[178.0,2.0],[180.0,2.0],[180.0,0.0],[178.0,0.0]],[[-180.0,2.0],[-178.0,2.0],[-178.0,0.0],[-180.0,0.0],[-180.0,2.0]]]}"#
            ),
            // Around the pole.
            (#"{"rings":[[[0,80],[120,80],[-120,80],[0,80]]]}"#, #"{"rings":[[[0,80],[120,80],[-120,80],[0,80]]]}"#),
        ])
    func dateLine(_ broken: String, _ expected: String) throws {
        let cut = DateLine(turn: 360).cut(try JSONReader.read(Array(broken.utf8)))
        #expect(String(decoding: JSONWriter.json(cut), as: UTF8.self) == expected)
    }

    @Test("a shape of a plane across the meridian comes in two parts")
    func across() throws {
        let zone = Self.reference(32660)
        let ring = try JSONReader.read(
            Array(
                #"{"rings":[[[700000,5000000],[700000,5100000],[800000,5100000],[800000,5000000],[700000,5000000]]]}"#
                    .utf8))
        let rings = try #require(zone.project(ring, to: .wgs84)?["rings"]?.elements)
        #expect(rings.count == 2)
        for ring in rings {
            let xs = (ring.elements ?? []).compactMap { $0[0]?.double }
            #expect(xs.allSatisfy { abs($0) <= 180 } && abs((xs.max() ?? 0) - (xs.min() ?? 0)) < 2)
        }
        #expect(zone.project(ring, to: .webMercator)?["rings"]?.elements?.count == 2)
    }

    @Test("tiles of any scheme")
    func tiles() throws {
        let json = try JSONReader.read(
            Array(
                """
                {"rows":512,"cols":512,"dpi":96,"format":"PNG","origin":{"x":-5220400,"y":4470200},
                "spatialReference":{"wkid":27700,"latestWkid":27700},
                "lods":[{"level":0,"resolution":1000,"scale":3779520},{"level":1,"resolution":500,"scale":1889760}]}
                """.utf8))
        let cache = try #require(TileCache(described: json))
        #expect(cache.reference.latestWkid == 27700 && cache.levels == 1 && cache.size.width == 512)
        let frame = try #require(cache.frame(level: 1, row: 2, column: 3))
        #expect(frame.extent.xmin == -5_220_400 + 3 * 256_000 && frame.extent.ymax == 4_470_200 - 2 * 256_000)
        #expect(abs(frame.scale - 1_889_760) < 1)
        #expect(cache.frame(level: 2, row: 0, column: 0) == nil && cache.frame(level: 0, row: -1, column: 0) == nil)
    }
}
