// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

/// Services whose descriptions promise less than others, and what they answer then.
@Suite("What a description promises")
struct AnnouncementTests {
    private static let notSupported =
        #"{"error":{"code":400,"message":"Requested operation is not supported by this service.","details":["The requested capability is not supported."]}}"#

    private static func fixture(_ version: String, _ service: String, layer: String = "") throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, servers: [{ version: "\(version)", services: [{ name: "S", access: "public", \(service),
                layers: [{ id: 0, source: "rows.json" \(layer) }] }] }] }
            """, files: ["rows.json": FieldFixture.plots])
    }

    private static let root = "/arcgis/rest/services/S"

    @Test(
        "without Query nothing is queried: the captured words, whole",
        arguments: [
            ("10.3.1", "MapServer", #"capabilities: "Map""#),
            ("11.4", "FeatureServer", #"featureServer: { capabilities: "Create" }"#),
        ])
    func query(_ version: String, _ type: String, _ words: String) throws {
        var fixture = try Self.fixture(version, words)
        for operation in ["0/query?where=1%3D1", "0/1?", "0/queryRelatedRecords?objectIds=1"] {
            let heard = fixture.ask("\(Self.root)/\(type)/\(operation)&f=json")
            #expect(heard.body == Self.notSupported)
            #expect(heard.rule == "query.no-capability")
        }
    }

    @Test("a service of tiles only gives its tiles, says which there are, and nothing else")
    func tilesOnly() throws {
        var fixture = try Self.fixture("online", "cached: { levels: 6 }")
        let root = fixture.ask("\(Self.root)/MapServer?f=json").json
        #expect(root?["capabilities"]?.text == "Map,TilesOnly,Tilemap")
        #expect(root?["maxLOD"] == .int(6))
        #expect(root?["tileInfo"]?["lods"]?.elements?.count == 7)
        for operation in [
            "0/query?where=1%3D1", "export?bbox=0,0,1,1", "find?searchText=a&layers=0",
            "identify?geometry=0,0&tolerance=1&mapExtent=0,0,1,1&imageDisplay=9,9,96",
        ] {
            #expect(fixture.ask("\(Self.root)/MapServer/\(operation)&f=json").body == Self.notSupported)
        }
        #expect(fixture.ask("\(Self.root)/MapServer/tile/0/0/0").status == 200)
        #expect(fixture.ask("\(Self.root)/MapServer/tile/7/63/64").status == 404)
        #expect(
            fixture.ask("\(Self.root)/MapServer/tilemap/1/0/0/2/2?f=json").body
                == #"{"valid":true,"location":{"left":0,"top":0,"width":2,"height":2},"data":[0,1,0,1]}"#)
        var plain = try Self.fixture("11.4", "cached: true")
        let now = Self.notSupported.replacing(#""code":400,"#, with: #""code":400,"extendedCode":-2147220222,"#)
        #expect(plain.ask("\(Self.root)/MapServer/tilemap/1/0/0/2/2?f=json").body == now)
    }

    @Test("a page lists only operations that the service announces")
    func page() throws {
        var fixture = try Self.fixture("11.4", #"capabilities: "Map""#)
        let page = fixture.ask("\(Self.root)/MapServer?f=html").body
        #expect(page.contains("Export Map Image"))
        #expect(!page.contains("Identify"))
        #expect(!fixture.ask("\(Self.root)/MapServer/0?f=html").body.contains(">Query</a>"))
    }

    @Test("f=pbf is JSON where the layer does not list it", arguments: ["10.6.1", "10.8.1"])
    func pbf(_ version: String) throws {
        var fixture = try Self.fixture(version, "featureServer: true")
        for type in ["MapServer", "FeatureServer"] {
            #expect(
                fixture.ask("\(Self.root)/\(type)/0?f=json").json?["supportedQueryFormats"]?.text?.contains("PBF")
                    == false)
            let heard = fixture.ask("\(Self.root)/\(type)/0/query?where=1%3D1&f=pbf")
            #expect(heard.json?["features"]?.elements?.isEmpty == false)
        }
    }

    @Test("exceedslimit: one row, 0 or 1, where the layer says so")
    func limits() throws {
        func ask(_ version: String, _ limits: String) throws -> PortalFixture.Heard {
            var fixture = try Self.fixture(version, "featureServer: true")
            let statistic = #"[{"statisticType":"exceedslimit","outStatisticFieldName":"exceedslimit",\#(limits)}]"#
            return fixture.ask(
                "\(Self.root)/FeatureServer/0/query",
                form: [("where", "1=1"), ("outStatistics", statistic), ("f", "json")])
        }
        func value(_ limits: String) throws -> JSON? {
            try ask("online", limits).json?["features"]?[0]?["attributes"]?["exceedslimit"]
        }
        #expect(try value(#""maxPointCount":1,"maxRecordCount":200000,"maxVertexCount":250000"#) == .int(0))
        #expect(try value(#""maxRecordCount":1"#) == .int(1))
        #expect(try value(#""maxVertexCount":4"#) == .int(1))
        #expect(try ask("10.6.1", #""maxRecordCount":1"#).rule == "query.not-supported")
    }

    @Test("a layer without an ability: refused where the answer would be another, ignored where only its form would")
    func abilities() throws {
        let flags =
            "advancedQueryCapabilities: { supportsOrderBy: false, supportsReturningQueryExtent: false, supportsPagination: false }"
        var fixture = try Self.fixture("11.4", "capabilities: \"Map,Query\"", layer: ", \(flags)")
        let layer = fixture.ask("\(Self.root)/MapServer/0?f=json").json
        #expect(layer?["advancedQueryCapabilities"]?["supportsOrderBy"]?.truth == false)
        #expect(layer?["advancedQueryCapabilities"]?["supportsDistinct"]?.truth == true)
        let query = "\(Self.root)/MapServer/0/query?where=1%3D1&f=json"
        #expect(fixture.ask("\(query)&orderByFields=OBJECTID").rule == "query.not-supported")
        #expect(
            fixture.ask("\(query)&resultOffset=1").body
                == #"{"error":{"code":400,"message":"Pagination is not supported.","details":[]}}"#)
        #expect(fixture.ask("\(query)&returnExtentOnly=true").json?["features"] != nil)
    }

    @Test(
        "a recorded description takes an ability away, whichever way it is given",
        arguments: ["source: \"layer.json\"", "json: LAYER"])
    func recorded(_ given: String) throws {
        let layer =
            #"{"id":0,"name":"L","type":"Table","fields":[{"name":"OBJECTID","type":"esriFieldTypeOID"}],"supportedQueryFormats":"JSON","advancedQueryCapabilities":{"supportsOrderBy":false,"supportsPagination":false}}"#
        var fixture = try PortalFixture(
            """
            { portal: null, servers: [{ version: "11.4", services: [{ name: "S", access: "public",
                layers: [{ id: 0, \(given.replacing("LAYER", with: layer)) }] }] }] }
            """, files: ["layer.json": layer])
        let described = fixture.ask("\(Self.root)/MapServer/0?f=json").json
        #expect(described?["advancedQueryCapabilities"]?["supportsOrderBy"]?.truth == false)
        #expect(described?["supportedQueryFormats"]?.text == "JSON")
        let query = "\(Self.root)/MapServer/0/query?where=1%3D1"
        #expect(fixture.ask("\(query)&orderByFields=OBJECTID&f=json").rule == "query.not-supported")
        #expect(fixture.ask("\(query)&resultOffset=0&f=json").rule == "query.no-paging")
        #expect(fixture.ask("\(query)&f=geojson").rule == "query.format")
        #expect(fixture.ask("\(query)&f=pbf").json?["features"] == .array([]))
    }

    private static let types = """
        typeIdField: "KIND", types: [
          { id: 1, name: "Oak", domains: { STATE: { type: "codedValue", name: "OakState", codedValues: [{ name: "Sound", code: 1 }] } } },
          { id: 2, name: "Elm", domains: { STATE: { type: "inherited" } } } ]
        """
    private static let trees = """
        {"geometryType":"esriGeometryPoint","spatialReference":{"wkid":4326},"fields":[{"name":"OBJECTID","type":"esriFieldTypeOID"},
        {"name":"KIND","type":"esriFieldTypeInteger","alias":"Kind of tree"},{"name":"STATE","type":"esriFieldTypeSmallInteger","alias":"State"}],
        "features":[{"attributes":{"OBJECTID":1,"KIND":1,"STATE":1},"geometry":{"x":1,"y":1}},
        {"attributes":{"OBJECTID":2,"KIND":2,"STATE":1},"geometry":{"x":2,"y":2}}]}
        """
    private static let state =
        #"fields: [{ name: "STATE", domain: { type: "codedValue", name: "State", codedValues: [{ name: "Any", code: 1 }] } }]"#

    private static func typed(_ version: String) throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, servers: [{ version: "\(version)", services: [{ name: "S", access: "public", featureServer: {
                capabilities: "Query,Create,Update,Delete" }, layers: [{ id: 0, source: "trees.json", \(types), \(state) }] }] }] }
            """, files: ["trees.json": trees])
    }

    @Test(
        "types are one fact, whichever release and operation tells it",
        arguments: ["10.0", "10.3.1", "10.6.1", "10.8.1", "11.4"])
    func subtypes(_ version: String) throws {
        var fixture = try Self.typed(version)
        let layer = fixture.ask("\(Self.root)/MapServer/0?f=json").json
        #expect(layer?["types"]?.elements?.map { $0["name"]?.text } == ["Oak", "Elm"])
        #expect(layer?["typeIdField"]?.text == "KIND")
        if version == "10.8.1" || version == "11.4" {
            #expect(layer?["subtypeField"]?.text == "KIND")
            #expect(layer?["defaultSubtypeCode"] == .int(1))
            #expect(layer?["subtypes"]?.elements?.map { $0["code"] } == [.int(1), .int(2)])
        }
        let feature = fixture.ask("\(Self.root)/FeatureServer/0?f=json").json
        #expect(feature?["types"]?[1]?["templates"]?[0]?["prototype"]?["attributes"]?["KIND"] == .int(2))
        let found =
            fixture.ask(
                "\(Self.root)/MapServer/identify?geometry=1,1&tolerance=9&mapExtent=0,0,3,3&imageDisplay=9,9,96&layers=all&sr=4326&f=json"
            ).json?["results"]?.elements ?? []
        #expect(found.map { $0["attributes"]?["State"]?.text } == ["Sound", "Any"])
        #expect(found.map { $0["attributes"]?["Kind of tree"]?.text } == ["Oak", "Elm"])
        guard version == "10.8.1" || version == "11.4" else { return }
        let domains = fixture.ask("\(Self.root)/FeatureServer/queryDomains?layers=%5B0%5D&f=json").json?["domains"]
        #expect(domains?.elements?.map { $0["name"]?.text } == ["State", "OakState"])
    }

    @Test("fields of a scenario add to what the source shows")
    func fields() throws {
        var fixture = try Self.typed("10.8.1")
        let field = fixture.ask("\(Self.root)/MapServer/0?f=json").json?["fields"]?.elements?.first {
            $0["name"]?.text == "STATE"
        }
        #expect(field?["alias"]?.text == "State")
        #expect(field?["type"]?.text == "esriFieldTypeSmallInteger")
        #expect(field?["domain"]?["name"]?.text == "State")
    }
}
