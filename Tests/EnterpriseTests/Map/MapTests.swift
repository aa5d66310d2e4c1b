// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

/// Maps at their doors: URLs, tokens, HTTP.
@Suite("Maps")
struct MapTests {
    private static let export = "\(MapFixture.map)/export?\(MapFixture.box)&size=300,200"

    @Test("the href of an export needs the token itself, has no query, and lives ten minutes")
    func href() throws {
        var fixture = try MapFixture.make(access: "org")
        let token = fixture.token("bert", [("client", "requestip")])
        let answer = fixture.ask("\(Self.export)&f=json&token=\(token)")
        let href = try #require(answer.json?["href"]?.text)
        let prefix = "https://h.example/arcgis/rest/directories/arcgisoutput/Map_MapServer/_ags_map"
        #expect(href.hasPrefix(prefix))
        #expect(href.hasSuffix(".png") && href.utf8.count == prefix.utf8.count + 36)
        let path = String(href.dropFirst("https://h.example".count))
        #expect(fixture.ask(path).body == #"{"error":{"code":499,"message":"Token Required","details":[]}}"#)
        #expect(fixture.ask("\(path)?token=rubbish").rule == "token.undecipherable")
        #expect(fixture.ask("\(path)?token=\(token)")["Content-Type"] == "image/png")
        let header = fixture.ask(path, fields: [("X-Esri-Authorization", "Bearer \(token)")])
        #expect(header.status == 200 && header["Content-Type"] == "image/png")
        fixture.now = fixture.now.advanced(minutes: 11)
        let late = fixture.ask("\(path)?token=\(token)")
        #expect(late.status == 404 && late.rule == "map.no-output")
    }

    @Test(
        "each format has its media type, and its href ends in its name, in letters large or small",
        arguments: [
            ("PNG32", "png", "image/png"), ("jpg", "jpg", "image/jpeg"), ("GIF", "gif", "image/gif"),
            ("bmp", "bmp", "image/bmp"), ("DIB", "bmp", "image/bmp"), ("TIFF", "tif", "image/tiff"),
            ("pdf", "pdf", "application/pdf"), ("svg", "svg", "image/svg+xml"), ("SVGZ", "svgz", "image/svg+xml"),
            ("ps", "ps", "application/postscript"),
        ])
    func formats(_ format: String, _ ending: String, _ type: String) throws {
        var fixture = try MapFixture.make()
        let direct = fixture.ask("\(Self.export)&f=image&format=\(format)")
        #expect(direct.status == 200 && direct["Content-Type"] == type)
        #expect(direct["Content-Encoding"] == (ending == "svgz" ? "gzip" : nil))
        let href = try #require(fixture.ask("\(Self.export)&f=json&format=\(format)").json?["href"]?.text)
        #expect(href.hasSuffix(".\(ending)"))
        let fetched = fixture.ask(String(href.dropFirst("https://h.example".count)))
        #expect(fetched["Content-Type"] == type && fetched.bytes == direct.bytes)
    }

    @Test(
        "what an answer names is a picture, with the token, and nothing without it",
        arguments: [
            ("Map/MapServer/legend", "/layers/0/legend/0/url", "Map/MapServer/0/images/"),
            ("Map/MapServer/info/iteminfo", "/thumbnail", "Map/MapServer/info/"),
            ("Map/MapServer/0/iteminfo", "/thumbnail", "Map/MapServer/0/"),
            ("Photo/ImageServer/legend", "/layers/0/legend/2/url", "Photo/ImageServer/0/images/"),
            ("Photo/ImageServer/exportImage?bbox=-10,-10,10,10", "/href", ""),
        ])
    func links(_ resource: String, _ pointer: String, _ folder: String) throws {
        var fixture = try MapFixture.make(access: "org")
        let token = "token=\(fixture.token("bert", [("client", "requestip")]))"
        let base = "/arcgis/rest/services/"
        let answer = fixture.ask("\(base)\(resource)\(resource.contains("?") ? "&" : "?")f=json&\(token)")
        let name = try #require(
            pointer.split(separator: "/").reduce(answer.json) { json, step in
                Int(step).map { json?[$0] } ?? json?[String(step)]
            }?.text)
        let path = folder.isEmpty ? String(name.dropFirst("https://h.example".count)) : "\(base)\(folder)\(name)"
        let picture = fixture.ask("\(path)?\(token)")
        #expect(picture.status == 200 && picture["Content-Type"]?.hasPrefix("image/") == true, "\(path)")
        #expect(picture.bytes.count > 80)
        #expect(fixture.ask("\(path)?f=json").rule == "token.required")
    }

    @Test("the href of a service in a folder has the folder")
    func folder() throws {
        var fixture = try MapFixture.make()
        let answer = fixture.ask("/arcgis/rest/services/Folder/Map/MapServer/export?\(MapFixture.box)&f=json")
        let href = try #require(answer.json?["href"]?.text)
        #expect(href.contains("/arcgisoutput/Folder/Map_MapServer/_ags_map"))
        #expect(fixture.ask(String(href.dropFirst("https://h.example".count)))["Content-Type"] == "image/png")
    }

    @Test("the same seed gives the same href")
    func seed() throws {
        var (one, two) = (try MapFixture.make(), try MapFixture.make())
        #expect(one.ask("\(Self.export)&f=json").body == two.ask("\(Self.export)&f=json").body)
    }

    @Test("an error of f=image is JSON in a 200", arguments: ["&f=image&size=0,1", "&f=image&format=emf"])
    func errors(_ more: String) throws {
        var fixture = try MapFixture.make()
        let answer = fixture.ask("\(MapFixture.map)/export?\(MapFixture.box)\(more)")
        #expect(answer.status == 200)
        #expect(
            answer.body == #"{"error":{"code":400,"message":"Invalid or missing input parameters.","details":[]}}"#)
    }

    @Test("without a token a picture is refused in JSON, for a browser too")
    func secured() throws {
        var fixture = try MapFixture.make(access: "org")
        let refused = #"{"error":{"code":499,"message":"Token Required","details":[]}}"#
        #expect(fixture.ask("\(Self.export)&f=image").body == refused)
        #expect(fixture.ask("\(MapFixture.wms)&request=GetCapabilities").body == refused)
    }

    @Test("the address in the capabilities repeats the token")
    func wms() throws {
        var fixture = try MapFixture.make(access: "org")
        let token = fixture.token("bert", [("client", "requestip")])
        for version in ["1.1.1", "1.3.0"] {
            let target = MapFixture.wms.replacing("1.3.0", with: version)
            let answer = fixture.ask("\(target)&request=GetCapabilities&token=\(token)")
            #expect(answer.body.contains("https://h.example/arcgis/services/Map/MapServer/WMSServer?token="))
            #expect(answer.body.contains(Percent.encode(token)))
        }
    }

    @Test("a tile outside is missing, or blank and says so, unless that is not wanted")
    func blank() throws {
        var fixture = try MapFixture.make()
        let tile = "/arcgis/rest/services/Blank/MapServer/tile/5/0/0"
        let blank = fixture.ask(tile)
        #expect(blank.status == 200 && blank["blank-tile"] == "true" && blank["Content-Type"] == "image/png")
        #expect(fixture.ask("\(tile)?blankTile=false").status == 404)
        #expect(fixture.ask("/arcgis/rest/services/Blank/MapServer/tile/5/12/6")["blank-tile"] == nil)
    }

    @Test("layerDefs with colons went at 10.5", arguments: [("10.4", true), ("10.5.1", false), ("11.4", false)])
    func simpleDefinitions(_ version: String, _ passes: Bool) throws {
        var fixture = try MapFixture.make(version)
        let answer = fixture.ask("\(Self.export)&f=json&layerDefs=0:IATA%3D'DEN'")
        #expect((answer.json?["href"] != nil) == passes)
    }
}
