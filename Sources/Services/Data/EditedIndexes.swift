// SPDX-License-Identifier: Apache-2.0

import Trust

/// The indexes that the versions of edited rows share: those of the source, until too much has changed.
final class EditedIndexes: Sendable {
    private let current: Lock<RowIndexes>

    init(_ indexes: RowIndexes) { current = Lock(indexes) }

    /// Returns the search of a version.
    func search(_ rows: FeatureRows) -> RowSearch {
        current.withLock { current in
            let changes = rows.changes(since: current.rows)
            let changed = changes.new.reduce(0) { $0 + rows.blocks[$1].rows.count }
            // Looking at what changed costs each version; making indexes costs once.
            if changed > max(4096, rows.count / 16) {
                let search = RowSearch(rows)
                current = search.indexes
                return search
            }
            return RowSearch(rows, current, changes)
        }
    }
}
