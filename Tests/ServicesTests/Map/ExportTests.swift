// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("export, legend, tile")
struct ExportTests {
    private static let point = MapDrawingFixture(
        MapDrawingFixture.layer(0, MapDrawingFixture.feature("Point", "[5,5]")))

    private func json(_ more: [String: String]) -> JSON {
        AirportsLayer.json(Self.point.export(more.merging(["f": "json"]) { first, _ in first }))
    }

    @Test("the extent takes the picture's shape, around its middle")
    func extent() {
        let answer = json(["size": "200,100"])
        #expect(answer.members?.map(\.name) == ["href", "width", "height", "extent", "scale"])
        #expect(answer["width"]?.integer == 200 && answer["height"]?.integer == 100)
        #expect(answer["extent"]?["xmin"]?.double == -5 && answer["extent"]?["xmax"]?.double == 15)
        #expect(answer["extent"]?["ymin"]?.double == 0 && answer["extent"]?["ymax"]?.double == 10)
    }

    @Test("a scale of ten millions and more has a capital letter; degrees are those of the equator")
    func scale() {
        // What tile schemes in degrees say of their level 0.
        let world = Frame(
            extent: Envelope(xmin: -180, ymin: -90, xmax: 180, ymax: 90), reference: .wgs84, width: 512, height: 256)
        #expect(abs(world.scale - 295_828_763.795777) < 10)
        #expect(JSON.scale(36_978_595.474472) == .number("3.6978595474472E7"))
        #expect(JSON.scale(5000) == .number("5000.0"))
    }

    @Test(
        "the box may be in another reference than the picture",
        arguments: [
            ("4326", "3857", 1_113_194.9), ("4326", "102100", 1_113_194.9), ("", "", 10),
            ("{\"wkid\":4326}", "{\"wkid\":102100,\"latestWkid\":3857}", 1_113_194.9),
        ])
    func references(_ box: String, _ image: String, _ xmax: Double) throws {
        let extent = try #require(json(["bboxsr": box, "imagesr": image, "size": "400,400"])["extent"])
        #expect(abs(try #require(extent["xmax"]?.double) - xmax) < 4000)
    }

    @Test(
        "what cannot be drawn is refused",
        arguments: [
            ["bbox": ""], ["bbox": "1,2,3"], ["bbox": "10,0,10,10"], ["bbox": "a,b,c,d"], ["size": "0,100"],
            ["size": "5000,5000"], ["bboxsr": "999999"], ["format": "emf"], ["layerdefs": "{\"0\":\"nope = 1\"}"],
            ["layerdefs": "{"], ["dynamiclayers": "[{}]"], ["rotation": "90"],
        ])
    func refused(_ more: [String: String]) {
        #expect(json(more)["code"]?.integer == 400)
    }

    @Test("empty parameters are none", arguments: ["time", "layerdefs", "layers", "dpi", "dynamiclayers", "bboxsr"])
    func empty(_ name: String) { #expect(json([name: ""])["href"] != nil) }

    @Test("legends have sizes from 10.1 on and groups at 11", arguments: ["10.0", "10.6.1", "11.4"])
    func legend(_ version: String) throws {
        let renderer =
            "{\"type\":\"uniqueValue\",\"field1\":\"n\",\"uniqueValueInfos\":[{\"value\":\"1\",\"label\":\"one\",\"symbol\":{\"type\":\"esriSMS\",\"style\":\"esriSMSSquare\",\"color\":[200,0,0,255],\"size\":9}}]}"
        var group = Layer(id: 7, name: "G", kind: .group, store: nil)
        group.isVisible = true
        let chart = MapDrawingFixture(
            group, MapDrawingFixture.layer(0, MapDrawingFixture.feature("Point", "[5,5]"), renderer), version: version)
        var asked = chart.reading()
        let legend = AirportsLayer.json(asked.ask("legend"))
        let layers = try #require(legend["layers"]?.elements)
        #expect(layers.count == 1)
        let entry = try #require(layers[0]["legend"]?[0])
        let keys = entry.members?.map(\.name)
        switch version {
        case "10.0": #expect(keys == ["label", "url", "imageData", "contentType"])
        case "10.6.1": #expect(keys == ["label", "url", "imageData", "contentType", "height", "width", "values"])
        default:
            #expect(keys == ["label", "url", "imageData", "contentType", "groupId", "height", "width", "values"])
            #expect(layers[0].members?.last?.name == "legendGroups")
        }
        let image = try #require(entry["imageData"]?.text.flatMap(Base64.decode).flatMap { Picture(png: $0) })
        #expect(image.width == 20 && image.height == 20 && image.at(5, 5) == [200, 0, 0, 255])
        var one = chart.reading()
        one.names = ["layer": "0", "image": entry["url"]?.text ?? ""]
        guard case .success(.file(let reply)) = MapDrawingFixture.finished(one.ask("{layer}/images/{image}")) else {
            Issue.record("no picture")
            return
        }
        #expect(Picture(png: reply.bytes)?.pixels == image.pixels)
    }

    @Test("tiles lie as the world's do: level, row, column")
    func tiles() throws {
        let cache = TileCache()
        let frame = try #require(cache.frame(level: 1, row: 0, column: 1))
        #expect(frame.extent.xmin.magnitude < 1 && abs(frame.extent.ymax - 20_037_508.34) < 1)
        #expect(abs(cache.scale(0) - 591_657_527.59) < 1 && abs(cache.resolution(1) - 78_271.517) < 0.001)
        #expect(cache.frame(level: 1, row: 2, column: 0) == nil && cache.frame(level: 24, row: 0, column: 0) == nil)
    }
}

@Suite("The root of a map with a cache and WMS")
struct MapRootTests {
    private func root(_ version: String, cached: Bool) -> JSON {
        var chart = MapDrawingFixture(
            MapDrawingFixture.layer(0, MapDrawingFixture.feature("Point", "[5,5]")), version: version)
        chart.service.cache = cached ? TileCache(levels: 3) : nil
        chart.service.hasWMS = true
        var reading = chart.reading()
        return AirportsLayer.json(reading.ask(""))
    }

    @Test("tileInfo stands behind singleFusedMapCache", arguments: ["9.3", "10.6.1", "11.4"])
    func tiles(_ version: String) throws {
        let root = root(version, cached: true)
        let keys = try #require(root.members?.map(\.name))
        let index = try #require(keys.firstIndex(of: "singleFusedMapCache"))
        #expect(keys[index + 1] == "tileInfo" && (keys[index + 2] == "storageInfo") == (version == "11.4"))
        #expect(root["singleFusedMapCache"] == .bool(true) && keys.count { $0 == "tileInfo" } == 1)
        let info = try #require(root["tileInfo"])
        #expect(info["lods"]?.elements?.count == 4)
        #expect(info["lods"]?[1]?["resolution"]?.double.map { abs($0 - 78_271.517) < 0.001 } == true)
        #expect(root["spatialReference"]?["wkid"]?.integer == 102100)
        #expect(root["fullExtent"]?["xmax"]?.double.map { $0 > 500_000 } == true)
    }

    @Test("a map that is not cached has none of it, and WMS stands among the extensions")
    func plain() {
        let root = root("11.4", cached: false)
        #expect(root["tileInfo"] == nil && root["singleFusedMapCache"] == .bool(false))
        #expect(root["supportedExtensions"]?.text?.hasSuffix("WMSServer") == true)
    }
}
