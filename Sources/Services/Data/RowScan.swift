// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Formats

/// A walk of SQLite over rows, by ascending ids.
final class RowScan {
    /// How SQLite looks for rows, and with what: a part of the number by which its plan is remembered.
    struct Plan: OptionSet {
        let rawValue: Int32
        static let id = Plan(rawValue: 1)
        static let lowest = Plan(rawValue: 2)
        static let highest = Plan(rawValue: 4)
        /// The two ends are those of a column, whose number stands above these bits; otherwise of ids.
        static let column = Plan(rawValue: 8)
    }

    private let reading: RowReading
    private let rows: FeatureRows
    /// The positions to visit; `nil` is a range of all.
    private var list: [Int]?
    private var at = 0
    private var end = 0
    private var block: FeatureRows.Block?
    private var offset = 0
    private var number = 0

    init(_ reading: RowReading) {
        self.reading = reading
        rows = reading.store?.layer.features ?? []
    }

    var isAtEnd: Bool { at >= end }

    /// The id of the row.
    var id: Int { block?.rows[offset].objectID ?? 0 }

    // MARK: Walking

    /// Begins with the rows of a range of positions, or of a list.
    func begin(_ range: Range<Int>, _ listed: [Int]? = nil) {
        if let listed {
            list = reading.selection.map { selection in listed.filter { RowScan.has(selection, $0) } } ?? listed
        } else if let selection = reading.selection {
            list =
                range.count == rows.count
                ? selection : selection.filter { range.contains($0) }
        } else {
            list = nil
        }
        (at, end) = list.map { (0, $0.count) } ?? (range.lowerBound, range.upperBound)
        settle()
    }

    private static func has(_ sorted: [Int], _ number: Int) -> Bool {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == number
    }

    func advance() {
        at += 1
        if list == nil, at < end, let block, offset + 1 < block.rows.count {
            offset += 1
            return
        }
        settle()
    }

    /// Finds the block of the position.
    private func settle() {
        guard at < end else { return }
        let place = rows.place(of: list?[at] ?? at)
        (number, offset) = (place.block, place.offset)
        block = rows.blocks[number]
    }

    // MARK: Filters

    /// Begins with the rows that a plan finds, or more; SQLite looks at each of them.
    func begin(_ plan: Plan, _ column: Int, _ values: [OpaquePointer?]) {
        let all = 0..<rows.count
        if plan.contains(.id) {
            guard unsafe sqlite3_value_type(values[0]) == SQLITE_INTEGER else { return begin(all) }
            let position = unsafe rows.position(ofID: Int(sqlite3_value_int64(values[0])))
            return begin(all, position.map { [$0] } ?? [])
        }
        guard !plan.isEmpty, RowSearch.usesIndexes else { return begin(all) }
        let low = plan.contains(.lowest) ? unsafe values[0] : nil
        let high = plan.contains(.highest) ? unsafe values[values.count - 1] : nil
        if plan.contains(.column) { return unsafe begin(column, low, high) }
        var (first, last) = (Int.min, Int.max)
        if let low = unsafe low {
            guard let number = unsafe RowScan.whole(low, up: false) else { return begin(all) }
            first = number
        }
        if let high = unsafe high {
            guard let number = unsafe RowScan.whole(high, up: true) else { return begin(all) }
            last = number
        }
        let start = rows.position(atLeast: first)
        let stop = last == .max ? rows.count : rows.position(atLeast: last + 1)
        begin(start..<max(start, stop))
    }

    /// Begins with the rows whose values in a column are between two, with both; `nil` is no end.
    private func begin(_ column: Int, _ low: OpaquePointer?, _ high: OpaquePointer?) {
        let kind = reading.columns[column].kind
        var (first, last) = (UInt64.min, UInt64.max)
        if let low = unsafe low {
            guard let key = unsafe RowScan.key(low, kind) else { return begin(0..<rows.count) }
            first = key
        }
        if let high = unsafe high {
            guard let key = unsafe RowScan.key(high, kind) else { return begin(0..<rows.count) }
            last = key
        }
        guard let store = reading.store else { return begin(0..<rows.count) }
        begin(0..<rows.count, store.search.positions(of: column, kind, from: first, to: last))
    }

    /// Returns a number that ids can be compared with, or `nil` if it is none.
    private static func whole(_ value: OpaquePointer, up: Bool) -> Int? {
        switch unsafe sqlite3_value_type(value) {
        case SQLITE_INTEGER: return unsafe Int(sqlite3_value_int64(value))
        case SQLITE_FLOAT:
            let number = unsafe sqlite3_value_double(value)
            return Int(exactly: number.rounded(up ? .up : .down))
        default: return nil
        }
    }

    /// Returns the key of a value, or `nil` if the column's values are of another kind.
    private static func key(_ value: OpaquePointer, _ kind: ColumnIndex.Kind) -> UInt64? {
        let type = unsafe sqlite3_value_type(value)
        switch kind {
        case .numbers:
            guard type == SQLITE_INTEGER || type == SQLITE_FLOAT else { return nil }
            return unsafe ColumnIndex.key(sqlite3_value_double(value))
        case .texts:
            guard type == SQLITE_TEXT, let text = unsafe sqlite3_value_text(value) else { return nil }
            let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(value)))
            return unsafe ColumnIndex.key(String(decoding: bytes, as: UTF8.self))
        }
    }

    // MARK: Values

    /// Gives SQLite the value of a column, as its affinity would store it.
    func give(_ column: Int, _ context: OpaquePointer?) {
        guard let block else { return unsafe sqlite3_result_null(context) }
        let columns = reading.columns
        let fields = columns.count - 2
        guard column < fields else {
            if column > fields {
                let rank = reading.store?.rank(block.rows[offset].objectID) ?? 0
                return unsafe sqlite3_result_int64(context, Int64(rank))
            }
            guard block.rows[offset].geometry != nil else { return unsafe sqlite3_result_null(context) }
            return unsafe RowScan.give("geometry", context)
        }
        guard column < block.rows[offset].values.count else { return unsafe sqlite3_result_null(context) }
        switch (block.rows[offset].values[column], columns[column]) {
        case (.number(let text), .text), (.string(let text), .text): unsafe RowScan.give(text, context)
        case (.number(let text), .integer), (.string(let text), .integer):
            if let whole = Int64(text) { return unsafe sqlite3_result_int64(context, whole) }
            guard let number = Double(text) else { return unsafe RowScan.give(text, context) }
            guard let whole = Int64(exactly: number) else { return unsafe sqlite3_result_double(context, number) }
            unsafe sqlite3_result_int64(context, whole)
        case (.number(let text), .real), (.string(let text), .real):
            guard let number = Double(text) else { return unsafe RowScan.give(text, context) }
            unsafe sqlite3_result_double(context, number)
        default: unsafe sqlite3_result_null(context)
        }
    }

    private static func give(_ text: String, _ context: OpaquePointer?) {
        var text = text
        text.withUTF8 { bytes in
            // SQLITE_TRANSIENT: SQLite copies the text. An empty one may have no address, which would be null.
            let copies = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            guard let start = bytes.baseAddress else {
                return unsafe sqlite3_result_text(context, "", 0, copies)
            }
            unsafe start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
                unsafe sqlite3_result_text(context, start, Int32(bytes.count), copies)
            }
        }
    }
}
