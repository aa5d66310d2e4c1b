// SPDX-License-Identifier: Apache-2.0

/// The state of the source behind a layer: what its description says stays the same.
package enum SourceState: String, Sendable, CaseIterable, Codable {
    /// It answers.
    case working
    /// Every query fails, as with a data source that cannot be reached.
    case broken
    /// Queries of rows take too long; counts, ids and extents are answered.
    case slow
    /// Its index is being rebuilt: queries of rows fail, and counts are a small part of the rows.
    case rebuilding
    /// Counts are wrong, rows are right.
    case miscounting
}
