// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `query` of a service: the same query of several layers, each with its own condition and fields.
enum ServiceQueryOperation {
    /// The parameters of a layer's query that a service's query ignores.
    private static let ofLayers: Set<String> = [
        "where", "outfields", "objectids", "outstatistics", "groupbyfieldsforstatistics", "having", "havingclause",
        "orderbyfields", "resultoffset", "resultrecordcount", "returndistinctvalues", "returnextentonly", "text",
        "returncentroid", "quantizationparameters", "distance", "units", "resulttype", "returnexceededlimitfeatures",
        "maxrecordcountfactor",
    ]

    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        // Documented: html and json; the root lists only JSON.
        if request.format == "geojson" { throw request.badFormat() }
        if request.format == "pbf" { request.format = "json" }
        guard request.given("layerdefs") != nil || request.given("geometry") != nil || request.given("time") != nil
        else { throw request.noFilter() }
        let text = request.given("layerdefs") ?? ""
        guard let definitions = LayerDefinitions(text) else { throw request.badParameter("layerDefs", text) }
        // The named layers, or all that have rows (inferred).
        let ids = definitions.ids.isEmpty ? service.layers.filter { $0.store != nil }.map(\.id) : definitions.ids
        var plans: [QueryPlan] = []
        let asked = request.parameters
        defer { request.parameters = asked }
        for id in ids {
            request.parameters = asked.filter { !ofLayers.contains($0.name) }
            request.parameters.append(.init("where", definitions[id] ?? "1=1"))
            // Without a list of fields, all are returned (captured).
            request.parameters.append(.init("outfields", definitions.fields[id] ?? "*"))
            var plan = try request.plan(layer: String(id), in: service)
            (plan.isOfService, plan.layerID) = (true, id)
            plans.append(plan)
        }
        return .deferred { [plans] () throws(ServiceError) in
            var layers: [JSON] = []
            for plan in plans {
                let result = try plan.result()
                guard case .json(let json) = result else { return result }
                let id = JSON.Member("id", .int(plan.layerID))
                layers.append(json["id"] == nil ? .object([id] + (json.members ?? [])) : json)
            }
            return .json(.object([.init("layers", .array(layers))]))
        }
    }
}
