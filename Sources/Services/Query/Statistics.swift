// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `outStatistics`, `groupByFieldsForStatistics` and `having`: docs/reference/query.md#parameters-and-defaults.
struct Statistics: Sendable {
    /// A column of the answer.
    struct Column: Sendable {
        var field: Field
        /// The SQLite expression with its bound values.
        var sql: String
        var values: [Where.Value] = []
        /// The name in the answer where statistics keep the database's: `MIN(OBJECTID)`.
        var label: String
        /// A Boolean value that indicates whether it is the smallest or largest object id, by which clients plan their
        /// pages.
        var isIDBound = false
    }

    /// The fields to group by.
    var groups: [Column] = []
    var terms: [Column] = []
    /// A Boolean value that indicates whether the statistics come before the groups in the answer, as those of hosted
    /// services do (captured, Esri/cedar and thebino/rki-covid-parser); that others have the groups first is inferred.
    var hasTermsFirst = false
    /// Geometries of each group, beside its sums.
    var shapes: [SpatialAggregate] = []
    var having: Where?
    /// Whether the rows are too many for a client, instead of sums.
    var limits: LimitStatistic?
    /// The `ORDER BY` terms, by index among the answer's columns.
    var order: [(column: Int, isDescending: Bool)] = []

    var columns: [Column] { hasTermsFirst ? terms + groups : groups + terms }

    /// The positions of the groups in the answer, from 1 on.
    private var standings: [Int] { groups.indices.map { $0 + 1 + (hasTermsFirst ? terms.count : 0) } }

    /// Returns `limit` rows of the answer, from `offset` on; with shapes, each ends with the ids of its rows.
    func rows(_ query: Query, _ store: FeatureStore, limit: Int) throws(FeatureStore.Failure) -> [[JSON]] {
        let condition = try query.narrowed(store)
        let all = columns.map(\.sql) + (shapes.isEmpty ? [] : ["group_concat(c0)"])
        var sql = "SELECT \(all.joined(separator: ", ")) FROM f WHERE \(condition.sql)"
        if !groups.isEmpty { sql += " GROUP BY \(standings.map(String.init).joined(separator: ", "))" }
        var values = columns.flatMap(\.values) + condition.values
        if let having {
            sql += " HAVING \(having.sql)"
            values += having.values
        }
        let terms = order.map { Query.term("\($0.column + 1)", $0.isDescending) }
        let standing = standings.map { Query.term("\($0)", false) }
        if !(terms + standing).isEmpty { sql += " ORDER BY \((terms + standing).joined(separator: ", "))" }
        return try store.rows(sql + " LIMIT \(limit) OFFSET \(query.offset)", values, among: condition.ids)
    }
}
