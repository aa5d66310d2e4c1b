// SPDX-License-Identifier: Apache-2.0

/// An equality of one field and one value: a look-up with an index instead of a scan over the rows.
struct FieldLookup: Sendable {
    /// The largest number of rows of a look-up.
    static let most = 100

    /// The indexes of the fields that it uses.
    let indices: Set<Int>
    let sql: String
    let values: [Where.Value]

    /// Creates the look-up of a condition; `rank` is the column that orders the rows.
    init(_ condition: Where, rank: String) {
        indices = condition.indices
        values = condition.values
        sql = "SELECT c0 FROM f WHERE \(condition.sql) ORDER BY \(rank) ASC LIMIT \(FieldLookup.most + 1)"
    }
}
