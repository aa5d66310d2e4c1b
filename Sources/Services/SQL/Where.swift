// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A `where` clause: our own grammar decides what is allowed and translates it to SQLite, with every value bound.
/// docs/reference/sql.md is what it takes; the rest is refused, never passed through.
struct Where: Sendable, Hashable {
    enum Value: Sendable, Hashable {
        case integer(Int64)
        case double(Double)
        case text(String)
    }

    struct Failure: Error, Sendable, Hashable {
        /// Where in the clause, in bytes from 0.
        var offset: Int
        var reason: String
        /// A field that the layer does not have.
        var unknownField: String?
    }

    /// A condition for SQLite with `?` for each value.
    var sql: String
    var values: [Value]
    /// The fields it looks at, by place.
    var indices: Set<Int> = []
    /// Whether it is one field equal to one value: with an index a look-up, not a walk over the rows.
    var isLookUp: Bool {
        values.count == 1 && indices.count == 1 && sql == "\(Field.column(indices.first ?? 0)) = ?"
    }

    /// What lets every row through.
    static let everything = Where(sql: "1", values: [], isEverything: true)

    /// Whether it lets every row through, as `1=1` does.
    var isEverything: Bool

    /// `now`: the deployment's time; without it a clause cannot ask for it.
    static func parse(
        _ text: String, fields: [Field], now: Instant? = nil, user: String? = nil
    ) throws(Failure) -> Where {
        var parser = SQLParser(text, fields: fields, setting: .init(now: now, user: user))
        return try parser.condition()
    }

    /// What both let through.
    func and(_ other: Where) -> Where {
        if isEverything { return other }
        if other.isEverything { return self }
        return Where(
            sql: "(\(sql)) AND (\(other.sql))", values: values + other.values, indices: indices.union(other.indices),
            isEverything: false)
    }
}
