// SPDX-License-Identifier: Apache-2.0

import Formats

/// The value that `calcExpression` gives a field: one for all rows, or an SQL expression.
enum Calculation: Sendable {
    case value(field: String, JSON)
    case expression(field: String, sql: String, values: [Where.Value])

    /// Returns the attributes of each row, by id, in the order of the calculations.
    static func attributes(
        _ calculations: [Calculation], _ ids: [Int], _ store: FeatureStore
    ) throws(FeatureStore.Failure) -> [(id: Int, attributes: [JSON.Member])] {
        var made: [Int: [JSON]] = [:]
        let terms = calculations.compactMap { calculation -> (sql: String, values: [Where.Value])? in
            if case .expression(_, let sql, let values) = calculation { (sql, values) } else { nil }
        }
        if !terms.isEmpty, !ids.isEmpty {
            let columns = (["c0"] + terms.map(\.sql)).joined(separator: ", ")
            let rows = try store.rows("SELECT \(columns) FROM f", terms.flatMap(\.values), among: ids)
            for row in rows { row[0].integer.map { made[$0] = Array(row.dropFirst()) } }
        }
        return ids.map { id in
            var results = (made[id] ?? [])[...]
            let attributes = calculations.map { calculation in
                switch calculation {
                case .value(let field, let value): JSON.Member(field, value)
                case .expression(let field, _, _): JSON.Member(field, results.popFirst() ?? .null)
                }
            }
            return (id, attributes)
        }
    }
}
