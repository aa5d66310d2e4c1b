// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise
@testable import Services

/// Layers with a field for global ids whose data have none, or not for every row.
@Suite("Global ids that data lack")
struct GlobalIDTests {
    private static let trees = """
        {"features":[{"attributes":{"OBJECTID":1,"name":"a"}},
        {"attributes":{"OBJECTID":2,"name":"b","GlobalID":"{74100804-e229-49b8-8cdc-9b5d3ef03eda}"}}]}
        """

    private func fixture(
        _ version: String = "11.4", service: String = "Grove", seed: UInt64 = 1
    ) throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, servers: [{ name: "gis", version: "\(version)", services: [
                { name: "\(service)", type: "MapServer", access: "public",
                  featureServer: { capabilities: "Create,Delete,Query,Update,Editing" },
                  layers: [{ id: 0, name: "Trees", source: "trees.json", globalIdField: "GlobalID",
                             attachments: [{ objectId: 1, source: "trees.json" }] }] }] }] }
            """, seed: seed, files: ["trees.json": Self.trees])
    }

    private func ids(
        _ fixture: inout PortalFixture, _ type: String = "FeatureServer", _ service: String = "Grove"
    ) -> [String] {
        let path = "/arcgis/rest/services/\(service)/\(type)/0/query?where=1=1&outFields=*&f=json"
        let features = fixture.ask(path).json?["features"]?.elements ?? []
        return features.map { $0["attributes"]?["GlobalID"]?.text ?? "none" }
    }

    private static let made = "{806D2FB5-C8DF-4F48-8D31-368DF63EF4F2}"

    @Test(
        "every row has one, in the release's form; what the data have stays",
        arguments: [
            ("10.3.1", "MapServer", true), ("10.8.1", "FeatureServer", true), ("11.4", "FeatureServer", true),
            ("online", "FeatureServer", false),
        ])
    func filled(version: String, type: String, hasBraces: Bool) throws {
        var fixture = try fixture(version)
        let expected = [Self.made, "{74100804-E229-49B8-8CDC-9B5D3EF03EDA}"]
        #expect(
            ids(&fixture, type)
                == (hasBraces ? expected : expected.map { $0.dropFirst().dropLast().lowercased() }))
    }

    @Test("the same whatever the seed; other layers have others")
    func stable() throws {
        var (one, other, third) = (try fixture(), try fixture(seed: 9), try fixture(service: "Wood"))
        #expect(ids(&one) == ids(&other))
        #expect(ids(&one)[0] != ids(&third, "FeatureServer", "Wood")[0])
        func store(_ fixture: PortalFixture) -> FeatureStore? {
            fixture.deployment.servers[0].services[0].map.layers[0].store
        }
        #expect(store(one) === store(other))
    }

    @Test("rows are edited and their files found by them, and new rows get one")
    func used() throws {
        var fixture = try fixture()
        let layer = "/arcgis/rest/services/Grove/FeatureServer/0"
        let known = ids(&fixture)[0]
        let update = #"[{"attributes":{"GlobalID":"\#(known)","name":"z"}}]"#
        let edited = fixture.ask(
            "\(layer)/applyEdits", form: [("f", "json"), ("useGlobalIds", "true"), ("updates", update)])
        #expect(
            edited.body
                == #"{"addResults":[],"updateResults":[{"objectId":1,"globalId":"\#(known)","success":true}],"deleteResults":[]}"#
        )
        let files = fixture.ask("\(layer)/queryAttachments?globalIds=\(known)&f=json").json
        let group = files?["attachmentGroups"]?.elements?.first
        #expect(group?["parentGlobalId"]?.text == known)
        #expect(group?["attachmentInfos"]?.elements?.first?["globalId"]?.text.flatMap(GlobalID.normal) != nil)
        let added = fixture.ask(
            "\(layer)/addFeatures", form: [("f", "json"), ("features", #"[{"attributes":{"name":"n"}}]"#)])
        let new = added.json?["addResults"]?.elements?.first?["globalId"]?.text
        #expect(new.flatMap(GlobalID.normal) != nil)
        #expect(ids(&fixture).last == new)
        let found = fixture.ask("\(layer)/query?where=GlobalID='\(known)'&returnCountOnly=true&f=json")
        #expect(found.body == #"{"count":1}"#)
    }
}
