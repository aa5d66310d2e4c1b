// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The rows of a replica's layers, by what it was created with.
struct ReplicaRows {
    let request: ServiceRequest
    let service: ServiceModel
    let replica: Replica
    /// The operation in words, for errors.
    let operation: String

    /// Returns the object ids of each layer's rows.
    func ids() throws(ServiceError) -> [Int: [Int]] {
        var found: [Int: [Int]] = [:]
        for part in replica.parts {
            guard let ids = try filtered(part) else { continue }
            found[part.layer] = ids
        }
        for part in replica.parts where found[part.layer] == nil { found[part.layer] = related(part, found) }
        return found
    }

    /// Returns the rows that a part's own filter finds, or `nil` if only related ones come.
    func filtered(_ part: Replica.Part) throws(ServiceError) -> [Int]? {
        guard let layer = service.layers.first(where: { $0.id == part.layer }), let store = layer.store else {
            return []
        }
        let isTable = store.layer.geometryType == nil
        // A table without a filter of its own has the rows that belong to those of other layers (documented).
        let isRelated = isTable && part.condition == nil && isDestination(part.layer)
        let option = part.option ?? (isRelated ? Replica.Part.Option.none : .useFilter)
        guard option != .none else { return nil }
        var asked = request
        asked.parameters = [.init("where", option == .all ? "1=1" : part.condition ?? "1=1")]
        if option == .useFilter, part.usesGeometry, !isTable { asked.parameters += replica.filter }
        let query = try QueryReader(
            request: asked, layer: store.layer, of: layer, isHosted: service.isHosted(request.version)
        ).read()
        return try request.ids(query, store)
    }

    private func isDestination(_ id: Int) -> Bool {
        replica.parts.contains { part in
            part.layer != id
                && service.layers.first { $0.id == part.layer }?.relationships.contains { $0.relatedID == id } ?? false
        }
    }

    /// Returns the rows that are related to those found of other layers.
    private func related(_ part: Replica.Part, _ found: [Int: [Int]]) -> [Int] {
        guard part.includesRelated, let own = service.layers.first(where: { $0.id == part.layer })?.store else {
            return []
        }
        var ids: Set<Int> = []
        for (id, rows) in found {
            guard let layer = service.layers.first(where: { $0.id == id }), let store = layer.store else { continue }
            for relation in layer.relationships where relation.relatedID == part.layer {
                guard let here = store.layer.fields.firstIndex(where: { ASCII.equal($0.name, relation.keyField) }),
                    let there = own.layer.fields.firstIndex(where: {
                        ASCII.equal($0.name, relation.relatedKeyField)
                    })
                else { continue }
                let keys = Set(rows.compactMap(store.feature).compactMap { ReplicaRows.key($0.values[here]) })
                for row in own.layer.features {
                    if let key = ReplicaRows.key(row.values[there]), keys.contains(key) { ids.insert(row.objectID) }
                }
            }
        }
        return ids.sorted()
    }

    private static func key(_ value: JSON) -> String? {
        switch value {
        case .number(let spelling): Double(spelling).map { "\($0)" }
        case .string(let text): GlobalID.normal(text) ?? text
        default: nil
        }
    }

    /// The reference of the replica's geometries.
    func reference(_ data: LayerData) -> SpatialReference {
        replica.reference.flatMap { SpatialReference(written: $0) } ?? data.reference
    }

    /// Returns rows in Esri JSON.
    func features(_ rows: [Feature], _ layer: Layer) -> JSON {
        guard let data = layer.data else { return .array([]) }
        let reference = reference(data)
        return .array(rows.map { request.feature($0, data.indices, data, reference, hasGeometry: true) })
    }

    /// Returns a file of a row, with its bytes or its URL.
    func attachment(_ one: Attachments.Attachment, _ layer: Layer, byURL: Bool) -> JSON {
        var members: [JSON.Member] = [.init("attachmentId", .int(one.id))]
        if let id = one.globalID { members.append(.init("globalId", .string(GlobalID.written(id, request.version)))) }
        let index = layer.data?.fields.firstIndex { $0.type == .globalID }
        if let parent = index.flatMap({ layer.store?.feature(one.objectID)?.values[$0].text }) {
            members.append(.init("parentGlobalId", .string(GlobalID.written(parent, request.version))))
        }
        members += [
            .init("name", .string(one.name)), .init("contentType", .string(one.contentType)),
            .init("size", .int(one.bytes.count)),
        ]
        let url = "\(request.url)/\(layer.id)/\(one.objectID)/attachments/\(one.id)"
        members.append(
            byURL ? .init("url", .string(url)) : .init("data", .string(Base64.encode(one.bytes))))
        return .object(members)
    }

    /// Returns the whole layers: what a new replica and a snapshot have.
    func layers(_ wanted: Set<Int>? = nil) throws(ServiceError) -> [JSON] {
        let found = try ids()
        var layers: [JSON] = []
        for part in replica.parts where wanted?.contains(part.layer) ?? true {
            guard let layer = service.layers.first(where: { $0.id == part.layer }), let store = layer.store else {
                continue
            }
            let ids = found[part.layer] ?? []
            var members: [JSON.Member] = [
                .init("id", .int(part.layer)), .init("features", features(ids.compactMap(store.feature), layer)),
            ]
            if replica.returnsAttachments, layer.hasAttachments {
                let wanted = Set(ids)
                let byURL = request.isTrue("returnattachmentsdatabyurl", default: true)
                let files = layer.attachments.list.filter { wanted.contains($0.objectID) }
                members.append(
                    .init("attachments", .array(files.map { attachment($0, layer, byURL: byURL) })))
            }
            layers.append(.object(members))
        }
        return layers
    }
}
