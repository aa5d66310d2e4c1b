// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The layer that a request names.
extension ServiceRequest {
    /// Returns the index of a layer, which is too large to copy for each request.
    func index(ofLayer id: String, in service: ServiceModel) -> Int? {
        service.layers.indices.first { String(service.layers[$0].id) == id }
    }

    func layer(_ id: String, in service: ServiceModel) throws(ServiceError) -> Layer {
        if let index = index(ofLayer: id, in: service) { return service.layers[index] }
        let ids = service.layers.map { String($0.id) }.joined(separator: ", ")
        // Hosted services say it of layers too; ArcGIS Online came to name the layer (captured).
        let body =
            switch (service.isHosted(version), version.isOnline) {
            case (true, true): Commons.ErrorBodies.onlineUnknownLayer.about(id)
            case (true, false): Commons.ErrorBodies.hostedUnknownLayer
            case (false, _): Commons.ErrorBodies.unknownLayer.about(id)
            }
        throw ServiceError(
            body,
            Verdict(
                Commons.Rules.unknownLayer, facts: [.init("layer", id), .init("service", serviceName)],
                wouldPass: ids.isEmpty ? "a service with layers" : "one of \(ids)"))
    }

    /// Returns a layer that has rows.
    func rows(ofLayer id: String, in service: ServiceModel) throws(ServiceError) -> (layer: Layer, store: FeatureStore)
    {
        let layer = try layer(id, in: service)
        if let store = layer.store { return (layer, store) }
        throw ServiceError(
            kind == .mapServer ? Commons.ErrorBodies.mapGroup : Commons.ErrorBodies.noRows,
            Verdict(
                Commons.Rules.noRows, facts: [.init("layer", id), .init("type", layer.kind.rawValue)],
                wouldPass: "a layer or table with rows"))
    }
}
