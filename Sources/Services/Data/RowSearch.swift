// SPDX-License-Identifier: Apache-2.0

import Trust

/// How a value of rows is searched: by indexes of the rows that it was made of, and by a look at the blocks that changed.
final class RowSearch: Sendable {
    /// Whether indexes are used; without them every row is looked at, and the answers are the same.
    @TaskLocal static var usesIndexes = true

    private let rows: FeatureRows
    let indexes: RowIndexes
    /// What changed since the indexes were made; `nil` is nothing.
    private let changes: FeatureRows.Changes?
    /// The rows of new blocks by the values of columns.
    private let columns = Lock<[Int: ColumnIndex]>([:])

    /// Creates the search of rows that indexes are of.
    init(_ rows: FeatureRows) {
        (self.rows, indexes, changes) = (rows, RowIndexes(rows), nil)
    }

    /// Creates the search of rows that were changed since indexes were made.
    init(_ rows: FeatureRows, _ indexes: RowIndexes, _ changes: FeatureRows.Changes) {
        (self.rows, self.indexes, self.changes) = (rows, indexes, changes)
    }

    private var newRows: some Sequence<Feature> { (changes?.new ?? []).lazy.flatMap { [rows] in rows.blocks[$0].rows } }

    /// Returns the positions of the rows whose extent shares a point with one of some rectangles, ascending.
    func positions(meeting windows: [Envelope]) -> [Int] {
        let found = indexes.spatial.rows(meeting: windows)
        guard let changes else { return found }
        var positions = now(found, changes)
        for number in changes.new {
            for (offset, row) in rows.blocks[number].rows.enumerated()
            where row.envelope.map({ box in windows.contains(where: box.intersects) }) ?? false {
                positions.append(rows.starts[number] + offset)
            }
        }
        return positions.sorted()
    }

    /// Returns the positions of the rows that have a key within bounds in a column, ascending, and maybe more.
    func positions(
        of column: Int, _ kind: ColumnIndex.Kind, from low: UInt64, to high: UInt64
    ) -> [Int] {
        let found = indexes.index(of: column, kind).positions(from: low, to: high)
        guard let changes else { return low == high ? found : found.sorted() }
        let new = columns.withLock { columns in
            if let known = columns[column] { return known }
            let made = ColumnIndex(newRows, column: column, kind)
            columns[column] = made
            return made
        }
        return (now(found, changes) + new.positions(from: low, to: high).map(place)).sorted()
    }

    /// Returns whether a look-up by a column takes no time.
    func isQuick(_ column: Int) -> Bool { indexes.has(column) }

    /// Returns where rows that were not changed are now.
    private func now(_ old: [Int], _ changes: FeatureRows.Changes) -> [Int] {
        old.compactMap { position in
            let place = indexes.rows.place(of: position)
            return changes.kept[place.block].map { rows.starts[$0] + place.offset }
        }
    }

    /// Returns the position of a row by its number among the rows of new blocks.
    private func place(_ number: Int) -> Int {
        var rest = number
        for block in changes?.new ?? [] {
            let count = rows.blocks[block].rows.count
            if rest < count { return rows.starts[block] + rest }
            rest -= count
        }
        return rows.count
    }
}
