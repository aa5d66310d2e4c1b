// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

/// Descriptions that no golden file has: their keys in the order of the reference.
@Suite("Descriptions of services and layers")
struct DescriptionTests {
    private static let files = [
        "a.json":
            #"{"globalIdFieldName":"G","fields":[{"name":"OBJECTID","type":"esriFieldTypeOID"},{"name":"G","type":"esriFieldTypeGlobalID"},{"name":"from","type":"esriFieldTypeDate"},{"name":"to","type":"esriFieldTypeDate"}],"features":[{"attributes":{"OBJECTID":1,"G":"{6DC46143-B3B5-4B39-BF60-C9A668D653A5}","from":1000,"to":5000},"geometry":{"x":1.5,"y":2}},{"attributes":{"OBJECTID":2,"G":"{E83C60DC-4951-42DF-BBBD-110895C8136E}","from":3000,"to":null},"geometry":{"x":3,"y":4}}]}"#,
        "b.json": #"{"features":[{"attributes":{"A":1},"geometry":{"x":1,"y":1}}]}"#,
    ]

    private static func fixture(_ version: String, _ service: String) throws -> PortalFixture {
        try PortalFixture(
            "{ portal: null, servers: [{ version: \"\(version)\", services: [{ name: \"S\", access: \"public\", \(service) }] }] }",
            files: files)
    }

    @Test("info/iteminfo: documented keys, numbers of the extent as texts, a name for the reference")
    func itemInformation() throws {
        var fixture = try Self.fixture(
            "10.6.1",
            "featureServer: true, layers: [{ id: 0, name: \"L\", source: \"a.json\", description: \"about\", copyrightText: \"ours\" }]"
        )
        #expect(
            fixture.ask("/arcgis/rest/services/S/MapServer/info/iteminfo?f=json").body
                == #"{"culture":"en-US","name":"S","guid":"","catalogpath":"","snippet":"","description":"","summary":"","title":"S","tags":[],"type":"Map Service","typekeywords":["Data","Service","Map Service","ArcGIS Server"],"thumbnail":"thumbnail/thumbnail.png","url":"","extent":{"xmin":"1.5","ymin":"2.0","xmax":"3.0","ymax":"4.0"},"spatialreference":"GCS_WGS_1984","accessinformation":"","licenseinfo":""}"#
        )
        let layer = fixture.ask("/arcgis/rest/services/S/FeatureServer/0/iteminfo?f=json").json
        #expect(layer?["name"]?.text == "L")
        #expect(layer?["description"]?.text == "about")
        #expect(layer?["accessinformation"]?.text == "ours")
        #expect(fixture.ask("/arcgis/rest/services/S/FeatureServer/9/iteminfo?f=json").rule == "service.unknown-layer")
    }

    @Test("layers have it since 10.6.1, and a stopped service says only that it is")
    func itemInformationLimits() throws {
        var old = try Self.fixture("10.5.1", "layers: [{ id: 0, source: \"a.json\" }]")
        #expect(old.ask("/arcgis/rest/services/S/MapServer/info/iteminfo?f=json").json?["name"]?.text == "S")
        let heard = old.ask("/arcgis/rest/services/S/MapServer/0/iteminfo?f=json")
        #expect(heard.rule == "service.no-resource")
        #expect(heard.verdict.first?.facts.contains { $0.name == "since" && $0.value == "10.6.1" } == true)
        var stopped = try Self.fixture("10.6.1", "state: \"stopped\", layers: []")
        #expect(
            stopped.ask("/arcgis/rest/services/S/MapServer/info/iteminfo?f=json").body
                == #"{"error":{"code":500,"message":"Service S/MapServer not started ","details":[]}}"#)
    }

    @Test("the root of a hosted feature service")
    func hostedRoot() throws {
        var fixture = try Self.fixture("online", "type: \"FeatureServer\", layers: [{ id: 0, source: \"a.json\" }]")
        let root = fixture.ask("/arcgis/rest/services/S/FeatureServer?f=json").json
        // The whole order is that of Tests/Golden/arcgis/maplibre/trails-service-info.json.
        let names = root?.members?.map(\.name) ?? []
        #expect(names.starts(with: ["currentVersion", "serviceItemId", "serviceDescription", "hasVersionedData"]))
        #expect(names.suffix(4) == ["editorTrackingInfo", "xssPreventionInfo", "layers", "tables"])
        #expect(root?["hasStaticData"]?.truth == true)
        #expect(root?["supportsApplyEditsWithGlobalIds"]?.truth == false, "nothing can be edited")
        #expect(root?["maxRecordCount"] == .int(2000))
    }

    @Test("the root of a hosted tile service ends in its release, and has small letters in documentInfo")
    func tileService() throws {
        var fixture = try Self.fixture("online", "cached: true, layers: [{ id: 0, source: \"a.json\" }]")
        let root = fixture.ask("/arcgis/rest/services/S/MapServer?f=json").json
        #expect(
            root?.members?.map(\.name) == [
                "id", "name", "capabilities", "description", "serviceDescription", "server", "type", "access", "status",
                "singleFusedMapCache", "spatialReference", "initialExtent", "fullExtent", "minScale", "maxScale",
                "minLOD", "maxLOD", "tileInfo", "documentInfo", "copyrightText", "tileServers", "maxExportTilesCount",
                "exportTilesAllowed", "serviceItemId", "mapName", "units", "supportedImageFormatTypes", "layers",
                "tables", "resampling", "currentVersion",
            ])
        #expect(root?["capabilities"]?.text == "Map,TilesOnly,Tilemap")
        #expect(root?["minScale"] == .number("0.0"))
        #expect(root?["tables"] == .null)
        #expect(root?["documentInfo"]?.members?.first?.name == "title")
        #expect(root?["tileInfo"]?["lods"]?.elements?.isEmpty == false)
    }

    private static let tree = """
        layers: [
          { id: 4, name: "All", type: "Group Layer" },
          { id: 7, name: "Names", type: "Annotation Layer", parentLayerId: 4 },
          { id: 8, name: "Default", parentLayerId: 7, source: "b.json" },
          { id: 9, name: "Places", parentLayerId: 4, source: "b.json" } ]
        """

    @Test("groups and annotations in the root: who is in whom, and what has no type")
    func groupsInRoot() throws {
        var fixture = try Self.fixture("11.1", Self.tree)
        let layers = fixture.ask("/arcgis/rest/services/S/MapServer?f=json").json?["layers"]?.elements ?? []
        #expect(layers.map { $0["subLayerIds"] } == [.array([.int(7), .int(9)]), .array([.int(8)]), .null, .null])
        #expect(layers.map { $0["parentLayerId"] } == [.int(-1), .int(4), .int(7), .int(4)])
        #expect(
            layers.map { $0["type"]?.text } == ["Group Layer", "Annotation Layer", nil, "Feature Layer"],
            "what lies in an annotation has none")
        #expect(layers.first?["geometryType"] == nil)
    }

    @Test("a group has neither fields nor geometry, and can do nothing", arguments: ["10.7.1", "11.1"])
    func group(_ version: String) throws {
        var fixture = try Self.fixture(version, Self.tree)
        let group = fixture.ask("/arcgis/rest/services/S/MapServer/4?f=json").json
        #expect(group?["fields"] == .null)
        #expect(group?["geometryType"] == .null)
        #expect(group?["geometryField"] == .object([]))
        #expect(group?["parentLayer"] == .null)
        #expect(group?["subLayers"]?.elements?.map { $0["name"]?.text } == ["Names", "Places"])
        #expect(
            group?["advancedQueryCapabilities"]?.members?.allSatisfy { $0.value == .bool(false) } == true)
        #expect(group?["extent"]?["xmin"] == .number("1.0"), "it covers what is in it")
        let inside = fixture.ask("/arcgis/rest/services/S/MapServer/9?f=json").json
        #expect(inside?["parentLayer"] == .object([.init("id", .int(4)), .init("name", .string("All"))]))
        #expect(fixture.ask("/arcgis/rest/services/S/MapServer/4/query?where=1=1&f=json").rule == "query.no-rows")
        #expect(fixture.ask("/arcgis/rest/services/S/MapServer/7/query?where=1=1&f=json").rule == "query.no-rows")
    }

    private static let timely =
        "featureServer: true, layers: [{ id: 0, source: \"a.json\", timeInfo: { startTimeField: \"from\", endTimeField: \"to\" } }]"

    @Test("timeInfo of the root spans the rows of all layers, that of a layer names its fields")
    func timeInfo() throws {
        var fixture = try Self.fixture("10.7.1", Self.timely)
        let root = fixture.ask("/arcgis/rest/services/S/MapServer?f=json").json
        let keys = root?.members?.map(\.name) ?? []
        #expect(keys.firstIndex(of: "timeInfo") == keys.firstIndex(of: "fullExtent").map { $0 + 1 })
        #expect(root?["timeInfo"]?["timeExtent"] == .array([.number("1000"), .number("5000")]))
        let layer = fixture.ask("/arcgis/rest/services/S/MapServer/0?f=json").json?["timeInfo"]
        #expect(layer?["startTimeField"]?.text == "from")
        #expect(layer?["endTimeField"]?.text == "to")
        #expect(layer?["timeExtent"] == .array([.number("1000"), .number("5000")]))
        let updates = fixture.ask("/arcgis/rest/services/S/MapServer?returnUpdates=true&f=json").json
        #expect(updates?.members?.map(\.name) == ["timeExtent", "fullExtent"])
        #expect(
            fixture.ask("/arcgis/rest/services/S/FeatureServer/0?returnUpdates=true&f=json").body
                == #"{"timeExtent":[1000,5000]}"#)
        func ids(_ time: String) -> JSON? {
            fixture.ask("/arcgis/rest/services/S/MapServer/0/query?time=\(time)&returnIdsOnly=true&f=json").json?[
                "objectIds"]
        }
        #expect(ids("2000") == .array([.int(1)]))
        #expect(ids("null,null") == .array([.int(1), .int(2)]))
        var timeless = try Self.fixture("10.7.1", "layers: [{ id: 0, source: \"a.json\" }]")
        #expect(timeless.ask("/arcgis/rest/services/S/MapServer?f=json").json?["timeInfo"] == nil)
        #expect(timeless.ask("/arcgis/rest/services/S/MapServer/0?f=json").json?["timeInfo"] == nil)
        #expect(timeless.ask("/arcgis/rest/services/S/MapServer/0?returnUpdates=true&f=json").body == "{}")
    }

    @Test(
        "what a root and a layer say of changes, by release",
        arguments: [
            ("10.0", "MapServer", nil), ("10.4", "MapServer", ["timeExtent"]),
            ("10.5.1", "MapServer", ["timeExtent", "fullExtent"]), ("10.0", "FeatureServer/0", nil),
            ("10.4", "FeatureServer/0", ["timeExtent"]), ("11.4", "MapServer/0", ["timeExtent"]),
            ("online", "FeatureServer/0", ["id", "extent", "timeExtent"]),
        ] as [(String, String, [String]?)])
    func updates(_ version: String, _ path: String, _ keys: [String]?) throws {
        var fixture = try Self.fixture(version, Self.timely)
        let json = fixture.ask("/arcgis/rest/services/S/\(path)?returnUpdates=true&f=json").json
        let told = json?.members?.map(\.name) ?? []
        if let keys { #expect(told == keys) } else { #expect(told.count > 5) }
    }

    @Test(
        "what a layer says of edits is what it does",
        arguments: [
            ("10.7.1", "Query,Create,Update,Delete", "a.json", true, true), ("10.7.1", "Query", "a.json", false, false),
            ("10.7.1", "Query,Update", "b.json", true, false), ("11.1", "Query,Create,Update", "a.json", true, true),
            ("online", "Query,Editing", "a.json", true, true), ("online", "Query", "a.json", false, false),
        ])
    func abilities(
        _ version: String, _ capabilities: String, _ source: String, _ rollsBack: Bool, _ takesGlobalIDs: Bool
    ) throws {
        var fixture = try Self.fixture(
            version,
            "type: \"FeatureServer\", layers: [{ id: 0, source: \"\(source)\", capabilities: \"\(capabilities)\" }]")
        let url = "/arcgis/rest/services/S/FeatureServer/0"
        let layer = fixture.ask("\(url)?f=json").json
        #expect(layer?["supportsRollbackOnFailureParameter"]?.truth == rollsBack)
        #expect(layer?["supportsCalculate"]?.truth == rollsBack)
        #expect(layer?["supportsApplyEditsWithGlobalIds"]?.truth == takesGlobalIDs)
        #expect((layer?["supportsValidateSQL"] ?? layer?["supportsValidateSql"])?.truth == true)
        #expect(
            fixture.ask("\(url)/validateSQL?sql=OBJECTID%3D1&f=json").json?["isValidSQL"]?.truth == true,
            "and so it does")
        let editing = layer?["advancedEditingCapabilities"]
        // ArcGIS Online lists them for services that only answer queries, too (captured, 11.5).
        #expect((editing != nil) == (rollsBack && version != "10.7.1" || version == "online"))
        if rollsBack, let editing {
            #expect(editing["supportsAsyncApplyEdits"]?.truth == true)
            let later = fixture.ask("\(url)/applyEdits", form: [("adds", "[]"), ("async", "true"), ("f", "json")])
            #expect(later.json?["statusUrl"] != nil, "\(later.body)")
        }
        if takesGlobalIDs {
            let edit = #"[{"attributes":{"G":"{6DC46143-B3B5-4B39-BF60-C9A668D653A5}","from":7}}]"#
            let made = fixture.ask(
                "\(url)/applyEdits", form: [("updates", edit), ("useGlobalIds", "true"), ("f", "json")])
            #expect(made.json?["updateResults"]?[0]?["success"]?.truth == true, "\(made.body)")
        }
    }
}
