// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A single row by its id.
enum RowOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (_, store, row) = try request.row(in: service)
        let data = store.layer
        return .json(
            .object([
                .init("feature", request.feature(row, data.indices, data, data.reference, hasGeometry: true))
            ]))
    }
}

extension ServiceRequest {
    /// Returns the row in the path.
    func row(
        in service: ServiceModel
    ) throws(ServiceError) -> (layer: Layer, store: FeatureStore, row: Feature) {
        let (layer, store) = try rows(ofLayer: names["layer"] ?? "", in: service)
        let text = names["oid"] ?? ""
        if let id = Int(text), let row = store.feature(id) { return (layer, store, row) }
        throw ServiceError(
            Features.ErrorBodies.row,
            Verdict(
                Features.RowRules.row, facts: [.init("layer", String(layer.id)), .init("objectId", text)],
                wouldPass: "the \(store.layer.objectIDField) of a row"))
    }

    /// Returns a row in Esri JSON.
    func feature(
        _ row: Feature, _ fields: [Int], _ data: LayerData, _ reference: SpatialReference, hasGeometry: Bool
    ) -> JSON {
        let attributes = fields.map { JSON.Member(data.fields[$0].name, written(row.values[$0], data.fields[$0])) }
        var members: [JSON.Member] = [.init("attributes", .object(attributes))]
        if hasGeometry, let geometry = row.geometry {
            members.append(.init("geometry", data.reference.project(geometry, to: reference) ?? geometry))
        }
        return .object(members)
    }

    /// Returns GUIDs as the release writes them, as in answers to queries.
    private func written(_ value: JSON, _ field: Field) -> JSON {
        guard field.type == .globalID || field.type == .guid else { return value }
        return value.text.flatMap(GlobalID.normal).map { .string(GlobalID.written($0, version)) } ?? value
    }
}
