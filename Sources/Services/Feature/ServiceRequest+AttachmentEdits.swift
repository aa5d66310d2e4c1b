// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The files of a row, as they are changed: docs/reference/editing.md#operations.
extension ServiceRequest {
    /// Adds an attachment, which requires Create or Update (documented).
    mutating func addAttachment() -> Result {
        switch attachable("addAttachment", ["Create", "Update"]) {
        case .failure(let refused): return .refused(refused)
        case .success(let (layer, id)):
            guard let file = files.first else { return .refused(noFile("addAttachment")) }
            let hasGlobalIDs = layer.data?.globalIDField != nil
            let globalID = hasGlobalIDs ? GlobalID.make(&generator) : nil
            let keywords = given("keywords") ?? ""
            var number = 0
            change(layer) { attachments in
                number = attachments.add(
                    to: id, globalID: globalID, name: file.fileName, contentType: file.type, bytes: file.bytes,
                    keywords: keywords)
            }
            return .json(
                .object([.init("addAttachmentResult", result(EditResult(objectID: number, globalID: globalID)))]))
        }
    }

    mutating func updateAttachment() -> Result {
        switch attachable("updateAttachment", ["Update"]) {
        case .failure(let refused): return .refused(refused)
        case .success(let (layer, id)):
            let text = given("attachmentid") ?? ""
            guard var found = layer.attachments.of(id).first(where: { String($0.id) == text }) else {
                return .refused(noAttachment(text, layer, id))
            }
            guard let file = files.first else { return .refused(noFile("updateAttachment")) }
            (found.name, found.contentType, found.bytes) = (file.fileName, file.type, file.bytes)
            found.keywords = given("keywords") ?? found.keywords
            change(layer) { $0.replace(found) }
            return .json(
                .object([
                    .init("updateAttachmentResult", result(EditResult(objectID: found.id, globalID: found.globalID)))
                ]))
        }
    }

    /// Deletes attachments, with a result for each id. None is deleted if one is unknown, unless the request says
    /// otherwise.
    mutating func deleteAttachments() -> Result {
        switch attachable("deleteAttachments", ["Delete", "Update"]) {
        case .failure(let refused): return .refused(refused)
        case .success(let (layer, id)):
            let text = given("attachmentids") ?? ""
            let keys = text.split(separator: ",").map { ASCII.trimmed($0) }
            guard !keys.isEmpty else {
                return .refused(badEdit("deleteAttachments", "attachmentIds", text, "numbers with commas"))
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
            if !failures.isEmpty, isTrue("rollbackonfailure", default: choice(.editRollback) == .rollBack) {
                return .refused(rolledBack(failures, [EditBatch(layer: layer.id)]))
            }
            change(layer) { attachments in
                for one in results where one.failure == nil { one.objectID.map { attachments.remove($0) } }
            }
            let json = JSON.object([member("deleteAttachmentResults", results)])
            return failures.isEmpty ? .json(json) : .judged(json, failures.map(\.verdict))
        }
    }

    private func attachable(
        _ operation: String, _ capabilities: [String]
    ) -> Swift.Result<(layer: Layer, objectID: Int), Refused> {
        if let refused = notPosted(operation) { return .failure(refused) }
        return withAttachments().flatMap { layer, id in
            if capabilities.contains(where: { service.may($0, layer) }) { return .success((layer, id)) }
            return .failure(lacking(capability: capabilities[0], layer) ?? noFile(operation))
        }
    }

    private mutating func change(_ layer: Layer, _ body: (inout Attachments) -> Void) {
        guard let index = service.layers.firstIndex(where: { $0.id == layer.id }) else { return }
        body(&service.layers[index].attachments)
    }

    private mutating func result(_ result: EditResult) -> JSON {
        let (numbers, extended) = (choice(.editErrorNumbers), choice(.editExtendedCode))
        return result.json(version, numbers: numbers, extended: extended)
    }

    private func noFile(_ operation: String) -> Refused {
        Refused(
            code: 400, message: "Unable to complete operation.", details: ["Unable to perform \(operation) operation."],
            verdict: Verdict(
                MapServices.RowRules.noFile, facts: [.init("operation", operation)],
                wouldPass: "multipart/form-data with a part named attachment that has a filename"))
    }
}
