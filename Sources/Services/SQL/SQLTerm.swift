// SPDX-License-Identifier: Apache-2.0

/// A part of a clause, translated: SQLite's text with `?` for each value, and what is known of it.
struct SQLTerm: Sendable {
    var sql: String
    var type: SQLType
    /// How deep SQLite's tree of it is.
    var height = 1
    /// Its place among the values, if it is a literal: a text may yet turn out to be a date.
    var literal: Int?
    /// Where it begins, in bytes from 0.
    var start = 0
    /// Whether it is true of every row, as `1=1` is.
    var isTrue = false
}
