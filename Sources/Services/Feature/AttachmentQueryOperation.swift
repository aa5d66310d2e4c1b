// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `queryAttachments`: the files of many rows, by object ids, global ids or a clause; then by type, size and keyword.
enum AttachmentQueryOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (layer, store) = try request.rows(ofLayer: request.names["layer"] ?? "", in: service)
        let ids = try parents(layer, store, request, isHosted: service.isHosted(request.version))
        let types = Set(
            (request.given("attachmenttypes") ?? "").split(separator: ",").map { ASCII.trimmed($0).lowercased() })
        let sizes = (request.given("size") ?? "").split(separator: ",").map { Int(ASCII.trimmed($0)) ?? 0 }
        let wording = Set((request.given("keywords") ?? "").split(separator: ",").map { ASCII.trimmed($0) })
        var groups: [JSON] = []
        for id in ids {
            let found = layer.attachments.of(id).filter { one in
                (types.isEmpty || types.contains(one.contentType.lowercased()))
                    && (sizes.isEmpty || one.bytes.count >= sizes[0])
                    && (sizes.count < 2 || one.bytes.count <= sizes[1])
                    && (wording.isEmpty || wording.contains(one.keywords))
            }
            guard !found.isEmpty else { continue }
            var members: [JSON.Member] = [.init("parentObjectId", .int(id))]
            if let globalID = store.globalID(of: id) {
                members.append(.init("parentGlobalId", .string(GlobalID.written(globalID, request.version))))
            }
            if request.isTrue("returncountonly") {
                members.append(.init("count", .int(found.count)))
            } else {
                let urls = request.isTrue("returnurl")
                members.append(
                    .init(
                        "attachmentInfos",
                        .array(found.map { request.info($0, at: urls ? location(layer, id, $0, request) : nil) }))
                )
            }
            groups.append(.object(members))
        }
        return .json(.object([.init("attachmentGroups", .array(page(groups, request)))]))
    }

    private static func parents(
        _ layer: Layer, _ store: FeatureStore, _ request: ServiceRequest, isHosted: Bool
    ) throws(ServiceError) -> [Int] {
        guard layer.hasAttachments else { throw request.noAttachments(layer) }
        if let text = request.given("globalids"),
            let index = store.layer.fields.firstIndex(where: { $0.type == .globalID })
        {
            let wanted = Set(text.split(separator: ",").compactMap { GlobalID.normal(ASCII.trimmed($0)) })
            let rows = store.layer.features.filter { row in
                row.values[index].text.flatMap(GlobalID.normal).map(wanted.contains) ?? false
            }
            return rows.map(\.objectID)
        }
        var asked = request
        asked.parameters.removeAll { ["where", "size", "resultoffset", "resultrecordcount"].contains($0.name) }
        if let clause = request.given("definitionexpression") { asked.parameters.append(.init("where", clause)) }
        let query = try QueryReader(request: asked, layer: store.layer, isHosted: isHosted).read()
        return try request.ids(query, store)
    }

    private static func page(_ groups: [JSON], _ request: ServiceRequest) -> [JSON] {
        let offset = max(0, request.given("resultoffset").flatMap { Int($0) } ?? 0)
        let count = max(0, request.given("resultrecordcount").flatMap { Int($0) } ?? .max)
        return Array(groups.dropFirst(offset).prefix(count))
    }

    private static func location(
        _ layer: Layer, _ id: Int, _ one: Attachments.Attachment, _ request: ServiceRequest
    ) -> String {
        "\(request.url)/\(layer.id)/\(id)/attachments/\(one.id)" + (request.token.map { "?token=\($0)" } ?? "")
    }
}

extension FeatureStore {
    /// The global id of a row, if rows have one.
    fileprivate func globalID(of objectID: Int) -> String? {
        layer.fields.firstIndex { $0.type == .globalID }.flatMap { feature(objectID)?.values[$0].text }
    }
}
