// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A layer of a network service, and `retrieveTravelModes`.
enum NetworkLayerOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let layer = try layer(request, service)
        // What the network would say of itself is left out; lists of it are empty.
        var members: [JSON.Member] = [
            .init("currentVersion", .number(request.version.number ?? "")), .init("layerName", .string(layer.name)),
            .init("layerType", .string(layer.kind.rawValue)), .init("restrictions", .array([])),
            .init("accumulateAttributeNames", .array([])), .init("attributeParameterValues", .array([])),
        ]
        if request.version >= .v10_1 { members.append(.init("hasZ", .bool(false))) }
        if request.version >= .v10_3 { members.append(.init("supportedTravelModes", .array([]))) }
        if request.version >= .v10_4 { members.append(.init("defaultTravelMode", .string(""))) }
        return .json(.object(members))
    }

    static func modes(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let layer = try layer(request, service)
        var told: JSON?
        if case .json(let json)? = service.canned[layer.name] { told = json }
        return .json(
            .object([
                .init("supportedTravelModes", told?["supportedTravelModes"] ?? .array([])),
                .init("defaultTravelMode", told?["defaultTravelMode"] ?? .string("")),
            ]))
    }

    private static func layer(
        _ request: ServiceRequest, _ service: ServiceModel
    ) throws(ServiceError) -> NetworkLayer {
        let name = request.names["name"] ?? ""
        let layers = service.networkLayers
        if let layer = layers.first(where: { $0.name == name }) { return layer }
        throw ServiceError(
            Geoprocessing.ErrorBodies.unknown,
            Verdict(
                Networks.Rules.unknownLayer, facts: [.init("layer", name)],
                wouldPass: layers.isEmpty
                    ? "results: { \"Route/solve\": { … } } of the service in the scenario"
                    : "one of \(layers.map(\.name).joined(separator: ", "))"))
    }
}
