// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// `query` of a layer, and `queryTopFeatures`.
enum QueryOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let plan = try request.plan(layer: request.names["layer"] ?? "", in: service)
        if let result = try plan.quickResult() { return result }
        return .deferred { () throws(ServiceError) in try plan.result() }
    }

    static func top(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        guard service.isHosted(request.version) else { throw request.noTopFeatures() }
        let plan = try request.plan(layer: request.names["layer"] ?? "", in: service, isTop: true)
        return .deferred { () throws(ServiceError) in try plan.result() }
    }
}

extension ServiceRequest {
    /// Reads a layer's query and refuses an invalid one.
    ///
    /// `isTop` says whether it is `queryTopFeatures`.
    mutating func plan(
        layer id: String, in service: ServiceModel, isTop: Bool = false
    ) throws(ServiceError) -> QueryPlan {
        let (layer, store) = try rows(ofLayer: id, in: service)
        try works(layer)
        let runtime = service.runtime(at: version)
        let subject = service.subject(version, layer)
        try keep(promisesOf: subject)
        // A layer that does not list the format answers with JSON (rowanwins/arcgis-pbf-parser#1, reported).
        if format == "pbf", !QueryFormat.pbf.isIn(QueryFormat.list(subject)), choice(.queryPBF) == .pass {
            format = "json"
        }
        let key = isTop ? nil : PreparedQuery.Key.of(self, layer, service.runtime)
        if let key, let known = store.prepared[key] {
            return QueryPlan(
                request: self, store: store, most: service.most(layer, known.query, version), prepared: known,
                runtime: runtime, state: layer.sourceState)
        }
        let manner = QueryBehavior(&self)
        let seed = manner.pageOrder == .shuffled ? generator.next() : 0
        let query = try QueryReader(
            request: self, layer: store.layer, of: layer, isHosted: service.isHosted(version), manner: manner,
            subject: subject, isTop: isTop, seed: seed
        ).read()
        let most = service.most(layer, query, version)
        let rank = store.layer.rank
        let read = QueryPlan(
            request: self, store: store, most: most,
            prepared: PreparedQuery(query: query, manner: manner, rank: rank), runtime: runtime)
        let prepared = PreparedQuery(query: query, manner: manner, rank: rank, text: read.text())
        if let key, key.isLasting { store.prepared.keep(prepared, for: key) }
        return QueryPlan(
            request: self, store: store, most: most, prepared: prepared, runtime: runtime,
            state: layer.sourceState)
    }

    /// Returns the object ids of all rows that a query finds; refuses a query that fails while it runs.
    func ids(_ query: Query, _ store: FeatureStore) throws(ServiceError) -> [Int] {
        do throws(FeatureStore.Failure) { return try query.ids(store, limit: -1) } catch { throw failed(error) }
    }
}
