// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

/// Links that answers carry lead to what they name.
@Suite("Thumbnails and tile maps")
struct ThumbnailTests {
    private static let service: ServiceModel = {
        let square =
            "{\"type\":\"simple\",\"symbol\":{\"type\":\"esriSMS\",\"style\":\"esriSMSSquare\",\"color\":[200,0,0,255],\"size\":12}}"
        var hidden = MapDrawingFixture.layer(3, MapDrawingFixture.feature("Point", "[40,5]"), square)
        hidden.isVisible = false
        var far = MapDrawingFixture.layer(
            0, "\(MapDrawingFixture.feature("Point", "[0,0]")),\(MapDrawingFixture.feature("Point", "[10,10]"))", square
        )
        far.minScale = 1000
        return ServiceModel(name: "S", layers: [far, hidden])
    }()

    private func picture(_ resource: String, _ names: [String: String] = [:]) throws -> Picture? {
        var reading = ServiceQuestion(
            service: Self.service, kind: .mapServer, version: .newest, parameters: [], format: "html")
        reading.names = names
        let resource = try #require(ServiceCatalog.resources.first { $0.path == resource })
        guard case .success(.file(let reply)) = MapDrawingFixture.finished(reading.ask(resource.answer)) else {
            return nil
        }
        return Picture(png: reply.bytes)
    }

    private func count(_ picture: Picture) -> Int {
        stride(from: 0, to: picture.pixels.count, by: 4).count { Array(picture.pixels[$0..<$0 + 3]) == [200, 0, 0] }
    }

    @Test("iteminfo's thumbnail shows every visible layer, a layer's own shows it")
    func thumbnails() throws {
        var question = ServiceQuestion(
            service: Self.service, kind: .mapServer, version: .newest, parameters: [], format: "json")
        let info = ServiceQuestion.json(question.ask("info/iteminfo"))
        let path = try #require(info["thumbnail"]?.text)
        let whole = try #require(try picture("info/\(path)"))
        #expect(whole.width == 200 && whole.height == 133)
        // Two squares of twelve points.
        #expect((400...600).contains(count(whole)), "\(count(whole))")
        let one = try #require(try picture("{layer}/\(path)", ["layer": "3"]))
        #expect((200...300).contains(count(one)), "\(count(one))")
        #expect(try picture("{layer}/\(path)", ["layer": "9"]) == nil)
    }

    @Test("the tile map is a tree of what is given")
    func tilemap() {
        let paths = [
            "resources/styles/root.json", "tile/0/0/0.pbf", "tile/2/0/0.pbf", "tile/2/1/0.pbf", "tile/2/1/1.pbf",
            "tile/9/x/1.pbf", "tile/1/2/0.pbf",
        ]
        let text = String(decoding: JSONWriter.json(TileTree(paths: paths).index), as: UTF8.self)
        #expect(text == "[[1,0,1,1],0,0,0]")
        #expect(TileTree(paths: []).index == .array([.int(0), .int(0), .int(0), .int(0)]))
    }
}
