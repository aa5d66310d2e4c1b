// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

@testable import Services

@Suite("Systems of coordinates")
struct ProjectionTests {
    /// The examples of IOGP's Guidance Note 7-2 (report 373-7-2), by method: degrees in the system's own datum, and easting
    /// and northing.
    struct Example: Sendable, CustomTestStringConvertible {
        var geographic: Int
        var projected: Int
        var longitude: Double
        var latitude: Double
        var easting: Double
        var northing: Double
        var testDescription: String { "\(geographic) to \(projected)" }
    }

    private static func degrees(_ degrees: Double, _ minutes: Double = 0, _ seconds: Double = 0) -> Double {
        degrees + minutes / 60 + seconds / 3600
    }

    static let examples: [Example] = [
        Example(
            geographic: 4277, projected: 27700, longitude: 0.5, latitude: 50.5, easting: 577_274.99,
            northing: 69_740.50),
        Example(
            geographic: 4267, projected: 32040, longitude: -96, latitude: 28.5, easting: 2_963_503.91,
            northing: 254_759.80),
        Example(
            geographic: 4242, projected: 24200, longitude: -degrees(76, 56, 37.26), latitude: degrees(17, 55, 55.80),
            easting: 255_966.58, northing: 142_493.51),
        Example(
            geographic: 4289, projected: 28992, longitude: 6, latitude: 53, easting: 196_105.283,
            northing: 557_057.739),
        Example(
            geographic: 4258, projected: 3035, longitude: 5, latitude: 50, easting: 3_962_799.45,
            northing: 2_999_718.85),
        Example(
            geographic: 4298, projected: 29873, longitude: degrees(115, 48, 19.8196),
            latitude: degrees(5, 23, 14.1129), easting: 679_245.73, northing: 596_562.78),
        Example(
            geographic: 4326, projected: 3857, longitude: -degrees(100, 20), latitude: degrees(24, 22, 54.433),
            easting: -11_169_055.58, northing: 2_800_000.00),
    ]

    private static func reference(_ wkid: Int) -> SpatialReference {
        SpatialReference(json: .object([.init("wkid", .int(wkid))]))
    }

    private static func point(_ x: Double, _ y: Double) -> JSON {
        .object([.init("x", .double(x)), .init("y", .double(y))])
    }

    @Test("published examples, there and back", arguments: examples)
    func published(_ example: Example) throws {
        let (geographic, projected) = (Self.reference(example.geographic), Self.reference(example.projected))
        let there = try #require(geographic.project(Self.point(example.longitude, example.latitude), to: projected))
        let (x, y) = (try #require(there["x"]?.double), try #require(there["y"]?.double))
        #expect(abs(x - example.easting) < 0.01 && abs(y - example.northing) < 0.01, "\(x) \(y)")
        let back = try #require(projected.project(there, to: geographic))
        let (longitude, latitude) = (try #require(back["x"]?.double), try #require(back["y"]?.double))
        #expect(
            abs(longitude - example.longitude) < 2e-8 && abs(latitude - example.latitude) < 2e-8,
            "\(longitude) \(latitude)")
    }

    @Test("every shape keeps its form, and what has no place is left out")
    func shapes() throws {
        let (degrees, zone) = (SpatialReference.wgs84, Self.reference(32632))
        func moved(_ text: String) throws -> JSON {
            try #require(degrees.project(JSONReader.read(Array(text.utf8)), to: zone))
        }
        #expect(try moved(#"{"points":[[9,48,300],[9,49,1]]}"#)["points"]?[1]?[2]?.double == 1)
        #expect(try moved(#"{"paths":[[[9,48],[9,49]],[[8,47],[8,46]]]}"#)["paths"]?.elements?.count == 2)
        #expect(try moved(#"{"rings":[[[9,48],[9,49],[10,49],[9,48]]],"hasZ":true}"#)["hasZ"] == .bool(true))
        let box = try moved(#"{"xmin":8,"ymin":47,"xmax":10,"ymax":49}"#)
        // The southern side is longer, and the middle of the northern one bends toward the south.
        #expect(try #require(box["xmin"]?.double) < 424_000 && box["ymin"]?.double != nil)
        #expect(SpatialReference.wgs84.project(Self.point(9, 95), to: zone) == .null)
        #expect(degrees.project(.null, to: zone) == .null)
        #expect(degrees.project(.null, to: Self.reference(999_999)) == nil)
        // A ring of which a position is lost is closed again.
        let world = SpatialReference(json: .object([.init("wkid", .int(102_017))]))
        let ring = try JSONReader.read(Array(#"{"rings":[[[0,95],[0,50],[10,50],[10,60],[0,95]]]}"#.utf8))
        #expect(degrees.project(ring, to: world) == .null || degrees.project(ring, to: world)?["rings"] != nil)
    }

    @Test(
        "both numbers, as captured",
        arguments: [
            // Tests/Golden/arcgis: batch-machine, pyesridump, arcgisutils, terriajs, drilldown, geoview.
            (102729, 102729, 2272), (102739, 102739, 2277), (102643, 102643, 2227), (102695, 102695, 2255),
            (102654, 102654, 2232), (102726, 102726, 102726), (27700, 27700, 27700), (3978, 3978, 3978),
            (26985, 26985, 26985), (7855, 7855, 7855), (4269, 4269, 4269), (3112, 3112, 3112),
            // OSGeo/gdal#218; documented of I3S; by the same rule.
            (3107, 102172, 3107), (102172, 102172, 3107), (103142, 103142, 6565), (2154, 102110, 2154),
            (102711, 102711, 3424), (2263, 102718, 2263), (25832, 25832, 25832), (26911, 26911, 26911),
        ])
    func numbers(_ wkid: Int, _ old: Int, _ latest: Int) {
        let json = Self.reference(wkid).short(.v10_9)
        #expect(json["wkid"]?.integer == old && json["latestWkid"]?.integer == latest, "\(json)")
        #expect(Self.reference(wkid).short(.v10_0) == .object([.init("wkid", .int(wkid))]))
        #expect(Self.reference(old).isSame(as: Self.reference(latest)))
    }

    @Test(
        "units",
        arguments: [
            (2263, "esriFeet", 9003), (2249, "esriFeet", 9003), (2253, "esriFeet", 9002), (25832, "esriMeters", 9001),
            (4269, "esriDecimalDegrees", 9102), (102726, "esriFeet", 9003), (27700, "esriMeters", 9001),
        ])
    func units(_ wkid: Int, _ units: String, _ code: Int) {
        #expect(Self.reference(wkid).units == units && Self.reference(wkid).unitCode == code)
    }

    @Test("a vertical system is carried along")
    func vertical() throws {
        let json = try JSONReader.read(
            Array(#"{"wkid":4326,"latestWkid":4326,"vcsWkid":5773,"latestVcsWkid":5773}"#.utf8))
        let reference = SpatialReference(json: json)
        #expect(reference.short(.v11_1) == json && reference.isSame(as: .wgs84))
        #expect(
            reference.project(Self.point(0, 0), to: .webMercator)
                == SpatialReference.wgs84.project(Self.point(0, 0), to: .webMercator))
    }

    @Test("well-known text in Esri's words and in those of its second version")
    func texts() throws {
        let esri = """
            PROJCS["Mine",GEOGCS["GCS_North_American_1983",DATUM["D_North_American_1983",SPHEROID["GRS_1980",\
            6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],\
            PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],\
            PARAMETER["Central_Meridian",-117.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],\
            UNIT["Foot_US",0.3048006096012192]]
            """
        let reference = SpatialReference(json: .object([.init("wkt", .string(esri))]))
        #expect(reference.units == "esriFeet" && reference.name == "Mine")
        let there = try #require(Self.reference(4269).project(Self.point(-117, 34), to: reference))
        #expect(abs(try #require(there["x"]?.double) - 500_000) < 1e-6)
        for text in ["", "+proj=merc", "EPSG:2263", "PROJCS[", String(repeating: "[", count: 20_000)] {
            #expect(SpatialReference(json: .object([.init("wkt", .string(text))])).system == nil)
        }
    }

    @Test("a rectangle across the 180th meridian is wide, not everything")
    func dateLine() throws {
        let zone = Self.reference(32660)
        let box = try #require(
            zone.project(Envelope(xmin: 600_000, ymin: 5_000_000, xmax: 800_000, ymax: 5_100_000), to: .wgs84))
        #expect(box.xmin > 177 && box.xmax > 180 && box.xmax < 182, "\(box)")
    }

    @Test("from many threads at once")
    func threads() async {
        let all = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<32 {
                group.addTask {
                    let wkid = 32601 + index % 8
                    let zone = SpatialReference(json: .object([.init("wkid", .int(wkid))]))
                    let there = zone.project(ProjectionTests.point(500_000, 1000 * Double(index)), to: .wgs84)
                    return abs((there?["x"]?.double ?? 0) - (-177 + 6 * Double(index % 8))) < 1e-9
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(!all.contains(false))
    }
}
