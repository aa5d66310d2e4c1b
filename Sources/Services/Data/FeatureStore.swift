// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Formats
import Trust

/// The rows of a layer as one SQLite table, for whatever filters and orders; made when first asked.
///
/// Process-wide and never changed: portals that read the same source share it. Rows themselves are handed out from
/// memory, SQLite only says which.
@safe package final class FeatureStore: @unchecked Sendable {
    // Sendable: the database is behind the lock; the layer is immutable.
    package let layer: LayerData
    /// The place of a row by its id; `nil`: ids are counted from 1 without gaps, as most are.
    private let indices: [Int: Int]?
    private let database = Lock(RowDatabase())
    let prepared = RecentValues<PreparedQuery.Key, PreparedQuery>(capacity: 64)

    /// Why a statement came to nothing.
    package struct Failure: Error, Sendable, Hashable {
        package var reason: String
        /// Whether it was stopped because it took too long.
        package var isTooLong = false
    }

    package init(_ layer: LayerData) {
        self.layer = layer
        let features = layer.features
        let isCounted = features.first?.objectID == 1 && features.last?.objectID == features.count
        indices =
            isCounted
            ? nil
            : Dictionary(
                features.enumerated().map { ($0.element.objectID, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    deinit { database.withLock { $0.close() } }

    /// The row of that id.
    package func feature(_ objectID: Int) -> Feature? {
        guard let indices else {
            return objectID >= 1 && objectID <= layer.features.count ? layer.features[objectID - 1] : nil
        }
        return indices[objectID].map { layer.features[$0] }
    }

    /// The place of a row among all of them.
    func index(_ objectID: Int) -> Int? {
        indices.map { $0[objectID] } ?? (objectID >= 1 && objectID <= layer.features.count ? objectID - 1 : nil)
    }

    /// The object ids of the rows that the condition lets through, in the order asked for.
    func select(
        _ condition: Where, order: String, orderValues: [Where.Value] = [], limit: Int, offset: Int
    ) throws(Failure) -> [Int] {
        let sql = "SELECT c0 FROM f WHERE \(condition.sql) ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)"
        let result = database.withLock { database -> Result<[Int], Failure> in
            database.open(layer)
            database.index(condition.indices)
            return database.ids(sql, condition.values + orderValues)
        }
        return try result.get()
    }

    /// The rows of a statement made here, whose values are bound.
    func rows(_ sql: String, _ values: [Where.Value]) throws(Failure) -> [[JSON]] {
        let result = database.withLock { database -> Result<[[JSON]], Failure> in
            database.open(layer)
            return database.rows(sql, values)
        }
        return try result.get()
    }

    /// The object ids of a look-up; `nil` if it would take long: because nobody filtered by that column before, because
    /// another thread is at it, or because too many rows fit.
    func find(_ lookUp: FieldLookup) -> [Int]? {
        database.withLockIfFree { database in
            guard database.isOpen, database.isIndexed(lookUp.indices) else { return nil }
            guard let ids = try? database.ids(lookUp.sql, lookUp.values).get(), ids.count <= FieldLookup.most else {
                return nil
            }
            return ids
        }
    }
}
