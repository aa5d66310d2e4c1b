// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A query that sums rows by bins: `queryBins` and `queryDateBins`, read and not yet run.
struct BinQuery: Sendable {
    /// A division of the rows besides the bins.
    struct Series: Sendable {
        var value: QueryReader.Value
        /// The name in the answer.
        var name: String
        var type: FieldType
    }

    /// What a bin's row says of its boundaries.
    enum Names: Sendable {
        /// The names of both ends; `nil` leaves the upper one out.
        case both(lower: String, upper: String?)
        /// The lower one alone: `boundary` of queryDateBins.
        case one(String)
    }

    /// The rows that count.
    var query: Query
    /// What is binned.
    var value: QueryReader.Value
    /// A change of the value before it is binned, as SQL of `u`, the value, and `d`, the divisor; `nil` is none.
    var change: String?
    /// What the change divides by.
    var divisor: QueryReader.Value?
    var interval: BinInterval
    var terms: [Statistics.Column]
    var split: Series?
    var stack: Series?
    /// A Boolean value that indicates whether each series of a bin has a row of its own.
    var isFlat = false
    var isDescending = false
    var names = Names.both(lower: "lowerBoundary", upper: "upperBoundary")
    /// The zone in which boundaries are written as texts; `nil` is milliseconds.
    var zone: ZoneRules?
    /// A Boolean value that indicates whether bins have the mean position of their points.
    var returnsCentroid = false

    var isOfDates: Bool { value.type == .date }

    /// Returns a part of a statement in which `v` is the value, `s` and `k` are the series.
    private func inner(_ condition: Where) -> (sql: String, values: [Where.Value]) {
        var sql = "(SELECT *, \(value.sql) AS u"
        var values = value.values
        if let divisor {
            sql += ", \(divisor.sql) AS d"
            values += divisor.values
        }
        for (name, series) in [("s", split), ("k", stack)] {
            guard let series else { continue }
            sql += ", \(series.value.sql) AS \(name)"
            values += series.value.values
        }
        return (
            "(SELECT *, \(change ?? "u") AS v FROM \(sql) FROM f WHERE \(condition.sql))", values + condition.values
        )
    }

    /// Returns the smallest and the largest value, or `nil` without values.
    private func bounds(
        _ condition: Where, _ store: FeatureStore
    ) throws(FeatureStore.Failure) -> (low: Double, high: Double)? {
        let from = inner(condition)
        let row =
            try store.rows(
                "SELECT min(v), max(v) FROM \(from.sql))", from.values, among: condition.ids
            ).first ?? []
        guard row.count == 2, let low = row[0].double, let high = row[1].double else { return nil }
        return (low, high)
    }

    /// Returns the bins and what they hold; `nil` are too many bins.
    func result(_ store: FeatureStore) throws(FeatureStore.Failure) -> BinTable? {
        let condition = try query.narrowed(store)
        var table = BinTable(of: self)
        var found: (low: Double, high: Double)? = (0, 0)
        if interval.needsBounds { found = try bounds(condition, store) }
        guard let found else { return table }
        guard let edges = interval.edges(found) else { return nil }
        guard let first = edges.bins.first, let last = edges.bins.last else { return table }
        table.edges = edges
        let from = inner(condition)
        let series = (split == nil ? [] : ["s"]) + (stack == nil ? [] : ["k"])
        let columns = ["\(edges.index) AS bin"] + series + terms.map(\.sql)
        let groups = (1...series.count + 1).map(String.init).joined(separator: ", ")
        let range = "v >= \(first.lower) AND v <= \(last.upper)"
        table.rows = try store.rows(
            "SELECT \(columns.joined(separator: ", ")) FROM \(from.sql)) WHERE \(range) "
                + "GROUP BY \(groups) ORDER BY \(groups)",
            terms.flatMap(\.values) + from.values, among: condition.ids)
        // What statistics of no rows are: 0 for a count, else null.
        let none = "SELECT \(terms.map(\.sql).joined(separator: ", ")) FROM f WHERE 0"
        table.empty = try store.rows(none, terms.flatMap(\.values)).first ?? []
        if returnsCentroid {
            let rows = try store.rows(
                "SELECT \(edges.index) AS bin, c0 FROM \(from.sql)) WHERE \(range) ORDER BY 1, 2", from.values,
                among: condition.ids)
            table.place(rows, store, query)
        }
        return table
    }
}
