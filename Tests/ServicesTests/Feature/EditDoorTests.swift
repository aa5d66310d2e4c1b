// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Services

/// Who may edit, and how it must be asked.
@Suite("Doors of edits")
struct EditDoorTests {
    @Test("GET is 405, and a missing capability is named")
    func doors() {
        var grove = TreesService(capabilities: "Query,Create")
        let features = [("features", #"[{"attributes":{}}]"#)]
        let got = grove.ask("0/addFeatures", features, method: "GET").refused
        #expect(got?.status == 405)
        #expect(got?.body.message == "Method not allowed")
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
        var grove = TreesService()
        #expect(grove.ask(path, parameters).rules == ["edit.bad-parameter"])
    }

    @Test("ArcGIS Online names the list that cannot be read, to the byte")
    func unreadableOnline() {
        var grove = TreesService("online")
        #expect(
            grove.text("0/applyEdits", [("updates", #"{"a":1}"#)])
                == #"{"error":{"code":400,"message":"Cannot perform operation. Invalid operation parameters.","#
                + #""details":["'updates' parameter is invalid"]}}"#)
    }

    @Test("returnEditResults=false, returnEditMoment: where the release has them")
    func words() {
        let edit = [("adds", #"[{"attributes":{"state":"x"}}]"#)]
        var new = TreesService()
        #expect(new.text("0/applyEdits", edit + [("returnEditResults", "false")]) == #"{"success":true}"#)
        #expect(new.text("0/applyEdits", edit + [("returnEditMoment", "true")]).hasSuffix(#""editMoment":1000000}"#))
        var old = TreesService("10.3.1")
        let both = [("returnEditResults", "false"), ("returnEditMoment", "true")]
        #expect(old.text("0/applyEdits", edit + both).hasSuffix(#""deleteResults":[]}"#))
    }
}
