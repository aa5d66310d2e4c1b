import Facts
import Formats
import Testing

@testable import MapServices

@Suite("Edits")
struct EditTests {
    @Test("rows are added, changed and deleted, and queries see it; the source does not")
    func roundTrip() {
        var grove = Grove("10.2")
        let source = grove.service.layers[0].source
        #expect(
            grove.text(
                "0/addFeatures",
                [("features", #"[{"attributes":{"NAME":"new","height":3,"state":"good"},"geometry":{"x":5,"y":6}}]"#)]
            )
            .hasPrefix(#"{"addResults":[{"objectId":3,"globalId":"{"#))
        #expect(grove.values("name") == [.string("tree 1"), .string("tree 2"), .string("new")])
        let update = grove.text("0/updateFeatures", [("features", #"[{"attributes":{"OBJECTID":1,"height":7}}]"#)])
        #expect(
            update
                == #"{"updateResults":[{"objectId":1,"globalId":"{00000000-0000-4000-8000-000000000001}","success":true}]}"#
        )
        #expect(grove.values("height") == [.int(7), .int(20), .int(3)])
        #expect(grove.values("name", "height = 7") == [.string("tree 1")])
        let delete = grove.text("0/deleteFeatures", [("objectIds", "2")])
        #expect(
            delete
                == #"{"deleteResults":[{"objectId":2,"globalId":"{00000000-0000-4000-8000-000000000002}","success":true}]}"#
        )
        #expect(grove.values("OBJECTID") == [.int(1), .int(3)])
        #expect(grove.service.layers[0].source === source)
        #expect(source?.layer.features.count == 2)
        let extent = grove.service.layers[0].data?.extent
        #expect(extent == Envelope(xmin: 1, ymin: 2, xmax: 5, ymax: 6))
        // An id is not given twice.
        #expect(
            grove.ask("0/deleteFeatures", [("where", "OBJECTID = 3")]).json == .object([.init("success", .bool(true))]))
        #expect(
            grove.text("0/addFeatures", [("features", #"[{"attributes":{"state":"x"}}]"#)]).contains(#""objectId":4"#))
    }

    @Test("deletes by geometry as queries do")
    func deleteByGeometry() {
        var grove = Grove()
        _ = grove.ask("0/deleteFeatures", [("geometry", "1.5,0,9,9"), ("geometryType", "esriGeometryEnvelope")])
        #expect(grove.values("OBJECTID") == [.int(1)])
    }

    @Test("applyEdits gives three lists; a layer without global ids tells none")
    func lists() {
        var grove = Grove()
        #expect(grove.text("0/applyEdits") == #"{"addResults":[],"updateResults":[],"deleteResults":[]}"#)
        #expect(
            grove.text("1/applyEdits", [("adds", #"[{"attributes":{"words":"hm"}}]"#), ("deletes", "[1, 2]")])
                == #"{"addResults":[{"objectId":4,"success":true}],"updateResults":[],"deleteResults":[{"objectId":1,"success":true},{"objectId":2,"success":true}]}"#
        )
    }

    /// The edit, what it says at 11.4 with rollbackOnFailure=false, and its rule.
    private static let failures: [(String, String, String, String)] = [
        (
            "updates", #"[{"attributes":{"OBJECTID":99,"height":1}}]"#,
            #"{"code":1011,"extendedCode":-2147467259,"description":"Object is missing."}"#, "edit.object-missing"
        ),
        (
            "updates", #"[{"attributes":{"OBJECTID":1,"height":"tall"}}]"#,
            #"{"code":1016,"extendedCode":-2147217395,"description":"Setting of value for height failed."}"#,
            "edit.bad-value"
        ),
        (
            "updates", #"[{"attributes":{"OBJECTID":1,"height":40000}}]"#,
            #"{"code":1016,"extendedCode":-2147217395,"description":"Setting of value for height failed."}"#,
            "edit.bad-value"
        ),
        (
            "updates", #"[{"attributes":{"OBJECTID":1,"name":"longer than ten"}}]"#,
            #"{"code":1016,"extendedCode":-2147217395,"description":"Setting of value for name failed."}"#,
            "edit.bad-value"
        ),
        (
            "updates", #"[{"attributes":{"OBJECTID":1,"planted":"2020-01-01"}}]"#,
            #"{"code":1016,"extendedCode":-2147217395,"description":"Setting of value for planted failed."}"#,
            "edit.bad-value"
        ),
        (
            "updates", #"[{"attributes":{"OBJECTID":1,"state":null}}]"#,
            #"{"code":1001,"extendedCode":-2147217395,"description":"Field: state is not nullable. Cannot set null value."}"#,
            "edit.null-value"
        ),
        (
            "updates", #"[{"attributes":{"OBJECTID":1,"kept":"no"}}]"#,
            #"{"code":1023,"extendedCode":-2147467259,"description":"Field: kept is not editable."}"#,
            "edit.not-editable"
        ),
        (
            "adds", #"[{"attributes":{},"geometry":{"paths":[[[0,0],[1,1]]]}}]"#,
            #"{"code":1015,"extendedCode":-2147467259,"description":"Geometry could not be set."}"#,
            "edit.bad-geometry"
        ),
        (
            "adds", #"[{"attributes":{},"geometry":{"x":1,"y":1,"spatialReference":{"wkid":2154}}}]"#,
            #"{"code":1015,"extendedCode":-2147467259,"description":"Geometry could not be set."}"#,
            "edit.bad-geometry"
        ),
        (
            "adds", #"[{"attributes":{},"geometry":{"curvePaths":[]}}]"#,
            #"{"code":1005,"extendedCode":-2147467259,"description":"True curve update not allowed."}"#,
            "edit.bad-geometry"
        ),
        (
            "deletes", "77", #"{"code":1011,"extendedCode":-2147467259,"description":"Object is missing."}"#,
            "edit.object-missing"
        ),
    ]

    @Test("one edit fails and says why; the others are made", arguments: failures)
    func failing(_ name: String, _ value: String, _ error: String, _ rule: String) {
        var grove = Grove()
        var parameters = [(name, value), ("rollbackOnFailure", "false")]
        parameters.append(name == "adds" ? ("deletes", "2") : ("adds", #"[{"attributes":{"name":"good"}}]"#))
        let answer = grove.ask("0/applyEdits", parameters)
        let text = String(decoding: JSONWriter.json(answer.json), as: UTF8.self)
        #expect(text.contains(#""success":false,"error":"# + error), "\(text)")
        #expect(answer.rules == [rule])
        #expect(grove.values("OBJECTID").count == (name == "adds" ? 1 : 3))
    }

    @Test("by default one failure takes all back, with extendedCode", arguments: failures)
    func rollsBack(_ name: String, _ value: String, _ error: String, _ rule: String) {
        var grove = Grove()
        var parameters = [(name, value)]
        parameters.append(name == "adds" ? ("deletes", "2") : ("adds", #"[{"attributes":{"name":"good"}}]"#))
        let answer = grove.ask("0/applyEdits", parameters)
        #expect(answer.json["error"]?["code"] == .int(400))
        #expect(answer.json["error"]?.members?.map(\.name) == ["code", "extendedCode", "message", "details"])
        #expect(answer.json["error"]?["details"]?.elements?.last == .string("Operation rolled back."))
        #expect(answer.rules == [rule])
        #expect(grove.values("OBJECTID") == [.int(1), .int(2)])
        #expect(grove.service.layers[0].edits == nil)
    }

    @Test("a constraint rule: byte for byte as documented")
    func constraint() throws {
        var grove = Grove()
        let data = try #require(grove.service.layers[0].data)
        grove.service.layers[0].constraints = [
            try Constraint.read("height < 50", errorNumber: -1, errorMessage: "", in: data).get()
        ]
        let edit = ("updates", #"[{"attributes":{"OBJECTID":2,"height":90}},{"attributes":{"OBJECTID":1,"height":1}}]"#)
        #expect(
            grove.text("0/applyEdits", [edit])
                == #"{"error":{"code":400,"extendedCode":-2147207418,"message":"Unable to complete operation.","details":["Violated attribute constraint rule. [Error No: -1, ]","Operation rolled back."]}}"#
        )
        #expect(grove.values("height") == [.int(10), .int(20)])
        #expect(
            grove.text("0/applyEdits", [edit, ("rollbackOnFailure", "false")])
                == #"{"addResults":[],"updateResults":[{"objectId":2,"globalId":"{00000000-0000-4000-8000-000000000002}","success":false,"error":{"code":1019,"extendedCode":-2147207418,"description":"Violated attribute constraint rule. [Error No: -1, ]"}},{"objectId":1,"globalId":"{00000000-0000-4000-8000-000000000001}","success":true}],"deleteResults":[]}"#
        )
        #expect(grove.values("height") == [.int(1), .int(20)])
    }

    @Test("10.0 knows no rollback and gives the database's number")
    func oldest() {
        var grove = Grove("10.0", capabilities: "Query,Editing")
        let features = #"[{"attributes":{"state":"good"}},{"attributes":{"height":"deep"}}]"#
        #expect(
            grove.text("0/addFeatures", [("features", features)]).contains(
                #"{"success":false,"error":{"code":-2147217395,"description":"Setting of Value for height failed."}}"#))
        #expect(grove.values("OBJECTID").count == 3)
    }

    @Test("geometries in Web Mercator are projected into the layer")
    func projects() {
        var grove = Grove()
        let feature =
            #"[{"attributes":{},"geometry":{"x":111319.49079327358,"y":0,"spatialReference":{"wkid":102100}}}]"#
        _ = grove.ask("0/addFeatures", [("features", feature)])
        let row = grove.service.layers[0].store?.feature(3)
        #expect(abs((row?.geometry?["x"]?.double ?? 0) - 1) < 1e-9)
        #expect(row?.geometry?["spatialReference"] == nil)
    }

    @Test("tracks who wrote a row and when, whatever the client says")
    func tracking() {
        var grove = Grove()
        _ = grove.ask("0/addFeatures", [("features", #"[{"attributes":{"created_by":"liar"}}]"#)])
        (grove.user, grove.now) = (nil, Instant(milliseconds: 2_000_000))
        _ = grove.ask("0/updateFeatures", [("features", #"[{"attributes":{"OBJECTID":3,"height":2}}]"#)])
        let row = grove.service.layers[0].store?.feature(3)?.values
        #expect(
            row?.suffix(4) == [
                .string("anna"), .number("1000000"), .string("Esri_Anonymous"), .number("2000000"),
            ])
    }

    @Test("defaults are filled in from 11.1 on, and missing before")
    func defaults() {
        var new = Grove("11.1")
        #expect(new.ask("0/addFeatures", [("features", #"[{"attributes":{}}]"#)]).rules.isEmpty)
        #expect(new.values("state").last == .string("good"))
        var old = Grove("10.9.1")
        #expect(old.ask("0/addFeatures", [("features", #"[{"attributes":{}}]"#)]).rules == ["edit.null-value"])
    }

    @Test("untrusted HTML: refused by hosted services, or where a quirk says so")
    func html() {
        let features = [("features", #"[{"attributes":{"name":"<script>","state":"good"}}]"#)]
        var server = Grove()
        #expect(server.ask("0/addFeatures", features).rules.isEmpty)
        var hosted = Grove("online")
        let refused = hosted.ask("0/addFeatures", features)
        #expect(refused.json["error"]?["message"] == .string("Unable to complete operation."))
        #expect(refused.rules == ["edit.untrusted-html"])
        #expect(hosted.ask("0/addFeatures", [("features", #"[{"attributes":{"name":"a < b"}}]"#)]).rules.isEmpty)
    }

    @Test("trusts the elements that Esri lists, without handlers")
    func trustedHTML() {
        for text in ["<b>x</b>", "1 < 2", "<a href='https://x.example'>x</a>", "<br/>", "a<3"] {
            #expect(TrustedHTML.allows(text), "\(text)")
        }
        for text in ["<script>x", "<img src=x onerror=alert(1)>", "<a href='javascript:x'>", "<!-- x -->", "</iframe>"]
        {
            #expect(!TrustedHTML.allows(text), "\(text)")
        }
    }

    @Test("domains are checked where a quirk says so")
    func domains() {
        let update = [("features", #"[{"attributes":{"OBJECTID":1,"height":500}}]"#)]
        var grove = Grove()
        #expect(grove.ask("0/updateFeatures", update).rules.isEmpty)
        grove.quirks[.editOutsideDomain] = .refuse
        #expect(grove.ask("0/updateFeatures", update).rules == ["edit.outside-domain"])
    }

    @Test("GET is 405, and a missing capability is named")
    func doors() {
        var grove = Grove(capabilities: "Query,Create")
        let features = [("features", #"[{"attributes":{}}]"#)]
        let got = grove.ask("0/addFeatures", features, method: "GET").refused
        #expect(got?.status == 405)
        #expect(got?.message == "Method not allowed")
        #expect(grove.ask("0/addFeatures", features).rules.isEmpty)
        for (path, parameters) in [
            ("0/updateFeatures", [("features", #"[{"attributes":{"OBJECTID":1}}]"#)]),
            ("0/deleteFeatures", [("objectIds", "1")]), ("0/applyEdits", [("deletes", "1")]),
            ("applyEdits", [("edits", #"[{"id":0,"deletes":[1]}]"#)]),
        ] {
            let answer = grove.ask(path, parameters)
            #expect(answer.rules == ["edit.capability"], "\(path)")
            #expect(
                answer.json["error"]?["message"] == .string("Requested operation is not supported by this service."))
        }
        grove.service.feature = FeatureAccess(capabilities: "Update", allowsGeometryUpdates: false)
        let moved = [("features", #"[{"attributes":{"OBJECTID":1},"geometry":{"x":1,"y":1}}]"#)]
        #expect(grove.ask("0/updateFeatures", moved).rules == ["edit.geometry-update"])
    }

    @Test(
        "what cannot be read is refused",
        arguments: [
            ("0/addFeatures", [("features", "{")]), ("0/addFeatures", []), ("0/applyEdits", [("adds", "x")]),
            ("0/applyEdits", [("updates", #"{"a":1}"#)]), ("0/deleteFeatures", [("objectIds", "1,b")]),
            ("applyEdits", []), ("applyEdits", [("edits", "[]")]), ("0/calculate", [("calcExpression", "x")]),
        ])
    func unreadable(_ path: String, _ parameters: [(String, String)]) {
        var grove = Grove()
        #expect(grove.ask(path, parameters).rules == ["edit.bad-parameter"])
    }

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

    @Test("returnEditResults=false, returnEditMoment: where the release has them")
    func words() {
        let edit = [("adds", #"[{"attributes":{"state":"x"}}]"#)]
        var new = Grove()
        #expect(new.text("0/applyEdits", edit + [("returnEditResults", "false")]) == #"{"success":true}"#)
        #expect(new.text("0/applyEdits", edit + [("returnEditMoment", "true")]).hasSuffix(#""editMoment":1000000}"#))
        var old = Grove("10.3.1")
        let both = [("returnEditResults", "false"), ("returnEditMoment", "true")]
        #expect(old.text("0/applyEdits", edit + both).hasSuffix(#""deleteResults":[]}"#))
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

    @Test("global ids come from the generator: the same seed, the same ids")
    func seeded() {
        var (one, other) = (Grove(), Grove())
        let edit = [("features", #"[{"attributes":{"state":"x"}}]"#)]
        #expect(one.text("0/addFeatures", edit) == other.text("0/addFeatures", edit))
        var hosted = Grove("online")
        let id = hosted.ask("0/addFeatures", edit).json["addResults"]?[0]?["globalId"]?.text ?? ""
        #expect(id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    }
}
