// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The files of a row, as they are read: docs/reference/editing.md#operations.
enum AttachmentOperation {
    static func list(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (layer, id) = try request.rowWithAttachments(in: service)
        let infos = layer.attachments.of(id).map { request.info($0) }
        return .json(.object([.init("attachmentInfos", .array(infos))]))
    }

    static func bytes(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (layer, id) = try request.rowWithAttachments(in: service)
        let found = try request.attachment(request.names["attachment"] ?? "", layer, id)
        return .bytes(found.bytes, type: found.contentType)
    }
}

extension ServiceRequest {
    /// Returns the layer and row in the path.
    func rowWithAttachments(in service: ServiceModel) throws(ServiceError) -> (layer: Layer, objectID: Int) {
        let (layer, _, row) = try row(in: service)
        guard layer.hasAttachments else { throw noAttachments(layer) }
        return (layer, row.objectID)
    }

    /// A file of a row by its id.
    func attachment(
        _ id: String, _ layer: Layer, _ objectID: Int
    ) throws(ServiceError) -> Attachments.Attachment {
        let all = layer.attachments.of(objectID)
        if let found = all.first(where: { String($0.id) == id }) { return found }
        let ids = all.map { String($0.id) }.joined(separator: ", ")
        throw ServiceError(
            Features.ErrorBodies.noAttachment,
            Verdict(
                Features.RowRules.attachmentMissing,
                facts: [.init("objectId", String(objectID)), .init("attachment", id)],
                wouldPass: ids.isEmpty ? "a row with attachments" : "one of \(ids)"))
    }

    func noAttachments(_ layer: Layer) -> ServiceError {
        ServiceError(
            Features.ErrorBodies.noAttachments,
            Verdict(
                Features.RowRules.noAttachments, facts: [.init("layer", String(layer.id))],
                wouldPass: "a layer with hasAttachments: true"))
    }

    /// Returns an attachment with the order of keys captured from a hosted service: id, contentType, size, name.
    func info(_ one: Attachments.Attachment, at url: String? = nil) -> JSON {
        var members: [JSON.Member] = [.init("id", .int(one.id))]
        if let globalID = one.globalID {
            members.append(.init("globalId", .string(GlobalID.written(globalID, version))))
        }
        members += [
            .init("contentType", .string(one.contentType)), .init("size", .int(one.bytes.count)),
            .init("name", .string(one.name)),
        ]
        if version.hasAttachmentKeywords { members.append(.init("keywords", .string(one.keywords))) }
        if let url { members.append(.init("url", .string(url))) }
        return .object(members)
    }
}

extension Version {
    /// `keywords` of attachments came with the operation that asks for them (documented for 10.7.1).
    var hasAttachmentKeywords: Bool { self >= .v10_7_1 }
}
