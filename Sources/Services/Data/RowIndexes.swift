// SPDX-License-Identifier: Apache-2.0

import Trust

/// The indexes of rows, made when they are first needed. Those of a source are shared by all who read it.
final class RowIndexes: Sendable {
    /// The rows that they are of.
    let rows: FeatureRows
    private let places = Lock<SpatialIndex?>(nil)
    private let columns = Lock<[Int: ColumnIndex]>([:])
    private let ranks = Lock<[Int: Int]?>(nil)

    init(_ rows: FeatureRows) { self.rows = rows }

    /// Where the rows are.
    var spatial: SpatialIndex {
        places.withLock { places in
            if let places { return places }
            let made = SpatialIndex(rows.lazy.map(\.envelope))
            places = made
            return made
        }
    }

    /// Returns the rows by the values of a column.
    func index(of column: Int, _ kind: ColumnIndex.Kind) -> ColumnIndex {
        columns.withLock { columns in
            if let known = columns[column] { return known }
            let made = ColumnIndex(rows, column: column, kind)
            columns[column] = made
            return made
        }
    }

    func has(_ column: Int) -> Bool { columns.withLockIfFree { $0[column] != nil } ?? false }

    /// Returns the places of ids in the order of the source.
    func ranks(_ order: [Int]) -> [Int: Int] {
        ranks.withLock { ranks in
            if let ranks { return ranks }
            let made = Dictionary(order.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { $1 })
            ranks = made
            return made
        }
    }
}
