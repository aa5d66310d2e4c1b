// SPDX-License-Identifier: Apache-2.0

import Formats
import TestSupport
import Testing

@testable import Enterprise

/// Files of items: their names, which are the owner's own, and `iteminfo.xml` as it was captured.
@Suite("Files of items")
struct ItemFileTests {
    private static let names: [(String, String, String)] = [
        ("version: 'online', asOf: 2020", "X.zip", "errors/portal_item-10.json"),
        ("version: 'online', asOf: 2015", "X.csv", "errors/portal_item-11.json"),
        ("version: '10.6.1'", "X.csv", "errors/portal_item-11.json"),
        ("version: '11.4'", "X.zip", "errors/portal_item-10.json"),
    ]

    @Test("a file's name is taken across folders, in the words of the time", arguments: names)
    func taken(_ portal: String, _ name: String, _ golden: String) throws {
        var fixture = try PortalFixture("{ portal: { \(portal), users: [{ username: 'bert', password: 'pw' }] } }")
        let token = fixture.token("bert")
        let content = "/portal/sharing/rest/content/users/bert"
        let folder = fixture.ask("\(content)/createFolder", form: [("title", "F"), ("f", "json"), ("token", token)])
        let id = try #require(folder.json?["folder"]?["id"]?.text)
        func add(_ path: String) -> PortalFixture.Heard {
            let body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\nx\r\n--b--\r\n"
            return fixture.ask(
                "\(path)/addItem?f=json&title=t&type=CSV&token=\(token)", method: "POST",
                fields: [("Content-Type", "multipart/form-data; boundary=b")], body: Array(body.utf8))
        }
        #expect(add("\(content)/\(id)").json?["success"]?.truth == true)
        var wanted = try Golden.text("arcgis/\(golden)")
        while wanted.last == "\n" { wanted.removeLast() }
        #expect(add(content).body == wanted)
    }

    @Test("iteminfo.xml is as captured, element by element")
    func itemInfo() throws {
        var fixture = try PortalFixture(
            """
            { portal: { version: "online", asOf: 2020, users: [{ username: "bert", password: "pw" }], items: [{
                id: "a1", title: "Sharjah_selection_WFL1", name: "Sharjah_selection_WFL1", type: "Feature Service",
                access: "public", thumbnail: "thumbnail.png", tags: ["Sharjah_selection"], snippet: "Sharjah_selection",
                typeKeywords: ["ArcGIS Server", "Data", "Feature Access", "Feature Service", "Metadata", "Service",
                  "Singlelayer", "Hosted Service"],
                extent: [[55.00687876313506, 24.749573764658628], [56.38435669830817, 25.911597786107645]],
                spatialReference: "102100",
                url: "https://services1.arcgis.com/Kq4xB498o2K1KK7t/arcgis/rest/services/Sharjah_selection_WFL1/FeatureServer"
              }] } }
            """, files: ["thumbnail.png": "PNG"])
        var wanted = try Golden.text("arcgis/portal/arcgis-rest-js/iteminfo.xml")
        while wanted.last == "\n" { wanted.removeLast() }
        #expect(fixture.ask("/portal/sharing/rest/content/items/a1/info/iteminfo.xml").body == wanted)
    }
}
