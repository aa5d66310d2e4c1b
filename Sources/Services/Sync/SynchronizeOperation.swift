// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `synchronizeReplica`: edits of the client come in, then the server's changes go out. Of a row that both changed, what
/// comes last wins: the client's edit (docs/reference/sync.md).
enum SynchronizeOperation {
    private static let operation = "synchronize replica"

    /// What is asked for, by layer.
    private struct Order: Sendable {
        var directions: [Int: Replica.Direction]
        /// The generations up to which the client knows the server's changes.
        var generations: [Int: Int]
        var batches: [EditBatch]
        var closes: Bool
    }

    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try request.posted("synchronizeReplica")
        let replica = service.replicas[try request.replica(request.given("replicaid") ?? "", in: service)]
        let format = try request.format(operation)
        let order = try order(replica, request, service)
        let id = replica.id
        if request.isTrue("async") {
            return SyncJobOperation.begin(format, &request, in: &service) { request, service throws(ServiceError) in
                try synchronize(id, order, format, &request, &service)
            }
        }
        let result = try synchronize(id, order, format, &request, &service)
        return SyncFile.answer(result, request.transport(), format, &request, &service)
    }

    private static func order(
        _ replica: Replica, _ request: ServiceRequest, _ service: ServiceModel
    ) throws(ServiceError) -> Order {
        var order = Order(directions: [:], generations: [:], batches: [], closes: request.isTrue("closereplica"))
        let listed = request.given("synclayers").flatMap { try? JSONReader.read(Array($0.utf8)) }?.elements
        if replica.model == .perLayer {
            guard let listed else {
                throw request.badSync(
                    operation, "syncLayers", request.given("synclayers") ?? "", #"[{"id":0,"serverGen":1}]"#)
            }
            for entry in listed {
                guard let id = entry["id"]?.integer, let part = replica.parts.first(where: { $0.layer == id }) else {
                    throw request.badSync(
                        operation, "syncLayers", request.given("synclayers") ?? "", "ids of the replica's layers")
                }
                order.directions[id] = try direction(entry["syncDirection"]?.text, replica, request)
                order.generations[id] = entry["serverGen"]?.integer ?? part.generation
            }
        } else {
            let direction = try direction(request.given("syncdirection"), replica, request)
            var generation: Int?
            if let text = request.given("replicaservergen") {
                guard let number = Int(text) else {
                    throw request.badSync(operation, "replicaServerGen", text, String(replica.generation))
                }
                generation = number
            }
            for part in replica.parts {
                order.directions[part.layer] = direction
                order.generations[part.layer] = generation ?? part.generation
            }
        }
        order.batches = try batches(replica, order, request, service)
        return order
    }

    private static func direction(
        _ text: String?, _ replica: Replica, _ request: ServiceRequest
    ) throws(ServiceError) -> Replica.Direction {
        guard let text, !text.isEmpty else { return replica.direction }
        guard let asked = Replica.Direction.allCases.first(where: { ASCII.equal($0.rawValue, text) }) else {
            throw request.badSync(operation, "syncDirection", text, replica.direction.rawValue)
        }
        let isThere =
            (!asked.uploads || replica.direction.uploads) && (!asked.downloads || replica.direction.downloads)
        guard isThere else {
            throw request.failed(
                operation, Sync.Rules.direction,
                [.init("syncDirection", text), .init("replica", replica.direction.rawValue)],
                "syncDirection=\(replica.direction.rawValue)")
        }
        return asked
    }

    /// Reads `edits`, or a file of them that was uploaded.
    private static func batches(
        _ replica: Replica, _ order: Order, _ request: ServiceRequest, _ service: ServiceModel
    ) throws(ServiceError) -> [EditBatch] {
        var name = "edits"
        var text = request.given("edits") ?? ""
        if let id = request.given("editsuploadid") {
            name = "editsUploadId"
            if ASCII.equal(request.given("editsuploadformat") ?? "", "sqlite") {
                throw request.failed(
                    operation, Sync.Rules.notEmulated,
                    [.init("parameter", "editsUploadFormat"), .init("value", "sqlite")],
                    "editsUploadFormat=json, or edits")
            }
            guard let upload = service.uploads.first(where: { $0.id == id && $0.isCommitted }) else {
                throw request.badSync(operation, name, id, "the itemID of an upload that was committed")
            }
            text = String(decoding: upload.bytes, as: UTF8.self)
        }
        guard !text.isEmpty else { return [] }
        let root = try? JSONReader.read(Array(text.utf8))
        guard let entries = root?.elements ?? root?["edits"]?.elements ?? root?["layers"]?.elements else {
            throw request.badSync(operation, name, text, #"[{"id":0,"features":{"adds":[]}}]"#)
        }
        var batches: [EditBatch] = []
        for entry in entries {
            guard let id = entry["id"]?.integer, let direction = order.directions[id],
                let layer = service.layers.first(where: { $0.id == id })
            else {
                throw request.badSync(operation, name, text, "ids of the replica's layers")
            }
            guard direction.uploads else {
                throw request.failed(
                    operation, Sync.Rules.direction,
                    [.init("edits", "layer \(id)"), .init("syncDirection", direction.rawValue)],
                    "syncDirection=upload or bidirectional")
            }
            let features = entry["features"] ?? entry
            var batch = EditBatch(layer: id, usesGlobalIDs: true)
            batch.adds = features["adds"]?.elements ?? []
            batch.updates = features["updates"]?.elements ?? []
            if let gone = features["deleteIds"] ?? features["deletes"], gone.elements?.isEmpty == false {
                batch.deletes = EditBatch.keys(String(decoding: JSONWriter.json(gone), as: UTF8.self), globalIDs: true)
            }
            batch.attachments = files(entry["attachments"])
            // Editors need not have other rights than to synchronize, but the service must let rows be changed.
            try request.may(batch, layer, in: service)
            batches.append(batch)
        }
        return batches
    }

    /// The edits of attachments as those of applyEdits.
    private static func files(_ json: JSON?) -> JSON? {
        guard let json, json.members?.isEmpty == false else { return nil }
        let names = [("adds", "adds"), ("updates", "updates"), ("deleteIds", "deletes"), ("deletes", "deletes")]
        return .object(names.compactMap { from, to in json[from].map { .init(to, $0) } })
    }

    // MARK: both ways

    private static func synchronize(
        _ id: String, _ order: Order, _ format: SyncFile.Format, _ request: inout ServiceRequest,
        _ service: inout ServiceModel
    ) throws(ServiceError) -> SyncFile.Contents {
        let index = try request.replica(id, in: service)
        let outcomes = try EditCommit.make(order.batches, by: id, &request, in: &service)
        var replica = service.replicas[index]
        let rows = ReplicaRows(request: request, service: service, replica: replica, operation: operation)
        var edits: [JSON] = []
        var snapshots: Set<Int> = []
        var hasEdits = !order.batches.isEmpty
        for at in replica.parts.indices {
            let part = replica.parts[at]
            guard let direction = order.directions[part.layer] else { continue }
            var members: [JSON.Member] = [.init("id", .int(part.layer))]
            if let outcome = outcomes.first(where: { $0.layer == part.layer }) {
                members += results(outcome, &request)
            }
            if direction == .snapshot { snapshots.insert(part.layer) }
            if direction.downloads, let layer = service.layers.first(where: { $0.id == part.layer }) {
                hasEdits = true
                let wanted = try rows.filtered(part).map(Set.init)
                let known = order.generations[part.layer] ?? part.generation
                let changes = LayerChanges(of: layer, after: known, upTo: service.generation, without: id) {
                    wanted?.contains($0) ?? true
                }
                members.append(.init("features", changes.features(rows)))
                if layer.hasAttachments, replica.returnsAttachments || replica.attachments != .none {
                    let byURL = request.isTrue("returnattachmentdatabyurl", default: true)
                    members.append(.init("attachments", changes.attachments(rows, byURL: byURL)))
                }
            }
            // A client that only sends has not seen the server's changes.
            if direction.downloads || direction == .snapshot { replica.parts[at].generation = service.generation }
            if members.count > 1 { edits.append(.object(members)) }
        }
        replica.synchronized = request.now
        var result = SyncFile.Contents(
            beginning: CreateReplicaOperation.beginning(replica), responseType: "esriReplicaResponseTypeNoEdits",
            content: CreateReplicaOperation.generations(replica))
        if hasEdits { result.content.append(.init("edits", .array(edits))) }
        if !snapshots.isEmpty { result.content.append(.init("layers", .array(try rows.layers(snapshots)))) }
        result.responseType = responseType(hasEdits, !snapshots.isEmpty)
        if format == .sqlite { result.database = try ReplicaDatabase.bytes(rows) }
        if order.closes {
            service.replicas.remove(at: index)
        } else {
            service.replicas[index] = replica
        }
        return result
    }

    /// Documented: response types of sync operations.
    private static func responseType(_ hasEdits: Bool, _ hasData: Bool) -> String {
        switch (hasEdits, hasData) {
        case (true, true): "esriReplicaResponseTypeEditsAndData"
        case (true, false): "esriReplicaResponseTypeEdits"
        case (false, true): "esriReplicaResponseTypeData"
        case (false, false): "esriReplicaResponseTypeNoEdits"
        }
    }

    /// What became of the client's edits; ids of added rows come if they are asked for, or if one failed.
    private static func results(_ outcome: EditOutcome, _ request: inout ServiceRequest) -> [JSON.Member] {
        let showsAdds = request.isTrue("returnidsforadds") || outcome.adds.contains { $0.failure != nil }
        return request.members(outcome).filter { $0.name != "addResults" || showsAdds }
            .map { $0.name == "attachments" ? .init("attachmentResults", $0.value) : $0 }
    }
}
