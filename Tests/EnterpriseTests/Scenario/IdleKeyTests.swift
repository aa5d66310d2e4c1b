// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Testing

@testable import Enterprise

/// A key that a kind of service does not use is a finding; every other key changes some answer.
@Suite("Keys that have no effect")
struct IdleKeyTests {
    static let rows = #"""
        {"type":"FeatureCollection","features":[
         {"type":"Feature","properties":{"id":1,"number":11,"name":"a","kind":1,"born":0,"died":86400000},"geometry":{"type":"Point","coordinates":[1,2]}},
         {"type":"Feature","properties":{"id":2,"number":12,"name":"b","kind":2,"born":0,"died":86400000},"geometry":{"type":"Point","coordinates":[3,4]}},
         {"type":"Feature","properties":{"id":3,"number":13,"name":"c","kind":2,"born":0,"died":86400000},"geometry":{"type":"Point","coordinates":[5,6]}}]}
        """#

    static let files = [
        "rows.geojson": rows,
        "others.geojson":
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":9,"name":"z"},"geometry":{"type":"Point","coordinates":[7,8]}}]}"#,
        "root.json":
            #"{"currentVersion":10.81,"mapName":"Other","serviceDescription":"Told","layers":[{"id":0,"name":"Told"}],"fullExtent":{"xmin":1,"ymin":2,"xmax":3,"ymax":4,"spatialReference":{"wkid":4326}},"tileInfo":{"rows":256,"cols":256,"dpi":96,"format":"MIXED","origin":{"x":-20037508.342787,"y":20037508.342787},"spatialReference":{"wkid":102100},"lods":[{"level":0,"resolution":156543.033928,"scale":591657527.591555}]}}"#,
        "note.txt": "a note",
    ]

    /// What a key can be given, so that it can be seen.
    static let service: [(key: String, value: String)] = [
        ("featureServer", "{ capabilities: 'Query,Create' }"), ("access", "'private'"),
        ("item", "{ access: 'private' }"),
        ("item", "{ serviceProxyParams: { referrers: ['https://app.example/map'] } }"), ("owner", "'bert'"),
        ("state", "'stopped'"), ("maxRecordCount", "2"), ("capabilities", "'Query'"), ("description", "'Of this.'"),
        ("copyrightText", "'Of those.'"), ("runtime", "'Hosted'"), ("source", "'root.json'"),
        ("layers", "[{ id: 7, name: 'Seven', source: 'others.geojson' }]"), ("cached", "true"), ("wms", "true"),
        ("kml", "true"),
        ("supportsDynamicLayers", "false"), ("results", "{ own: { a: 1 } }"),
        ("locations", "[{ address: 'Somewhere', x: 1, y: 2 }]"), ("addressFields", "['Street']"),
        ("tasks", "[{ name: 'Do' }]"), ("image", "{ pixel: '7' }"), ("json", "{ a: 1 }"),
        ("operationTime", "'PT5S'"), ("neverStarts", "true"),
    ]

    /// What a key of a layer can be given, so that it can be seen.
    static let layer: [(key: String, value: String)] = [
        ("name", "'Other'"), ("type", "'Table'"), ("source", "'rows.geojson'"),
        ("fields", "[{ name: 'name', alias: 'The name' }]"), ("objectIdField", "'number'"), ("globalIdField", "'GID'"),
        ("geometryType", "'esriGeometryMultipoint'"), ("spatialReference", "3857"), ("parentLayerId", "5"),
        ("description", "'Of this.'"), ("copyrightText", "'Of those.'"), ("minScale", "5000000"), ("maxScale", "1000"),
        ("defaultVisibility", "false"), ("definitionExpression", "'kind = 1'"),
        (
            "renderer",
            "{ type: 'simple', symbol: { type: 'esriSMS', style: 'esriSMSCross', size: 9, color: [255, 0, 0, 255] } }"
        ),
        (
            "labelingInfo",
            "[{ labelExpression: '[name]', labelPlacement: 'esriServerPointLabelPlacementAboveRight', symbol: { type: 'esriTS', color: [0, 0, 0, 255], font: { size: 9 } } }]"
        ),
        ("transparency", "50"), ("timeInfo", "{ startTimeField: 'born', endTimeField: 'died' }"),
        ("hasAttachments", "true"), ("maxRecordCount", "2"), ("capabilities", "'Query,Create'"),
        ("typeIdField", "'kind'"),
        ("types", "[{ id: 1, name: 'One', domains: {}, templates: [] }]"),
        ("subtypes", "[{ code: 1, name: 'One', defaultValues: {}, domains: {} }]"),
        (
            "templates",
            "[{ name: 'New', description: '', drawingTool: 'esriFeatureEditToolPoint', prototype: { attributes: {} } }]"
        ),
        ("displayField", "'kind'"), ("supportsPagination", "false"),
        ("relationships", "[{ id: 0, name: 'Others', relatedTableId: 1, keyField: 'kind' }]"), ("json", "{ a: 1 }"),
        ("editFieldsInfo", "{ editorField: 'name' }"),
        ("attachments", "[{ objectId: 1, source: 'note.txt' }]"),
        ("sourceState", "'broken'"),
        // It takes a source that does not work, or an event that makes it so; ClockTests shows the time.
        ("sourceDelay", "'PT5S', sourceState: 'slow'"),
        ("advancedQueryCapabilities", "{ supportsDistinct: false, supportsPagination: false }"),
        ("constraints", "[{ where: 'kind < 5', errorMessage: 'no' }]"),
    ]

    /// Services of each type, with what it needs.
    static let kinds: [(kind: String, needs: [String])] = [
        ("MapServer", ["layers: [{ id: 0, name: 'Rows', source: 'rows.geojson' }]"]),
        ("FeatureServer", ["layers: [{ id: 0, name: 'Rows', source: 'rows.geojson' }]"]),
        ("ImageServer", ["layers: [{ id: 0, name: 'Rows', source: 'rows.geojson' }]"]),
        ("GeocodeServer", ["locations: [{ address: 'Here', x: 1, y: 2 }]"]), ("GPServer", ["tasks: [{ name: 'Run' }]"]),
        ("VectorTileServer", []), ("SceneServer", []),
    ]

    static func scenario(_ version: String, _ service: String) -> String {
        """
        { portal: { version: '\(version)', users: [{ username: 'anna', password: 'pw', role: 'org_admin' },
            { username: 'bert', password: 'pw', role: 'org_user' }] },
          servers: [{ name: 'gis', version: '\(version)', federated: true, siteAdmin: { username: 'psa', password: 'psa' },
            services: [\(service)] }], explain: false }
        """
    }

    static func findings(_ text: String) -> [Finding] {
        ScenarioLoader.load("test.json5", files: MemoryFiles(files.merging(["test.json5": text]) { $1 })).1
    }

    /// What a client can see of the service `S`: the status and body of many requests; where `known` is given, up to the
    /// first that is another.
    static func seen(_ text: String, _ kind: String, layer: Int = 0, until known: [String]? = nil) throws -> [String] {
        var fixture = try PortalFixture(text, files: files)
        let token = fixture.token("anna", [("client", "requestip")])
        let form = [("username", "psa"), ("password", "psa"), ("client", "requestip"), ("f", "json")]
        let admin = fixture.ask("/arcgis/admin/generateToken", form: form).token
        let root = "/arcgis/rest/services/S/\(kind)"
        let types = kind == "MapServer" ? [kind, "FeatureServer"] : [kind]
        var targets = [
            "/arcgis/rest/services?f=json", "\(root)?f=json", "\(root)/own?f=json",
            "\(root)/suggest?text=S&f=json", "\(root)/resources/styles?f=json",
            "/arcgis/admin/services/S.\(kind)?f=json&token=\(admin)",
            "/portal/sharing/rest/search?q=title:S&f=json&token=\(token)",
        ]
        for type in types {
            let root = "/arcgis/rest/services/S/\(type)"
            targets += [
                "", "/layers", "/legend", "/info/iteminfo", "/\(layer)", "/Do", "/Run", "/tile/0/0/0",
                "/\(layer)/query?where=1%3D1&outFields=*", "/\(layer)/query?objectIds=1&outFields=*",
                "/\(layer)/query?where=1%3D1&time=0,1", "/\(layer)/queryRelatedRecords?objectIds=1&relationshipId=0",
                "/\(layer)/1/attachments", "/\(layer)/query?where=1%3D1&resultOffset=1&resultRecordCount=1",
                "/findAddressCandidates?SingleLine=Somewhere", "/findAddressCandidates?SingleLine=Here",
                "/identify?geometry=1,2&geometryType=esriGeometryPoint&tolerance=9&mapExtent=0,0,9,9&imageDisplay=90,90,96",
                "/exportImage?bbox=0,0,9,9", "/export?bbox=0,0,9,9&f=image&size=40,40", "/query?where=1%3D1",
                "/WMSServer?service=WMS&request=GetCapabilities",
                "/\(layer)/addFeatures?features=[{\"attributes\":{\"name\":\"x\",\"kind\":9}}]",
                "/\(layer)/updateFeatures?features=[{\"attributes\":{\"id\":1},\"geometry\":{\"x\":8,\"y\":8}}]",
            ].map { path in
                let mark = path.contains("?") ? "&" : "?"
                return "\(root)\(path)\(path.contains("f=image") ? "" : "\(mark)f=json")"
            }
        }
        var all: [String] = []
        func add(_ heard: PortalFixture.Heard, _ target: String) -> Bool {
            let text = "\(target.prefix { $0 != "?" }) \(heard.status) \(heard.body)"
            all.append([token, admin].filter { !$0.isEmpty }.reduce(text) { $0.replacing($1, with: "TOKEN") })
            guard let known else { return true }
            return all.count <= known.count && known[all.count - 1] == all[all.count - 1]
        }
        for target in targets {
            let heard =
                target.contains("Features?")
                ? fixture.ask(
                    target.prefix { $0 != "?" } + "", form: Form.parse(String(target.drop { $0 != "?" }.dropFirst())))
                : fixture.ask(target)
            guard add(heard, target) else { return all }
        }
        let items = fixture.ask("/portal/sharing/rest/search?q=title:S&f=json&token=\(token)").json?["results"]?
            .elements
        for item in items ?? [] {
            let id = item["id"]?.text ?? ""
            for bearer in ["", "&token=\(token)"] {
                let target = "/portal/sharing/rest/content/items/\(id)?f=json\(bearer)"
                guard add(fixture.ask(target), target) else { return all }
            }
        }
        let federated = fixture.ask("/portal/portaladmin/federation/servers?f=json&token=\(token)").json
        if let id = federated?["servers"]?[0]?["id"]?.text {
            let target = "/portal/sharing/servers/\(id)/rest/services/S/\(kind)?f=json"
            guard add(fixture.ask(target), target) else { return all }
        }
        for operation in ["stop", "start"] {
            let service = "/arcgis/admin/services/S.\(kind)"
            // Older servers read a token only from the query.
            _ = fixture.ask("\(service)/\(operation)?token=\(admin)", form: [("f", "json")])
            guard add(fixture.ask("\(service)/status?f=json&token=\(admin)"), operation) else { return all }
            fixture.now = fixture.now.advanced(milliseconds: 60_000)
        }
        _ = add(fixture.ask("\(root)?f=json"), root)
        return all
    }

    /// Expects a warning about a key exactly where the answers are those without it.
    private func judge(
        _ place: String, _ kind: String, _ key: String, _ text: String, _ before: [String], layer: Int = 0
    ) {
        let found = Self.findings(text)
        #expect(!found.contains { $0.severity == .error }, "\(place) \(kind) \(key)")
        let isTold = found.contains { $0.message.hasPrefix("\"\(key)\" has no effect") && $0.position.line > 0 }
        let after = try? Self.seen(text, kind, layer: layer, until: before)
        let isIdle = after == before
        #expect(isTold == isIdle, "\(place) \(kind) \(key): \(after?.last ?? "")")
    }

    @Test("every key of services and layers is tried")
    func tried() {
        let service = Set(Self.service.map(\.key) + ["name", "type"])
        #expect(Set(Scenario.Service.table.rows.map(\.key.name)) == service)
        #expect(Set(Layer.keys.rows.map(\.key.name)) == Set(Self.layer.map(\.key) + ["id"]))
    }

    @Test("of a service: each changes an answer, or is a finding", arguments: ["10.3.1", "11.4"])
    func services(_ version: String) throws {
        for (kind, needs) in Self.kinds {
            let plain = "{ name: 'S', type: '\(kind)', access: 'public', \(needs.joined(separator: ", ")) }"
            let before = try Self.seen(Self.scenario(version, plain), kind)
            for (key, value) in Self.service {
                // What a locator and a set of tiles answer has a fixed list of paths.
                let paths = ["GeocodeServer": "suggest", "VectorTileServer": "resources/styles"]
                let value = key == "results" ? value.replacing("own", with: "'\(paths[kind] ?? "own")'") : value
                let rest = (key == "access" ? [] : ["access: 'public'"]) + needs.filter { !$0.hasPrefix("\(key):") }
                let text = Self.scenario(
                    version, "{ name: 'S', type: '\(kind)', \(key): \(value)\(rest.map { ", \($0)" }.joined()) }")
                judge(version, kind, key, text, before, layer: key == "layers" && kind.hasPrefix("Map") ? 7 : 0)
            }
        }
    }

    @Test(
        "of a layer: each changes an answer, or is a finding",
        arguments: ["9.3", "10.0", "10.2", "10.3.1", "11.4"], ["MapServer", "FeatureServer"])
    func layers(_ version: String, _ kind: String) throws {
        let isOld = !(Version(version)?.hasPortal ?? true)
        if kind == "FeatureServer", version == "9.3" { return }
        func scenario(_ layer: String) -> String {
            let edits = kind == "FeatureServer" ? "capabilities: 'Create,Delete,Query,Update,Editing', " : ""
            let others = "{ id: 1, source: 'rows.geojson', type: 'Table' }, { id: 5, type: 'Group Layer' }"
            let service =
                "{ name: 'S', type: '\(kind)', access: 'public', \(edits)layers: [{ id: 0, \(layer) }, \(others)] }"
            if !isOld { return Self.scenario(version, service) }
            return """
                { portal: null, explain: false, servers: [{ name: 'gis', version: '\(version)',
                    siteAdmin: { username: 'psa', password: 'psa' }, services: [\(service)] }] }
                """
        }
        let before = try Self.seen(scenario("source: 'rows.geojson'"), kind)
        for (key, value) in Self.layer where key != "source" {
            judge(version, kind, key, scenario("source: 'rows.geojson', \(key): \(value)"), before)
        }
    }
}
