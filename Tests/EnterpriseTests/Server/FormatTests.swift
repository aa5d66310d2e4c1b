// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@Suite("Output formats of the services directory")
struct FormatTests {
    @Test(
        "one that is none is refused with a page",
        arguments: ["", "/Open/MapServer", "/Open/MapServer/0", "/Open/MapServer/0/query", "/Open/MapServer/export"])
    func unknown(_ path: String) throws {
        var fixture = try PortalFixture.standalone()
        let heard = fixture.ask("/arcgis/rest/services\(path)?where=1%3D1&bbox=0,0,1,1&f=%3Cwoops%3E")
        #expect(heard.status == 400)
        #expect(heard["Content-Type"] == "text/html;charset=utf-8")
        #expect(heard.rule == "service.format")
        #expect(heard.body.contains("Output format &lt;woops&gt; not supported"))
        #expect(!heard.body.contains("<woops>"))
    }

    @Test("first of all the door: a secured service tells nobody that it knows no such format")
    func secured() throws {
        var fixture = try PortalFixture.standalone()
        #expect(fixture.ask("/arcgis/rest/services/Airports/MapServer?f=woops").rule == "token.required")
    }

    @Test("help is a page about the resource", arguments: ["", "/Open/MapServer", "/Open/MapServer/0/query"])
    func help(_ path: String) throws {
        var fixture = try PortalFixture.standalone()
        let heard = fixture.ask("/arcgis/rest/services\(path)?f=help")
        #expect(heard.status == 200)
        #expect(heard.verdict.isEmpty)
        #expect(heard.body.contains("developers.arcgis.com/rest/services-reference"))
    }

    @Test("files have no format, whatever f says")
    func files() throws {
        var fixture = try PortalFixture.standalone()
        let capabilities = "/arcgis/services/Open/MapServer/WMSServer?service=WMS&request=GetCapabilities&f=woops"
        #expect(fixture.ask(capabilities).rule != "service.format")
    }

    @Test(
        "without its type a service is not there: an HTTP status of its own, and an error",
        arguments: ["Folder/Mine", "Folder/Nothing", "Folder/Mine/Nonsense"])
    func withoutType(_ path: String) throws {
        var fixture = try PortalFixture.standalone()
        let heard = fixture.ask("/arcgis/rest/services/\(path)?f=json")
        #expect(heard.status == 404)
        #expect(heard.rule == "rest.no-resource")
        #expect(heard.body == #"{"error":{"code":400,"message":"Invalid URL","details":["Invalid URL"]}}"#)
    }

    @Test(
        "markup in the hand of each",
        arguments: [
            ("10.0", "json", #"<i>x<\/i>"#), ("11.4", "json", #"<i>x<\/i>"#), ("11.4", "pjson", #"<i>x<\/i>"#),
            ("online", "json", #"\u003ci\u003ex\u003c/i\u003e"#), ("online", "pjson", #"\u003ci\u003ex\u003c/i\u003e"#),
        ])
    func markup(_ version: String, _ format: String, _ written: String) throws {
        var fixture = try PortalFixture(
            """
            { portal: null, servers: [{ version: "\(version)", services: [{ name: "S", access: "public",
                runtime: "\(version == "online" ? "Hosted" : version == "10.0" ? "ArcMap" : "ArcGISPro")",
                layers: [{ id: 0, source: "a.json", description: "<i>x</i>" }] }] }] }
            """, files: ["a.json": #"{"features":[{"attributes":{"A":1},"geometry":{"x":1,"y":1}}]}"#])
        #expect(fixture.ask("/arcgis/rest/services/S/MapServer/0?f=\(format)").body.contains(written))
    }

    @Test("before 10.1 numbers of a list stay on its line")
    func early() throws {
        var fixture = try PortalFixture.standalone("10.0")
        let body = fixture.ask("/arcgis/rest/services/Open/MapServer/0?f=json&pretty=true").body
        #expect(body.contains("\"color\" : [0, 121, 193, 255]"))
        #expect(body.contains("\n  \"currentVersion\" : 10"))
    }
}
