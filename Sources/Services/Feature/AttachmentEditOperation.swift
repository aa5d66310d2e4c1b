// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The files of a row, as they are changed: docs/reference/editing.md#operations.
enum AttachmentEditOperation {
    /// Adds an attachment, which requires Create or Update (documented).
    static func add(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (layer, id) = try attachable("addAttachment", [.create, .update], request, service)
        guard let file = request.files.first else { throw noFile("addAttachment") }
        let hasGlobalIDs = layer.data?.globalIDField != nil
        let globalID = hasGlobalIDs ? GlobalID.make(&request.generator) : nil
        let keywords = request.given("keywords") ?? ""
        var number = 0
        change(layer, request, in: &service) { attachments in
            number = attachments.add(
                to: id, globalID: globalID, name: file.fileName, contentType: file.type, bytes: file.bytes,
                keywords: keywords)
        }
        let result = EditResult(objectID: number, globalID: globalID)
        return .json(.object([.init("addAttachmentResult", json(result, &request))]))
    }

    static func update(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (layer, id) = try attachable("updateAttachment", [.update], request, service)
        var found = try request.attachment(request.given("attachmentid") ?? "", layer, id)
        guard let file = request.files.first else { throw noFile("updateAttachment") }
        (found.name, found.contentType, found.bytes) = (file.fileName, file.type, file.bytes)
        found.keywords = request.given("keywords") ?? found.keywords
        change(layer, request, in: &service) { $0.replace(found) }
        let result = EditResult(objectID: found.id, globalID: found.globalID)
        return .json(.object([.init("updateAttachmentResult", json(result, &request))]))
    }

    /// Deletes attachments, with a result for each id. None is deleted if one is unknown, unless the request says
    /// otherwise.
    static func delete(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (layer, id) = try attachable("deleteAttachments", [.delete, .update], request, service)
        let text = request.given("attachmentids") ?? ""
        let keys = text.split(separator: ",").map { ASCII.trimmed($0) }
        guard !keys.isEmpty else {
            throw request.badEdit("deleteAttachments", "attachmentIds", text, "numbers with commas")
        }
        let known = layer.attachments.of(id)
        var results: [EditResult] = []
        for key in keys {
            guard let found = known.first(where: { String($0.id) == key }) else {
                let failure = EditFailure(
                    reason: .missing, subject: "attachmentIds", given: key, wouldPass: "an id from attachmentInfos")
                results.append(EditResult(objectID: Int(key), failure: failure))
                continue
            }
            results.append(EditResult(objectID: found.id, globalID: found.globalID))
        }
        let failures = results.compactMap(\.failure)
        if !failures.isEmpty,
            request.isTrue("rollbackonfailure", default: request.choice(.editRollback) == .rollBack)
        {
            throw request.rolledBack(failures, [EditBatch(layer: layer.id)])
        }
        change(layer, request, in: &service) { attachments in
            for one in results where one.failure == nil { one.objectID.map { attachments.remove($0) } }
        }
        let json = JSON.object([request.member("deleteAttachmentResults", results)])
        return failures.isEmpty ? .json(json) : .judged(json, failures.map(\.verdict))
    }

    private static func attachable(
        _ operation: String, _ capabilities: [Capability], _ request: ServiceRequest, _ service: ServiceModel
    ) throws(ServiceError) -> (layer: Layer, objectID: Int) {
        try request.posted(operation)
        let (layer, id) = try request.rowWithAttachments(in: service)
        if !capabilities.contains(where: { service.may($0, layer, request.version) }) {
            try request.may(capabilities[0], layer, in: service)
        }
        return (layer, id)
    }

    private static func change(
        _ layer: Layer, _ request: ServiceRequest, in service: inout ServiceModel, _ body: (inout Attachments) -> Void
    ) {
        guard let index = service.layers.firstIndex(where: { $0.id == layer.id }) else { return }
        let before = service.layers[index].attachments
        body(&service.layers[index].attachments)
        if service.tracksChanges(request.version) { service.trackFiles(ofLayer: index, before, request.now) }
    }

    private static func json(_ result: EditResult, _ request: inout ServiceRequest) -> JSON {
        let (numbers, extended) = (request.choice(.editErrorNumbers), request.choice(.editExtendedCode))
        return result.json(request.version, numbers: numbers, extended: extended)
    }

    private static func noFile(_ operation: String) -> ServiceError {
        ServiceError(
            Features.ErrorBodies.noFile.about(operation),
            Verdict(
                Features.RowRules.noFile, facts: [.init("operation", operation)],
                wouldPass: "multipart/form-data with a part named attachment that has a filename"))
    }
}
