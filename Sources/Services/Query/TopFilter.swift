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
        return try store.rows(sql, values + sorted, among: condition.ids).compactMap { $0.first?.integer }
    }
}

extension QueryReader {
    func topFilter() throws(ServiceError) -> TopFilter {
        let text = given("topfilter") ?? ""
        let json = try? JSONReader.read(Array(text.utf8))
        guard let count = json?["topCount"]?.integer, count > 0,
            let groups = QueryReader.names(json?["groupByFields"]),
            let order = QueryReader.names(json?["orderByFields"])
        else { throw request.badParameter("topFilter", text) }
        return TopFilter(groups: try terms(groups, "topFilter"), order: try terms(order, "topFilter"), count: count)
    }

    /// Reads an array, or a string separated by commas: clients send both.
    private static func names(_ json: JSON?) -> [String]? {
        let names = json?.elements?.compactMap(\.text) ?? json?.text.map { SQLParser.parts($0) }
        return names?.isEmpty == false ? names : nil
    }
}
