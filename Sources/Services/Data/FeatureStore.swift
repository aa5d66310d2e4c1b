// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

/// The rows of a layer, and how they are searched: by id, by place, and by SQLite for filters, order and sums.
///
/// It never changes: portals that read the same source share it. SQLite has no copy of the rows; it reads these
/// (docs/decisions/0044-sqlite-reads-the-rows.md).
package final class FeatureStore: Sendable {
    package let layer: LayerData
    let search: RowSearch
    let prepared = RecentValues<PreparedQuery.Key, PreparedQuery>(capacity: 64)
    /// The ids in the order of the source, where that is another than theirs.
    private let sourceOrder = Lock<[Int]?>(nil)

    /// The reason that a statement failed.
    package struct Failure: Error, Sendable, Hashable {
        package var reason: String
        /// A Boolean value that indicates whether it was stopped because it took too long.
        package var isTooLong = false
    }

    package init(_ layer: LayerData) {
        self.layer = layer
        search = RowSearch(layer.features)
    }

    /// Creates the rows after edits.
    init(_ layer: LayerData, _ search: RowSearch) {
        (self.layer, self.search) = (layer, search)
    }

    /// Returns the row with that id.
    package func feature(_ objectID: Int) -> Feature? { layer.features.row(objectID) }

    /// Returns the index of a row.
    func index(_ objectID: Int) -> Int? { layer.features.position(ofID: objectID) }

    /// Returns the object ids of the rows whose extent shares a point with one of some rectangles, ascending.
    func ids(meeting windows: [Envelope]) -> [Int] {
        search.positions(meeting: windows).map { layer.features[$0].objectID }
    }

    // MARK: The order of the source

    /// The object ids in the order of the source.
    var idsInOrder: [Int] {
        guard let order = layer.order else { return layer.features.map(\.objectID) }
        return sourceOrder.withLock { known in
            if let known { return known }
            // Rows that were added come last, and the order still has those that were deleted.
            let ranks = search.indexes.ranks(order)
            let ids = order.filter { layer.features.position(ofID: $0) != nil }
            let made = ids + layer.features.lazy.map(\.objectID).filter { ranks[$0] == nil }
            known = made
            return made
        }
    }

    /// The rows in the order of their source.
    var inOrder: [Feature] {
        layer.order == nil ? Array(layer.features) : idsInOrder.compactMap(feature)
    }

    /// Returns a number by which rows are in the order of the source.
    func rank(_ objectID: Int) -> Int {
        guard let order = layer.order else { return objectID }
        return search.indexes.ranks(order)[objectID] ?? order.count + objectID
    }

    // MARK: Statements

    /// Returns the object ids of the rows that meet a condition, in the requested order.
    func select(
        _ condition: Where, order: String, orderValues: [Where.Value] = [], limit: Int, offset: Int
    ) throws(Failure) -> [Int] {
        let sql = "SELECT c0 FROM f WHERE \(condition.sql) ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)"
        var ids: [Int] = []
        try RowDatabase.run(sql, condition.values + orderValues, on: self, among: condition.ids) { row in
            ids.append(row.integer(0))
        }
        return ids
    }

    /// Returns the rows of an internal statement with bound values; `ids` are those of the rows that it sees, `nil` all.
    func rows(_ sql: String, _ values: [Where.Value], among ids: [Int]? = nil) throws(Failure) -> [[JSON]] {
        var rows: [[JSON]] = []
        try RowDatabase.run(sql, values, on: self, among: ids) { row in
            rows.append((0..<row.count).map(row.value))
        }
        return rows
    }

    /// Returns the object ids of a look-up in the order of the source, or `nil` if it would take long: if that column
    /// has not been filtered by before, if too many rows match, or if SQLite has to compare.
    func find(_ lookUp: FieldLookup) -> [Int]? {
        guard RowSearch.usesIndexes else { return nil }
        let (number, column) = (lookUp.column, RowColumn(layer.fields[lookUp.column].type))
        if number == 0 { return lookUp.id.map { index($0) == nil ? [] : [$0] } }
        guard search.isQuick(number), let key = lookUp.key(column) else { return nil }
        let positions = search.positions(of: number, column.kind, from: key, to: key)
        guard positions.count <= FieldLookup.most else { return nil }
        var ids: [Int] = []
        for position in positions {
            let (block, offset) = layer.features.place(of: position)
            // Access the parts: a row is large to copy.
            let rows = layer.features.blocks[block].rows
            guard let isEqual = lookUp.equals(rows[offset].values[number], column) else { return nil }
            if isEqual { ids.append(rows[offset].objectID) }
        }
        return layer.order == nil || ids.count < 2 ? ids : ids.sorted { rank($0) < rank($1) }
    }
}
