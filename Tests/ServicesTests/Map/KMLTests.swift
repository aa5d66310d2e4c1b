// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("KML of maps")
struct KMLTests {
    private static func question(_ parameters: [String: String], gives: Bool = true) -> ServiceQuestion {
        var question = AirportsLayer.reading(parameters)
        question.service.hasKML = gives
        question.server = "https://gis.example/arcgis"
        return question
    }

    private static func document(_ answer: ServiceQuestion.Answer) throws -> (text: String, archive: ZIPArchive) {
        guard case .success(.file(let reply)) = MapDrawingFixture.finished(answer), reply.type == KML.type,
            let archive = ZIPArchive(reply.bytes)
        else { throw CancellationError() }
        let bytes = try #require(archive.entries.first { $0.name == "doc.kml" }?.bytes)
        return (String(decoding: bytes, as: UTF8.self), archive)
    }

    @Test(
        "a link to images refreshes with the view, one to rows when it is asked",
        arguments: [
            ("", "kml/mapImage.kmz", "onStop"), ("separateImage", "kml/mapImage.kmz", "onStop"),
            ("nonComposite", "0/query?where=1%3D1&amp;outFields=*&amp;f=kmz", "onRequest"),
        ])
    func generated(_ options: String, _ address: String, _ mode: String) throws {
        var question = Self.question(["docname": "Test & Name", "layers": "0", "layeroptions": options])
        let text = try Self.document(question.ask("generateKml")).text
        #expect(text.contains("<name>Test &amp; Name</name>") && text.contains(address))
        #expect(text.contains("<viewRefreshMode>\(mode)</viewRefreshMode>"))
    }

    @Test("export has the map over its extent in degrees, whatever it is in")
    func overlay() throws {
        var question = Self.question(
            ["bbox": "-13914936,3503549,-7792364,6446275", "bboxsr": "3857", "imagesr": "3857", "f": "kmz"])
        let (text, archive) = try Self.document(question.ask("export"))
        #expect(text.contains("<GroundOverlay>") && text.contains("<west>-12"))
        #expect(Picture(png: archive.entries.first { $0.name == "files/map.png" }?.bytes ?? [])?.width == 400)
        var whole = Self.question([:])
        #expect(try Self.document(whole.ask("kml/mapImage.kmz")).text.contains("<LatLonBox>"))
    }

    @Test("rows are placemarks in degrees with their values")
    func rows() throws {
        var question = Self.question(["where": "IATA='DEN'", "outfields": "*", "f": "kmz", "outsr": "3857"])
        question.names = ["layer": "0"]
        let text = try Self.document(question.ask("{layer}/query")).text
        #expect(text.contains("<Point><coordinates>-104.6") && text.contains("<Data name=\"IATA\"><value>DEN</value>"))
    }

    @Test("a service without KML refuses what only KML has", arguments: ["generateKml", "kml/mapImage.kmz"])
    func without(_ path: String) {
        var question = Self.question(["docname": "x", "layers": "0"], gives: false)
        #expect(AirportsLayer.json(question.ask(path))["code"]?.integer == 400)
        var root = Self.question([:])
        #expect(AirportsLayer.json(root.ask(""))["supportedExtensions"]?.text == "KmlServer")
    }

    @Test(
        "names and layers are needed", arguments: [["layers": "0"], ["docname": "x"], ["docname": "x", "layers": "9"]])
    func needed(_ parameters: [String: String]) {
        var question = Self.question(parameters)
        #expect(AirportsLayer.json(question.ask("generateKml"))["code"]?.integer == 400)
    }
}
