// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

@testable import Enterprise
@testable import Services

/// A server with rows to edit.
enum EditFixture {
    static func standalone(_ version: String = "11.4", more: String = "", layer: String = "") throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, servers: [{ name: "gis", version: "\(version)", users: [{ username: "uwe", password: "pw" }],
                services: [{ name: "Grove", type: "MapServer", access: "public",
                  featureServer: { capabilities: "Create,Delete,Query,Update,Editing" \(more) },
                  layers: [{ id: 0, name: "Trees", source: "builtin:data/airports.geojson" \(layer) }] }] }] }
            """)
    }

    static let layer = "/arcgis/rest/services/Grove/FeatureServer/0"

    /// A request that the rule refuses; `nil` if there is none for that id.
    static func trigger(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try standalone()
        func edit(_ operation: String, _ form: [(String, String)]) -> PortalFixture.Heard {
            fixture.ask("\(layer)/\(operation)", form: [("f", "json")] + form)
        }
        func update(_ attributes: String) -> PortalFixture.Heard {
            edit("updateFeatures", [("features", #"[{"attributes":{"OBJECTID":1,\#(attributes)}}]"#)])
        }
        switch id {
        case "edit.method": return fixture.ask("\(layer)/addFeatures?f=json")
        case "edit.capability":
            fixture.deployment.servers[0].services[0].map.feature.capabilities = "Query"
            return edit("deleteFeatures", [("objectIds", "1")])
        case "edit.no-edits": return edit("applyEdits", [])
        case "edit.bad-parameter": return edit("addFeatures", [("features", "x")])
        case "edit.object-missing": return edit("deleteFeatures", [("objectIds", "99999")])
        case "edit.bad-value": return update(#""Elevation":"high""#)
        case "edit.null-value", "edit.not-editable", "edit.outside-domain", "edit.global-id", "edit.attachment":
            return try declared(id)
        case "edit.untrusted-html":
            fixture.deployment.servers[0].profile = Profile(.newest, quirks: [.editHTML: .refuse])
            return update(#""Name":"<script>""#)
        case "edit.bad-geometry":
            return edit("addFeatures", [("features", #"[{"attributes":{},"geometry":{"rings":[]}}]"#)])
        case "edit.geometry-update":
            fixture = try standalone(more: ", allowGeometryUpdates: false")
            return edit("updateFeatures", [("features", #"[{"attributes":{"OBJECTID":1},"geometry":{"x":1,"y":1}}]"#)])
        case "edit.constraint":
            fixture = try standalone(layer: ", constraints: [{ where: \"IATA <> 'XXX'\" }]")
            return update(#""IATA":"XXX""#)
        case "edit.append-source": return edit("append", [("appendUploadFormat", "geojson"), ("appendUploadId", "i1")])
        case "edit.upload":
            fixture.deployment.servers[0].services[0].map.feature.capabilities = "Query,Uploads"
            return fixture.ask("/arcgis/rest/services/Grove/FeatureServer/uploads/i1?f=json")
        case "edit.unknown-job": return fixture.ask("/arcgis/rest/services/Grove/FeatureServer/jobs/x/status?f=json")
        case "attachment.none": return fixture.ask("\(layer)/1/attachments?f=json")
        case "attachment.missing", "attachment.no-file":
            fixture = try standalone(layer: ", hasAttachments: true")
            if id == "attachment.missing" { return fixture.ask("\(layer)/1/attachments/7?f=json") }
            return edit("1/addAttachment", [])
        case "related.unknown-relationship":
            return fixture.ask("\(layer)/queryRelatedRecords?objectIds=1&relationshipId=3&f=json")
        case "feature.missing": return fixture.ask("\(layer)/99999?f=json")
        default: return nil
        }
    }

    /// Gives the first service a public table whose fields have properties.
    static func declare(_ fixture: inout PortalFixture) -> String {
        let data = LayerData(
            geometryType: nil,
            fields: [
                Field(name: "OBJECTID", type: .objectID), Field(name: "GlobalID", type: .globalID),
                Field(name: "need", type: .string, length: 9, isNullable: false, defaultValue: .string("full")),
                Field(name: "kept", type: .string, length: 9, isEditable: false),
                Field(
                    name: "size", type: .integer, domain: Domain(name: "sizes", values: .range(.int(0), .int(9)))),
            ],
            features: [
                Feature(
                    objectID: 1, values: [.int(1), .null, .string("x"), .null, .null], geometry: nil, envelope: nil)
            ], extent: nil, displayField: "need")
        fixture.deployment.servers[0].services[0].map.layers[0] = Layer(id: 0, name: "Table", store: FeatureStore(data))
        fixture.deployment.servers[0].services[0].map.feature.capabilities = "Create,Delete,Query,Update,Editing"
        fixture.deployment.servers[0].services[0].access = .everyone
        return "/arcgis/rest/services/\(fixture.deployment.servers[0].services[0].name)/FeatureServer/0/applyEdits"
    }

    private static func declared(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try standalone()
        let path = declare(&fixture)
        fixture.deployment.servers[0].profile = Profile(.newest, quirks: [.editOutsideDomain: .refuse])
        let form: [(String, String)] =
            switch id {
            case "edit.null-value": [("updates", #"[{"attributes":{"OBJECTID":1,"need":null}}]"#)]
            case "edit.not-editable": [("updates", #"[{"attributes":{"OBJECTID":1,"kept":"no"}}]"#)]
            case "edit.outside-domain": [("updates", #"[{"attributes":{"OBJECTID":1,"size":77}}]"#)]
            case "edit.global-id": [("useGlobalIds", "true"), ("adds", #"[{"attributes":{"need":"x"}}]"#)]
            default: [("useGlobalIds", "true"), ("attachments", #"{"adds":[{"name":"a"}]}"#)]
            }
        return fixture.ask(path, form: [("f", "json")] + form)
    }

    /// What a behavior of edits is asked by, in words: each choice must give its own.
    static func outcome(_ behavior: Behavior, _ fixture: inout PortalFixture) -> String {
        let path = declare(&fixture)
        func edit(_ more: [(String, String)]) -> String { fixture.ask(path, form: [("f", "json")] + more).body }
        switch behavior {
        case .editErrorNumbers, .editExtendedCode:
            return edit([("updates", #"[{"attributes":{"OBJECTID":1,"size":"big"}}]"#), ("rollbackOnFailure", "false")])
        case .editRollback: return edit([("deletes", "1,99")])
        case .editHTML: return edit([("updates", #"[{"attributes":{"OBJECTID":1,"need":"<x>"}}]"#)])
        case .editOutsideDomain: return edit([("updates", #"[{"attributes":{"OBJECTID":1,"size":77}}]"#)])
        case .editDefaults: return edit([("adds", #"[{"attributes":{}}]"#)])
        default: return "not asked"
        }
    }
}
