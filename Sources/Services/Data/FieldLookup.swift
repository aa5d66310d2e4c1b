// SPDX-License-Identifier: Apache-2.0

import Formats

/// An equality of one field and one value: rows are found by an index, without a statement.
struct FieldLookup: Sendable {
    /// The largest number of rows of a look-up.
    static let most = 100

    /// The index of the field.
    let column: Int
    private let value: Where.Value

    /// Creates the look-up of a condition; `nil` if it is more than an equality.
    init?(_ condition: Where) {
        guard condition.values.count == 1, condition.indices.count == 1, let column = condition.indices.first,
            condition.sql == "\(Field.column(column)) = ?"
        else { return nil }
        (self.column, value) = (column, condition.values[0])
    }

    /// The value as the id of a row.
    var id: Int? { if case .integer(let number) = value { Int(exactly: number) } else { nil } }

    /// Returns the key of the value in an index of a kind, or `nil` if SQLite has to convert it.
    func key(_ column: RowColumn) -> UInt64? {
        switch (value, column) {
        case (.text(let text), .text): ColumnIndex.key(text)
        case (.integer(let number), .integer): ColumnIndex.key(Double(number))
        case (.double(let number), .real): ColumnIndex.key(number)
        case (.integer(let number), .real): Double(exactly: number).map { ColumnIndex.key($0) }
        default: nil
        }
    }

    /// Returns whether the value of a row equals, as SQLite compares it; `nil` if SQLite has to tell.
    func equals(_ found: JSON, _ column: RowColumn) -> Bool? {
        guard case .number(let text) = found else {
            guard case .string(let text) = found, column == .text else { return nil }
            return equals(text)
        }
        switch (value, column) {
        case (.text, .text): return equals(text)
        case (.integer(let number), .integer): return Int64(text).map { $0 == number }
        case (.integer(let number), .real): return Double(text).map { $0 == Double(number) }
        case (.double(let number), .real): return Double(text).map { $0 == number }
        default: return nil
        }
    }

    /// Texts are compared as bytes, as SQLite does: two ways to write an accent differ.
    private func equals(_ found: String) -> Bool? {
        guard case .text(let text) = value else { return nil }
        return found.utf8.elementsEqual(text.utf8)
    }
}
