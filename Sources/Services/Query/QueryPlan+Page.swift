// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension QueryPlan {
    /// The rows of an answer, and whether it reports more.
    struct Page {
        var rows: [Feature]
        var isCut: Bool
    }

    func page(_ query: Query) throws(FeatureStore.Failure) -> Page {
        let limit = limit(query)
        var (rows, hasMore): ([Feature], Bool)
        if manner.sparsePages == .show, query.isPaged {
            (rows, hasMore) = try window(query, limit)
        } else {
            (rows, hasMore) = try query.rows(store, limit: limit)
        }
        let isCut =
            switch manner.transferLimit {
            case .never: false
            case .omit: hasMore && !query.isPaged
            case .full: hasMore || rows.count == limit
            default: hasMore
            }
        if isCut, query.dropsWhenCut { rows = [] }
        return Page(rows: rows, isCut: isCut)
    }

    /// Returns the requested rows of a page of all rows: what a hosted service's spatial index leaves.
    private func window(_ query: Query, _ limit: Int) throws(FeatureStore.Failure) -> ([Feature], Bool) {
        var all = query
        all.offset = 0
        let first = query.offset
        let ids = try all.ids(store, limit: -1).filter { id in
            store.index(id).map { $0 >= first && $0 - first < limit } ?? false
        }
        return (ids.compactMap(store.feature), data.features.count - first > limit)
    }
}
