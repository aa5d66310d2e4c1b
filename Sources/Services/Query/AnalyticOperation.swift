// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `queryAnalytic` of a layer: its rows with values of window functions, filtered and ordered by them.
enum AnalyticOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (layer, store) = try request.rows(ofLayer: request.names["layer"] ?? "", in: service)
        try request.works(layer)
        let version = request.version
        let subject = service.subject(version, layer)
        guard QueryCapability.queryAnalytic.isThere(subject) else {
            throw request.noOperation("queryAnalytic", .queryAnalytic)
        }
        let text = request.given("outanalytics") ?? ""
        // The source's filters come first; pages, order and fields are of the rows with the values.
        var source = request
        let later = [
            "orderbyfields", "resultoffset", "resultrecordcount", "outfields", "outstatistics", "having",
            "havingclause", "returndistinctvalues", "quantizationparameters",
        ]
        source.parameters.removeAll { later.contains($0.name) }
        if source.given("where") == nil { source.parameters.append(.init("where", "1=1")) }
        let manner = QueryBehavior(&request)
        let isHosted = service.isHosted(version)
        let reader = QueryReader(
            request: source, layer: store.layer, of: layer, isHosted: isHosted, manner: manner, subject: subject)
        let analytics = try AnalyticReader(reader: reader, text: text).read()
        let rows = try reader.read()
        // What is asked of them is read at once, so that what is wrong with it is said at once.
        var data = store.layer
        data.fields += analytics.map(\.field)
        data.features = []
        let query = try Self.query(request, data, analytics, isHosted, manner)
        let (runtime, most) = (service.runtime(at: version), service.most(layer, query, version))
        let asked = request
        return request.later(in: &service) { () throws(ServiceError) in
            let made: LayerData
            do throws(FeatureStore.Failure) {
                made = try Analytic.layer(analytics, rows, store)
            } catch {
                throw asked.failed(error)
            }
            let store = FeatureStore(made)
            let read = QueryPlan(
                request: asked, store: store, most: most,
                prepared: PreparedQuery(query: query, manner: manner), runtime: runtime)
            let prepared = PreparedQuery(query: query, manner: manner, text: read.text())
            return try QueryPlan(
                request: asked, store: store, most: most, prepared: prepared, runtime: runtime
            ).result()
        }
    }

    /// Reads the query of the rows with their values: `analyticWhere`, fields, order and pages.
    private static func query(
        _ request: ServiceRequest, _ data: LayerData, _ analytics: [Analytic], _ isHosted: Bool,
        _ manner: QueryBehavior
    ) throws(ServiceError) -> Query {
        var asked = request
        let source = ["where", "objectids", "geometry", "time", "outstatistics", "returndistinctvalues"]
        asked.parameters.removeAll { source.contains($0.name) }
        asked.parameters.append(.init("where", request.given("analyticwhere") ?? "1=1"))
        var query = try QueryReader(request: asked, layer: data, isHosted: isHosted, manner: manner).read()
        let first = data.fields.count - analytics.count
        query.fields = query.fields.filter { $0 < first } + Array(first..<data.fields.count)
        return query
    }
}
