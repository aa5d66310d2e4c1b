// SPDX-License-Identifier: Apache-2.0

import Formats

/// A window function of queryAnalytic: a value of each row that is made from the rows around it.
struct Analytic: Sendable {
    /// The field of the answer.
    var field: Field
    /// The function with its arguments.
    var sql: String
    var values: [Where.Value] = []
    var partition: [Query.Term] = []
    var order: [Query.Term] = []
    /// The frame of the window; empty is SQL's own.
    var frame = ""

    /// The function over its window, and the values bound in it.
    var term: (sql: String, values: [Where.Value]) {
        var parts: [String] = []
        if !partition.isEmpty { parts.append("PARTITION BY " + partition.map(\.sql).joined(separator: ", ")) }
        if !order.isEmpty {
            let terms = order.map { Query.term($0.sql, $0.isDescending) }
            parts.append("ORDER BY " + terms.joined(separator: ", "))
        }
        if !frame.isEmpty { parts.append(frame) }
        return (
            "\(sql) OVER (\(parts.joined(separator: " ")))",
            values + partition.flatMap(\.values) + order.flatMap(\.values)
        )
    }

    /// Returns rows with the values of functions in new fields: those that meet the query's filters, for functions see
    /// no others.
    static func layer(
        _ analytics: [Analytic], _ query: Query, _ store: FeatureStore
    ) throws(FeatureStore.Failure) -> LayerData {
        let condition = try query.narrowed(store)
        let terms = analytics.map(\.term)
        let columns = (["c0"] + terms.map(\.sql)).joined(separator: ", ")
        let rows = try store.rows(
            "SELECT \(columns) FROM f WHERE \(condition.sql)", terms.flatMap(\.values) + condition.values,
            among: condition.ids)
        var found: [Int: [JSON]] = [:]
        for row in rows { row[0].integer.map { found[$0] = Array(row.dropFirst()) } }
        var data = store.layer
        let features = data.features.compactMap { feature -> Feature? in
            guard let values = found[feature.objectID] else { return nil }
            var feature = feature
            feature.values += zip(analytics, values).map { $0.field.type == .double ? double($1) : $1 }
            return feature
        }
        data.features = FeatureRows(features)
        data.order = data.order.map { order in order.filter { found[$0] != nil } }
        data.fields += analytics.map(\.field)
        return data
    }

    private static func double(_ value: JSON) -> JSON { value.double.map(JSON.double) ?? value }
}
