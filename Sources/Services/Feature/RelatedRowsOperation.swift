// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `queryRelatedRecords`: related rows, grouped by the rows of this side.
enum RelatedRowsOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (layer, store) = try request.rows(ofLayer: request.names["layer"] ?? "", in: service)
        let relationship = try relationship(of: layer, request)
        let other = try request.rows(ofLayer: String(relationship.relatedID), in: service).store
        // The other layer's own query reads fields, clause, order and spatial reference.
        var asked = request
        // Pages of related rows are announced as not supported.
        let others = ["objectids", "where", "resultoffset", "resultrecordcount"]
        asked.parameters.removeAll { others.contains($0.name) }
        asked.parameters.append(.init("where", request.given("definitionexpression") ?? "1=1"))
        let query = try QueryReader(
            request: asked, layer: other.layer, isHosted: service.isHosted(request.version)
        ).read()
        let ids = try objectIDs(request)
        let found = try request.ids(query, other)
        return .json(answer(ids, store, relationship, other, query, found, request))
    }

    private static func relationship(
        of layer: Layer, _ request: ServiceRequest
    ) throws(ServiceError) -> Layer.Relationship {
        let text = request.given("relationshipid") ?? ""
        let known = layer.relationships
        // With a single relationship its id is optional (inferred: clients omit it).
        if let found = text.isEmpty && known.count == 1 ? known.first : known.first(where: { String($0.id) == text }) {
            return found
        }
        throw ServiceError(
            Features.ErrorBodies.relationship,
            Verdict(
                Features.RowRules.relationship,
                facts: [.init("layer", String(layer.id)), .init("relationshipId", text)],
                wouldPass: known.isEmpty
                    ? "a layer with relationships"
                    : "one of \(known.map { "\($0.id) (\($0.name))" }.joined(separator: ", "))"))
    }

    private static func objectIDs(_ request: ServiceRequest) throws(ServiceError) -> [Int] {
        let text = request.given("objectids") ?? ""
        var ids: [Int] = []
        for part in text.split(separator: ",") {
            guard let id = Int(ASCII.trimmed(part)) else { throw request.badParameter("objectIds", text) }
            if !ids.contains(id) { ids.append(id) }
        }
        if ids.isEmpty { throw request.badParameter("objectIds", "") }
        return ids
    }

    /// Returns the answer without rows that have no relations (captured). `found` has the ids of the related rows to
    /// include.
    private static func answer(
        _ ids: [Int], _ store: FeatureStore, _ relationship: Layer.Relationship, _ other: FeatureStore, _ query: Query,
        _ found: [Int], _ request: ServiceRequest
    ) -> JSON {
        let (here, there) = (store.layer, other.layer)
        // Rows are joined in memory: the two layers are tables of different databases.
        let index = here.fields.firstIndex { ASCII.equal($0.name, relationship.keyField) }
        let otherIndex = there.fields.firstIndex { ASCII.equal($0.name, relationship.relatedKeyField) }
        var rows: [String: [Feature]] = [:]
        if let otherIndex {
            for row in found.compactMap(other.feature) {
                if let key = key(row.values[otherIndex]) { rows[key, default: []].append(row) }
            }
        }
        let isCount = request.isTrue("returncountonly")
        var groups: [JSON] = []
        for id in ids {
            guard let index, let row = store.feature(id), let key = key(row.values[index]), let related = rows[key]
            else { continue }
            let records = related.map {
                request.feature($0, query.fields, there, query.outSR, hasGeometry: query.returnsGeometry)
            }
            groups.append(
                .object([
                    .init("objectId", .int(id)),
                    isCount ? .init("count", .int(related.count)) : .init("relatedRecords", .array(records)),
                ]))
        }
        var members: [JSON.Member] = []
        if !isCount {
            if let type = there.geometryType {
                members.append(.init("geometryType", .string(type.rawValue)))
                members.append(.init("spatialReference", query.outSR.short(request.version)))
            }
            members.append(.init("fields", .array(query.fields.map { described(there.fields[$0]) })))
        }
        members.append(.init("relatedRecordGroups", .array(groups)))
        return .object(members)
    }

    private static func described(_ field: Field) -> JSON {
        var members: [JSON.Member] = [
            .init("name", .string(field.name)), .init("type", .string(field.type.rawValue)),
            .init("alias", .string(field.alias)),
        ]
        if let length = field.length { members.append(.init("length", .int(length))) }
        return .object(members)
    }

    /// Returns the key by which values are compared: numbers by value, GUIDs regardless of case and braces.
    private static func key(_ value: JSON) -> String? {
        switch value {
        case .null: nil
        case .number(let spelling): Double(spelling).map { "\($0)" }
        case .string(let text): GlobalID.normal(text) ?? text
        default: String(decoding: JSONWriter.json(value), as: UTF8.self)
        }
    }
}
