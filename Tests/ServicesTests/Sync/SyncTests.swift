// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

/// Replicas, both ways: docs/reference/sync.md.
@Suite("Sync")
struct SyncTests {
    private static let all = "Create,Delete,Query,Update,Editing,Sync,ChangeTracking"
    private static let embedded = ("transportType", "esriTransportTypeEmbedded")
    private static let new = "{74100804-E229-49B8-8CDC-9B5D3EF03EDA}"

    private static func grove(_ version: String = "11.4", _ capabilities: String = all) -> TreesService {
        TreesService(version, capabilities: capabilities)
    }

    private static func created(_ grove: inout TreesService, _ more: (String, String)...) -> JSON {
        grove.ask("createReplica", [("replicaName", "mine"), ("layers", "[0]"), embedded] + more).json
    }

    private static func text(_ json: JSON?) -> String {
        json.map { String(decoding: JSONWriter.json($0), as: UTF8.self) } ?? "nothing"
    }

    private static func names(_ json: JSON?) -> [String] {
        json?.elements?.compactMap { $0["attributes"]?["name"]?.text } ?? []
    }

    @Test("a replica has its rows and the generation from which changes count")
    func create() {
        var grove = Self.grove()
        let made = Self.created(&grove)
        #expect(
            made.members?.map(\.name) == [
                "replicaName", "replicaID", "transportType", "responseType", "replicaServerGen", "layers",
            ])
        #expect(made["responseType"]?.text == "esriReplicaResponseTypeData")
        #expect(Self.names(made["layers"]?[0]?["features"]) == ["tree 1", "tree 2"])
        let id = made["replicaID"]?.text ?? ""
        #expect(grove.text("replicas") == #"[{"replicaName":"mine","replicaID":"\#(id)"}]"#)
        let info = grove.ask("replicas/\(id)").json
        #expect(info["replicaOwner"]?.text == "anna")
        #expect(info["replicaServerGen"] == .int(1))
        #expect(info["layers"]?[0]?["id"] == .int(0))
        #expect(grove.text("unRegisterReplica", [("replicaID", id)]) == #"{"success":true}"#)
        #expect(grove.text("replicas") == "[]")
        #expect(
            grove.text("unRegisterReplica", [("replicaID", id)])
                == #"{"error":{"code":400,"message":"Invalid or missing input parameters.","details":["'replicaID' parameter is invalid"]}}"#
        )
    }

    @Test("per layer, without a replica, of some rows, and registered without data")
    func kinds() {
        var grove = Self.grove()
        let layer = Self.created(&grove, ("syncModel", "perLayer"))
        #expect(Self.text(layer["layerServerGens"]) == #"[{"id":0,"serverGen":1}]"#)
        #expect(layer["replicaServerGen"] == nil)
        #expect(Self.created(&grove, ("syncModel", "none"))["replicaID"]?.text == "")
        #expect(grove.service.replicas.count == 1)
        let some = Self.created(&grove, ("layerQueries", #"{"0":{"where":"name = 'tree 2'"}}"#))
        #expect(Self.names(some["layers"]?[0]?["features"]) == ["tree 2"])
        let near = Self.created(
            &grove, ("geometry", "0,0,1.5,3"), ("geometryType", "esriGeometryEnvelope"))
        #expect(Self.names(near["layers"]?[0]?["features"]) == ["tree 1"])
        let every = Self.created(
            &grove, ("geometry", "0,0,1.5,3"), ("layerQueries", #"{"0":{"queryOption":"all"}}"#))
        #expect(Self.names(every["layers"]?[0]?["features"]).count == 2)
        let registered = Self.created(&grove, ("replicaOptions", #"{"replicaServerGen":1}"#))
        #expect(registered["responseType"]?.text == "esriReplicaResponseTypeInfo")
        #expect(registered["layers"] == nil)
        // The table of visits has the rows of the trees that come.
        let related = grove.ask(
            "createReplica", [("layers", "0,1"), ("syncModel", "none"), Self.embedded, ("geometry", "0,0,1.5,3")]
        ).json
        #expect(related["layers"]?[1]?["features"]?.elements?.count == 2)
    }

    /// What synchronizing answers.
    private static func synchronized(
        _ grove: inout TreesService, _ made: JSON, _ more: (String, String)...
    ) -> JSON {
        grove.ask(
            "synchronizeReplica", [("replicaID", made["replicaID"]?.text ?? ""), embedded] + more
        ).json
    }

    @Test("a round trip: the client's edits come in, the server's go out, and neither comes back")
    func roundTrip() {
        var grove = Self.grove()
        let made = Self.created(&grove)
        // On the server: a row is added, one is changed, one is deleted and a file is added.
        _ = grove.ask("0/addFeatures", [("features", #"[{"attributes":{"name":"server"}}]"#)])
        _ = grove.ask("0/updateFeatures", [("features", #"[{"attributes":{"OBJECTID":1,"name":"changed"}}]"#)])
        _ = grove.ask("0/deleteFeatures", [("objectIds", "2")])
        // On the client: a row is added.
        let edits =
            #"[{"id":0,"features":{"adds":[{"attributes":{"GlobalID":"\#(Self.new)","name":"client"},"geometry":{"x":5,"y":5}}],"updates":[],"deleteIds":[]}}]"#
        let answer = Self.synchronized(
            &grove, made, ("replicaServerGen", "1"), ("syncDirection", "bidirectional"), ("edits", edits),
            ("returnIdsForAdds", "true"))
        #expect(answer["responseType"]?.text == "esriReplicaResponseTypeEdits")
        #expect(answer["replicaServerGen"] == .int(5))
        let layer = answer["edits"]?[0]
        #expect(Self.text(layer?["addResults"]) == #"[{"objectId":4,"globalId":"\#(Self.new)","success":true}]"#)
        #expect(Self.names(layer?["features"]?["adds"]) == ["server"])
        #expect(Self.names(layer?["features"]?["updates"]) == ["changed"])
        #expect(layer?["features"]?["deleteIds"] == .array([.string(TreesService.ids[1])]))
        #expect(grove.values("name") == [.string("changed"), .string("server"), .string("client")])
        // Nothing is new the next time.
        let again = Self.synchronized(&grove, made, ("replicaServerGen", "5"), ("syncDirection", "download"))
        #expect(Self.text(again["edits"]?[0]?["features"]) == #"{"adds":[],"updates":[],"deleteIds":[]}"#)
        #expect(again["replicaServerGen"] == .int(5))
    }

    @Test("of a row that both changed the last edit stands; one that is gone cannot be changed")
    func conflicts() {
        var grove = Self.grove()
        let made = Self.created(&grove)
        _ = grove.ask("0/updateFeatures", [("features", #"[{"attributes":{"OBJECTID":1,"name":"server"}}]"#)])
        _ = grove.ask("0/deleteFeatures", [("objectIds", "2")])
        func update(_ index: Int) -> String {
            #"{"attributes":{"GlobalID":"\#(TreesService.ids[index])","name":"client"}}"#
        }
        let both = #"[{"id":0,"features":{"updates":[\#(update(0)),\#(update(1))]}}]"#
        #expect(Self.synchronized(&grove, made, ("edits", both))["error"]?["details"] != nil)
        #expect(grove.values("name") == [.string("server")])
        let answer = Self.synchronized(&grove, made, ("edits", both), ("rollbackOnFailure", "false"))
        let layer = answer["edits"]?[0]
        #expect(layer?["updateResults"]?[0]?["success"] == .bool(true))
        #expect(layer?["updateResults"]?[1]?["error"]?["code"] == .int(1011))
        #expect(grove.values("name") == [.string("client")])
        // The row comes as it is now, and the client learns that the other is gone.
        #expect(Self.names(layer?["features"]?["updates"]) == ["client"])
        #expect(layer?["features"]?["deleteIds"]?.elements?.count == 1)
    }

    @Test("attachments go both ways")
    func attachments() {
        var grove = Self.grove()
        let made = Self.created(&grove, ("returnAttachments", "true"), ("attachmentsSyncDirection", "bidirectional"))
        #expect(made["layers"]?[0]?["attachments"] == .array([]))
        let file = ServiceRequest.File(name: "attachment", fileName: "a.txt", type: "text/plain", bytes: [104, 105])
        _ = grove.ask("0/1/addAttachment", files: [file])
        let edits =
            #"[{"id":0,"attachments":{"adds":[{"globalId":"\#(Self.new)","parentGlobalId":"\#(TreesService.ids[1])","name":"b.txt","contentType":"text/plain","data":"aGk="}]}}]"#
        let answer = Self.synchronized(&grove, made, ("edits", edits), ("returnAttachmentDatabyURL", "false"))
        let sent = answer["edits"]?[0]?["attachments"]?["adds"]
        #expect(sent?.elements?.count == 1)
        #expect(sent?[0]?["data"]?.text == "aGk=")
        #expect(sent?[0]?["parentGlobalId"]?.text == TreesService.ids[0])
        #expect(answer["edits"]?[0]?["attachmentResults"]?["addResults"]?[0]?["success"] == .bool(true))
        #expect(grove.service.layers[0].attachments.list.map(\.name) == ["a.txt", "b.txt"])
    }

    @Test("per layer: each with its own direction and generation; a snapshot is the whole layer anew")
    func perLayer() {
        var grove = Self.grove()
        let made = Self.created(&grove, ("syncModel", "perLayer"))
        _ = grove.ask("0/updateFeatures", [("features", #"[{"attributes":{"OBJECTID":1,"name":"server"}}]"#)])
        let down = Self.synchronized(
            &grove, made, ("syncLayers", #"[{"id":0,"serverGen":1,"syncDirection":"download"}]"#))
        #expect(Self.names(down["edits"]?[0]?["features"]?["updates"]) == ["server"])
        #expect(Self.text(down["layerServerGens"]) == #"[{"id":0,"serverGen":2}]"#)
        let whole = Self.synchronized(&grove, made, ("syncLayers", #"[{"id":0,"syncDirection":"snapshot"}]"#))
        #expect(whole["responseType"]?.text == "esriReplicaResponseTypeData")
        #expect(Self.names(whole["layers"]?[0]?["features"]).count == 2)
        let none = Self.synchronized(&grove, made, ("syncLayers", #"[{"id":0,"syncDirection":"upload"}]"#))
        #expect(none["responseType"]?.text == "esriReplicaResponseTypeNoEdits")
        let closed = Self.synchronized(&grove, made, ("syncLayers", "[]"), ("closeReplica", "true"))
        #expect(closed["error"] == nil)
        #expect(grove.service.replicas.isEmpty)
    }

    @Test("a file of the output directory, at once or by a job on the clock; a database that SQLite opens")
    func files() {
        var grove = Self.grove()
        let url = grove.ask("createReplica", [("layers", "0"), ("replicaName", "r")]).json
        #expect(url.members?.map(\.name) == ["transportType", "responseType", "URL"])
        #expect(
            url["URL"]?.text?.hasPrefix("https://h.example/arcgis/rest/directories/arcgisoutput/Grove_MapServer/j")
                == true)
        let job = grove.ask("createReplica", [("layers", "0"), ("async", "true")]).json["statusUrl"]?.text ?? ""
        let path = job.split(separator: "/").suffix(2).joined(separator: "/")
        #expect(path.hasPrefix("jobs/j"))
        #expect(grove.ask(path).json["status"]?.text == "Pending")
        #expect(grove.service.replicas.count == 1)
        grove.now = grove.now.advanced(milliseconds: 1_000)
        let done = grove.ask(path).json
        #expect(done["status"]?.text == "Completed")
        #expect(done["resultUrl"]?.text?.hasSuffix(".json") == true)
        #expect(done["responseType"]?.text == "esriReplicaResponseTypeData")
        #expect(grove.service.replicas.count == 2)
        let database = grove.ask("createReplica", [("layers", "0"), ("dataFormat", "sqlite")]).json
        #expect(database.members?.map(\.name) == ["replicaID", "responseUrl"])
        let name = database["responseUrl"]?.text?.split(separator: "/").last.map(String.init) ?? ""
        #expect(name.hasSuffix(".geodatabase"))
        guard case .success(.bytes(let bytes, _))? = grove.service.jobs.last?.result else {
            Issue.record("no file")
            return
        }
        #expect(bytes.starts(with: "SQLite format 3\0".utf8))
    }

    private static let refusals: [(String, [(String, String)], String)] = [
        ("createReplica", [("layers", "")], "sync.bad-parameter"),
        ("createReplica", [("layers", "7")], "sync.bad-parameter"),
        ("createReplica", [("layers", "0"), ("syncModel", "perRow")], "sync.bad-parameter"),
        ("createReplica", [("layers", "0"), ("syncDirection", "sideways")], "sync.bad-parameter"),
        ("createReplica", [("layers", "0"), ("layerQueries", "x")], "sync.bad-parameter"),
        ("createReplica", [("layers", "0"), ("dataFormat", "tape")], "sync.bad-parameter"),
        ("createReplica", [("layers", "0"), ("dataFormat", "shapefile")], "sync.not-emulated"),
        ("createReplica", [("layers", "1")], "sync.no-global-ids"),
        ("synchronizeReplica", [("replicaID", "x")], "sync.unknown-replica"),
        ("extractChanges", [("layers", "0")], "sync.bad-parameter"),
        ("extractChanges", [("layerServerGens", "x")], "sync.bad-parameter"),
        ("extractChanges", [("serverGens", "1"), ("dataFormat", "sqlite")], "sync.not-emulated"),
        ("jobs/jx", [], "edit.unknown-job"),
    ]

    @Test("what is refused", arguments: refusals)
    func refused(_ path: String, _ form: [(String, String)], _ rule: String) {
        var grove = Self.grove()
        #expect(grove.ask(path, form).rules == [rule])
    }

    @Test("a replica goes in its direction alone, and bad edits name what is wrong")
    func directions() {
        var grove = Self.grove()
        let down = Self.created(&grove, ("syncDirection", "download"))
        let id = ("replicaID", down["replicaID"]?.text ?? "")
        let edits = ("edits", #"[{"id":0,"features":{"adds":[{"attributes":{}}]}}]"#)
        for form in [[id, ("syncDirection", "upload")], [id, edits], [id, ("syncDirection", "bidirectional")]] {
            #expect(grove.ask("synchronizeReplica", form).rules == ["sync.direction"])
        }
        let both = ("replicaID", Self.created(&grove)["replicaID"]?.text ?? "")
        for form in [
            [("edits", "x")], [("edits", #"[{"id":9}]"#)], [("replicaServerGen", "x")], [("editsUploadID", "i1")],
        ] {
            #expect(grove.ask("synchronizeReplica", [both] + form).rules == ["sync.bad-parameter"])
        }
        #expect(
            grove.ask("synchronizeReplica", [both, ("editsUploadID", "i1"), ("editsUploadFormat", "sqlite")]).rules
                == ["sync.not-emulated"])
        let body = grove.text("synchronizeReplica", [both, ("edits", "x")])
        #expect(
            body
                == #"{"error":{"code":500,"message":"Unable to synchronize replica. Please check your parameters.","details":[]}}"#
        )
    }

    @Test("a service without the capability refuses, and nobody tracks its changes")
    func capability() {
        var grove = Self.grove("11.4", "Create,Delete,Query,Update,Editing")
        for path in ["createReplica", "synchronizeReplica", "unRegisterReplica", "extractChanges", "replicas"] {
            #expect(grove.ask(path, [("layers", "0")]).rules == ["service.no-capability"])
        }
        _ = grove.ask("0/deleteFeatures", [("objectIds", "2")])
        #expect(grove.service.layers[0].changes == nil)
        #expect(grove.service.generation == 1)
        var extract = Self.grove("11.4", "Query,Extract")
        #expect(Self.created(&extract, ("syncModel", "none"))["layers"] != nil)
        #expect(extract.ask("createReplica", [("layers", "0")]).rules == ["service.no-capability"])
    }
}
