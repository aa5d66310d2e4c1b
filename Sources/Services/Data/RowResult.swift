// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Formats

/// A row of a statement's result, which is there until the next one.
@safe struct RowResult {
    private let statement: OpaquePointer

    init(_ statement: OpaquePointer) { unsafe self.statement = statement }

    /// The number of columns.
    var count: Int { unsafe Int(sqlite3_column_count(statement)) }

    func integer(_ column: Int) -> Int { unsafe Int(sqlite3_column_int64(statement, Int32(column))) }

    func value(_ number: Int) -> JSON {
        let column = Int32(number)
        switch unsafe sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: return .number(String(unsafe sqlite3_column_int64(statement, column)))
        case SQLITE_FLOAT: return .double(unsafe sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            return unsafe .string(
                String(
                    decoding: UnsafeBufferPointer(
                        start: sqlite3_column_text(statement, column),
                        count: Int(sqlite3_column_bytes(statement, column))),
                    as: UTF8.self))
        default: return .null
        }
    }
}
