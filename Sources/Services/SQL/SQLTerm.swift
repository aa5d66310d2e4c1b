// SPDX-License-Identifier: Apache-2.0

/// A translated part of a clause: SQLite's text with `?` for each value, and its properties.
struct SQLTerm: Sendable {
    var sql: String
    var type: SQLType
    /// The depth of SQLite's tree for it.
    var height = 1
    /// The index among the values if it is a literal: a text may turn out to be a date.
    var literal: Int?
    /// The start, in bytes from 0.
    var start = 0
    /// A Boolean value that indicates whether every row meets it, as with `1=1`.
    var isTrue = false
}
