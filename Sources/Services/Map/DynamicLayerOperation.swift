// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `dynamicLayer` of a map, and what is below it: a layer that the request defines, described, queried or classified.
enum DynamicLayerOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try with(&request, service) { request, service throws(ServiceError) in
            try LayersOperation.layer(&request, in: &service)
        }
    }

    static func query(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try with(&request, service) { request, service throws(ServiceError) in
            try QueryOperation.answer(&request, in: &service)
        }
    }

    static func renderer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try with(&request, service) { request, service throws(ServiceError) in
            try GenerateRendererOperation.answer(&request, in: &service)
        }
    }

    /// Does what is done to a layer with the layer that `layer` defines.
    private static func with(
        _ request: inout ServiceRequest, _ service: ServiceModel,
        _ operation: (inout ServiceRequest, inout ServiceModel) throws(ServiceError) -> ServiceResponse
    ) throws(ServiceError) -> ServiceResponse {
        let example = #"{"id":0,"source":{"type":"mapLayer","mapLayerId":0}}"#
        guard service.supportsDynamicLayers(request.version) else {
            throw request.lacking("supportsDynamicLayers", service.capabilities ?? "Map,Query,Data")
        }
        guard let text = request.given("layer"), var json = try? JSONReader.read(json5: Array(text.utf8)),
            let members = json.members
        else { throw request.badMapParameter("layer", request.given("layer") ?? "", example) }
        // Its id is optional here (documented).
        if json["id"]?.integer == nil {
            json = .object([.init("id", json["source"]?["mapLayerId"] ?? .int(0))] + members)
        }
        var drawn = service
        do throws(DynamicLayers.Problem) {
            drawn.layers = try DynamicLayers(
                String(decoding: JSONWriter.json(.array([json])), as: UTF8.self), of: service
            )
            .layers
        } catch {
            switch error {
            case .unread(let wouldPass): throw request.badMapParameter("layer", text, wouldPass)
            case .notEmulated(let what): throw request.notEmulated("layer", what)
            }
        }
        request.names["layer"] = drawn.layers.first.map { String($0.id) }
        request.parameters.removeAll { $0.name == "layer" }
        return try operation(&request, &drawn)
    }
}
