// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Contingent values: which values of fields go together. A layer has those that its description says, or none.
enum ContingentValuesOperation {
    static func groups(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let layer = try request.layer(request.names["layer"] ?? "", in: service)
        return .json(.object([.init("fieldGroups", layer.described?["fieldGroups"] ?? .array([]))]))
    }

    static func values(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        .json(values(of: try request.layer(request.names["layer"] ?? "", in: service)))
    }

    /// Those of several layers; without a list of them, of all.
    static func service(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        var layers = service.layers.filter { $0.store != nil }
        if let text = request.given("layers") {
            guard let ids = (try? JSONReader.read(Array(text.utf8)))?.elements?.map(\.integer), !ids.contains(nil)
            else { throw request.badParameter("layers", text) }
            layers = []
            for id in ids { layers.append(try request.layer(String(id ?? 0), in: service)) }
        }
        let sets = layers.map { layer -> JSON in
            .object([.init("layerId", .int(layer.id))] + (values(of: layer).members ?? []))
        }
        return .json(.object([.init("contingentValueSets", .array(sets))]))
    }

    private static func values(of layer: Layer) -> JSON {
        if let told = layer.described?["contingentValues"], told.members != nil { return told }
        return .object([
            .init("typeCodes", .array(["Any", "Null", "Code", "Range"].map(JSON.string))),
            .init("stringDicts", .array([])),
            .init("contingentValuesDefinition", .object([.init("fieldGroups", .array([]))])),
        ])
    }
}
