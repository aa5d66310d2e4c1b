import Facts
import Formats
import Testing

@testable import MapServices

/// Edits by global id, of several layers, later, and of many rows at once.
@Suite("Edits of services")
struct ServiceEditTests {
    @Test("useGlobalIds: rows by GUID, kept as given")
    func globalIDs() {
        var grove = Grove()
        let new = "{74100804-e229-49b8-8cdc-9b5d3ef03eda}"
        func apply(_ more: [(String, String)]) -> [(String, String)] { [("useGlobalIds", "true")] + more }
        #expect(
            grove.text(
                "0/applyEdits",
                apply([
                    ("adds", #"[{"attributes":{"GlobalID":"\#(new)","name":"n"}}]"#),
                    ("updates", #"[{"attributes":{"globalid":"\#(Grove.ids[0])","height":1}}]"#),
                    ("deletes", #"["\#(Grove.ids[1])"]"#),
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
        var grove = Grove()
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
        var grove = Grove("10.9.1")
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
        var old = Grove("10.8.1")
        #expect(old.ask("0/applyEdits", [("async", "true"), ("deletes", "1")]).json["deleteResults"] != nil)
    }

    @Test("calculate gives many rows a value; validateSQL reads clauses")
    func calculates() {
        var grove = Grove()
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
        #expect(grove.text("0/validateSQL", [("sql", "nope = 1")]).contains("3008"))
        #expect(grove.text("0/validateSQL", [("sql", "height * 2"), ("sqlType", "expression")]).contains("true"))
        let both = #"[{"field":"girth","sqlExpression":"height * 3"},{"field":"name","sqlExpression":"UPPER(name)"}]"#
        #expect(grove.ask("0/calculate", [("where", "OBJECTID = 2"), ("calcExpression", both)]).rules.isEmpty)
        #expect(grove.values("girth") == [.double(0.5), .double(15)])
        #expect(grove.values("name").last == .string("TREE 2"))
        let bad = #"[{"field":"girth","sqlExpression":"nope + 1"}]"#
        #expect(grove.ask("0/calculate", [("calcExpression", bad)]).rules == ["query.unknown-field"])
    }
}
