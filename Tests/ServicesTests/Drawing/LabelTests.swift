// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("Labels")
struct LabelTests {
    private static let fields = AirportsLayer.store(
        Array(
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,
              "properties":{"NAME":"Denver","CODE":"DEN","ELEVATION":5434,"RUNWAYS":6,"NOTE":null}}]}
            """.utf8))

    private static func lines(_ info: String) throws -> [String] {
        let (data, row) = (fields.layer, try #require(fields.layer.features.first))
        let label = try LabelClass(json: MapDrawingFixture.json(info), fields: data.fields)
        return label.lines(row, Layer(id: 0, name: "L", store: fields), data)
    }

    @Test(
        "what expressions say",
        arguments: [
            (#"{"labelExpression":"[NAME]"}"#, ["Denver"]), (#"{"labelExpression":" [name] "}"#, ["Denver"]),
            (#"{"labelExpression":"[NAME] CONCAT \" (\" CONCAT [CODE] CONCAT \")\""}"#, ["Denver (DEN)"]),
            (#"{"labelExpression":"[NAME] CONCAT NEWLINE CONCAT [ELEVATION]"}"#, ["Denver", "5434"]),
            (#"{"labelExpression":"[NAME] & vbNewLine & \"x\""}"#, ["Denver", "x"]),
            (#"{"labelExpression":"[NAME] + ' ' + [CODE]"}"#, ["Denver DEN"]),
            (#"{"labelExpression":"[NOTE]"}"#, []), (#"{"labelExpression":"[NOTE] CONCAT \" \""}"#, []),
            (#"{"labelExpressionInfo":{"expression":"$feature.NAME"}}"#, ["Denver"]),
            (
                #"{"labelExpressionInfo":{"expression":"return $feature[\"NAME\"] + TextFormatting.NewLine + 'at ' + $feature.ELEVATION;"}}"#,
                ["Denver", "at 5434"]
            ),
            (#"{"labelExpressionInfo":{"value":"{CODE}: {NAME}"}}"#, ["DEN: Denver"]),
            (
                #"{"labelExpression":null,"labelExpressionInfo":{"expression":"$feature[\"CODE\"]","value":"{CODE}"}}"#,
                ["DEN"]
            ),
        ])
    func expressions(_ info: String, _ lines: [String]) throws { #expect(try Self.lines(info) == lines) }

    @Test(
        "what cannot be read says where, and what could stand there",
        arguments: [
            (#"{}"#, [], nil), (#"{"labelExpression":"[NAM]"}"#, ["labelExpression"], "[NAME]"),
            (#"{"labelExpression":"[NAME"}"#, ["labelExpression"], nil),
            (#"{"labelExpression":"[NAME] [CODE]"}"#, ["labelExpression"], nil),
            (#"{"labelExpression":"[NAME] CONCAT"}"#, ["labelExpression"], nil),
            (#"{"labelExpression":"Function FindLabel([NAME])"}"#, ["labelExpression"], nil),
            (
                #"{"labelExpressionInfo":{"expression":"$feature.NAMES"}}"#, ["labelExpressionInfo", "expression"],
                "$feature.NAME"
            ),
            (
                #"{"labelExpressionInfo":{"expression":"Upper($feature.NAME)"}}"#,
                ["labelExpressionInfo", "expression"], nil
            ),
            (
                #"{"labelExpressionInfo":{"expression":"$feature.ELEVATION + $feature.RUNWAYS"}}"#,
                ["labelExpressionInfo", "expression"], nil
            ),
            (#"{"labelExpressionInfo":{"value":"{COD}"}}"#, ["labelExpressionInfo", "value"], "{CODE}"),
            (#"{"labelExpression":"[NAME]","where":"NAME ="}"#, ["where"], nil),
            (
                #"{"labelExpression":"[NAME]","labelPlacement":"esriServerPointLabelPlacementAbovRight"}"#,
                ["labelPlacement"], "esriServerPointLabelPlacementAboveRight"
            ),
            (#"{"labelExpression":"[NAME]","symbol":{"type":"esriSMS"}}"#, ["symbol"], nil),
        ] as [(String, [String], String?)])
    func unread(_ info: String, _ keys: [String], _ suggestion: String?) {
        let error = #expect(throws: LabelClass.Unread.self) { try Self.lines(info) }
        #expect(error?.keys == keys && error?.suggestion == suggestion, "\(String(describing: error))")
    }

    // MARK: drawn

    private static let ink = [UInt8](arrayLiteral: 0, 0, 200)

    /// The middle of what is drawn in the color of labels, from 0 to 10, the second going up; `nil`: nothing is.
    private func middle(_ picture: Picture?, _ color: [UInt8] = ink) throws -> (x: Double, y: Double)? {
        let picture = try #require(picture)
        var (x, y, count) = (0.0, 0.0, 0.0)
        for pixel in 0..<picture.width * picture.height
        where Array(picture.pixels[pixel * 4..<pixel * 4 + 3]) == color {
            x += Double(pixel % picture.width)
            y += Double(pixel / picture.width)
            count += 1
        }
        guard count > 0 else { return nil }
        return (x / count / Double(picture.width) * 10, 10 - y / count / Double(picture.height) * 10)
    }

    private func label(_ placement: String? = nil, _ more: String = "", size: Int = 14) -> JSON {
        let index = placement.map { "\"labelPlacement\":\"esriServer\($0)\"," } ?? ""
        return MapDrawingFixture.json(
            "[{\(index)\(more)\"labelExpression\":\"[k]\",\"symbol\":{\"type\":\"esriTS\",\"color\":[0,0,200,255],\"font\":{\"family\":\"Arial\",\"size\":\(size),\"weight\":\"bold\"}}}]"
        )
    }

    private func chart(_ type: String, _ coordinates: String, _ labels: JSON) -> MapDrawingFixture {
        var layer = MapDrawingFixture.layer(0, MapDrawingFixture.feature(type, coordinates, "{\"k\":\"WWW\",\"n\":1}"))
        layer.labelingInfo = labels
        return MapDrawingFixture(layer)
    }

    @Test(
        "a point's label lies where its placement says",
        arguments: [
            ("AboveRight", 1, 1), ("AboveCenter", 0, 1), ("AboveLeft", -1, 1), ("CenterRight", 1, 0),
            ("CenterLeft", -1, 0),
            ("BelowRight", 1, -1), ("BelowCenter", 0, -1), ("BelowLeft", -1, -1), ("CenterCenter", 0, 0),
        ])
    func points(_ word: String, _ right: Double, _ up: Double) throws {
        let chart = chart("Point", "[5,5]", label("PointLabelPlacement\(word)", size: 10))
        let found = try #require(try middle(chart.picture()))
        #expect(right == 0 ? abs(found.x - 5) < 0.5 : (found.x - 5) * right > 1, "\(found)")
        #expect(up == 0 ? abs(found.y - 5) < 0.5 : (found.y - 5) * up > 0.5, "\(found)")
    }

    @Test(
        "a line's label lies along what shows of it, an area's inside",
        arguments: [
            ("LineString", "[[0,5],[10,5]]", "LinePlacementAboveAlong", 5.0, 6.0),
            ("LineString", "[[0,5],[10,5]]", "LinePlacementBelowAlong", 5, 4),
            ("LineString", "[[5,0],[5,10]]", "LinePlacementCenterAlong", 5, 5),
            ("LineString", "[[-100,5],[10,5]]", "LinePlacementCenterAlong", 5, 5),
            ("Polygon", "[[[6,6],[6,10],[10,10],[10,6],[6,6]]]", "PolygonPlacementAlwaysHorizontal", 8, 8),
            ("Polygon", "[[[6,6],[6,100],[100,100],[100,6],[6,6]]]", "PolygonPlacementAlwaysHorizontal", 8, 8),
        ])
    func linesAndAreas(_ type: String, _ coordinates: String, _ word: String, _ x: Double, _ y: Double) throws {
        let found = try #require(try middle(chart(type, coordinates, label(word, size: 10)).picture()))
        #expect(abs(found.x - x) < 0.7 && abs(found.y - y) < 0.7, "\(found)")
    }

    @Test("labels are drawn for rows of their where, within their scales, and where the layer shows")
    func which() throws {
        func isDrawn(_ more: String, _ request: [String: String] = [:]) throws -> Bool {
            try middle(chart("Point", "[5,5]", label(nil, more)).picture(request)) != nil
        }
        #expect(try isDrawn("") && isDrawn("\"where\":\"n = 1\","))
        #expect(try !isDrawn("\"where\":\"n = 2\",") && !isDrawn("", ["layerdefs": "{\"0\":\"n = 2\"}"]))
        #expect(try !isDrawn("\"minScale\":1000,") && !isDrawn("\"maxScale\":1000000000,"))
        #expect(try isDrawn("\"minScale\":1000000000,\"maxScale\":1000,") && !isDrawn("", ["layers": "hide:0"]))
    }

    @Test("of labels that would lie on each other the first stays")
    func overlaps() throws {
        func picture(_ other: String) throws -> Int {
            let rows = [("[5,5]", "WWW"), (other, "WWW")].map { index, text in
                MapDrawingFixture.feature("Point", index, "{\"k\":\"\(text)\"}")
            }
            var layer = MapDrawingFixture.layer(0, rows.joined(separator: ","))
            layer.labelingInfo = label("PointLabelPlacementCenterCenter", size: 8)
            let picture = try #require(MapDrawingFixture(layer).picture())
            return (0..<10_000).count { Array(picture.pixels[$0 * 4..<$0 * 4 + 3]) == Self.ink }
        }
        let one = try picture("[5.2,5.1]")
        let two = try picture("[5,8]")
        #expect(one > 0 && two > one * 3 / 2, "\(one) and \(two) pixels")
    }

    @Test("halos lie behind letters, grounds behind halos; pages have letters as lines")
    func ornaments() throws {
        let symbol =
            #"[{"labelExpression":"[k]","labelPlacement":"esriServerPointLabelPlacementCenterCenter","symbol":{"type":"esriTS","color":[0,0,200,255],"haloColor":[0,200,0,255],"haloSize":2,"backgroundColor":[200,200,0,255],"font":{"size":12,"style":"italic"}}}]"#
        let chart = chart("Point", "[5,5]", MapDrawingFixture.json(symbol))
        let picture = chart.picture()
        for color in [Self.ink, [0, 200, 0], [200, 200, 0]] { #expect(try middle(picture, color) != nil) }
        guard case .success(.file(let reply)) = chart.export(["format": "svg"]) else {
            Issue.record("no picture")
            return
        }
        #expect(String(decoding: reply.bytes, as: UTF8.self).contains("fill:rgb(0%,0%,78.431373%)"))
    }

    @Test("what cannot be read is not drawn, and keeps nothing else from being drawn")
    func left() throws {
        let list = MapDrawingFixture.json(#"[{"labelExpression":"Function FindLabel ( [k] )"}]"#)
        let chart = chart("Point", "[5,5]", .array((list.elements ?? []) + (label().elements ?? [])))
        #expect(try middle(chart.picture()) != nil)
    }

    @Test("a layer says that it has labels, and which", arguments: ["10.0", "10.6.1", "11.4"])
    func described(_ version: String) throws {
        var chart = chart("Point", "[5,5]", label())
        chart.version = version
        func layer() -> JSON {
            var question = chart.reading()
            question.names = ["layer": "0"]
            return ServiceQuestion.json(question.ask("{layer}"))
        }
        let with = layer()
        #expect(with["drawingInfo"]?["labelingInfo"] == label())
        chart.service.layers[0].labelingInfo = nil
        let without = layer()
        #expect(without["drawingInfo"]?["labelingInfo"] == .null)
        #expect(with["hasLabels"] == (version == "10.0" ? nil : .bool(true)))
        #expect(without["hasLabels"] == (version == "10.0" ? nil : .bool(false)))
    }
}
