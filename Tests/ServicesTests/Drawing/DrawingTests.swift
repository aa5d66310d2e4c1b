// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Services

@Suite("Drawing")
struct DrawingTests {
    private static let red = "[200,0,0,255]"
    private static let solid = [UInt8](arrayLiteral: 200, 0, 0, 255)
    private static let paper = [UInt8](arrayLiteral: 255, 255, 255, 255)

    private func simple(_ symbol: String) -> String { "{\"type\":\"simple\",\"symbol\":\(symbol)}" }

    @Test(
        "markers of all styles have their color where they lie, and nothing around",
        arguments: ["Circle", "Square", "Diamond", "Triangle", "Cross", "X"])
    func markers(_ style: String) throws {
        let symbol =
            "{\"type\":\"esriSMS\",\"style\":\"esriSMS\(style)\",\"color\":\(Self.red),\"size\":12,\"outline\":{\"color\":\(Self.red),\"width\":3}}"
        let chart = MapDrawingFixture(
            MapDrawingFixture.layer(0, MapDrawingFixture.feature("Point", "[5,5]"), simple(symbol)))
        let picture = try #require(chart.picture())
        #expect(picture.at(5, 5) == Self.solid)
        #expect(picture.at(7, 5) == Self.paper && picture.at(5, 7) == Self.paper)
    }

    @Test("offsets go right and up, points being sized by dpi")
    func offsets() throws {
        let symbol =
            "{\"type\":\"esriSMS\",\"style\":\"esriSMSSquare\",\"color\":\(Self.red),\"size\":6,\"xoffset\":15,\"yoffset\":15}"
        let chart = MapDrawingFixture(
            MapDrawingFixture.layer(0, MapDrawingFixture.feature("Point", "[5,5]"), simple(symbol)))
        #expect(try #require(chart.picture()).at(7, 7) == Self.solid)
        #expect(try #require(chart.picture(["dpi": "192"])).at(9, 9) == Self.solid)
    }

    @Test("areas are filled but for their holes; lines run through their vertices")
    func areas() throws {
        let square = "[[[2,2],[2,8],[8,8],[8,2],[2,2]],[[4,4],[6,4],[6,6],[4,6],[4,4]]]"
        let fill = "{\"type\":\"esriSFS\",\"style\":\"esriSFSSolid\",\"color\":\(Self.red),\"outline\":null}"
        let picture = try #require(
            MapDrawingFixture(MapDrawingFixture.layer(0, MapDrawingFixture.feature("Polygon", square), simple(fill)))
                .picture())
        #expect(picture.at(3, 3) == Self.solid && picture.at(7, 7) == Self.solid)
        #expect(picture.at(5, 5) == Self.paper && picture.at(1, 1) == Self.paper)
        let line = "{\"type\":\"esriSLS\",\"style\":\"esriSLSSolid\",\"color\":\(Self.red),\"width\":3}"
        let drawn = MapDrawingFixture(
            MapDrawingFixture.layer(0, MapDrawingFixture.feature("LineString", "[[1,1],[9,9]]"), simple(line)))
        let lines = try #require(drawn.picture())
        #expect(lines.at(5, 5.05) == Self.solid && lines.at(5, 2) == Self.paper)
    }

    @Test(
        "fills that are no solid let the ground through",
        arguments: ["Horizontal", "Vertical", "Cross", "BackwardDiagonal", "ForwardDiagonal", "DiagonalCross"])
    func hatching(_ style: String) throws {
        let square = "[[[0,0],[0,10],[10,10],[10,0],[0,0]]]"
        let fill = "{\"type\":\"esriSFS\",\"style\":\"esriSFS\(style)\",\"color\":\(Self.red)}"
        let picture = try #require(
            MapDrawingFixture(MapDrawingFixture.layer(0, MapDrawingFixture.feature("Polygon", square), simple(fill)))
                .picture())
        let inked = (0..<10_000).count { picture.pixels[$0 * 4 + 1] < 200 }
        #expect(inked > 500 && inked < 8000, "\(inked) of 10000 pixels")
    }

    @Test("picture symbols are decoded and put where the row is")
    func pictures() throws {
        let dot = Picture(width: 4, height: 4, pixels: Array(repeating: Self.solid, count: 16).flatMap(\.self))
        let data = Base64.encode(dot.png())
        let marker = "{\"type\":\"esriPMS\",\"imageData\":\"\(data)\",\"width\":9,\"height\":9}"
        let picture = try #require(
            MapDrawingFixture(MapDrawingFixture.layer(0, MapDrawingFixture.feature("Point", "[5,5]"), simple(marker)))
                .picture())
        #expect(picture.at(5, 5) == Self.solid && picture.at(7, 5) == Self.paper)
        let square = "[[[2,2],[2,8],[8,8],[8,2],[2,2]]]"
        let fill = "{\"type\":\"esriPFS\",\"imageData\":\"\(data)\",\"width\":3,\"height\":3}"
        let filled = try #require(
            MapDrawingFixture(MapDrawingFixture.layer(0, MapDrawingFixture.feature("Polygon", square), simple(fill)))
                .picture())
        #expect(filled.at(5, 5) == Self.solid && filled.at(1, 1) == Self.paper)
    }

    @Test("unique values, null among them, and class breaks choose the symbol")
    func renderers() throws {
        func fill(_ color: String) -> String {
            "{\"type\":\"esriSMS\",\"style\":\"esriSMSSquare\",\"color\":\(color),\"size\":12}"
        }
        let rows = [
            ("[2,2]", "{\"k\":\"a\",\"n\":1}"), ("[5,5]", "{\"k\":null,\"n\":5}"), ("[8,8]", "{\"k\":\"z\",\"n\":50}"),
        ].map { MapDrawingFixture.feature("Point", $0.0, $0.1) }.joined(separator: ",")
        let unique =
            "{\"type\":\"uniqueValue\",\"field1\":\"k\",\"defaultSymbol\":\(fill("[0,0,90,255]")),\"uniqueValueInfos\":[{\"value\":\"a\",\"symbol\":\(fill(Self.red))},{\"value\":\"<Null>\",\"symbol\":\(fill("[0,90,0,255]"))}]}"
        let picture = try #require(MapDrawingFixture(MapDrawingFixture.layer(0, rows, unique)).picture())
        #expect(picture.at(2, 2) == Self.solid)
        #expect(picture.at(5, 5) == [0, 90, 0, 255] && picture.at(8, 8) == [0, 0, 90, 255])
        let breaks =
            "{\"type\":\"classBreaks\",\"field\":\"n\",\"minValue\":0,\"classBreakInfos\":[{\"classMaxValue\":1,\"symbol\":\(fill(Self.red))},{\"classMaxValue\":10,\"symbol\":\(fill("[0,90,0,255]"))}]}"
        let classed = try #require(MapDrawingFixture(MapDrawingFixture.layer(0, rows, breaks)).picture())
        #expect(classed.at(2, 2) == Self.solid && classed.at(5, 5) == [0, 90, 0, 255])
        #expect(classed.at(8, 8) == Self.paper)
    }

    @Test("layers lie in their order, show what is below by their transparency, and hide by scale and by request")
    func layers() throws {
        func square(_ color: String) -> String {
            simple("{\"type\":\"esriSMS\",\"style\":\"esriSMSSquare\",\"color\":\(color),\"size\":12}")
        }
        var top = MapDrawingFixture.layer(0, MapDrawingFixture.feature("Point", "[5,5]"), square(Self.red))
        let below = MapDrawingFixture.layer(1, MapDrawingFixture.feature("Point", "[5,5]"), square("[0,90,0,255]"))
        #expect(try #require(MapDrawingFixture(top, below).picture()).at(5, 5) == Self.solid)
        #expect(try #require(MapDrawingFixture(top, below).picture(["layers": "show:1"])).at(5, 5) == [0, 90, 0, 255])
        #expect(try #require(MapDrawingFixture(top, below).picture(["layers": "hide:0,1"])).at(5, 5) == Self.paper)
        top.transparency = 50
        let mixed = try #require(MapDrawingFixture(top, below).picture()).at(5, 5)
        #expect((95...105).contains(mixed[0]) && (40...50).contains(mixed[1]))
        top.minScale = 1000
        #expect(try #require(MapDrawingFixture(top, below).picture()).at(5, 5) == [0, 90, 0, 255])
        top.minScale = 0
        var group = Layer(id: 9, name: "G", kind: .group, store: nil)
        group.isVisible = false
        top.parent = 9
        #expect(try #require(MapDrawingFixture(group, top, below).picture()).at(5, 5) == [0, 90, 0, 255])
        #expect(try #require(MapDrawingFixture(group, top, below).picture(["layers": "include:9"])).at(5, 5)[0] > 90)
    }

    @Test("layerDefs and time choose rows")
    func rows() throws {
        let square = simple("{\"type\":\"esriSMS\",\"style\":\"esriSMSSquare\",\"color\":\(Self.red),\"size\":12}")
        let rows =
            "\(MapDrawingFixture.feature("Point", "[2,2]", "{\"n\":100}")),\(MapDrawingFixture.feature("Point", "[8,8]", "{\"n\":200}"))"
        var layer = MapDrawingFixture.layer(0, rows, square)
        let some = try #require(MapDrawingFixture(layer).picture(["layerdefs": "{\"0\":\"n > 150\"}"]))
        #expect(some.at(2, 2) == Self.paper && some.at(8, 8) == Self.solid)
        layer.time = Layer.Time(start: "n")
        let then = try #require(MapDrawingFixture(layer).picture(["time": "null,150"]))
        #expect(then.at(2, 2) == Self.solid && then.at(8, 8) == Self.paper)
        layer.definition = "n = 200"
        #expect(try #require(MapDrawingFixture(layer).picture()).at(2, 2) == Self.paper)
    }

    @Test(
        "every format has the size asked for; transparent ground lets all through",
        arguments: ["png", "png8", "png24", "png32", "PNG32"], [true, false])
    func formats(_ format: String, _ isTransparent: Bool) throws {
        let square = simple("{\"type\":\"esriSMS\",\"style\":\"esriSMSSquare\",\"color\":\(Self.red),\"size\":12}")
        let chart = MapDrawingFixture(MapDrawingFixture.layer(0, MapDrawingFixture.feature("Point", "[5,5]"), square))
        let picture = try #require(
            chart.picture(["format": format, "size": "120,80", "transparent": isTransparent ? "True" : "false"]))
        #expect(picture.width == 120 && picture.height == 80)
        #expect(picture.at(5, 5) == Self.solid && picture.at(1, 1)[3] == (isTransparent ? 0 : 255))
    }

    @Test("more than 256 colors become 256")
    func palette() throws {
        var pixels: [UInt8] = []
        for number in 0..<4096 { pixels += [UInt8(number % 64 * 4), UInt8(number / 64 * 4), 7, 255] }
        let picture = Picture(width: 64, height: 64, pixels: pixels)
        let read = try #require(Picture(png: picture.png(.palette)))
        var colors: Set<[UInt8]> = []
        for start in stride(from: 0, to: pixels.count, by: 4) { colors.insert(Array(read.pixels[start..<start + 4])) }
        #expect(colors.count <= 256 && colors.count > 100)
        let furthest = zip(read.pixels, pixels).map { abs(Int($0) - Int($1)) }.max() ?? 255
        #expect(furthest < 64)
    }

    @Test(
        "symbols that make no sense do not keep the others from being drawn",
        arguments: [
            "{\"type\":\"esriSMS\",\"color\":[999,-5,1e99,255],\"size\":0}",
            "{\"type\":\"esriSMS\",\"style\":\"esriSMSNone\",\"size\":-3}", "{\"type\":\"esriSMS\"}",
            "{\"type\":\"esriPMS\",\"imageData\":\"AAAA\",\"width\":9}", "{\"type\":\"esriSLS\",\"width\":1e99}",
            "{\"type\":\"esriTS\"}", "null",
        ])
    func nonsense(_ symbol: String) throws {
        let dot = Picture(width: 1, height: 1, pixels: Self.solid).png()
        let empty = "{\"type\":\"esriPMS\",\"imageData\":\"\(Base64.encode(dot))\",\"width\":0,\"height\":0}"
        let square = "{\"type\":\"esriSMS\",\"style\":\"esriSMSSquare\",\"color\":\(Self.red),\"size\":12}"
        let chart = MapDrawingFixture(
            MapDrawingFixture.layer(0, MapDrawingFixture.feature("Point", "[5,5]"), simple(square)),
            MapDrawingFixture.layer(1, MapDrawingFixture.feature("Point", "[2,2]"), simple(symbol)),
            MapDrawingFixture.layer(2, MapDrawingFixture.feature("Point", "[8,8]"), simple(empty)))
        #expect(try #require(chart.picture()).at(5, 5) == Self.solid)
    }

    @Test("what is no PNG is no picture", arguments: [[UInt8](), [1, 2, 3], Array("GIF89a".utf8)])
    func broken(_ bytes: [UInt8]) { #expect(Picture(png: bytes) == nil) }
}
