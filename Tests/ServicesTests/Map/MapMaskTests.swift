// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("Clipping, filters and times of layers")
struct MapMaskTests {
    private static let fill =
        #"{"type":"simple","symbol":{"type":"esriSFS","style":"esriSFSSolid","color":[255,0,0,255]}}"#
    private static func square(_ left: Int) -> String {
        MapDrawingFixture.feature(
            "Polygon", "[[[\(left),1],[\(left),9],[\(left + 3),9],[\(left + 3),1],[\(left),1]]]", "{\"n\":\(left)}")
    }
    private static let map = MapDrawingFixture(
        MapDrawingFixture.layer(0, square(1), fill), MapDrawingFixture.layer(1, square(6), fill))

    private static func shown(_ more: [String: String], version: String = "11.4") throws -> [Bool] {
        var map = map
        map.version = version
        let picture = try #require(map.picture(more))
        return [(2.5, 3.0), (2.5, 7.0), (7.5, 3.0), (7.5, 7.0)].map { picture.at($0.0, $0.1).prefix(2) == [255, 0] }
    }

    @Test("layers are drawn inside of the area, but for those that it does not concern")
    func clipping() throws {
        let upper = #""geometryType":"esriGeometryEnvelope","geometry":{"xmin":0,"ymin":5,"xmax":10,"ymax":10}"#
        #expect(try Self.shown([:]) == [true, true, true, true])
        #expect(try Self.shown(["clipping": "{\(upper)}"]) == [false, true, false, true])
        #expect(try Self.shown(["clipping": "{\(upper),\"excludedLayers\":[1]}"]) == [false, true, true, true])
        let mercator =
            #"{"geometry":{"rings":[[[0,557305],[0,1118890],[1113195,1118890],[1113195,557305],[0,557305]]],"spatialReference":{"wkid":3857}}}"#
        #expect(try Self.shown(["clipping": mercator]) == [false, true, false, true])
        // Before 10.8 nobody knows it.
        #expect(try Self.shown(["clipping": "{\(upper)}"], version: "10.6.1") == [true, true, true, true])
    }

    @Test("only rows that are related to the geometry are drawn")
    func filter() throws {
        let left = #"{"geometryType":"esriGeometryPoint","geometry":{"x":2,"y":2}}"#
        #expect(try Self.shown(["spatialfilter": left]) == [true, true, false, false])
        let within =
            #"{"geometry":{"xmin":5,"ymin":0,"xmax":10,"ymax":10},"spatialRel":"esriSpatialRelContains"}"#
        #expect(try Self.shown(["spatialfilter": within]) == [false, false, true, true])
    }

    @Test("what is clipped away is not found")
    func identify() {
        func found(_ clipping: String) -> Int {
            var question = Self.map.reading([
                "geometry": "2,2", "tolerance": "0", "mapextent": "0,0,10,10", "imagedisplay": "100,100,96",
                "clipping": clipping, "f": "json",
            ])
            return AirportsLayer.json(question.ask("identify"))["results"]?.elements?.count ?? -1
        }
        #expect(found("") == 1)
        #expect(found(#"{"geometry":{"xmin":0,"ymin":5,"xmax":10,"ymax":10}}"#) == 0)
        #expect(found(#"{"geometry":{"xmin":0,"ymin":0,"xmax":10,"ymax":5}}"#) == 1)
    }

    @Test(
        "a layer's time",
        arguments: [
            ("", 10, 20), (#"{"0":{"useTime":true}}"#, 10, 20), (#"{"1":{"useTime":false}}"#, 10, 20),
            (#"{"0":{"timeDataCumulative":true}}"#, -.infinity, 20),
            (#"{"0":{"timeOffset":2,"timeOffsetUnits":"esriTimeUnitsMilliseconds"}}"#, 8, 18),
            (#"{"0":{"timeOffset":2,"timeOffsetUnits":"esriTimeUnitsNonsense"}}"#, 10, 20), ("x", 10, 20),
        ] as [(String, Double, Double)])
    func timing(_ text: String, _ start: Double, _ end: Double) throws {
        let span = try #require(TimeSpan("10,20"))
        let applied = try #require(LayerTiming(text, of: 0).applied(to: span))
        #expect(applied.start == start && applied.end == end)
        #expect(LayerTiming(#"{"0":{"useTime":false}}"#, of: 0).applied(to: span) == nil)
        #expect(LayerTiming(text, of: 0).applied(to: nil) == nil)
    }
}
