// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `queryDataElements`: the datasets behind layers, of services in the runtime of ArcGIS Pro.
enum DataElementsOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        guard service.isPro(request.version) else { throw request.noDataElements() }
        let text = request.given("layers") ?? ""
        guard let asked = (try? JSONReader.read(Array(text.utf8)))?.elements else {
            throw request.badParameter("layers", text)
        }
        var elements: [JSON] = []
        for id in asked {
            guard let number = id.integer else { throw request.badParameter("layers", text) }
            let (layer, store) = try request.rows(ofLayer: String(number), in: service)
            elements.append(
                .object([
                    .init("layerId", .int(number)), .init("dataElement", element(layer, store.layer, request.version)),
                ]))
        }
        return .json(.object([.init("layerDataElements", .array(elements))]))
    }

    /// The keys of data elements in Esri's XML schema of geodatabases, as far as a layer knows them.
    private static func element(_ layer: Layer, _ data: LayerData, _ version: Version) -> JSON {
        let isTable = data.geometryType == nil
        let fields = data.indices.map { index -> JSON in
            let field = data.fields[index]
            return .object([
                .init("name", .string(field.name)), .init("type", .string(field.type.rawValue)),
                .init("isNullable", .bool(field.isNullable)), .init("length", .int(field.length ?? 0)),
                .init("aliasName", .string(field.alias)), .init("editable", .bool(field.isEditable)),
                .init("domain", field.domain?.json ?? .null),
            ])
        }
        var members: [JSON.Member] = [
            .init("datasetType", .string(isTable ? "esriDTTable" : "esriDTFeatureClass")),
            .init("catalogPath", .string("/\(isTable ? "T" : "FC")=\(layer.name)")), .init("name", .string(layer.name)),
            .init("childrenExpanded", .bool(false)), .init("versioned", .bool(false)), .init("hasOID", .bool(true)),
            .init("objectIdFieldName", .string(data.objectIDField)), .init("aliasName", .string(layer.name)),
            .init("hasGlobalID", .bool(data.globalIDField != nil)),
            .init("globalIdFieldName", .string(data.globalIDField ?? "")),
            .init("fields", .object([.init("fieldArray", .array(fields))])),
            .init("subtypeFieldName", .string(layer.typeField ?? "")),
        ]
        if let type = data.geometryType {
            members += [
                .init("featureType", .string("esriFTSimple")), .init("shapeType", .string(type.rawValue)),
                .init("shapeFieldName", .string(data.geometryField)), .init("hasM", .bool(data.hasM)),
                .init("hasZ", .bool(data.hasZ)), .init("hasSpatialIndex", .bool(true)),
                .init("extent", Description.extent(data.extent, data.reference.short(version))),
                .init("spatialReference", data.reference.short(version)),
            ]
        }
        return .object(members)
    }
}

extension ServiceRequest {
    /// Returns the error of a service that does not say `supportsQueryDataElements`.
    fileprivate func noDataElements() -> ServiceError {
        ServiceError(
            Queries.ErrorBodies.noOperation.about("queryDataElements"),
            Verdict(
                Queries.Rules.unsupported,
                facts: [.init("operation", "queryDataElements"), .init("supportsQueryDataElements", "false")],
                wouldPass: "a service in the runtime of ArcGIS Pro",
                evidence: .inferred("no real service's answer was captured")))
    }
}
