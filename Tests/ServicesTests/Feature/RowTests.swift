// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("Rows")
struct RowTests {
    private func file(_ text: String, _ name: String = "a.txt") -> ServiceRequest.File {
        ServiceRequest.File(name: "attachment", fileName: name, type: "text/plain", bytes: Array(text.utf8))
    }

    @Test("one row by its id, also after an edit")
    func row() {
        var grove = TreesService()
        #expect(
            grove.text("1/1")
                == #"{"feature":{"attributes":{"OBJECTID":1,"tree":"{00000000-0000-4000-8000-000000000001}","words":"visit 1"}}}"#
        )
        #expect(
            grove.ask("0/1").json["feature"]?["geometry"] == .object([.init("x", .double(1)), .init("y", .double(2))]))
        _ = grove.ask("0/deleteFeatures", [("objectIds", "1")])
        let gone = grove.ask("0/1")
        #expect(gone.rules == ["feature.missing"])
    }

    @Test("files are added, listed, given, replaced and deleted")
    func attachments() {
        var grove = TreesService("10.3.1")
        #expect(grove.text("0/1/attachments") == #"{"attachmentInfos":[]}"#)
        let added = grove.ask("0/1/addAttachment", files: [file("hello")]).json["addAttachmentResult"]
        #expect(added?.members?.map(\.name) == ["objectId", "globalId", "success"])
        #expect(added?["objectId"] == .int(1))
        let info = grove.ask("0/1/attachments").json["attachmentInfos"]?[0]
        #expect(info?.members?.map(\.name) == ["id", "globalId", "contentType", "size", "name"])
        #expect(info?["size"] == .int(5))
        #expect(grove.ask("0/1/attachments/1").json == .array([.string("text/plain"), .int(5)]))
        let updated = grove.ask("0/1/updateAttachment", [("attachmentId", "1")], files: [file("hello again", "b.txt")])
        #expect(updated.json["updateAttachmentResult"]?["success"] == .bool(true))
        #expect(grove.ask("0/1/attachments").json["attachmentInfos"]?[0]?["name"] == .string("b.txt"))
        _ = grove.ask("0/1/addAttachment", files: [file("two")])
        #expect(grove.ask("0/1/deleteAttachments", [("attachmentIds", "1,9")]).rules == ["edit.object-missing"])
        #expect(grove.ask("0/1/attachments").json["attachmentInfos"]?.elements?.count == 2)
        let deleted = grove.ask("0/1/deleteAttachments", [("attachmentIds", "1, 2")]).json
        #expect(deleted["deleteAttachmentResults"]?.elements?.count == 2)
        #expect(grove.text("0/1/attachments") == #"{"attachmentInfos":[]}"#)
    }

    @Test("a deleted row takes its files with it")
    func deleted() {
        var grove = TreesService()
        _ = grove.ask("0/1/addAttachment", files: [file("hello")])
        _ = grove.ask("0/deleteFeatures", [("objectIds", "1")])
        #expect(grove.service.layers[0].attachments.list.isEmpty)
    }

    @Test("files are found by row, type, size and keyword")
    func queryAttachments() {
        var grove = TreesService()
        _ = grove.ask("0/1/addAttachment", [("keywords", "front")], files: [file("hello")])
        _ = grove.ask("0/2/addAttachment", files: [file("hi")])
        func ask(_ more: [(String, String)]) -> [Int] {
            let json = grove.ask("0/queryAttachments", more).json
            return json["attachmentGroups"]?.elements?.compactMap { $0["parentObjectId"]?.integer } ?? []
        }
        #expect(ask([("objectIds", "1,2")]) == [1, 2])
        #expect(ask([("definitionExpression", "height > 15")]) == [2])
        #expect(ask([("globalIds", TreesService.ids[0])]) == [1])
        #expect(ask([("objectIds", "1,2"), ("size", "3,10")]) == [1])
        #expect(ask([("objectIds", "1,2"), ("keywords", "front")]) == [1])
        #expect(ask([("objectIds", "1,2"), ("attachmentTypes", "image/png")]) == [])
        #expect(ask([("objectIds", "1,2"), ("resultOffset", "1")]) == [2])
        let url = grove.ask("0/queryAttachments", [("objectIds", "1"), ("returnUrl", "true")]).json
        #expect(
            url["attachmentGroups"]?[0]?["attachmentInfos"]?[0]?["url"]
                == .string("https://h.example/arcgis/rest/services/Grove/FeatureServer/0/1/attachments/1"))
        #expect(grove.ask("0/queryAttachments").rules == ["query.no-filter"])
    }

    @Test("what is wrong with a file is refused")
    func badAttachments() {
        var grove = TreesService()
        #expect(grove.ask("0/1/addAttachment").rules == ["attachment.no-file"])
        #expect(grove.ask("0/1/addAttachment", method: "GET").rules == ["edit.method"])
        #expect(grove.ask("0/9/attachments").rules == ["feature.missing"])
        #expect(grove.ask("1/1/attachments").rules == ["attachment.none"])
        #expect(grove.ask("0/1/attachments/3").rules == ["attachment.missing"])
        #expect(
            grove.ask("0/1/updateAttachment", [("attachmentId", "3")], files: [file("x")]).rules == [
                "attachment.missing"
            ])
        grove.service.feature.capabilities = "Query"
        #expect(grove.ask("0/1/addAttachment", files: [file("x")]).rules == ["edit.capability"])
    }

    /// Which text is no number only the database finds out, while it runs.
    @Test(
        "a query that fails while it runs is refused, not empty",
        arguments: [
            ("0/queryAttachments", [("definitionExpression", "CAST(name AS INTEGER) = 1")]),
            (
                "0/queryRelatedRecords",
                [
                    ("objectIds", "1"), ("relationshipId", "0"),
                    ("definitionExpression", "CAST(words AS INTEGER) = 1"),
                ]
            ),
            ("0/query", [("where", "CAST(name AS INTEGER) = 1")]),
        ])
    func failing(_ path: String, _ parameters: [(String, String)]) {
        var grove = TreesService()
        let heard = grove.ask(path, parameters)
        #expect(heard.rules == ["query.bad-where"])
        #expect(heard.refused?.body.message == "Unable to complete operation.")
    }

    @Test("related rows, grouped; rows without any are left out")
    func related() {
        var grove = TreesService()
        #expect(
            grove.text(
                "0/queryRelatedRecords", [("objectIds", "1,2"), ("relationshipId", "0"), ("outFields", "words")])
                == #"{"fields":[{"name":"words","type":"esriFieldTypeString","alias":"words","length":20}],"relatedRecordGroups":[{"objectId":1,"relatedRecords":[{"attributes":{"words":"visit 1"}},{"attributes":{"words":"visit 2"}}]}]}"#
        )
        #expect(
            grove.text(
                "0/queryRelatedRecords", [("objectIds", "1"), ("relationshipId", "0"), ("returnCountOnly", "true")])
                == #"{"relatedRecordGroups":[{"objectId":1,"count":2}]}"#)
        let some = [("objectIds", "1"), ("relationshipId", "0"), ("definitionExpression", "words = 'visit 2'")]
        #expect(
            grove.text("0/queryRelatedRecords", some).contains(#""relatedRecords":[{"attributes":{"OBJECTID":2}}]"#))
        _ = grove.ask("1/deleteFeatures", [("objectIds", "1,2")])
        #expect(
            grove.ask("0/queryRelatedRecords", [("objectIds", "1"), ("relationshipId", "0")]).json[
                "relatedRecordGroups"]
                == .array([]))
        #expect(
            grove.ask("0/queryRelatedRecords", [("objectIds", "1"), ("relationshipId", "7")]).rules == [
                "related.unknown-relationship"
            ])
        #expect(grove.ask("0/queryRelatedRecords", [("relationshipId", "0")]).rules == ["query.bad-parameter"])
    }
}
