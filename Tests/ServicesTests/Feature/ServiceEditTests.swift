// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

/// Edits by global id, of several layers, later, and of many rows at once.
@Suite("Edits of services")
struct ServiceEditTests {
    @Test("useGlobalIds: rows by GUID, kept as given")
    func globalIDs() {
        var grove = TreesService()
        let new = "{74100804-e229-49b8-8cdc-9b5d3ef03eda}"
        func apply(_ more: [(String, String)]) -> [(String, String)] { [("useGlobalIds", "true")] + more }
        #expect(
            grove.text(
                "0/applyEdits",
                apply([
                    ("adds", #"[{"attributes":{"GlobalID":"\#(new)","name":"n"}}]"#),
                    ("updates", #"[{"attributes":{"globalid":"\#(TreesService.ids[0])","height":1}}]"#),
                    ("deletes", #"["\#(TreesService.ids[1])"]"#),
                    (
                        "attachments",
                        #"{"adds":[{"globalId":"{55E85F98-FBDD-4129-9F0B-848DD40BD911}","parentGlobalId":"\#(new)","contentType":"text/plain","name":"a.txt","data":"aGVsbG8="}]}"#
                    ),
                ]))
                == #"{"addResults":[{"objectId":3,"globalId":"{74100804-E229-49B8-8CDC-9B5D3EF03EDA}","success":true}],"updateResults":[{"objectId":1,"globalId":"{00000000-0000-4000-8000-000000000001}","success":true}],"deleteResults":[{"objectId":2,"globalId":"{00000000-0000-4000-8000-000000000002}","success":true}],"attachments":{"addResults":[{"objectId":1,"globalId":"{55E85F98-FBDD-4129-9F0B-848DD40BD911}","success":true}],"updateResults":[],"deleteResults":[]}}"#
        )
        #expect(grove.ask("0/3/attachments/1").json == .array([.string("text/plain"), .int(5)]))
        for feature in [
            #"{"attributes":{}}"#, #"{"attributes":{"GlobalID":""}}"#, #"{"attributes":{"GlobalID":"\#(new)"}}"#,
        ] {
            #expect(grove.ask("0/applyEdits", apply([("adds", "[\(feature)]")])).rules == ["edit.global-id"])
        }
        #expect(grove.ask("1/applyEdits", apply([("adds", "[]")])).rules == ["edit.capability"])
    }

    @Test("edits of several layers stand or fall together")
    func service() {
        var grove = TreesService()
        let good = #"[{"id":1,"deletes":[1]},{"id":0,"adds":[{"attributes":{"name":"x"}}]}]"#
        let text = grove.text("applyEdits", [("edits", good)])
        #expect(
            text.hasPrefix(
                #"[{"id":1,"addResults":[],"updateResults":[],"deleteResults":[{"objectId":1,"success":true}]},{"id":0,"addResults":[{"objectId":3,"#
            ))
        let bad = #"[{"id":1,"deletes":[2]},{"id":0,"deletes":[99]}]"#
        let refused = grove.ask("applyEdits", [("edits", bad)])
        #expect(
            refused.json["error"]?["details"]?.elements == [
                .string("Object is missing."), .string("Edits to layer 1 rolled back."),
                .string("Edits to layer 0 rolled back."),
            ])
        #expect(grove.service.layers[1].data?.features.map(\.objectID) == [2, 3])
        #expect(grove.ask("applyEdits", [("edits", #"[{"id":9}]"#)]).rules == ["service.unknown-layer"])
    }

    @Test("async: made when its time comes")
    func async() {
        var grove = TreesService("10.9.1")
        let answer = grove.ask("0/applyEdits", [("async", "true"), ("deletes", "1")]).json
        let url = answer["statusUrl"]?.text ?? ""
        let root = "https://h.example/arcgis/rest/services/Grove/FeatureServer/"
        #expect(url.hasPrefix(root + "jobs/sf_j") && url.hasSuffix("/status"))
        let path = String(url.dropFirst(root.count))
        #expect(grove.text(path) == #"{"status":"PENDING"}"#)
        #expect(grove.values("OBJECTID").count == 2)
        grove.now = grove.now.advanced(milliseconds: 1_000)
        let done = grove.ask(path).json
        #expect(done["status"] == .string("COMPLETED"))
        #expect(
            done["resultUrl"]?.text?.hasPrefix(
                "https://h.example/arcgis/rest/directories/arcgisoutput/Grove_MapServer/j")
                == true)
        #expect(grove.values("OBJECTID") == [.int(2)])
        #expect(grove.ask("jobs/sf_jnope/status").rules == ["edit.unknown-job"])
        var old = TreesService("10.8.1")
        #expect(old.ask("0/applyEdits", [("async", "true"), ("deletes", "1")]).json["deleteResults"] != nil)
    }

    @Test("a service's edits show rows as they were and are, and when they were made, where that is asked for")
    func editedFeatures() {
        let edits =
            #"[{"id":1,"adds":[{"attributes":{"words":"new"}}],"updates":[{"attributes":{"OBJECTID":1,"words":"now"}}],"deletes":[2]}]"#
        func ask(_ version: String, _ more: (String, String)...) -> String {
            var grove = TreesService(version)
            return grove.text("applyEdits", [("edits", edits)] + more)
        }
        let option = ("returnServiceEditsOption", "originalAndCurrentFeatures")
        let plain =
            #"[{"id":1,"addResults":[{"objectId":4,"success":true}],"updateResults":[{"objectId":1,"success":true}],"deleteResults":[{"objectId":2,"success":true}]"#
        let tree = "{00000000-0000-4000-8000-000000000001}"
        func row(_ id: Int, _ tree: String, _ words: String) -> String {
            #"{"attributes":{"OBJECTID":\#(id),"tree":\#(tree),"words":"\#(words)"}}"#
        }
        let shown =
            #","editedFeatures":{"adds":[\#(row(4, "null", "new"))],"updates":[[\#(row(1, "\"\(tree)\"", "visit 1")),\#(row(1, "\"\(tree)\"", "now"))]],"deletes":[\#(row(2, "\"\(tree)\"", "visit 2"))]}"#
        #expect(ask("11.4", option) == plain + shown + "}]")
        #expect(
            ask("10.6.1", option, ("returnEditMoment", "true")) == plain + shown + #","editMoment":1000000}]"#)
        #expect(ask("11.4", option, ("rollbackOnFailure", "false")) == plain + "}]")
        for version in ["10.5.1", "online"] { #expect(ask(version, option) == plain + "}]") }
        #expect(ask("online", ("returnEditMoment", "true")) == plain + "}]")
        #expect(ask("11.4", ("returnServiceEditsOption", "none")) == plain + "}]")
    }

    @Test("the rows' geometries come with the reference that they are in")
    func editedGeometry() {
        var grove = TreesService()
        let edits = #"[{"id":0,"deletes":[1]}]"#
        let json = grove.ask(
            "applyEdits", [("edits", edits), ("returnServiceEditsOption", "originalAndCurrentFeatures")]
        ).json
        let shown = json[0]?["editedFeatures"]
        #expect(shown?["spatialReference"]?["wkid"]?.integer == 4326)
        #expect(shown?["deletes"]?[0]?["geometry"]?["x"]?.double == 1)
    }

    @Test("parameters of edits count from their release on")
    func releases() {
        func ask(_ version: String, _ path: String, _ more: (String, String)...) -> String {
            var grove = TreesService(version)
            return grove.text(path, more)
        }
        let deleted = #"{"deleteResults":[{"objectId":1,"globalId":"\#(TreesService.ids[0])","success":true}]}"#
        let brief = ("returnDeleteResults", "false")
        #expect(ask("10.6.1", "0/deleteFeatures", ("objectIds", "1"), brief) == deleted)
        #expect(ask("10.7.1", "0/deleteFeatures", ("objectIds", "1"), brief) == #"{"success":true}"#)
        #expect(ask("10.6.1", "0/deleteFeatures", ("objectIds", "1"), ("async", "true")) == deleted)
        #expect(ask("10.7.1", "0/deleteFeatures", ("objectIds", "1"), ("async", "true")).contains("statusUrl"))
        #expect(!ask("11.4", "0/addFeatures", ("features", "[]"), ("async", "true")).contains("statusUrl"))
        let new = ("adds", #"[{"attributes":{"GlobalID":"{74100804-E229-49B8-8CDC-9B5D3EF03EDA}","state":"x"}}]"#)
        #expect(!ask("10.3.1", "0/applyEdits", ("useGlobalIds", "true"), new).contains("74100804"))
        #expect(ask("10.4", "0/applyEdits", ("useGlobalIds", "true"), new).contains("74100804"))
    }

    @Test("edits in an uploaded file are refused, not taken no notice of", arguments: ["0/applyEdits", "applyEdits"])
    func uploaded(_ path: String) {
        var grove = TreesService()
        let asked = [
            ("editsUploadId", "ibfd0aa4c-f40e-4554-b499-829bcfa2711a"), ("edits", #"[{"id":0,"deletes":[1]}]"#),
            ("adds", "[]"),
        ]
        #expect(grove.ask(path, asked).rules == ["edit.capability"])
        var old = TreesService("10.9.1")
        #expect(old.ask(path, asked).rules.isEmpty)
    }

    @Test("GUIDs of single and related rows are in the release's form", arguments: [("11.4", true), ("online", false)])
    func forms(_ version: String, _ hasBraces: Bool) {
        var grove = TreesService(version)
        let id = hasBraces ? TreesService.ids[0] : String(TreesService.ids[0].dropFirst().dropLast())
        #expect(grove.ask("0/1").json["feature"]?["attributes"]?["GlobalID"]?.text == id)
        let related = grove.ask("0/queryRelatedRecords", [("objectIds", "1"), ("outFields", "*")]).json
        let row = related["relatedRecordGroups"]?[0]?["relatedRecords"]?[0]
        #expect(row?["attributes"]?["tree"]?.text == id)
    }

    @Test("calculate gives many rows a value; validateSQL reads clauses")
    func calculates() {
        var grove = TreesService()
        let one = #"[{"field":"height","value":5}]"#
        #expect(
            grove.text("0/calculate", [("where", "OBJECTID > 1"), ("calcExpression", one)])
                == #"{"success":true,"updatedFeatureCount":1}"#)
        #expect(grove.values("height") == [.int(10), .int(5)])
        #expect(grove.text("0/calculate", [("calcExpression", one)]).hasSuffix(#""updatedFeatureCount":2}"#))
        #expect(grove.text("0/validateSQL", [("sql", "height > 1")]) == #"{"isValidSQL":true,"validationErrors":[]}"#)
        #expect(
            grove.text("0/validateSQL", [("sql", "height >")])
                == #"{"isValidSQL":false,"validationErrors":[{"errorCode":3002,"description":"Sql expression syntax error."}]}"#
        )
        #expect(
            grove.text("0/validateSQL", [("sql", "nope = 1")])
                == #"{"isValidSQL":false,"validationErrors":[{"errorCode":3008,"description":"Invalid field name."}]}"#)
        #expect(grove.text("0/validateSQL", [("sql", "height * 2"), ("sqlType", "expression")]).contains("true"))
        let both = #"[{"field":"girth","sqlExpression":"height * 3"},{"field":"name","sqlExpression":"UPPER(name)"}]"#
        #expect(grove.ask("0/calculate", [("where", "OBJECTID = 2"), ("calcExpression", both)]).rules.isEmpty)
        #expect(grove.values("girth") == [.double(0.5), .double(15)])
        #expect(grove.values("name").last == .string("TREE 2"))
        let bad = #"[{"field":"girth","sqlExpression":"nope + 1"}]"#
        #expect(grove.ask("0/calculate", [("calcExpression", bad)]).rules == ["query.unknown-field"])
    }
}
