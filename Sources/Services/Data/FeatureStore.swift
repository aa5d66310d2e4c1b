// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Formats
import Trust

/// The rows of a layer in an SQLite table for filters and ordering, created on first use.
///
/// It is process-wide and never changes: portals that read the same source share it. SQLite only selects rows; the rows
/// themselves come from memory.
@safe package final class FeatureStore: @unchecked Sendable {
    // Sendable: a lock guards the database; the layer is immutable.
    package let layer: LayerData
    /// The indexes of rows by id; `nil` if ids count from 1 without gaps, as most do.
    private let indices: [Int: Int]?
    private let database = Lock(RowDatabase())
    /// Where the rows are, made when it is first asked.
    private let places = Lock<SpatialIndex?>(nil)
    let prepared = RecentValues<PreparedQuery.Key, PreparedQuery>(capacity: 64)

    /// The reason that a statement failed.
    package struct Failure: Error, Sendable, Hashable {
        package var reason: String
        /// A Boolean value that indicates whether it was stopped because it took too long.
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

    /// Returns the row with that id.
    package func feature(_ objectID: Int) -> Feature? {
        guard let indices else {
            return objectID >= 1 && objectID <= layer.features.count ? layer.features[objectID - 1] : nil
        }
        return indices[objectID].map { layer.features[$0] }
    }

    /// Returns the index of a row.
    func index(_ objectID: Int) -> Int? {
        indices.map { $0[objectID] } ?? (objectID >= 1 && objectID <= layer.features.count ? objectID - 1 : nil)
    }

    /// Returns the object ids of the rows whose extent shares a point with one of some rectangles, ascending.
    func ids(meeting windows: [Envelope]) -> [Int] {
        let index = places.withLock { places in
            if let places { return places }
            let made = SpatialIndex(layer.features.lazy.map(\.envelope))
            places = made
            return made
        }
        return index.rows(meeting: windows).map { layer.features[$0].objectID }
    }

    /// Returns the object ids of the rows that meet a condition, in the requested order.
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

    /// Returns the rows of an internal statement with bound values.
    func rows(_ sql: String, _ values: [Where.Value]) throws(Failure) -> [[JSON]] {
        let result = database.withLock { database -> Result<[[JSON]], Failure> in
            database.open(layer)
            return database.rows(sql, values)
        }
        return try result.get()
    }

    /// Returns the object ids of a look-up, or `nil` if it would take long: if that column has not been filtered by
    /// before, another thread is using the store, or too many rows match.
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
