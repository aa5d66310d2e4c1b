// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Services

/// What one failure says, and what it takes back.
@Suite("Edits that fail")
struct EditFailureTests {
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
            "adds", #"[{"attributes":{},"geometry":{"x":1,"y":1,"spatialReference":{"wkid":999999}}}]"#,
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
        var grove = TreesService()
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
        var grove = TreesService()
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
        var grove = TreesService()
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
        var grove = TreesService("10.0", capabilities: "Query,Editing")
        let features = #"[{"attributes":{"state":"good"}},{"attributes":{"height":"deep"}}]"#
        #expect(
            grove.text("0/addFeatures", [("features", features)]).contains(
                #"{"success":false,"error":{"code":-2147217395,"description":"Setting of Value for height failed."}}"#))
        #expect(grove.values("OBJECTID").count == 3)
    }
}
