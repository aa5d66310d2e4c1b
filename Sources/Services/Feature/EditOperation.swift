// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The operations that edit rows of one layer: `addFeatures`, `updateFeatures`, `applyEdits`.
enum EditOperation {
    static func add(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try edit("addFeatures", results: "addResults", &request, &service) { $0.adds = $1 }
    }

    static func update(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try edit("updateFeatures", results: "updateResults", &request, &service) { $0.updates = $1 }
    }

    /// One list of features.
    private static func edit(
        _ operation: String, results: String, _ request: inout ServiceRequest, _ service: inout ServiceModel,
        _ fill: (inout EditBatch, [JSON]) -> Void
    ) throws(ServiceError) -> ServiceResponse {
        let layer = try request.editable(operation, in: service)
        // Clients send an empty text for none.
        guard let text = request.given("features"), let features = (try? JSONReader.read(Array(text.utf8)))?.elements
        else {
            throw request.badEdit(
                operation, "features", request.given("features") ?? "", "a JSON array of features")
        }
        var batch = EditBatch(layer: layer.id)
        fill(&batch, features)
        try request.may(batch, layer, in: service)
        return try EditCommit.answer([batch], &request, in: &service) { request, outcomes in
            let outcome = outcomes[0]
            return [request.member(results, outcome.adds + outcome.updates)]
        }
    }

    static func apply(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let layer = try request.editable("applyEdits", in: service)
        try request.notUploaded()
        try request.holdsEdits()
        var parameters: [JSON.Member] = []
        for name in ["adds", "updates", "attachments"] {
            guard let text = request.given(name) else { continue }
            guard let json = try? JSONReader.read(Array(text.utf8)) else {
                throw request.badEdit("applyEdits", name, text, "JSON")
            }
            parameters.append(.init(name, json))
        }
        if let text = request.given("deletes") { parameters.append(.init("deletes", .string(text))) }
        let batch = try request.batch(.object(parameters), layer, in: service)
        let isLater = request.version.hasAsyncEdits && request.isTrue("async")
        return try EditCommit.answer([batch], isLater: isLater, &request, in: &service) { request, outcomes in
            request.members(outcomes[0])
        }
    }
}

extension ServiceRequest {
    /// Refuses edits in an uploaded file: ignoring them would claim that they were made.
    func notUploaded() throws(ServiceError) {
        guard version.hasEditResultsChoice, let id = given("editsuploadid") else { return }
        throw unsupported("editsUploadId", id, "the edits themselves in the request")
    }

    /// Refuses a request that names no list of edits at all; empty lists have empty results (Esri/ArcREST#244).
    func holdsEdits() throws(ServiceError) {
        let lists = ["adds", "updates", "deletes", "attachments"]
        guard !parameters.contains(where: { lists.contains($0.name) }) else { return }
        throw ServiceError(
            Features.ErrorBodies.noEdits,
            Verdict(
                Features.EditRules.noEdits, facts: [.init("layer", names["layer"] ?? "")],
                wouldPass: "adds, updates or deletes, if only as an empty list: adds=[]"))
    }

    /// Returns the edits of one layer from its parameters, or from its entry in those of a service.
    func batch(_ json: JSON, _ layer: Layer, in service: ServiceModel) throws(ServiceError) -> EditBatch {
        var batch = EditBatch(layer: layer.id, usesGlobalIDs: version.hasGlobalIDEdits && isTrue("useglobalids"))
        for name in ["adds", "updates"] {
            guard let value = json[name], value != .null, value.text != "" else { continue }
            guard let features = value.elements else {
                let text = String(decoding: JSONWriter.json(value), as: UTF8.self)
                throw badEdit("applyEdits", name, text, "a JSON array of features")
            }
            if name == "adds" { batch.adds = features } else { batch.updates = features }
        }
        if let deletes = json["deletes"], deletes != .null {
            let text = deletes.text ?? String(decoding: JSONWriter.json(deletes), as: UTF8.self)
            batch.deletes = EditBatch.keys(text, globalIDs: batch.usesGlobalIDs)
        }
        // Attachments count only with global ids (documented).
        if batch.usesGlobalIDs, let attachments = json["attachments"], attachments.members?.isEmpty == false {
            batch.attachments = attachments
        }
        if batch.usesGlobalIDs, layer.data?.globalIDField == nil {
            throw unsupported(
                "useGlobalIds", "true", "a layer with a field of type esriFieldTypeGlobalID",
                version.isOnline ? Features.ErrorBodies.noGlobalIDs : Features.ErrorBodies.unsupported)
        }
        try may(batch, layer, in: service)
        return batch
    }
}
