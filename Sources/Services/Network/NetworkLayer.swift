// SPDX-License-Identifier: Apache-2.0

import Formats

/// A layer of a network service, as the paths of a scenario's answers show it: `Route/solve` is of a route layer.
struct NetworkLayer: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        case route = "esriNAServerRouteLayer"
        case serviceArea = "esriNAServerServiceAreaLayer"
        case closestFacility = "esriNAServerClosestFacilityLayer"
        case costs = "esriNAServerODCostMatrixLayer"
        case locationAllocation = "esriNAServerLocationAllocationLayer"
        case vehicles = "esriNAServerVRPLayer"

        /// The operation that solves it.
        var operation: String {
            switch self {
            case .route: "solve"
            case .serviceArea: "solveServiceArea"
            case .closestFacility: "solveClosestFacility"
            case .costs: "solveODCostMatrix"
            case .locationAllocation: "solveLocationAllocation"
            case .vehicles: "solveVehicleRoutingProblem"
            }
        }
    }

    var name: String
    var kind: Kind
}

extension ServiceModel {
    /// The layers by the paths of the scenario's answers, in the order of their names.
    var networkLayers: [NetworkLayer] {
        canned.keys.sorted().compactMap { path in
            let parts = path.split(separator: "/")
            if parts.count == 2, let kind = NetworkLayer.Kind.allCases.first(where: { $0.operation == parts[1] }) {
                return NetworkLayer(name: String(parts[0]), kind: kind)
            }
            guard parts.count == 1, case .json(let json)? = canned[path],
                let kind = NetworkLayer.Kind(rawValue: json["layerType"]?.text ?? "")
            else { return nil }
            return NetworkLayer(name: path, kind: kind)
        }.reduce(into: []) { list, layer in if !list.contains(layer) { list.append(layer) } }
    }
}
