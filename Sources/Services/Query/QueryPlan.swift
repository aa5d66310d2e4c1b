// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A parsed query that has not run.
struct QueryPlan: Sendable {
    let request: ServiceRequest
    let store: FeatureStore
    /// The largest number of rows in an answer, whatever is requested.
    let most: Int
    let prepared: PreparedQuery
    /// What the service runs in, which determines the form of answers.
    let runtime: Runtime
    /// The state of the layer's source, by which it counts.
    var state = SourceState.working
    /// A Boolean value that indicates whether it is part of a query of the whole service.
    var isOfService = false
    /// The id of its layer, for such a part.
    var layerID = 0

    var query: Query { prepared.query }
    var manner: QueryBehavior { prepared.manner }
    var data: LayerData { store.layer }
    var version: Version { request.version }

    /// Returns the object ids of all requested rows.
    func ids() throws(ServiceError) -> [Int] { try request.ids(query, store) }

    func result() throws(ServiceError) -> ServiceResponse { try run(query) }

    /// Returns the result if few rows suffice, or `nil` so that a worker computes it and the event loop continues.
    func quickResult() throws(ServiceError) -> ServiceResponse? {
        guard prepared.query.isScan else { return isOfFewRows ? try run(prepared.query) : nil }
        guard let lookUp = prepared.lookUp, var ids = store.find(lookUp) else { return nil }
        var found = query
        found.condition = .everything
        if let asked = found.objectIDs { ids.removeAll { !asked.contains($0) } }
        found.objectIDs = ids
        return try run(found)
    }

    /// A Boolean value that indicates whether a query without conditions reads and writes so few rows that nobody has to
    /// wait for them: twenty polygons take some hundred microseconds.
    private var isOfFewRows: Bool {
        let few = 20
        if let ids = query.objectIDs { return ids.count <= few }
        let count = store.layer.features.count
        if count <= few || count <= 10_000 && request.isTrue("returncountonly") { return true }
        let isPage = !["returncountonly", "returnidsonly"].contains { request.isTrue($0) } && !isExtentOnly
        return isPage && min(query.count ?? most, most) <= few
    }

    private func run(_ query: Query) throws(ServiceError) -> ServiceResponse {
        do throws(FeatureStore.Failure) {
            return try answer(query)
        } catch {
            throw request.failed(error)
        }
    }

    private func answer(_ query: Query) throws(FeatureStore.Failure) -> ServiceResponse {
        if let statistics = query.statistics { return try summed(statistics, query) }
        if query.isDistinct { return try distinct(query) }
        let asksAlone = manner.countAndIDs == .pass
        // The count takes precedence over the ids (documented).
        if asksAlone, request.isTrue("returncountonly") { return try counted(query) }
        if asksAlone, let uniqueIDs = query.uniqueIDs {
            return .json(uniqueIDs.json(try query.ids(store, limit: -1), store))
        }
        if asksAlone, request.isTrue("returnidsonly") { return try identified(query) }
        if isExtentOnly { return try extent(query) }
        let page = try page(query)
        return switch request.format {
        case "geojson": .written(geoJSON(page, query))
        case "kmz": .file(kml(page, query).file())
        case "pbf": .bytes(pbf(page, query), type: QueryPlan.pbfType)
        default: isOfService ? .json(ofService(layerID, page, query)) : .written(features(page, query))
        }
    }

    /// Available since 10.3 (documented).
    private var isExtentOnly: Bool {
        request.isTrue("returnextentonly") && version >= .v10_3
    }

    /// Returns the largest number of rows in an answer.
    func limit(_ query: Query) -> Int {
        min(query.count ?? .max, most)
    }

    // MARK: Counts, ids, extents

    private func counted(_ query: Query) throws(FeatureStore.Failure) -> ServiceResponse {
        if query.isEverything, !isExtentOnly { return count(ServiceRequest.counted(data.features.count, state)) }
        let ids = try query.ids(store, limit: -1)
        if isExtentOnly {
            if request.format == "pbf" { return .bytes(pbf(extent: around(ids), ids.count), type: QueryPlan.pbfType) }
            return .json(.object([.init("count", .int(ids.count)), .init("extent", envelope(ids))]))
        }
        return count(ServiceRequest.counted(ids.count, state))
    }

    /// Returns the ids, which maxRecordCount does not limit.
    private func identified(_ query: Query) throws(FeatureStore.Failure) -> ServiceResponse {
        let ids = try query.ids(store, limit: -1)
        if request.format == "pbf" { return .bytes(pbf(ids: ids), type: QueryPlan.pbfType) }
        let none: JSON = manner.noIDs == .null ? .null : .array([])
        // A query of a whole service puts the ids beside those of other layers.
        guard !ids.isEmpty, manner.objectIDForm != .double, !isOfService else {
            return .json(
                .object([
                    .init("objectIdFieldName", .string(data.objectIDField)),
                    .init("objectIds", ids.isEmpty ? none : .array(ids.map(objectID))),
                ]))
        }
        let name = JSON.object([.init("objectIdFieldName", .string(data.objectIDField))])
        var out = JSONWriter.json(name, style: version.style)
        out.removeLast()
        out += #","objectIds":["#.utf8
        for (index, id) in ids.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            JSONWriter.append(Int64(id), to: &out)
        }
        out += "]}".utf8
        return .written(out)
    }

    private func extent(_ query: Query) throws(FeatureStore.Failure) -> ServiceResponse {
        let ids = try query.ids(store, limit: -1)
        if request.format == "pbf" { return .bytes(pbf(extent: around(ids), nil), type: QueryPlan.pbfType) }
        return .json(.object([.init("extent", envelope(ids))]))
    }

    private func around(_ ids: [Int]) -> Envelope? {
        let envelopes = ids.lazy.compactMap { store.feature($0)?.envelope }
        let all = envelopes.reduce(nil) { whole, next in whole?.union(next) ?? next } as Envelope?
        return all.flatMap { query.form.project($0) }
    }

    private func envelope(_ ids: [Int]) -> JSON {
        guard let all = around(ids) else {
            if manner.emptyExtent == .null { return .null }
            // Captured at 10.4: four strings and no spatialReference.
            return .object(["xmin", "ymin", "xmax", "ymax"].map { JSON.Member($0, .string("NaN")) })
        }
        return .object([
            .init("xmin", .double(all.xmin)), .init("ymin", .double(all.ymin)), .init("xmax", .double(all.xmax)),
            .init("ymax", .double(all.ymax)), .init("spatialReference", query.outSR.short(version)),
        ])
    }

    /// Returns an id, as `6.4579816E7` where ids are doubles (captured); `123.0` below ten million.
    func objectID(_ id: Int) -> JSON {
        guard manner.objectIDForm == .double else { return .int(id) }
        guard case .number(let spelling) = JSON.double(Double(id)) else { return .int(id) }
        return .number(spelling.replacing("e", with: "E"))
    }
}
