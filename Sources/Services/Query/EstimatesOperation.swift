// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `getEstimates` of a layer and of a service: how many rows there are, and where.
enum EstimatesOperation {
    static func layer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (layer, store) = try request.rows(ofLayer: request.names["layer"] ?? "", in: service)
        return .json(.object(members(layer, store.layer, request, service)))
    }

    /// Each layer with its id.
    static func service(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let layers = service.layers.compactMap { layer -> JSON? in
            guard let data = layer.data else { return nil }
            return .object([.init("id", .int(layer.id))] + members(layer, data, request, service))
        }
        return .json(.object([.init("layerEstimates", .array(layers))]))
    }

    private static func members(
        _ layer: Layer, _ data: LayerData, _ request: ServiceRequest, _ service: ServiceModel
    ) -> [JSON.Member] {
        let count = JSON.Member("count", .int(ServiceRequest.counted(data.features.count, layer.sourceState)))
        guard data.geometryType != nil else { return [count] }
        let extent = Description.extent(data.extent, data.reference.short(request.version))
        return [count, .init("extent", extent)]
    }
}
