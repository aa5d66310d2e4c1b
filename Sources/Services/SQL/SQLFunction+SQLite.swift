// SPDX-License-Identifier: Apache-2.0

import CSQLite

/// Registration in SQLite: one callback for all functions, told apart by the mark that SQLite keeps with each.
extension SQLFunction {
    static func register(_ database: OpaquePointer?) {
        let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY
        for (index, function) in all.enumerated() {
            // Not a real pointer: its bits are the index, and nothing dereferences it.
            let mark = unsafe UnsafeMutableRawPointer(bitPattern: index + 1)
            // SQLite's own `like` is replaced only for the numbers of arguments it is registered with.
            for count in function.sql == "like" ? Array(function.counts) : [-1] {
                unsafe sqlite3_create_function_v2(
                    database, function.sql, Int32(count), flags, mark, call, nil, nil, nil)
            }
        }
    }

    private static let call: @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void = {
        context, count, arguments in
        let index = unsafe Int(bitPattern: sqlite3_user_data(context)) - 1
        guard all.indices.contains(index) else { return unsafe sqlite3_result_null(context) }
        let function = all[index]
        let values = (0..<Int(count)).map { unsafe value(arguments?[$0]) }
        if function.isStrict, values.contains(nil) { return unsafe sqlite3_result_null(context) }
        do throws(Failure) {
            switch try function.body(values) {
            case .integer(let number)?: unsafe sqlite3_result_int64(context, number)
            case .double(let number)?: unsafe sqlite3_result_double(context, number)
            case .text(let text)?:
                // SQLITE_TRANSIENT: SQLite copies the text.
                unsafe sqlite3_result_text(
                    context, text, Int32(text.utf8.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
            case nil: unsafe sqlite3_result_null(context)
            }
        } catch {
            unsafe sqlite3_result_error(context, error.reason, -1)
        }
    }

    private static func value(_ value: OpaquePointer?) -> Value? {
        switch unsafe sqlite3_value_type(value) {
        case SQLITE_INTEGER: return .integer(unsafe sqlite3_value_int64(value))
        case SQLITE_FLOAT: return .double(unsafe sqlite3_value_double(value))
        case SQLITE_TEXT:
            guard let text = unsafe sqlite3_value_text(value) else { return nil }
            let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(value)))
            return unsafe .text(String(decoding: bytes, as: UTF8.self))
        default: return nil
        }
    }
}
