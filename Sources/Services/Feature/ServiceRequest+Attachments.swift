// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The files of rows, as they are read: docs/reference/editing.md#operations.
extension ServiceRequest {
    func attachmentInfos() -> Result {
        switch withAttachments() {
        case .failure(let refused): .refused(refused)
        case .success(let (layer, id)):
            .json(.object([.init("attachmentInfos", .array(layer.attachments.of(id).map { info($0) }))]))
        }
    }

    /// Returns the bytes.
    func attachment() -> Result {
        switch withAttachments() {
        case .failure(let refused): return .refused(refused)
        case .success(let (layer, id)):
            let text = names["attachment"] ?? ""
            guard let found = layer.attachments.of(id).first(where: { String($0.id) == text }) else {
                return .refused(noAttachment(text, layer, id))
            }
            return .bytes(found.bytes, type: found.contentType)
        }
    }

    /// Returns attachments by object ids, global ids or a clause, filtered by type, size and keyword.
    func queryAttachments() -> Result {
        switch findRows(names["layer"] ?? "").flatMap({ layer, store in parents(layer, store) }) {
        case .failure(let refused): return .refused(refused)
        case .success(let (layer, store, ids)):
            let types = Set(
                (given("attachmenttypes") ?? "").split(separator: ",").map { ASCII.trimmed($0).lowercased() })
            let sizes = (given("size") ?? "").split(separator: ",").map { Int(ASCII.trimmed($0)) ?? 0 }
            let wording = Set((given("keywords") ?? "").split(separator: ",").map { ASCII.trimmed($0) })
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
                if let globalID = parentGlobalID(id, store) {
                    members.append(.init("parentGlobalId", .string(GlobalID.written(globalID, version))))
                }
                if isTrue("returncountonly") {
                    members.append(.init("count", .int(found.count)))
                } else {
                    let urls = isTrue("returnurl")
                    members.append(
                        .init(
                            "attachmentInfos", .array(found.map { info($0, at: urls ? location(layer, id, $0) : nil) }))
                    )
                }
                groups.append(.object(members))
            }
            return .json(.object([.init("attachmentGroups", .array(page(groups)))]))
        }
    }

    private func parents(
        _ layer: Layer, _ store: FeatureStore
    ) -> Swift.Result<(Layer, FeatureStore, [Int]), Refused> {
        guard layer.hasAttachments else { return .failure(noAttachments(layer)) }
        if let text = given("globalids"), let index = store.layer.fields.firstIndex(where: { $0.type == .globalID }) {
            let wanted = Set(text.split(separator: ",").compactMap { GlobalID.normal(ASCII.trimmed($0)) })
            let rows = store.layer.features.filter { row in
                row.values[index].text.flatMap(GlobalID.normal).map(wanted.contains) ?? false
            }
            return .success((layer, store, rows.map(\.objectID)))
        }
        var asked = self
        asked.parameters.removeAll { ["where", "size", "resultoffset", "resultrecordcount"].contains($0.name) }
        if let clause = given("definitionexpression") { asked.parameters.append(.init("where", clause)) }
        return QueryReader(reading: asked, layer: store.layer).read().flatMap { query in
            ids(query, store).map { (layer, store, $0) }
        }
    }

    private func page(_ groups: [JSON]) -> [JSON] {
        let offset = max(0, given("resultoffset").flatMap { Int($0) } ?? 0)
        let count = max(0, given("resultrecordcount").flatMap { Int($0) } ?? .max)
        return Array(groups.dropFirst(offset).prefix(count))
    }

    /// Returns the layer and row in the path.
    func withAttachments() -> Swift.Result<(layer: Layer, objectID: Int), Refused> {
        findRow().flatMap { layer, _, row in
            layer.hasAttachments ? .success((layer, row.objectID)) : .failure(noAttachments(layer))
        }
    }

    /// Returns an attachment with the order of keys captured from a hosted service: id, contentType, size, name.
    private func info(_ one: Attachments.Attachment, at url: String? = nil) -> JSON {
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

    private func location(_ layer: Layer, _ id: Int, _ one: Attachments.Attachment) -> String {
        "\(url)/\(layer.id)/\(id)/attachments/\(one.id)" + (token.map { "?token=\($0)" } ?? "")
    }

    func parentGlobalID(_ id: Int, _ store: FeatureStore) -> String? {
        store.layer.fields.firstIndex { $0.type == .globalID }.flatMap { store.feature(id)?.values[$0].text }
    }

    func noAttachment(_ id: String, _ layer: Layer, _ objectID: Int) -> Refused {
        let ids = layer.attachments.of(objectID).map { String($0.id) }.joined(separator: ", ")
        return Refused(
            code: 400, message: "Unable to complete operation.", details: [],
            verdict: Verdict(
                MapServices.RowRules.attachmentMissing,
                facts: [.init("objectId", String(objectID)), .init("attachment", id)],
                wouldPass: ids.isEmpty ? "a row with attachments" : "one of \(ids)"))
    }

    private func noAttachments(_ layer: Layer) -> Refused {
        Refused(
            code: 400, message: "Requested operation is not supported by this service.", details: [],
            verdict: Verdict(
                MapServices.RowRules.noAttachments, facts: [.init("layer", String(layer.id))],
                wouldPass: "a layer with hasAttachments: true"))
    }
}

extension Version {
    /// `keywords` of attachments came with the operation that asks for them (documented for 10.7.1).
    var hasAttachmentKeywords: Bool { self >= .v10_7_1 }
}
