// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Formats
import Trust

/// A connection to SQLite, which has no tables: `f` is the rows of the store that a statement runs on.
///
/// One thread at a time has it. Connections for the same columns are kept and lent again, whatever the layer.
@safe final class RowDatabase: @unchecked Sendable {
    // Sendable: the pool lends it to one thread at a time.
    private var handle: OpaquePointer?
    /// Prepared statements by their text: clients repeat the same requests.
    private var statements: [String: OpaquePointer] = unsafe [:]
    private let reading: RowReading

    /// The number of connections that are kept while nobody uses them.
    private static let mostIdle = 32
    private static let idle = Lock<[[RowColumn]: [RowDatabase]]>([:])

    // MARK: Running

    /// Runs a statement on rows, all of them or those with some ids, and calls `each` with every row of the result.
    static func run(
        _ sql: String, _ values: [Where.Value], on store: FeatureStore, among ids: [Int]? = nil,
        each: (RowResult) -> Void
    ) throws(FeatureStore.Failure) {
        let columns = RowColumn.all(store.layer)
        let known = idle.withLock { $0[columns]?.popLast() }
        guard let database = known ?? RowDatabase(columns) else {
            throw FeatureStore.Failure(reason: "SQLite cannot be opened")
        }
        database.reading.begin(store, among: ids)
        let result = database.run(sql, values, each: each)
        database.reading.end()
        idle.withLock { idle in
            let count = idle.values.reduce(0) { $0 + $1.count }
            if count >= mostIdle { idle.removeAll() }
            idle[columns, default: []].append(database)
        }
        try result.get()
    }

    private func run(
        _ sql: String, _ values: [Where.Value], each: (RowResult) -> Void
    ) -> Result<Void, FeatureStore.Failure> {
        guard let statement = unsafe prepared(sql) else { return .failure(failure) }
        defer { unsafe sqlite3_reset(statement) }
        for (index, value) in values.enumerated() { unsafe RowDatabase.bind(value, Int32(index + 1), statement) }
        while true {
            switch unsafe sqlite3_step(statement) {
            case SQLITE_ROW: unsafe each(RowResult(statement))
            case SQLITE_DONE: return .success(())
            case SQLITE_INTERRUPT:
                return .failure(.init(reason: "it takes more than \(Deadline.wording)", isTooLong: true))
            default: return .failure(failure)
            }
        }
    }

    private var failure: FeatureStore.Failure {
        guard let handle = unsafe handle else { return .init(reason: "SQLite cannot be opened") }
        return unsafe .init(reason: String(cString: sqlite3_errmsg(handle)))
    }

    private func prepared(_ sql: String) -> OpaquePointer? {
        if let known = unsafe statements[sql] { return unsafe known }
        if unsafe statements.count >= 32 { forget() }
        var statement: OpaquePointer?
        guard unsafe sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { return nil }
        unsafe statements[sql] = statement
        return unsafe statement
    }

    private func forget() {
        for key in unsafe Array(statements.keys) { unsafe _ = sqlite3_finalize(statements[key]) }
        unsafe statements.removeAll()
    }

    private static func bind(_ value: Where.Value, _ index: Int32, _ statement: OpaquePointer?) {
        switch value {
        case .integer(let number): unsafe sqlite3_bind_int64(statement, index, number)
        case .double(let number): unsafe sqlite3_bind_double(statement, index, number)
        case .text(let text):
            // SQLITE_TRANSIENT: SQLite copies the text.
            unsafe sqlite3_bind_text(
                statement, index, text, Int32(text.utf8.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
        }
    }

    // MARK: Opening

    private init?(_ columns: [RowColumn]) {
        reading = RowReading(columns)
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
        guard unsafe sqlite3_open_v2(":memory:", &handle, flags, nil) == SQLITE_OK else { return nil }
        unsafe Variance.register(handle)
        unsafe Percentile.register(handle)
        unsafe SQLFunction.register(handle)
        // What sorting needs stays in memory: a double writes no files.
        unsafe sqlite3_exec(handle, "PRAGMA temp_store=MEMORY", nil, nil, nil)
        // The largest text that a clause may produce; longer ones are an attack.
        unsafe _ = sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 1_000_000)
        unsafe _ = sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
        // The reading lives as long as the connection.
        let address = unsafe Unmanaged.passUnretained(reading).toOpaque()
        unsafe RowModule.register(handle, address)
        unsafe sqlite3_progress_handler(handle, 100, RowDatabase.isLate, address)
    }

    deinit {
        forget()
        unsafe _ = sqlite3_close(handle)
    }

    private static let isLate: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { address in
        guard let address = unsafe address else { return 0 }
        let reading = unsafe Unmanaged<RowReading>.fromOpaque(address).takeUnretainedValue()
        return reading.deadline?.isLate() == true ? 1 : 0
    }
}
