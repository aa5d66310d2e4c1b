// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension MapServices {
    static let queriedAtOnce: [Resource] = [
        Resource(
            "query", [.featureServer], "The rows of several layers.", since: .v10_0,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/query-feature-service/; TerriaJS/terriajs of a layer's part"
            )
        ) { $0.queryLayers() }
    ]
}

/// `query` of a service: the same query of several layers, each with its own condition and fields.
extension ServiceRequest {
    /// The parameters of a layer's query that a service's query ignores.
    private static let ofLayers: Set<String> = [
        "where", "outfields", "objectids", "outstatistics", "groupbyfieldsforstatistics", "having", "havingclause",
        "orderbyfields", "resultoffset", "resultrecordcount", "returndistinctvalues", "returnextentonly", "text",
        "returncentroid", "quantizationparameters", "distance", "units", "resulttype", "returnexceededlimitfeatures",
        "maxrecordcountfactor",
    ]

    mutating func queryLayers() -> Result {
        // Documented: html and json.
        if format == "geojson" || format == "pbf" { return .refused(badFormat()) }
        guard given("layerdefs") != nil || given("geometry") != nil || given("time") != nil else {
            return .refused(noFilter())
        }
        guard let definitions = LayerDefinitions(given("layerdefs") ?? "") else {
            return .refused(badParameter("layerDefs", given("layerdefs") ?? ""))
        }
        // The named layers, or all that have rows (inferred).
        let ids = definitions.ids.isEmpty ? service.layers.filter { $0.store != nil }.map(\.id) : definitions.ids
        var plans: [(id: Int, plan: QueryPlan)] = []
        let asked = parameters
        defer { parameters = asked }
        for id in ids {
            parameters = asked.filter { !Self.ofLayers.contains($0.name) }
            parameters.append(.init("where", definitions[id] ?? "1=1"))
            // Without a list of fields, all are returned (captured).
            parameters.append(.init("outfields", definitions.fields[id] ?? "*"))
            switch plan(layer: String(id)) {
            case .failure(let refused): return .refused(refused)
            case .success(var plan):
                plan.isOfService = true
                plans.append((id, plan))
            }
        }
        return .later { [plans] in
            var layers: [JSON] = []
            for (id, plan) in plans {
                let result = plan.result()
                guard case .json(let json) = result else { return result }
                layers.append(.object([.init("id", .int(id))] + (json.members ?? [])))
            }
            return .json(.object([.init("layers", .array(layers))]))
        }
    }
}
