// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("dynamicLayers")
struct DynamicLayerTests {
    private static let red = [UInt8](arrayLiteral: 200, 0, 0, 255)
    private static let green = [UInt8](arrayLiteral: 0, 200, 0, 255)
    private static let paper = [UInt8](arrayLiteral: 255, 255, 255, 255)

    private static func square(_ color: String) -> String {
        "{\"type\":\"simple\",\"symbol\":{\"type\":\"esriSMS\",\"style\":\"esriSMSSquare\",\"color\":\(color),\"size\":12}}"
    }

    private static func chart(_ version: String = "11.4") -> MapDrawingFixture {
        let rows = [("[2,2]", 1), ("[5,5]", 5), ("[8,8]", 9)].map { index, n in
            MapDrawingFixture.feature("Point", index, "{\"n\":\(n),\"k\":\"\(n == 5 ? "five" : "other")\"}")
        }
        return MapDrawingFixture(
            MapDrawingFixture.layer(0, rows.joined(separator: ","), square("[200,0,0,255]")),
            MapDrawingFixture.layer(4, MapDrawingFixture.feature("Point", "[5,5]"), square("[0,200,0,255]")),
            version: version)
    }

    private static func source(_ id: Int, _ layer: Int, _ more: String = "") -> String {
        "{\"id\":\(id),\"source\":{\"type\":\"mapLayer\",\"mapLayerId\":\(layer)}\(more)}"
    }

    @Test("only they are drawn, the first on top; layers and layerDefs count for nothing")
    func order() throws {
        let chart = Self.chart()
        let both = "[\(Self.source(501, 4)),\(Self.source(502, 0))]"
        #expect(try #require(chart.picture()).at(5, 5) == Self.red)
        let turned = try #require(
            chart.picture(["dynamiclayers": both, "layers": "show:0", "layerdefs": "{\"502\":\"n = 0\"}"]))
        #expect(turned.at(5, 5) == Self.green && turned.at(2, 2) == Self.red)
        let one = try #require(chart.picture(["dynamiclayers": "[\(Self.source(0, 4))]"]))
        #expect(one.at(5, 5) == Self.green && one.at(2, 2) == Self.paper)
        // Without a source it is the layer of the id; with a name as JavaScript's clients send it.
        let bare = try #require(chart.picture(["dynamiclayers": "[{\"id\":4,\"name\":\"Sites d'intérêt\"}]"]))
        #expect(bare.at(5, 5) == Self.green && bare.at(2, 2) == Self.paper)
    }

    @Test("definition, renderer, transparency, scales and labels are the request's")
    func drawing() throws {
        let chart = Self.chart()
        func picture(_ more: String) throws -> Picture {
            try #require(chart.picture(["dynamiclayers": "[\(Self.source(1, 0, more))]"]))
        }
        let some = try picture(",\"definitionExpression\":\"n > 3\"")
        #expect(some.at(2, 2) == Self.paper && some.at(8, 8) == Self.red)
        let other = try picture(",\"drawingInfo\":{\"renderer\":\(Self.square("[0,200,0,255]"))}")
        #expect(other.at(5, 5) == Self.green)
        let pale = try picture(",\"drawingInfo\":{\"transparency\":50}").at(5, 5)
        #expect((220...235).contains(pale[0]) && (120...135).contains(pale[1]))
        #expect(try picture(",\"minScale\":1000").at(5, 5) == Self.paper)
        let classes =
            ",\"drawingInfo\":{\"renderer\":{\"type\":\"uniqueValue\",\"field1\":\"k\",\"uniqueValueInfos\":[{\"value\":\"five\",\"symbol\":{\"type\":\"esriSMS\",\"style\":\"esriSMSSquare\",\"color\":[0,200,0,255],\"size\":12}}]}}"
        let only = try picture(classes)
        #expect(only.at(5, 5) == Self.green && only.at(2, 2) == Self.paper)
        func blue(_ more: String) throws -> Int {
            let label =
                ",\"drawingInfo\":{\"labelingInfo\":[{\"labelExpression\":\"[k]\",\"symbol\":{\"type\":\"esriTS\",\"color\":[0,0,200,255],\"font\":{\"size\":12}}}]\(more)}"
            let picture = try picture(label)
            return (0..<10_000).count { Array(picture.pixels[$0 * 4..<$0 * 4 + 3]) == [0, 0, 200] }
        }
        #expect(try blue("") > 20 && blue(",\"showLabels\":false") == 0)
    }

    @Test("the definition of the map holds as well")
    func definition() throws {
        var chart = Self.chart()
        chart.service.layers[0].definition = "n < 6 OR n = 100"
        let picture = try #require(
            chart.picture(["dynamiclayers": "[\(Self.source(1, 0, ",\"definitionExpression\":\"n > 3\""))]"]))
        #expect(picture.at(5, 5) == Self.red && picture.at(2, 2) == Self.paper && picture.at(8, 8) == Self.paper)
    }

    @Test(
        "before 10.1, and where the root says no, they are as if not there", arguments: ["10.0", "10.1", "11.4"],
        [true, false])
    func ignored(_ version: String, _ isSupported: Bool) throws {
        var chart = Self.chart(version)
        chart.service.hasDynamicLayers = isSupported
        let picture = try #require(chart.picture(["dynamiclayers": "[\(Self.source(1, 4))]"]))
        #expect(picture.at(5, 5) == (isSupported && version != "10.0" ? Self.green : Self.red))
        var reading = chart.reading()
        let root = AirportsLayer.json(reading.ask(""))
        #expect(root["supportsDynamicLayers"] == (version == "10.0" ? nil : .bool(isSupported)))
    }

    @Test(
        "what cannot be made is refused, and says what would do",
        arguments: [
            ("{}", "map.bad-parameter", "mapLayerId"), ("[{\"source\":{}}]", "map.bad-parameter", "id"),
            ("[{\"id\":9}]", "map.bad-parameter", "mapLayerId: 0, 4"),
            ("[{\"id\":1,\"source\":{\"type\":\"dataLayer\"}}]", "map.not-emulated", "without dynamicLayers"),
            ("[{\"id\":0,\"source\":{\"mapLayerId\":0,\"gdbVersion\":\"SDE.X\"}}]", "map.not-emulated", "without"),
            ("[{\"id\":0},{\"id\":0}]", "map.bad-parameter", "own"),
            ("[{\"id\":0,\"definitionExpression\":\"nn = 1\"}]", "map.bad-layer-definition", "corrected at byte 0"),
            (
                "[{\"id\":0,\"drawingInfo\":{\"labelingInfo\":[{\"labelExpression\":\"[kk]\"}]}}]", "map.bad-parameter",
                "there is no field"
            ),
        ])
    func refused(_ layers: String, _ rule: String, _ wouldPass: String) {
        guard case .failure(let refused) = Self.chart().export(["dynamiclayers": layers]) else {
            Issue.record("not refused")
            return
        }
        #expect(refused.verdict.rule.id == rule)
        #expect(refused.verdict.wouldPass.contains(wouldPass), "\(refused.verdict.wouldPass)")
    }

    @Test(
        "rows of two layers are joined, and can be counted and summed",
        arguments: [("esriLeftOuterJoin", 3), ("esriLeftInnerJoin", 1)])
    func joined(_ type: String, _ count: Int) {
        let table =
            #"{"type":"joinTable","leftTableSource":{"type":"mapLayer","mapLayerId":0},"rightTableSource":{"type":"mapLayer","mapLayerId":4},"leftTableKey":"n","rightTableKey":"L4.n","joinType":"\#(type)"}"#
        func ask(_ more: [String: String]) -> JSON {
            var question = Self.chart().reading(
                ["layer": #"{"source":{"type":"dataLayer","dataSource":\#(table)}}"#, "f": "json"]
                    .merging(more) { $1 })
            return AirportsLayer.json(question.ask("dynamicLayer/query"))
        }
        #expect(ask(["where": "1=1", "returncountonly": "true"])["count"]?.integer == count)
        let rows = ask(["where": "L0.n = 1", "outfields": "*"])["features"]
        #expect(rows?[0]?["attributes"]?["L4.n"]?.integer == 1 && rows?[0]?["attributes"]?["L0.k"]?.text == "other")
        let sum = ask([
            "where": "1=1",
            "outstatistics": #"[{"statisticType":"sum","onStatisticField":"L4.n","outStatisticFieldName":"s"}]"#,
        ])
        #expect(sum["features"]?[0]?["attributes"]?["s"]?.double == 1)
    }

    @Test(
        "what cannot be joined is refused",
        arguments: [
            #"{"type":"joinTable"}"#, #"{"type":"table","workspaceId":"w","dataSourceName":"t"}"#,
            #"{"type":"queryTable","workspaceId":"w","query":"SELECT 1"}"#,
            #"{"type":"joinTable","leftTableSource":{"type":"mapLayer","mapLayerId":0},"rightTableSource":{"type":"mapLayer","mapLayerId":4},"leftTableKey":"no","rightTableKey":"n"}"#,
            #"{"type":"joinTable","leftTableSource":{"type":"mapLayer","mapLayerId":0},"rightTableSource":{"type":"mapLayer","mapLayerId":9},"leftTableKey":"n","rightTableKey":"n"}"#,
        ])
    func unjoined(_ table: String) {
        let layers = #"[{"id":1,"source":{"type":"dataLayer","dataSource":\#(table)}}]"#
        guard case .failure = Self.chart().export(["dynamiclayers": layers]) else {
            Issue.record("not refused")
            return
        }
    }

    @Test("identify and find ask them by their own ids")
    func asked() {
        let layers = "[\(Self.source(77, 0, ",\"name\":\"Mine\",\"definitionExpression\":\"n = 5\""))]"
        var reading = Self.chart().reading([
            "dynamiclayers": layers, "geometry": "5,5", "tolerance": "3", "mapextent": "0,0,10,10",
            "imagedisplay": "100,100,96", "layers": "all:77", "f": "json",
        ])
        let identified =
            AirportsLayer.json(MapDrawingFixture.finished(reading.ask("identify")))["results"]?.elements ?? []
        #expect(identified.map { $0["layerId"]?.integer } == [77] && identified[0]["layerName"]?.text == "Mine")
        reading = Self.chart().reading([
            "dynamiclayers": layers, "searchtext": "five", "layers": "77", "f": "json",
        ])
        #expect(AirportsLayer.json(MapDrawingFixture.finished(reading.ask("find")))["results"]?.elements?.count == 1)
        reading.parameters.removeAll { $0.name == "dynamiclayers" }
        #expect(AirportsLayer.json(MapDrawingFixture.finished(reading.ask("find")))["results"]?.elements?.count == 0)
    }

    @Test("the legend shows them, and each of its urls leads to its picture")
    func legend() throws {
        var reading = Self.chart().reading([
            "dynamiclayers":
                "[\(Self.source(77, 0, ",\"drawingInfo\":{\"renderer\":\(Self.square("[0,0,90,255]"))}"))]"
        ])
        let layer = try #require(AirportsLayer.json(reading.ask("legend"))["layers"]?[0])
        #expect(layer["layerId"]?.integer == 77)
        let entry = try #require(layer["legend"]?[0])
        reading.names = ["layer": "77", "image": entry["url"]?.text ?? ""]
        guard case .success(.file(let reply)) = MapDrawingFixture.finished(reading.ask("{layer}/images/{image}")) else {
            Issue.record("no picture")
            return
        }
        #expect(Base64.encode(reply.bytes) == entry["imageData"]?.text)
    }

    @Test("the url of a renderer's own picture leads to it")
    func symbol() throws {
        let dot = Picture(width: 4, height: 4, pixels: Array(repeating: Self.red, count: 16).flatMap(\.self)).png()
        var chart = Self.chart()
        chart.service.layers[0].renderer = MapDrawingFixture.json(
            "{\"type\":\"simple\",\"symbol\":{\"type\":\"esriPMS\",\"url\":\"471E7E31\",\"imageData\":\"\(Base64.encode(dot))\",\"contentType\":\"image/png\"}}"
        )
        var reading = chart.reading()
        reading.names = ["layer": "0", "image": "471E7E31"]
        guard case .success(.file(let reply)) = MapDrawingFixture.finished(reading.ask("{layer}/images/{image}")) else {
            Issue.record("no picture")
            return
        }
        #expect(reply.bytes == dot && reply.type == "image/png")
    }
}
