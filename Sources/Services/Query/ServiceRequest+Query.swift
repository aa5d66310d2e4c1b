// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension MapServices {
    static let queried: [Resource] = [
        Resource(
            "{layer}/query", [.mapServer, .featureServer], "The rows of a layer.",
            evidence: .captured("docs/reference/query.md")
        ) { reading in
            switch reading.plan(layer: reading.names["layer"] ?? "") {
            case .failure(let refused): return .refused(refused)
            case .success(let plan):
                if let result = plan.quickResult() { return result }
                return .later { plan.result() }
            }
        }
    ]
}

/// `query` of a layer: docs/reference/query.md.
extension ServiceRequest {
    /// Reads a layer's query and refuses an invalid one.
    ///
    /// `isTop` says whether it is `queryTopFeatures`.
    package mutating func plan(layer id: String, isTop: Bool = false) -> Swift.Result<QueryPlan, Refused> {
        switch findRows(id) {
        case .failure(let refused): return .failure(refused)
        case .success(let (layer, store)):
            let key = isTop ? nil : PreparedQuery.Key.of(self, layer)
            if let key, let known = store.prepared[key] {
                return .success(QueryPlan(reading: self, store: store, most: most(layer, known.query), prepared: known))
            }
            let manner = QueryBehavior(&self)
            return QueryReader(reading: self, layer: store.layer, of: layer, manner: manner, isTop: isTop).read().map {
                query in
                let most = most(layer, query)
                let read = QueryPlan(
                    reading: self, store: store, most: most, prepared: PreparedQuery(query: query, manner: manner))
                let prepared = PreparedQuery(query: query, manner: manner, text: read.text())
                if let key, key.isLasting { store.prepared.keep(prepared, for: key) }
                return QueryPlan(reading: self, store: store, most: most, prepared: prepared)
            }
        }
    }

    /// Returns the object ids of all rows that a query finds; refuses a query that fails while it runs.
    func ids(_ query: Query, _ store: FeatureStore) -> Swift.Result<[Int], Refused> {
        Swift.Result { () throws(FeatureStore.Failure) in try query.ids(store, limit: -1) }.mapError(failed)
    }
}
