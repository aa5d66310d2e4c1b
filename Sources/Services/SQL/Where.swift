// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A `where` clause: our own grammar decides what is allowed and translates it to SQLite, with every value bound.
/// docs/reference/sql.md is what it takes; the rest is refused, never passed through.
struct Where: Sendable, Hashable, Codable {
    enum Value: Sendable, Hashable, Codable {
        case integer(Int64)
        case double(Double)
        case text(String)
    }

    struct Failure: Error, Sendable, Hashable {
        /// The position in the clause, in bytes from 0.
        var offset: Int
        var reason: String
        /// A field that the layer does not have.
        var unknownField: String?
    }

    /// The condition for SQLite, with `?` for each value.
    var sql: String
    var values: [Value]
    /// The indexes of the fields that it uses.
    var indices: Set<Int> = []
    /// The ids of the rows that it is asked of; `nil` is all.
    var ids: [Int]?

    /// The condition that every row meets.
    static let everything = Where(sql: "1", values: [], isEverything: true)

    /// A Boolean value that indicates whether every row meets it, as with `1=1`.
    var isEverything: Bool

    /// Parses a clause. `now` is the deployment's time; without it, a clause cannot refer to the time.
    static func parse(
        _ text: String, fields: [Field], now: Instant? = nil, user: String? = nil
    ) throws(Failure) -> Where {
        var parser = SQLParser(text, fields: fields, setting: .init(now: now, user: user))
        return try parser.condition()
    }

    /// Returns the condition that both conditions are met.
    func and(_ other: Where) -> Where {
        if isEverything { return other }
        if other.isEverything { return self }
        return Where(
            sql: "(\(sql)) AND (\(other.sql))", values: values + other.values, indices: indices.union(other.indices),
            ids: ids ?? other.ids, isEverything: false)
    }
}
