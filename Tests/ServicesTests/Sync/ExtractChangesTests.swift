// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("extractChanges")
struct ExtractChangesTests {
    private static let every = [("returnInserts", "true"), ("returnUpdates", "true"), ("returnDeletes", "true")]

    /// After three requests: a row is added, one changed, one deleted.
    private static func edited() -> TreesService {
        var grove = TreesService("11.4", capabilities: "Create,Delete,Query,Update,Editing,ChangeTracking")
        _ = grove.ask("0/addFeatures", [("features", #"[{"attributes":{"name":"new"},"geometry":{"x":9,"y":9}}]"#)])
        _ = grove.ask("0/updateFeatures", [("features", #"[{"attributes":{"OBJECTID":1,"name":"changed"}}]"#)])
        _ = grove.ask("0/deleteFeatures", [("objectIds", "2")])
        return grove
    }

    private static func text(_ grove: inout TreesService, _ more: [(String, String)]) -> String {
        grove.text("extractChanges", [("layers", "[0]")] + every + more)
    }

    @Test("the root says from which generation on; ids alone, to the byte")
    func ids() {
        var grove = Self.edited()
        let root = grove.ask("").json
        #expect(root["changeTrackingInfo"]?["layerServerGens"]?[0]?["serverGen"] == .int(4))
        #expect(root["syncEnabled"] == .bool(false))
        let answer = Self.text(&grove, [("layerServerGens", #"[{"id":0,"serverGen":1}]"#), ("returnIdsOnly", "true")])
        #expect(
            answer
                == #"{"layerServerGens":[{"id":0,"serverGen":4}],"transportType":"esriTransportTypeEmbedded","responseType":"esriDataChangesResponseTypeEdits","edits":[{"id":0,"objectIds":{"adds":[3],"updates":[1],"deletes":[2]}}]}"#
        )
        func between(_ generations: String) -> String {
            let json = grove.ask(
                "extractChanges",
                [("layers", "0"), ("serverGens", generations), ("returnIdsOnly", "true")] + Self.every
            ).json
            return String(decoding: JSONWriter.json(json["edits"]?[0]?["objectIds"] ?? .null), as: UTF8.self)
        }
        #expect(between("[2,3]") == #"{"adds":[],"updates":[1],"deletes":[]}"#)
        #expect(between("3") == #"{"adds":[],"updates":[],"deletes":[2]}"#)
        #expect(between("4") == #"{"adds":[],"updates":[],"deletes":[]}"#)
    }

    @Test("rows: added and changed as they are, deleted by id or whole")
    func rows() {
        var grove = Self.edited()
        func layer(_ more: (String, String)...) -> JSON? {
            grove.ask("extractChanges", [("layers", "0"), ("serverGens", "1")] + Self.every + more).json["edits"]?[0]
        }
        let features = layer()?["features"]
        #expect(features?["adds"]?[0]?["attributes"]?["name"]?.text == "new")
        #expect(features?["updates"]?[0]?["attributes"]?["name"]?.text == "changed")
        #expect(features?["deleteIds"] == .array([.string(TreesService.ids[1])]))
        let whole = layer(("returnDeletedFeatures", "true"))?["features"]
        #expect(whole?["deletes"]?[0]?["attributes"]?["name"]?.text == "tree 2")
        #expect(whole?["deleteIds"] == nil)
        #expect(layer(("returnUpdates", "false"))?["features"]?["updates"]?.elements?.count == 1, "the first counts")
        let marked = layer(("returnHasGeometryUpdates", "true"))?["features"]?["updates"]?[0]
        #expect(marked?["hasGeometryUpdates"] == .bool(false))
        #expect(layer(("fieldsToCompare", #"{"fields":["girth"]}"#))?["features"]?["updates"] == .array([]))
        #expect(layer(("fieldsToCompare", #"["name"]"#))?["features"]?["updates"]?.elements?.count == 1)
        let near = layer(("geometry", "8,8,10,10"), ("geometryType", "esriGeometryEnvelope"))?["features"]
        #expect(near?["adds"]?.elements?.count == 1)
        #expect(near?["updates"] == .array([]))
        let some = layer(("layerQueries", #"{"0":{"where":"name = 'changed'"}}"#))?["features"]
        #expect(some?["adds"] == .array([]))
        #expect(some?["updates"]?.elements?.count == 1)
    }

    @Test("what is added and deleted again never was; the extent of what changed")
    func nothing() {
        var grove = Self.edited()
        _ = grove.ask("0/deleteFeatures", [("objectIds", "3")])
        let json = grove.ask("extractChanges", [("serverGens", "1"), ("returnIdsOnly", "true")] + Self.every).json
        #expect(json["edits"]?[0]?["objectIds"]?["adds"] == .array([]))
        #expect(json["edits"]?[1]?["id"] == .int(1))
        let extent = grove.ask(
            "extractChanges", [("layers", "0"), ("serverGens", "1"), ("returnExtentOnly", "true")] + Self.every
        ).json
        #expect(extent["responseType"]?.text == "esriDataChangesResponseTypeExtent")
        #expect(extent["extent"]?["xmax"]?.double == 2)
    }

    @Test("async: a job, whose file has the changes")
    func async() {
        var grove = Self.edited()
        let url = grove.ask("extractChanges", [("layers", "0"), ("serverGens", "1"), ("async", "true")]).json[
            "statusUrl"]
        let path = (url?.text ?? "").split(separator: "/").suffix(2).joined(separator: "/")
        #expect(grove.ask(path).json["status"]?.text == "Pending")
        grove.now = grove.now.advanced(milliseconds: 1_000)
        #expect(grove.ask(path).json["status"]?.text == "Completed")
    }
}
