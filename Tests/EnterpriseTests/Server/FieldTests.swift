// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

/// Fields that go and come while a layer is edited and asked.
@Suite("Changes of the schema")
struct FieldTests {
    private static func fixture() throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, servers: [{ version: "11.4", services: [{ name: "Open", type: "MapServer", featureServer: true,
                access: "public", capabilities: "Query,Create,Update,Delete", layers: [
                  { id: 0, name: "Airports", source: "builtin:data/airports.geojson",
                    capabilities: "Query,Create,Update,Delete" }] }] }] }
            """)
    }

    private static let layer = "/arcgis/rest/services/Open/FeatureServer/0"

    private static func event(_ kind: String, _ field: String) throws -> Event {
        try Event(
            .object([
                .init("event", .string(kind)), .init("service", .string("Open")), .init("field", .string(field)),
            ]))
    }

    private static func add(_ fixture: inout PortalFixture) -> Int? {
        let features = #"[{"attributes":{"IATA":"XXX"},"geometry":{"x":1,"y":2}}]"#
        return fixture.ask("\(layer)/addFeatures", form: [("features", features), ("f", "json")])
            .json?["addResults"]?[0]?["objectId"]?.integer
    }

    @Test("edits stay, ids are not given twice, and each row has the fields of the layer")
    func edits() throws {
        var fixture = try Self.fixture()
        let first = Self.add(&fixture)
        #expect(first == 301)
        fixture.ask("\(Self.layer)/deleteFeatures", form: [("objectIds", "301"), ("f", "json")])
        try fixture.deployment.happen(try Self.event("drop-field", "COUNTRY"))
        try fixture.deployment.happen(try Self.event("add-field", "OPERATOR"))
        let second = Self.add(&fixture)
        #expect(second == 302)
        for id in [1, 302] {
            let row = fixture.ask("\(Self.layer)/query?objectIds=\(id)&outFields=*&f=json").json?["features"]?[0]
            let names = row?["attributes"]?.members?.map(\.name) ?? []
            #expect(names.contains("IATA") && !names.contains("COUNTRY") && names.last == "OPERATOR")
        }
        #expect(fixture.ask("\(Self.layer)/query?where=1=1&returnCountOnly=true&f=json").body == #"{"count":301}"#)
        #expect(fixture.ask("\(Self.layer)/query?where=COUNTRY%3D'US'&f=json").json?["error"] != nil)
        #expect(!fixture.ask("\(Self.layer)?f=json").body.contains("COUNTRY"))
    }
}
