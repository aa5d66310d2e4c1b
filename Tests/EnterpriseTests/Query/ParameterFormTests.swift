// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Testing

@testable import Enterprise

/// The published table of what values do, documented or not: every parameter, in every form.
@Suite("Values of parameters")
struct ParameterFormTests {
    private static let rows = """
        {"globalIdFieldName":"GID","geometryType":"esriGeometryPoint","spatialReference":{"wkid":4326},"fields":[{"name":"OBJECTID","type":"esriFieldTypeOID"},
        {"name":"GID","type":"esriFieldTypeGlobalID"},{"name":"NAME","type":"esriFieldTypeString","length":9},{"name":"N","type":"esriFieldTypeInteger"},{"name":"D","type":"esriFieldTypeDate"}],
        "features":[{"attributes":{"OBJECTID":1,"NAME":"a","N":1,"D":1000},"geometry":{"x":1,"y":1}},{"attributes":{"OBJECTID":2,"NAME":"b","N":2},"geometry":{"x":2,"y":2}}]}
        """

    private static let fixture = Result {
        try PortalFixture(
            """
            { portal: null, servers: [{ version: "11.4", services: [{ name: "S", access: "public",
                featureServer: { capabilities: "Query,Create,Update,Delete,Sync,ChangeTracking" }, layers: [
                  { id: 0, source: "rows.json", hasAttachments: true, timeInfo: { startTimeField: "N" },
                    relationships: [{ id: 3, name: "R", relatedTableId: 0, keyField: "NAME" }] }] }] }] }
            """, files: ["rows.json": rows])
    }

    /// The parameters beside which a parameter means something.
    private static func base(_ operation: String, _ name: String) -> [(String, String)] {
        let point = [("geometry", "1,1"), ("geometryType", "esriGeometryPoint")]
        let sums = [("outStatistics", #"[{"statisticType":"count","onStatisticField":"N"}]"#)]
        let add = #"[{"attributes":{"NAME":"c"}}]"#
        let own: [(String, String)] =
            switch (operation, name) {
            case (_, "geometryType"): [("geometry", "0,0,3,3")]
            case (_, "inSR"), (_, "spatialRel"), (_, "distance"): point
            case (_, "relationParam"): point + [("spatialRel", "esriSpatialRelRelation")]
            case (_, "units"): point + [("distance", "500000")]
            case (_, "having"), (_, "groupByFieldsForStatistics"): sums
            default: []
            }
        let usual: [(String, String)] =
            switch operation {
            case "{layer}/query": [("where", "1=1")]
            case "query": [("layerDefs", #"{"0":"1=1"}"#)]
            case "{layer}/addFeatures": [("features", add)]
            case "{layer}/updateFeatures": [("features", #"[{"attributes":{"OBJECTID":1,"NAME":"c"}}]"#)]
            case "{layer}/applyEdits": [("adds", add), ("deletes", "99")]
            case "applyEdits": [("edits", #"[{"id":0,"adds":[]}]"#)]
            case "{layer}/deleteFeatures": [("objectIds", "1")]
            case "{layer}/calculate": [("where", "1=1"), ("calcExpression", #"[{"field":"N","value":1}]"#)]
            case "{layer}/validateSQL": [("sql", "1=1")]
            case "{layer}/queryBins", "{layer}/queryDateBins": bins(operation)
            case "{layer}/queryAnalytic":
                [("outAnalytics", #"[{"analyticType":"SUM","onAnalyticField":"N","outAnalyticFieldName":"V"}]"#)]
            case "createReplica": [("layers", "0"), ("replicaName", "r")]
            case "extractChanges": [("layers", "0"), ("serverGens", "1")]
            case "{layer}/queryRelatedRecords": [("objectIds", "1"), ("relationshipId", "3")]
            case "{layer}/queryAttachments": [("objectIds", "1")]
            case "{layer}/{oid}/deleteAttachments": [("attachmentIds", "9")]
            case "{layer}/{oid}/updateAttachment": [("attachmentId", "9")]
            default: []
            }
        let global = name == "attachments" || name == "useGlobalIds" ? [("useGlobalIds", "true")] : []
        return (usual + own + global).filter { !ASCII.equal($0.0, name) }
    }

    private static func bins(_ operation: String) -> [(String, String)] {
        if operation == "{layer}/queryDateBins" {
            return [("binField", "D"), ("bin", #"{"calendarBin":{"unit":"day"}}"#)]
        }
        return [("bin", #"{"type":"dateBin","onField":"D","parameters":{"number":1,"unit":"day"}}"#)]
    }

    private static func ask(
        _ operation: String, _ parameters: [(String, String)], _ form: ParameterForm
    ) throws -> PortalFixture.Heard {
        var fixture = try fixture.get()
        let type = form.name == "text" ? "MapServer" : "FeatureServer"
        // Only hosted layers have bins of dates.
        fixture.deployment.servers[0].services[0].map.runtime = operation.hasSuffix("queryDateBins") ? .hosted : nil
        let path = operation.replacing("{layer}", with: "0").replacing("{oid}", with: "1")
        return fixture.ask("/arcgis/rest/services/S/\(type)/\(path)", form: [("f", "json")] + parameters)
    }

    private static let rowsOfTable: [(form: Int, operation: String, name: String)] = ParameterForm.all.enumerated()
        .flatMap { index, form in
            form.operations.map { (index, $0, form.name) }
        }

    @Test("each does what the table says, in any letters, and no other is blamed", arguments: rowsOfTable)
    func wrong(_ index: Int, _ operation: String, _ name: String) throws {
        let form = ParameterForm.all[index]
        let base = Self.base(operation, name)
        let heard = try Self.ask(operation, [(name, form.value)] + base, form)
        #expect(heard.status == 200, "\(heard.body)")
        // Of replicas 500 is the number of what cannot be done (reported).
        let isReplica = heard.rule?.hasPrefix("sync.") ?? false
        #expect(isReplica || heard.json?["error"]?["code"]?.integer != 500)
        switch form.does {
        case .refused:
            let facts = heard.verdict.first?.facts ?? []
            let blamed = facts.first { $0.name == "parameter" }?.value ?? facts.first?.name ?? "nothing"
            let own = name == "definitionExpression" ? "where" : name
            let isIt =
                ASCII.equal(blamed, own) || name == "attachmentId" && blamed == "objectId"
                || facts.contains { ASCII.equal($0.name, name) || ASCII.equal($0.value, name) }
            #expect(isIt, "\(heard.rule ?? "passes") blames \(blamed): \(heard.body)")
        case .ignored, .usual: #expect(try heard.body == Self.ask(operation, base, form).body)
        case .counts: #expect(try heard.body == Self.ask(operation, [(name, "false")] + base, form).body)
        case .reads: #expect(try heard.body == Self.ask(operation, [(name, "true")] + base, form).body)
        case .taken: #expect(heard.verdict.isEmpty)
        }
        for letters in [name.uppercased(), name.lowercased()] {
            #expect(try Self.ask(operation, [(letters, form.value)] + base, form).body == heard.body)
        }
        #expect(
            try Self.ask(operation, [(name, form.value), (name, "1")] + base, form).body == heard.body,
            "the first counts")
    }

    @Test("empty is none, and what is unknown is ignored", arguments: rowsOfTable)
    func none(_ index: Int, _ operation: String, _ name: String) throws {
        let form = ParameterForm.all[index]
        let base = Self.base(operation, name)
        let without = try Self.ask(operation, base, form)
        #expect(try Self.ask(operation, [("noSuchThing", "1")] + base, form).body == without.body)
        // `applyEdits` counts a list that is named without edits as an empty one.
        let empty = try Self.ask(operation, [(name, "")] + base, form)
        #expect(empty.body == without.body)
        #expect(empty.status == 200)
    }
}
