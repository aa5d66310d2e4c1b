// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// Performs edits: all of them or, if one fails and the request requires it, none.
enum EditCommit {
    typealias Members = @Sendable (inout ServiceRequest, [EditOutcome]) -> [JSON.Member]

    /// Commits, at once or later; `members` says what stands in the answer.
    static func answer(
        _ batches: [EditBatch], isLater: Bool = false, _ request: inout ServiceRequest,
        in service: inout ServiceModel, _ members: @escaping Members
    ) throws(ServiceError) -> ServiceResponse {
        guard isLater else { return try commit(batches, &request, in: &service, members) }
        return EditJob.begin(&request, in: &service) { request, service throws(ServiceError) in
            try commit(batches, &request, in: &service, members)
        }
    }

    private static func commit(
        _ batches: [EditBatch], _ request: inout ServiceRequest, in service: inout ServiceModel, _ members: Members
    ) throws(ServiceError) -> ServiceResponse {
        let outcomes = try make(batches, &request, in: &service)
        if request.version.hasEditResultsChoice, !request.isTrue("returneditresults", default: true) {
            return .json(.object([.init("success", .bool(true))]))
        }
        let failures = outcomes.flatMap(\.failures)
        let json = JSON.object(members(&request, outcomes) + request.editMoment)
        return failures.isEmpty ? .json(json) : .judged(json, failures.map(\.verdict))
    }

    /// Performs the batches; rolls back by restoring the old value. `replica` is the one that they come from.
    static func make(
        _ batches: [EditBatch], by replica: String? = nil, _ request: inout ServiceRequest,
        in service: inout ServiceModel
    ) throws(ServiceError) -> [EditOutcome] {
        let before = service.layers
        var outcomes: [EditOutcome] = []
        for batch in batches {
            guard let index = service.layers.firstIndex(where: { $0.id == batch.layer }) else { continue }
            var layer = service.layers[index]
            outcomes.append(
                make(
                    batch, in: &layer, &request,
                    allowsGeometryUpdates: service.feature.allowsGeometryUpdates))
            service.layers[index] = layer
        }
        let failures = outcomes.flatMap(\.failures)
        guard !failures.isEmpty, rollsBack(&request) else {
            if service.tracksChanges(request.version) { service.track(outcomes, before, by: replica, request.now) }
            return outcomes
        }
        service.layers = before
        throw request.rolledBack(failures, batches)
    }

    /// Returns whether to roll back: the default and, with `returnEditResults=false`, the only way (documented).
    private static func rollsBack(_ request: inout ServiceRequest) -> Bool {
        if request.version.hasEditResultsChoice, !request.isTrue("returneditresults", default: true) { return true }
        return request.isTrue("rollbackonfailure", default: request.choice(.editRollback) == .rollBack)
    }

    private static func make(
        _ batch: EditBatch, in layer: inout Layer, _ request: inout ServiceRequest, allowsGeometryUpdates: Bool
    ) -> EditOutcome {
        var outcome = EditOutcome(layer: batch.layer)
        guard let source = layer.source else { return outcome }
        var edits = layer.edits ?? Edits(source)
        let data = source.layer
        let writer = RowWriter(
            layer: layer, data: data,
            reference: request.given("insr").flatMap { SpatialReference(written: $0) } ?? data.reference,
            allowsGeometryUpdates: allowsGeometryUpdates, user: request.user, now: request.now,
            checksHTML: request.choice(.editHTML) == .refuse,
            checksDomains: request.choice(.editOutsideDomain) == .refuse,
            fillsDefaults: request.choice(.editDefaults) == .fill)
        let globalField = data.fields.firstIndex { $0.type == .globalID }
        var known = KnownGlobalIDs(batch.usesGlobalIDs ? layer.store : nil)
        for feature in batch.adds {
            let result = insert(
                feature, batch, writer, &edits, &known, globalField != nil, &request.generator)
            outcome.adds.append(result)
            if let row = result.objectID.flatMap({ edits.row($0) }) { outcome.added.append(row) }
        }
        for feature in batch.updates {
            outcome.updates.append(
                update(feature, batch, writer, &edits, known, globalField, &outcome.changed))
        }
        for key in batch.deletes {
            outcome.deletes.append(
                delete(key, &edits, known, globalField, &layer.attachments, &outcome.deleted))
        }
        if edits.revision != (layer.edits?.revision ?? 0) { layer.edits = edits }
        if let attachments = batch.attachments { attach(attachments, known, &layer, &outcome, &request.generator) }
        return outcome
    }

    private static func insert(
        _ feature: JSON, _ batch: EditBatch, _ writer: RowWriter, _ edits: inout Edits, _ known: inout KnownGlobalIDs,
        _ hasGlobalIDs: Bool, _ generator: inout Generator
    ) -> EditResult {
        var globalID = hasGlobalIDs ? GlobalID.make(&generator) : nil
        do throws(EditFailure) {
            if batch.usesGlobalIDs {
                let given = try EditCommit.globalID(feature, writer.data)
                guard known[given] == nil else {
                    throw EditFailure(reason: .globalIDTaken, given: given, wouldPass: "a new GUID")
                }
                globalID = given
            }
            let row = try writer.insert(feature, id: edits.takeID(), globalID: globalID)
            edits.put(row)
            if let globalID { known[globalID] = row.objectID }
            return EditResult(objectID: row.objectID, globalID: globalID)
        } catch {
            return EditResult(failure: error)
        }
    }

    private static func update(
        _ feature: JSON, _ batch: EditBatch, _ writer: RowWriter, _ edits: inout Edits, _ known: KnownGlobalIDs,
        _ globalField: Int?, _ changed: inout [EditOutcome.Change]
    ) -> EditResult {
        var result = EditResult()
        do throws(EditFailure) {
            if batch.usesGlobalIDs {
                let given = try EditCommit.globalID(feature, writer.data)
                (result.globalID, result.objectID) = (given, known[given])
            } else {
                let name = writer.data.objectIDField
                let id = feature["attributes"]?.members?.last { ASCII.equal($0.name, name) }?.value
                result.objectID = id?.integer ?? id?.text.flatMap { Int($0) }
            }
            guard let id = result.objectID, let old = edits.row(id) else { throw missing(result, writer.data) }
            result.globalID = globalField.flatMap { old.values[$0].text }
            let row = try writer.update(old, with: feature)
            edits.put(row)
            changed.append(EditOutcome.Change(original: old, current: row))
        } catch {
            result.failure = error
        }
        return result
    }

    private static func delete(
        _ key: EditBatch.Key, _ edits: inout Edits, _ known: KnownGlobalIDs, _ globalField: Int?,
        _ attachments: inout Attachments, _ deleted: inout [Feature]
    ) -> EditResult {
        var result = EditResult()
        switch key {
        case .objectID(let id): result.objectID = id
        case .globalID(let id): (result.globalID, result.objectID) = (id, known[id])
        case .unreadable(let text):
            result.failure = EditFailure(reason: .missing, given: text, wouldPass: "the id of a row")
            return result
        }
        guard let id = result.objectID, let old = edits.row(id) else {
            result.failure = missing(result, edits.source.layer)
            return result
        }
        result.globalID = globalField.flatMap { old.values[$0].text }
        edits.remove(id)
        deleted.append(old)
        attachments.removeAll(of: id)
        return result
    }

    private static func missing(_ result: EditResult, _ data: LayerData) -> EditFailure {
        EditFailure(
            reason: .missing, subject: data.objectIDField,
            given: result.globalID ?? result.objectID.map(String.init) ?? "nothing",
            wouldPass: "the \(data.objectIDField) of a row, as returnIdsOnly=true lists it")
    }

    private static func globalID(_ feature: JSON, _ data: LayerData) throws(EditFailure) -> String {
        let name = data.globalIDField ?? "GlobalID"
        guard let value = feature["attributes"]?.members?.last(where: { ASCII.equal($0.name, name) })?.value else {
            throw EditFailure(reason: .globalIDMissing, subject: name, wouldPass: "a GUID in \(name)")
        }
        guard let text = value.text, let id = GlobalID.normal(text) else {
            let given = String(decoding: JSONWriter.json(value), as: UTF8.self)
            throw EditFailure(reason: .globalIDEmpty, subject: name, given: given, wouldPass: "a GUID in \(name)")
        }
        return id
    }

    /// Performs the attachment edits of applyEdits, with bytes in base64.
    private static func attach(
        _ json: JSON, _ known: KnownGlobalIDs, _ layer: inout Layer, _ outcome: inout EditOutcome,
        _ generator: inout Generator
    ) {
        outcome.hasAttachments = true
        func failed(_ what: String, _ wouldPass: String, _ id: String?) -> EditResult {
            EditResult(
                globalID: id, failure: EditFailure(reason: .attachment, subject: what, wouldPass: wouldPass))
        }
        for entry in json["adds"]?.elements ?? [] {
            let id = entry["globalId"]?.text.flatMap(GlobalID.normal) ?? GlobalID.make(&generator)
            // `known` includes rows added by the same request, which may bring their attachments along.
            guard let parent = entry["parentGlobalId"]?.text.flatMap(GlobalID.normal).flatMap({ known[$0] }) else {
                outcome.attachmentAdds.append(failed("parentGlobalId", "the global id of a row", id))
                continue
            }
            guard let bytes = entry["data"]?.text.flatMap(Base64.decode) else {
                outcome.attachmentAdds.append(failed("data", "data in base64", id))
                continue
            }
            let number = layer.attachments.add(
                to: parent, globalID: id, name: entry["name"]?.text ?? "",
                contentType: entry["contentType"]?.text ?? "application/octet-stream", bytes: bytes)
            outcome.attachmentAdds.append(EditResult(objectID: number, globalID: id))
        }
        for entry in json["updates"]?.elements ?? [] {
            let id = entry["globalId"]?.text.flatMap(GlobalID.normal)
            guard var attachment = layer.attachments.list.first(where: { $0.globalID == id && id != nil }),
                let bytes = entry["data"]?.text.flatMap(Base64.decode)
            else {
                outcome.attachmentUpdates.append(failed("globalId", "the global id of an attachment, and data", id))
                continue
            }
            attachment.bytes = bytes
            attachment.name = entry["name"]?.text ?? attachment.name
            attachment.contentType = entry["contentType"]?.text ?? attachment.contentType
            layer.attachments.replace(attachment)
            outcome.attachmentUpdates.append(EditResult(objectID: attachment.id, globalID: id))
        }
        for entry in json["deletes"]?.elements ?? [] {
            let id = entry.text.flatMap(GlobalID.normal)
            guard let attachment = layer.attachments.list.first(where: { $0.globalID == id && id != nil }) else {
                outcome.attachmentDeletes.append(failed("globalId", "the global id of an attachment", id))
                continue
            }
            layer.attachments.remove(attachment.id)
            outcome.attachmentDeletes.append(EditResult(objectID: attachment.id, globalID: id))
        }
    }
}
