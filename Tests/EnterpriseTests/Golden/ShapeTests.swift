// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

/// Shapes that no captured file can be compared with whole: docs/reference/query.md#geometry-values.
@Suite("Shapes by release")
struct ShapeTests {
    private static let points = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"OBJECTID":1,"name":"a"},"geometry":{"type":"Point","coordinates":[1,2]}},
        {"type":"Feature","properties":{"OBJECTID":2,"name":"b"},"geometry":null}]}
        """

    private static func fixture(_ version: String, _ service: String) throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, servers: [
              { version: "\(version)", services: [{ name: "S", access: "public", \(service) }] },
            ] }
            """,
            files: ["points.json": points])
    }

    @Test(
        "a point without coordinates: NaN of a MapServer, in quotes from service pack 4 of 10.0 on; none of a FeatureServer",
        arguments: [
            ("10.0.2", "MapServer", #","geometry":{"x":NaN,"y":NaN}"#),
            ("10.0", "MapServer", #","geometry":{"x":"NaN","y":"NaN"}"#),
            ("10.3.1", "MapServer", #","geometry":{"x":"NaN","y":"NaN"}"#), ("10.3", "FeatureServer", ""),
            ("10.8.1", "FeatureServer", ""), ("online", "FeatureServer", ""),
        ])
    func nullPoint(_ version: String, _ type: String, _ geometry: String) throws {
        var fixture = try Self.fixture(version, "type: \"\(type)\", layers: [{ id: 0, source: \"points.json\" }]")
        let url = "/arcgis/rest/services/S/\(type)/0/query?where=OBJECTID%3D2&outFields=OBJECTID&f=json"
        let body = fixture.ask(url).body
        #expect(body.contains(#"{"attributes":{"OBJECTID":2}\#(geometry)}"#), "\(body)")
    }

    @Test(
        "the geometry is a field of a MapServer's layer at every release, and no column of its rows",
        arguments: ["9.3", "10.0.0", "10.0", "10.1.1", "10.2.2", "10.4.1", "10.6", "10.8", "11.0", "11.2", "12.0"])
    func geometry(_ version: String) throws {
        var fixture = try Self.fixture(version, "layers: [{ id: 0, source: \"points.json\" }]")
        let layer = fixture.ask("/arcgis/rest/services/S/MapServer/0?f=json").json
        let fields = layer?["fields"]?.elements ?? []
        #expect(fields.filter { $0["type"]?.text == "esriFieldTypeGeometry" }.count == 1)
        #expect(fields[1]["name"]?.text == "Shape")
        let url = "/arcgis/rest/services/S/MapServer/0/query?where=OBJECTID%3D1&outFields=OBJECTID,Shape&f=json"
        let rows = fixture.ask(url)
        #expect(rows.json?["features"]?[0]?["attributes"]?.members?.map(\.name).contains("Shape") == false)
        #expect(rows.json?["features"]?[0]?["geometry"] != nil, "\(rows.body)")
    }

    @Test("what a locator lists it gives, whether the place has it or not")
    func candidates() throws {
        var fixture = try Self.fixture(
            "10.6.1", "type: \"GeocodeServer\", locations: [{ address: \"1 Main St\", x: 1, y: 2 }]")
        let url = "/arcgis/rest/services/S/GeocodeServer/findAddressCandidates?SingleLine=1+Main+St&f=json"
        func attributes(_ more: String) -> [String]? {
            fixture.ask(url + more).json?["candidates"]?[0]?["attributes"]?.members?.map(\.name)
        }
        let usual = ["Loc_name", "Score", "Match_addr", "Addr_type"]
        #expect(attributes("&outFields=Loc_name,Score,Match_addr,Addr_type") == usual)
        #expect(attributes("&outFields=*") == usual)
        #expect(attributes("&outFields=score") == ["Score"])
        #expect(attributes("") == [])
    }

    @Test("an image service takes the keys of its release, and no others")
    func image() throws {
        let known = #"type: "ImageServer", image: { properties: { bandNames: ["Red"], pixelSizeX: 2 } }"#
        var late = try Self.fixture("10.9.1", known)
        #expect(late.ask("/arcgis/rest/services/S/ImageServer?f=json").json?["bandNames"]?[0]?.text == "Red")
        var early = try Self.fixture("10.5", known)
        #expect(early.ask("/arcgis/rest/services/S/ImageServer?f=json").json?["bandNames"] == nil)
    }
}
