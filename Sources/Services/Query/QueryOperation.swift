// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// `query` of a layer, and `queryTopFeatures`.
enum QueryOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        if request.format == "kmz" { request.asksInDegrees() }
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
        // A subject copies service and layer, which most queries can do without.
        if !layer.unsupported.isEmpty { try keep(promisesOf: service.subject(version, layer)) }
        try knowsDates(layer)
        if let reference = given("defaultsr"), kind == .featureServer, version.knows("defaultsr") {
            useDefault(reference, service.subject(version, layer))
        }
        // A layer that does not list the format answers with JSON (rowanwins/arcgis-pbf-parser#1, reported).
        if format == "pbf", !QueryFormat.pbf.isIn(QueryFormat.list(service.subject(version, layer))),
            choice(.queryPBF) == .pass
        {
            format = "json"
        }
        let key = isTop ? nil : PreparedQuery.Key.of(self, layer, service.runtime)
        if let key, let known = store.prepared[key] {
            // A query is large to copy, and most name no kind of limit.
            let isUsual = known.query.resultType == nil && known.query.countFactor == 1
            let most = isUsual ? service.most(layer, version) : service.most(layer, known.query, version)
            return QueryPlan(
                request: self, store: store, most: most, prepared: known,
                runtime: runtime, state: layer.sourceState)
        }
        let manner = QueryBehavior(&self)
        let seed = manner.pageOrder == .shuffled ? generator.next() : 0
        let query = try QueryReader(
            request: self, layer: store.layer, of: layer, isHosted: service.isHosted(version), manner: manner,
            subject: service.subject(version, layer), isTop: isTop, seed: seed
        ).read()
        let most = service.most(layer, query, version)
        let read = QueryPlan(
            request: self, store: store, most: most,
            prepared: PreparedQuery(query: query, manner: manner), runtime: runtime)
        let prepared = PreparedQuery(query: query, manner: manner, text: read.text())
        if let key, key.isLasting { store.prepared.keep(prepared, for: key) }
        return QueryPlan(
            request: self, store: store, most: most, prepared: prepared, runtime: runtime,
            state: layer.sourceState)
    }

    /// Returns the object ids of all rows that a query finds; refuses a query that fails while it runs.
    func ids(_ query: Query, _ store: FeatureStore) throws(ServiceError) -> [Int] {
        do throws(FeatureStore.Failure) { return try query.ids(store, limit: -1) } catch { throw failed(error) }
    }

    /// Refuses a client that does not say that it can do with dates of an unknown zone (documented: an error).
    func knowsDates(_ layer: Layer) throws(ServiceError) {
        guard layer.described?["datesInUnknownTimezone"]?.truth == true, version.knows("timereferenceunknownclient"),
            !isTrue("timereferenceunknownclient")
        else { return }
        throw badParameter("timeReferenceUnknownClient", given("timereferenceunknownclient") ?? "false")
    }

    /// KML has coordinates in degrees only.
    fileprivate mutating func asksInDegrees() {
        parameters.removeAll { $0.name == "outsr" }
        parameters.append(.init("outsr", "4326"))
    }

    /// `defaultSR` is the reference of what has none: of the geometry that is sent, and of those that come.
    private mutating func useDefault(_ reference: String, _ subject: Description.Subject) {
        guard QueryCapability.defaultReference.isThere(subject) else { return }
        for name in ["insr", "outsr"] where given(name) == nil {
            parameters.removeAll { $0.name == name }
            parameters.append(.init(name, reference))
        }
    }
}
