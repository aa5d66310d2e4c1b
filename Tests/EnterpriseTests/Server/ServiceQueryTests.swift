// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@Suite("A query of a whole feature service")
struct ServiceQueryTests {
    private static let files = [
        "a.json":
            #"{"features":[{"attributes":{"A":1},"geometry":{"x":1,"y":1}},{"attributes":{"A":2},"geometry":{"x":2,"y":2}}]}"#,
        "b.json": #"{"features":[{"attributes":{"B":"x"}},{"attributes":{"B":"y"}},{"attributes":{"B":"z"}}]}"#,
    ]

    private static func fixture(_ version: String) throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, servers: [{ version: "\(version)", services: [{ name: "S", type: "FeatureServer",
                access: "public", layers: [{ id: 0, source: "a.json" }, { id: 7, source: "b.json" }] }] }] }
            """, files: files)
    }

    @Test(
        "layers by their ids, with conditions and fields of their own",
        arguments: [
            (
                #"layerDefs={"0":"A=2","7":""}&returnCountOnly=true"#,
                #"{"layers":[{"id":0,"count":1},{"id":7,"count":3}]}"#
            ),
            ("layerDefs=7:B='y'&returnCountOnly=true", #"{"layers":[{"id":7,"count":1}]}"#),
            (
                #"layerDefs={"0":"A=2"}&returnIdsOnly=true"#,
                #"{"layers":[{"id":0,"objectIdFieldName":"OBJECTID","objectIds":[2]}]}"#
            ),
            (
                #"layerDefs=[{"layerId":7,"where":"B='z'","outFields":"B"}]"#,
                #"{"layers":[{"id":7,"objectIdFieldName":"OBJECTID","globalIdFieldName":"","fields":[{"name":"B","alias":"B","type":"esriFieldTypeString","length":1}],"features":[{"attributes":{"B":"z"}}]}]}"#
            ),
            (
                "geometry=1.5,1.5,3,3&inSR=4326&layerDefs=0:1=1&returnIdsOnly=true",
                #"{"layers":[{"id":0,"objectIdFieldName":"OBJECTID","objectIds":[2]}]}"#
            ),
            // What is asked of one layer alone is not asked here.
            ("layerDefs=0:1=1&where=A=1&resultRecordCount=1&returnCountOnly=true", #"{"layers":[{"id":0,"count":2}]}"#),
            (
                "layerDefs=0:C=1",
                #"{"error":{"code":400,"message":"Unable to complete operation.","details":["Unable to perform query operation."]}}"#
            ),
            (
                "layerDefs=9:1=1",
                #"{"error":{"code":400,"message":"Invalid or missing input parameters.","details":["Invalid Layer or Table ID: 9."]}}"#
            ),
            (
                "layerDefs={",
                #"{"error":{"code":400,"message":"Unable to complete operation.","details":["Unable to perform query operation."]}}"#
            ),
            (
                "",
                #"{"error":{"code":400,"message":"Unable to complete operation.","details":["Unable to perform query operation."]}}"#
            ),
        ])
    func answers(_ query: String, _ body: String) throws {
        var fixture = try Self.fixture("10.7.1")
        let url = "/arcgis/rest/services/S/FeatureServer/query"
        #expect(fixture.ask("\(url)?f=json&\(query)").body == body)
        #expect(
            fixture.ask(url, form: Form.parse("f=json&\(query)").map { ($0.name, $0.value) }).body == body, "by POST")
    }

    @Test("it knows json only, and a MapServer does not have it")
    func limits() throws {
        var fixture = try Self.fixture("10.7.1")
        let geojson = fixture.ask("/arcgis/rest/services/S/FeatureServer/query?layerDefs=0:1=1&f=geojson")
        #expect(geojson.rule == "query.format")
        let map = fixture.ask("/arcgis/rest/services/S/MapServer/query?layerDefs=0:1=1&f=json")
        #expect(map.rule == "service.not-found")
    }

    @Test("what a hosted field is about, from the scenario")
    func described() throws {
        var fixture = try PortalFixture(
            """
            { portal: null, servers: [{ version: "online", services: [{ name: "S", type: "FeatureServer",
                access: "public", layers: [{ id: 0, source: "a.json",
                  fields: [{ name: "A", description: "why", required: true }] }] }] }] }
            """, files: Self.files)
        for target in ["0?f=json", "0/query?where=1=1&outFields=A&f=json"] {
            let fields = fixture.ask("/arcgis/rest/services/S/FeatureServer/\(target)").json?["fields"]?.elements
            let field = fields?.first { $0["name"]?.text == "A" }
            #expect(field?.members?.suffix(2).map(\.name) == ["required", "description"])
            #expect(field?["description"]?.text == "why")
        }
    }
}
