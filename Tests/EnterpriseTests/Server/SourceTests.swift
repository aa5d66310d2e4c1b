// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

/// Rows as databases have them: their order, the geometry's column, sources that do not work.
@Suite("Sources of layers")
struct SourceTests {
    private static let rows = """
        {"geometryType":"esriGeometryPoint","spatialReference":{"wkid":4326},"features":[
        {"attributes":{"OBJECTID":7,"NAME":"x"},"geometry":{"x":1,"y":1}},{"attributes":{"OBJECTID":3,"NAME":"y"}},
        {"attributes":{"OBJECTID":9,"NAME":"x"},"geometry":{"x":2,"y":2}},{"attributes":{"OBJECTID":1,"NAME":"x"},"geometry":{"x":3,"y":3}}]}
        """

    private static func fixture(
        _ version: String = "11.4", layer: String = "", quirks: String = ""
    ) throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, quirks: { \(quirks) }, servers: [{ version: "\(version)", services: [{ name: "S", access: "public", featureServer: {
                capabilities: "Query,Create,Update,Delete" }, layers: [{ id: 0, source: "rows.json" \(layer) }] }] }] }
            """, files: ["rows.json": rows])
    }

    private static let query = "/arcgis/rest/services/S/MapServer/0/query?f=json"

    private static func ids(_ fixture: inout PortalFixture, _ more: String) -> [Int] {
        let json = fixture.ask("\(query)&outFields=OBJECTID&returnGeometry=false&\(more)").json
        if let ids = json?["objectIds"]?.elements { return ids.compactMap(\.integer) }
        return json?["features"]?.elements?.compactMap { $0["attributes"]?["OBJECTID"]?.integer } ?? []
    }

    @Test("rows come as the source has them, until an order is asked for")
    func order() throws {
        var fixture = try Self.fixture()
        #expect(Self.ids(&fixture, "where=1%3D1") == [7, 3, 9, 1])
        #expect(Self.ids(&fixture, "where=NAME%3D'x'") == [7, 9, 1])
        #expect(Self.ids(&fixture, "where=NAME%3D'x'") == [7, 9, 1], "the second time by an index")
        #expect(Self.ids(&fixture, "where=1%3D1&returnIdsOnly=true") == [7, 3, 9, 1])
        #expect(Self.ids(&fixture, "objectIds=1,3,7") == [7, 3, 1])
        #expect(Self.ids(&fixture, "where=1%3D1&orderByFields=OBJECTID") == [1, 3, 7, 9])
        #expect(Self.ids(&fixture, "where=1%3D1&resultRecordCount=3") == [1, 3, 7], "pages are ordered by id")
        let added = [("features", #"[{"attributes":{"NAME":"z"}}]"#), ("f", "json")]
        _ = fixture.ask("/arcgis/rest/services/S/FeatureServer/0/addFeatures", form: added)
        #expect(Self.ids(&fixture, "where=1%3D1") == [7, 3, 9, 1, 10])
    }

    @Test("pages may have the source's order, or none: then rows are lost between them")
    func pages() throws {
        var source = try Self.fixture(quirks: #""query.page-order": "source""#)
        #expect(Self.ids(&source, "where=1%3D1&resultRecordCount=2&resultOffset=2") == [9, 1])
        var lost = false
        var fixture = try Self.fixture(quirks: #""query.page-order": "shuffled""#)
        for _ in 0..<10 {
            let pages = [0, 2].flatMap { Self.ids(&fixture, "where=1%3D1&resultRecordCount=2&resultOffset=\($0)") }
            #expect(pages.count == 4)
            lost = lost || Set(pages).count < 4
        }
        #expect(lost)
        #expect(Self.ids(&fixture, "where=1%3D1&orderByFields=OBJECTID&resultRecordCount=2&resultOffset=2") == [7, 9])
    }

    @Test(
        "the geometry is a column that can be null",
        arguments: ["SHAPE IS NOT NULL", "Shape is not null and NAME = 'x'"])
    func geometry(_ clause: String) throws {
        var fixture = try Self.fixture()
        let answer = fixture.ask(Self.query, form: [("where", clause), ("returnIdsOnly", "true"), ("f", "json")]).json
        #expect(answer?["objectIds"]?.elements?.compactMap(\.integer) == [7, 9, 1])
        #expect(
            fixture.ask(Self.query, form: [("where", "SHAPE IS NULL"), ("returnCountOnly", "true"), ("f", "json")])
                .json?["count"] == .int(1))
        #expect(fixture.ask("\(Self.query)&where=1%3D1&outFields=SHAPE,NAME").verdict.isEmpty)
        #expect(
            fixture.ask("/arcgis/rest/services/S/MapServer/0/query?where=Form+IS+NULL&f=json").rule
                == "query.unknown-field")
    }

    @Test("a source that does not work: the description stays, queries say what they say of each state")
    func states() throws {
        var fixture = try Self.fixture()
        func happen(_ name: String) throws {
            try fixture.deployment.happen(
                Event(.object([.init("event", .string(name)), .init("service", .string("S"))])))
        }
        func body(_ more: String, _ type: String = "MapServer") -> String {
            fixture.ask("/arcgis/rest/services/S/\(type)/0/query?where=1%3D1&f=json&\(more)").body
        }
        let failed = #"{"error":{"code":500,"message":"Error performing query operation","details":[]}}"#
        try happen("break-source")
        #expect(body("returnCountOnly=true") == failed)
        #expect(
            body("", "FeatureServer")
                == #"{"error":{"code":400,"message":"Unable to complete operation.","details":["Unable to perform query operation."]}}"#
        )
        #expect(fixture.ask("/arcgis/rest/services/S/MapServer/0?f=json").json?["fields"] != nil)
        try happen("slow-source")
        #expect(body("") == failed)
        #expect(body("returnCountOnly=true") == #"{"count":4}"#)
        try happen("miscount-source")
        #expect(body("returnCountOnly=true") == #"{"count":0}"#)
        #expect(Self.ids(&fixture, "where=1%3D1").count == 4)
        try happen("mend-source")
        #expect(body("returnCountOnly=true") == #"{"count":4}"#)
        var hosted = try Self.fixture("online", layer: #", sourceState: "rebuilding""#)
        #expect(
            hosted.ask("/arcgis/rest/services/S/FeatureServer/0/query?where=1%3D1&f=json").body
                == #"{"error":{"code":400,"message":"Cannot perform query. Invalid query parameters.","details":["Unable to perform query. Please check your parameters."]}}"#
        )
    }

    @Test("a field is renamed, and its values stay")
    func renamed() throws {
        var fixture = try Self.fixture()
        let event = Event(.renameField, service: "S", layer: 0, field: "NAME", newName: "TITLE")
        try fixture.deployment.happen(event)
        #expect(event.told == "the field NAME of layer 0 of the service S is now TITLE")
        #expect(fixture.ask("\(Self.query)&where=NAME%3D'x'").rule == "query.unknown-field")
        #expect(Self.ids(&fixture, "where=TITLE%3D'y'") == [3])
        #expect(throws: Event.Impossible.self) {
            try fixture.deployment.happen(
                Event(.renameField, service: "S", layer: 0, field: "TITLE", newName: "OBJECTID"))
        }
    }
}
