// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension MapServices {
    /// The resources below a single row, and those that relate rows to others.
    static let rows: [Resource] = [
        Resource(
            "{layer}/queryRelatedRecords", [.mapServer, .featureServer],
            "The related rows of another layer.",
            since: .v10_0, evidence: .captured("Esri/arcgis-rest-js feature-service mocks")
        ) { $0.relatedRecords() },
        Resource(
            "{layer}/queryAttachments", [.mapServer, .featureServer], "The attachments of several rows.",
            since: .v10_5_1,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/query-attachments-feature-service-layer/")
        ) { $0.queryAttachments() },
        Resource(
            "{layer}/{oid}", [.mapServer, .featureServer], "One row.", since: .v10_0,
            evidence: .captured("Esri/arcgis-rest-js feature-service mocks")
        ) { $0.row() },
        Resource(
            "{layer}/{oid}/attachments", [.mapServer, .featureServer], "The attachments of a row.", since: .v10_0,
            evidence: .captured("Esri/arcgis-rest-js feature-service mocks")
        ) { $0.attachmentInfos() },
        Resource(
            "{layer}/{oid}/attachments/{attachment}", [.mapServer, .featureServer], "An attachment of a row.",
            since: .v10_0,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/attachment-feature-service/: a stream")
        ) { $0.attachment() },
        Resource(
            "{layer}/{oid}/addAttachment", [.featureServer], "Adds an attachment to a row.", since: .v10_0,
            evidence: .captured("Esri/arcgis-rest-js feature-service mocks")
        ) { $0.addAttachment() },
        Resource(
            "{layer}/{oid}/updateAttachment", [.featureServer], "Replaces an attachment.", since: .v10_0,
            evidence: .captured("Esri/arcgis-rest-js feature-service mocks")
        ) { $0.updateAttachment() },
        Resource(
            "{layer}/{oid}/deleteAttachments", [.featureServer], "Deletes attachments of a row.", since: .v10_0,
            evidence: .captured("Esri/arcgis-rest-js feature-service mocks")
        ) { $0.deleteAttachments() },
    ]
}

/// A single row by its id.
extension ServiceRequest {
    func row() -> Result {
        switch findRow() {
        case .failure(let refused): return .refused(refused)
        case .success(let (_, store, row)):
            let data = store.layer
            let fields = data.indices
            return .json(.object([.init("feature", feature(row, fields, data, data.reference, hasGeometry: true))]))
        }
    }

    /// Returns the row in the path.
    func findRow() -> Swift.Result<(layer: Layer, store: FeatureStore, row: Feature), Refused> {
        findRows(names["layer"] ?? "").flatMap { layer, store in
            let text = names["oid"] ?? ""
            if let id = Int(text), let row = store.feature(id) { return .success((layer, store, row)) }
            let operations = MapServices.resources.filter { $0.kinds.contains(kind) && $0.path.hasPrefix("{layer}/") }
                .map { String($0.path.dropFirst("{layer}/".count)) }.filter { !$0.contains("/") && !$0.hasPrefix("{") }
            let near = Int(text) == nil ? Suggestion.nearest(to: text, among: operations) : nil
            return .failure(
                Refused(
                    code: 400, message: "Unable to complete operation.", details: [],
                    verdict: absent(text, ofLayer: true)
                        ?? Verdict(
                            MapServices.RowRules.row,
                            facts: [.init("layer", String(layer.id)), .init("objectId", text)],
                            wouldPass: near.map { "did you mean \($0)?" }
                                ?? "the \(store.layer.objectIDField) of a row")))
        }
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
