// SPDX-License-Identifier: Apache-2.0

/// One field equal to one value: with an index a look-up, not a walk over the rows.
struct FieldLookup: Sendable {
    /// More rows than these are no look-up any more.
    static let most = 100

    /// The fields that it looks at, by place.
    let indices: Set<Int>
    let sql: String
    let values: [Where.Value]

    init(_ condition: Where) {
        indices = condition.indices
        values = condition.values
        sql = "SELECT c0 FROM f WHERE \(condition.sql) ORDER BY c0 ASC LIMIT \(FieldLookup.most + 1)"
    }
}
