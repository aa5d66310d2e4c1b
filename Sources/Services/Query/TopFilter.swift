// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `topFilter` of queryTopFeatures (documented): the first rows of each group, in its own order.
struct TopFilter: Sendable {
    var groups: [Query.Term]
    var order: [Query.Term]
    var count: Int

    /// Returns the object ids of these rows in the query's order, or else group by group in the filter's order
    /// (inferred).
    func ids(_ query: Query, _ store: FeatureStore, limit: Int) throws(FeatureStore.Failure) -> [Int] {
        var all = query
        all.top = nil
        let condition = try all.narrowed(store)
        func list(_ terms: [Query.Term]) -> String {
            terms.map { Query.term($0.sql, $0.isDescending) }.joined(separator: ", ")
        }
        let index = "row_number() OVER (PARTITION BY \(groups.map(\.sql).joined(separator: ", ")) "
        let sql =
            "SELECT c0 FROM (SELECT *, \(index) ORDER BY \(list(order)), c0) AS place FROM f WHERE \(condition.sql)) "
            + "WHERE place <= \(count) ORDER BY \(list(query.order.isEmpty ? groups : query.order)), place, c0 "
            + "LIMIT \(limit) OFFSET \(query.offset)"
        let values = groups.flatMap(\.values) + order.flatMap(\.values) + condition.values
        let sorted = (query.order.isEmpty ? groups : query.order).flatMap(\.values)
        return try store.rows(sql, values + sorted).compactMap { $0.first?.integer }
    }
}

extension QueryReader {
    func topFilter() throws(ServiceRequest.Refused) -> TopFilter {
        let text = given("topfilter") ?? ""
        let json = try? JSONReader.read(Array(text.utf8))
        guard let count = json?["topCount"]?.integer, count > 0,
            let groups = QueryReader.names(json?["groupByFields"]),
            let order = QueryReader.names(json?["orderByFields"])
        else { throw reading.badParameter("topFilter", text) }
        return TopFilter(groups: try terms(groups, "topFilter"), order: try terms(order, "topFilter"), count: count)
    }

    /// Reads an array, or a string separated by commas: clients send both.
    private static func names(_ json: JSON?) -> [String]? {
        let names = json?.elements?.compactMap(\.text) ?? json?.text.map { SQLParser.parts($0) }
        return names?.isEmpty == false ? names : nil
    }
}

extension MapServices {
    static let queriedAtTop: [Resource] = [
        Resource(
            "{layer}/queryTopFeatures", [.featureServer], "The first rows of each group, of a hosted layer.",
            since: .v10_7_1,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/query-top-features-feature-service-layer/")
        ) { reading in
            guard reading.service.isHosted(reading.version) else { return .refused(reading.noTopFeatures()) }
            switch reading.plan(layer: reading.names["layer"] ?? "", isTop: true) {
            case .failure(let refused): return .refused(refused)
            case .success(let plan): return .later { plan.result() }
            }
        }
    ]
}

extension ServiceRequest {
    /// Returns the error of other services: the operation is documented for hosted services only, and no answer of
    /// others was captured.
    fileprivate func noTopFeatures() -> Refused {
        Refused(
            code: 400, message: "Unable to complete operation.", details: [],
            verdict: Verdict(
                MapServices.Rules.notHosted, facts: [.init("service", service.name)],
                wouldPass: "a hosted service, whose layers have supportsTopFeaturesQuery"))
    }
}
