// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The layer that a request names.
extension ServiceRequest {
    func layer(_ id: String, in service: ServiceModel) throws(ServiceError) -> Layer {
        for index in service.layers.indices where String(service.layers[index].id) == id {
            return service.layers[index]
        }
        let ids = service.layers.map { String($0.id) }.joined(separator: ", ")
        // A hosted service says so of layers too (captured).
        throw ServiceError(
            service.isHosted(version) ? Commons.ErrorBodies.hostedUnknownLayer : Commons.ErrorBodies.unknownLayer,
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
            Commons.ErrorBodies.noRows,
            Verdict(
                Commons.Rules.noRows, facts: [.init("layer", id), .init("type", layer.kind.rawValue)],
                wouldPass: "a layer or table with rows"))
    }
}
