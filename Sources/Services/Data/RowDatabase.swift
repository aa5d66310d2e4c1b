// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Formats

/// The SQLite side of a feature store, created by the first filter.
@safe struct RowDatabase {
    private var handle: OpaquePointer?
    /// Prepared statements by their text: clients repeat the same requests.
    private var statements: [String: OpaquePointer] = unsafe [:]
    private var indexed: Set<Int> = []
    /// The deadline of the running statement, at an address for SQLite; `nil` if there is none.
    private var deadline: UnsafeMutablePointer<Deadline?>?

    var isOpen: Bool { unsafe handle != nil }

    func isIndexed(_ indices: Set<Int>) -> Bool { indices.isSubset(of: indexed) }

    mutating func open(_ layer: LayerData) {
        guard unsafe handle == nil else { return }
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
        guard unsafe sqlite3_open_v2(":memory:", &handle, flags, nil) == SQLITE_OK else { return }
        load(layer)
        unsafe Variance.register(handle)
        unsafe Percentile.register(handle)
        unsafe SQLFunction.register(handle)
        // The largest text that a clause may produce; longer ones are an attack.
        unsafe _ = sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 1_000_000)
        unsafe _ = sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
        let deadline = UnsafeMutablePointer<Deadline?>.allocate(capacity: 1)
        unsafe deadline.initialize(to: nil)
        unsafe self.deadline = deadline
        unsafe sqlite3_progress_handler(handle, 50, RowDatabase.isLate, deadline)
    }

    mutating func close() {
        forget()
        unsafe _ = sqlite3_close(handle)
        unsafe deadline?.deallocate()
        unsafe (handle, deadline) = (nil, nil)
    }

    private static let isLate: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { deadline in
        guard let deadline = unsafe deadline?.assumingMemoryBound(to: Deadline?.self) else { return 0 }
        return unsafe deadline.pointee?.isLate() == true ? 1 : 0
    }

    // MARK: Statements

    mutating func ids(_ sql: String, _ values: [Where.Value]) -> Result<[Int], FeatureStore.Failure> {
        var ids: [Int] = []
        return unsafe run(sql, values) { statement in unsafe ids.append(Int(sqlite3_column_int64(statement, 0))) }.map {
            ids
        }
    }

    mutating func rows(_ sql: String, _ values: [Where.Value]) -> Result<[[JSON]], FeatureStore.Failure> {
        var rows: [[JSON]] = []
        return unsafe run(sql, values) { statement in
            rows.append(
                (0..<(unsafe sqlite3_column_count(statement))).map { unsafe RowDatabase.value(statement, $0) })
        }.map { rows }
    }

    private mutating func run(
        _ sql: String, _ values: [Where.Value], each: (OpaquePointer) -> Void
    ) -> Result<Void, FeatureStore.Failure> {
        guard let statement = unsafe prepared(sql) else { return .failure(failure) }
        defer { unsafe sqlite3_reset(statement) }
        for (index, value) in values.enumerated() { unsafe RowDatabase.bind(value, Int32(index + 1), statement) }
        unsafe deadline?.pointee = Deadline()
        while true {
            switch unsafe sqlite3_step(statement) {
            case SQLITE_ROW: unsafe each(statement)
            case SQLITE_DONE: return .success(())
            case SQLITE_INTERRUPT:
                return .failure(.init(reason: "it takes more than \(Deadline.longest) s", isTooLong: true))
            default: return .failure(failure)
            }
        }
    }

    private var failure: FeatureStore.Failure {
        guard let handle = unsafe handle else { return .init(reason: "SQLite cannot be opened") }
        return unsafe .init(reason: String(cString: sqlite3_errmsg(handle)))
    }

    /// Adds an index to a column that was filtered by once and will be again.
    mutating func index(_ indices: Set<Int>) {
        for index in indices.subtracting(indexed).sorted() {
            let column = Field.column(index)
            unsafe deadline?.pointee = nil
            unsafe sqlite3_exec(handle, "CREATE INDEX i\(column) ON f(\(column))", nil, nil, nil)
            indexed.insert(index)
        }
    }

    private mutating func prepared(_ sql: String) -> OpaquePointer? {
        if let known = unsafe statements[sql] { return unsafe known }
        if unsafe statements.count >= 32 { forget() }
        var statement: OpaquePointer?
        guard unsafe sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { return nil }
        unsafe statements[sql] = statement
        return unsafe statement
    }

    private mutating func forget() {
        for key in unsafe Array(statements.keys) { unsafe _ = sqlite3_finalize(statements[key]) }
        unsafe statements.removeAll()
    }

    private static func value(_ statement: OpaquePointer, _ column: Int32) -> JSON {
        switch unsafe sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: .number(String(unsafe sqlite3_column_int64(statement, column)))
        case SQLITE_FLOAT: .double(unsafe sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            unsafe .string(
                String(
                    decoding: UnsafeBufferPointer(
                        start: sqlite3_column_text(statement, column),
                        count: Int(sqlite3_column_bytes(statement, column))),
                    as: UTF8.self))
        default: .null
        }
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

    private func load(_ layer: LayerData) {
        var columns = layer.fields.enumerated().map { "\(Field.column($0.offset)) \($0.element.type.column)" }
        // The geometry is a column that is null or not.
        columns.append("\(Field.column(layer.fields.count)) TEXT")
        if layer.order != nil { columns.append("\(LayerData.place) INTEGER") }
        unsafe sqlite3_exec(
            handle, "CREATE TABLE f(\(columns.joined(separator: ","))); BEGIN", nil, nil,
            nil)
        var ranks: [Int: Int] = [:]
        for (rank, id) in (layer.order ?? []).enumerated() { ranks[id] = rank }
        var insert: OpaquePointer?
        let marks = columns.map { _ in "?" }.joined(separator: ",")
        unsafe sqlite3_prepare_v2(handle, "INSERT INTO f VALUES(\(marks))", -1, &insert, nil)
        for feature in layer.features {
            for (index, value) in feature.values.enumerated() {
                switch value {
                case .number(let spelling):
                    let bound = Int64(spelling).map(Where.Value.integer) ?? .double(Double(spelling) ?? 0)
                    unsafe RowDatabase.bind(bound, Int32(index + 1), insert)
                case .string(let text): unsafe RowDatabase.bind(.text(text), Int32(index + 1), insert)
                default: unsafe sqlite3_bind_null(insert, Int32(index + 1))
                }
            }
            let last = Int32(layer.fields.count + 1)
            if feature.geometry == nil {
                unsafe sqlite3_bind_null(insert, last)
            } else {
                unsafe RowDatabase.bind(.text("geometry"), last, insert)
            }
            if layer.order != nil {
                unsafe RowDatabase.bind(.integer(Int64(ranks[feature.objectID] ?? .max)), last + 1, insert)
            }
            unsafe sqlite3_step(insert)
            unsafe sqlite3_reset(insert)
        }
        unsafe sqlite3_finalize(insert)
        unsafe sqlite3_exec(handle, "COMMIT", nil, nil, nil)
    }
}
