// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("Pictures of an image service")
struct RasterTests {
    private static let red = [UInt8](arrayLiteral: 200, 0, 0, 255)
    private static let green = [UInt8](arrayLiteral: 0, 200, 0, 255)
    private static let blue = [UInt8](arrayLiteral: 0, 0, 200, 255)
    private static let clear = [UInt8](arrayLiteral: 0, 0, 0, 0)

    /// Two pixels by two, the one at the bottom right being transparent, on the square from 0 to 10 degrees.
    private static func service(pixel: String? = nil) -> ServiceModel {
        var service = ServiceModel(name: "Photo", layers: [])
        service.imagery = Imagery(
            properties: MapDrawingFixture.json(
                #"{"extent":{"xmin":0,"ymin":0,"xmax":10,"ymax":10,"spatialReference":{"wkid":4326}}}"#
            ).members ?? [],
            pixel: pixel)
        if pixel == nil {
            service.imagery?.picture = Picture(width: 2, height: 2, pixels: red + green + blue + clear)
        }
        return service
    }

    private static func reading(_ more: [String: String], pixel: String? = nil) -> ServiceQuestion {
        let plain = [
            "bbox": "0,0,10,10", "size": "100,100", "format": "png32", "f": "image",
            "interpolation": "RSP_NearestNeighbor",
        ]
        return ServiceQuestion(
            service: service(pixel: pixel), kind: .imageServer, version: .newest,
            parameters: plain.merging(more) { $1 }.map { .init($0.key, $0.value) }, format: more["f"] ?? "image"
        )
    }

    private static func reply(_ more: [String: String] = [:], pixel: String? = nil) -> FileResponse? {
        var reading = reading(more, pixel: pixel)
        guard case .success(.file(let reply)) = MapDrawingFixture.finished(reading.ask("exportImage")) else {
            return nil
        }
        return reply
    }

    @Test("the picture lies in its extent, and is transparent where it is, and outside")
    func indices() throws {
        let picture = try #require(Picture(png: Self.reply()?.bytes ?? []))
        #expect(picture.at(1, 9) == Self.red && picture.at(9, 9) == Self.green && picture.at(1, 1) == Self.blue)
        #expect(picture.at(9, 1)[3] == 0)
        let wide = try #require(Picture(png: Self.reply(["bbox": "-10,-10,10,10"])?.bytes ?? []))
        #expect(wide.at(6, 9) == Self.red && wide.at(9, 9) == Self.green && wide.at(1, 1)[3] == 0)
    }

    @Test("another reference of the picture or of the box shows the same places")
    func references() throws {
        let box = "0,0,1113194.9079,1118889.9749"
        for more in [
            ["imagesr": "3857", "adjustaspectratio": "false"],
            ["bbox": box, "bboxsr": "102100", "imagesr": "3857", "adjustaspectratio": "false"],
            ["bbox": box, "bboxsr": "3857"],
        ] {
            let picture = try #require(Picture(png: Self.reply(more)?.bytes ?? []))
            #expect(picture.at(2.5, 7.5) == Self.red && picture.at(7.5, 7.5) == Self.green)
            #expect(picture.at(2.5, 2.5) == Self.blue && picture.at(7.5, 2.5)[3] == 0)
        }
    }

    @Test("between pixels colors run into each other unless the nearest is asked for")
    func interpolation() throws {
        let smooth = try #require(Picture(png: Self.reply(["interpolation": ""])?.bytes ?? []))
        let between = smooth.at(5, 8)
        #expect((80...120).contains(between[0]) && (80...120).contains(between[1]))
        let hard = try #require(Picture(png: Self.reply()?.bytes ?? []))
        #expect(hard.at(4.9, 8) == Self.red && hard.at(5.1, 8) == Self.green)
    }

    @Test(
        "jpgpng is a JPEG where nothing is transparent, and is what is given unless asked otherwise",
        arguments: [
            (["format": "jpgpng", "bbox": "1,6,4,9"], "image/jpeg"), (["format": "jpgpng"], "image/png"),
            (["format": "", "bbox": "1,6,4,9"], "image/jpeg"), (["format": "tiff"], "image/tiff"),
            (["format": "jpg"], "image/jpeg"), (["format": "GIF"], "image/gif"),
        ])
    func formats(_ more: [String: String], _ type: String) throws {
        let reply = try #require(Self.reply(more))
        #expect(reply.type == type && !reply.bytes.isEmpty)
        if type == "image/jpeg" { #expect(Picture(jpeg: reply.bytes)?.width == 100) }
        var reading = Self.reading(more.merging(["f": "json"]) { $1 })
        let href = AirportsLayer.json(reading.ask("exportImage"))["href"]?.text ?? ""
        #expect(href.contains("/rest/directories/arcgisoutput/Photo_ImageServer/_ags_"))
        guard
            case .success(.file(let file)) = MapDrawingFixture.finished(
                reading.output(String(href.split(separator: "/").last ?? "")))
        else {
            Issue.record("\(href) leads nowhere")
            return
        }
        #expect(file.type == type && file.bytes == reply.bytes)
    }

    @Test("the extent takes the picture's shape unless that is not wanted", arguments: [true, false])
    func shape(_ isAdjusted: Bool) {
        var reading = Self.reading(["size": "200,100", "f": "json", "adjustaspectratio": "\(isAdjusted)"])
        let answer = AirportsLayer.json(reading.ask("exportImage"))
        #expect(answer.members?.map(\.name) == ["href", "width", "height", "extent", "scale"])
        #expect(answer["extent"]?["xmin"]?.double == (isAdjusted ? -5 : 0))
    }

    @Test(
        "one value is a color, of more bands the first three",
        arguments: [("8", [8, 8, 8, 255]), ("17, 22, 39, 45", [17, 22, 39, 255])] as [(String, [UInt8])])
    func values(_ pixel: String, _ color: [UInt8]) throws {
        let picture = try #require(Picture(png: Self.reply(pixel: pixel)?.bytes ?? []))
        #expect(picture.at(5, 5) == color)
        #expect(Self.reply(pixel: "3.5") == nil && Self.reply(pixel: "300") == nil)
    }

    @Test(
        "identify gives the pixel of the picture",
        arguments: [("1,9", "200, 0, 0"), ("9,1", "NoData"), ("50,1", "NoData")])
    func identify(_ point: String, _ value: String) {
        var question = Self.reading(["geometry": point])
        #expect(AirportsLayer.json(question.ask("identify"))["value"]?.text == value)
    }

    @Test(
        "the root says its bands and the size of its pixels, the legend its bands, each url of which leads to a picture"
    )
    func described() throws {
        var reading = Self.reading(["f": "json"])
        let root = AirportsLayer.json(reading.ask(""))
        #expect(root["bandCount"]?.integer == 3 && root["pixelSizeX"]?.double == 5 && root["pixelSizeY"]?.double == 5)
        let legend = try #require(AirportsLayer.json(reading.ask("legend"))["layers"]?[0])
        #expect(legend["legendType"]?.text == "RGB Composite")
        let entries = legend["legend"]?.elements ?? []
        #expect(entries.map { $0["label"]?.text } == ["Red:    Band_1", "Green: Band_2", "Blue:   Band_3"])
        for entry in entries {
            var asked = reading
            asked.names = ["layer": "0", "image": entry["url"]?.text ?? ""]
            guard case .success(.file(let reply)) = asked.ask("{layer}/images/{image}") else { continue }
            #expect(reply.type == "image/png" && Base64.encode(reply.bytes) == entry["imageData"]?.text)
        }
    }

    @Test(
        "what cannot be shown is refused",
        arguments: [
            (["bbox": ""], "map.bad-parameter"), (["size": "0,1"], "map.bad-parameter"),
            (["size": "9000,9000"], "map.too-large"), (["imagesr": "999999"], "map.unknown-reference"),
            (["format": "lerc"], "map.unknown-format"), (["format": "bip"], "map.unknown-format"),
            (["renderingrule": #"{"rasterFunction":"Pansharpening"}"#], "image.function-not-emulated"),
            (["renderingrule": #"{"rasterFunction":"Hillshde"}"#], "image.unknown-function"),
            (["renderingrule": #"{"rasterFunction":"Remap"}"#], "image.bad-parameter"),
            (["bandids": "7"], "image.bad-parameter"), (["pixeltype": "F32"], "map.not-emulated"),
        ])
    func refused(_ more: [String: String], _ rule: String) {
        var reading = Self.reading(more)
        guard case .failure(let refused) = MapDrawingFixture.finished(reading.ask("exportImage")) else {
            Issue.record("not refused")
            return
        }
        #expect(refused.verdict.rule.id == rule)
    }

    @Test("a rule that changes nothing passes", arguments: ["{}", #"{"rasterFunction":"None"}"#])
    func plain(_ rule: String) { #expect(Self.reply(["renderingrule": rule]) != nil) }
}
