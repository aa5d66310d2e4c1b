import CSQLite
import Formats
import Trust

/// The rows of a layer as one SQLite table, for whatever filters and orders; made when first asked.
///
/// Process-wide and never changed: portals that read the same source share it. Rows themselves are handed out from
/// memory, SQLite only says which.
@safe package final class FeatureStore: @unchecked Sendable {
    // Sendable: the database is behind the lock; the layer is immutable.
    package let layer: LayerData
    private let places: [Int: Int]
    private let database = Lock(Database())

    /// SQLite's side of it; nothing of it is there before the first filter.
    @safe private struct Database {
        var handle: OpaquePointer?
        /// Prepared before, by their text: clients ask the same again and again.
        var statements: [String: OpaquePointer] = unsafe [:]
        var indexed: Set<Int> = []
    }

    package init(_ layer: LayerData) {
        self.layer = layer
        places = Dictionary(
            layer.features.enumerated().map { ($0.element.objectID, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    deinit {
        database.withLock { database in
            FeatureStore.forget(&database)
            unsafe _ = sqlite3_close(database.handle)
        }
    }

    /// The column of a field; never the field's own name, so that no name can be more than a name.
    static func column(_ place: Int) -> String { "c\(place)" }

    func feature(_ objectID: Int) -> Feature? { places[objectID].map { layer.features[$0] } }

    /// The object ids of the rows that the condition lets through, in the order asked for.
    func select(_ condition: Where, order: String, limit: Int, offset: Int) -> [Int]? {
        database.withLock { database in
            if unsafe database.handle == nil { unsafe database.handle = load() }
            index(condition.places, &database)
            return FeatureStore.select(condition, order, limit, offset, &database)
        }
    }

    /// The rows of a statement made here, whose values are bound.
    func rows(_ sql: String, _ values: [Where.Value]) -> [[JSON]]? {
        database.withLock { database in
            if unsafe database.handle == nil { unsafe database.handle = load() }
            guard let statement = unsafe FeatureStore.prepared(sql, &database) else { return nil }
            defer { unsafe sqlite3_reset(statement) }
            for (place, value) in values.enumerated() { unsafe FeatureStore.bind(value, Int32(place + 1), statement) }
            var rows: [[JSON]] = []
            while true {
                switch unsafe sqlite3_step(statement) {
                case SQLITE_ROW:
                    rows.append(
                        (0..<(unsafe sqlite3_column_count(statement))).map { unsafe FeatureStore.value(statement, $0) })
                case SQLITE_DONE: return rows
                default: return nil
                }
            }
        }
    }

    private static func value(_ statement: OpaquePointer, _ column: Int32) -> JSON {
        switch unsafe sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: .number(String(unsafe sqlite3_column_int64(statement, column)))
        case SQLITE_FLOAT: .double(unsafe sqlite3_column_double(statement, column))
        case SQLITE_TEXT: .string(unsafe String(cString: sqlite3_column_text(statement, column)))
        default: .null
        }
    }

    /// The object ids of a look-up, at most `limit`; `nil` if it would take long: because nobody filtered by that column
    /// before, because another thread is at it, or because more rows fit.
    func lookUp(_ condition: Where, limit: Int) -> [Int]? {
        database.withLockIfFree { database in
            guard unsafe database.handle != nil, condition.places.isSubset(of: database.indexed) else { return nil }
            let ids = FeatureStore.select(condition, "c0 ASC", limit + 1, 0, &database)
            return ids.flatMap { $0.count <= limit ? $0 : nil }
        }
    }

    private static func select(
        _ condition: Where, _ order: String, _ limit: Int, _ offset: Int, _ database: inout Database
    ) -> [Int]? {
        let sql = "SELECT c0 FROM f WHERE \(condition.sql) ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)"
        guard let statement = unsafe prepared(sql, &database) else { return nil }
        defer { unsafe sqlite3_reset(statement) }
        for (place, value) in condition.values.enumerated() { unsafe bind(value, Int32(place + 1), statement) }
        var ids: [Int] = []
        while true {
            switch unsafe sqlite3_step(statement) {
            case SQLITE_ROW: unsafe ids.append(Int(sqlite3_column_int64(statement, 0)))
            case SQLITE_DONE: return ids
            default: return nil
            }
        }
    }

    /// A column that is filtered by once will be again: from now on it has an index.
    private func index(_ places: Set<Int>, _ database: inout Database) {
        for place in places.subtracting(database.indexed).sorted() {
            let column = FeatureStore.column(place)
            unsafe sqlite3_exec(database.handle, "CREATE INDEX i\(column) ON f(\(column))", nil, nil, nil)
            database.indexed.insert(place)
        }
    }

    private static func prepared(_ sql: String, _ database: inout Database) -> OpaquePointer? {
        if let known = unsafe database.statements[sql] { return unsafe known }
        if unsafe database.statements.count >= 32 { forget(&database) }
        var statement: OpaquePointer?
        guard unsafe sqlite3_prepare_v2(database.handle, sql, -1, &statement, nil) == SQLITE_OK else { return nil }
        unsafe database.statements[sql] = statement
        return unsafe statement
    }

    private static func forget(_ database: inout Database) {
        for key in unsafe Array(database.statements.keys) { unsafe _ = sqlite3_finalize(database.statements[key]) }
        unsafe database.statements.removeAll()
    }

    private static func bind(_ value: Where.Value, _ place: Int32, _ statement: OpaquePointer?) {
        switch value {
        case .integer(let number): unsafe sqlite3_bind_int64(statement, place, number)
        case .double(let number): unsafe sqlite3_bind_double(statement, place, number)
        case .text(let text):
            // SQLITE_TRANSIENT: SQLite copies the text.
            unsafe sqlite3_bind_text(
                statement, place, text, Int32(text.utf8.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
        }
    }

    private func load() -> OpaquePointer? {
        var database: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
        guard unsafe sqlite3_open_v2(":memory:", &database, flags, nil) == SQLITE_OK else { return nil }
        let columns = layer.fields.enumerated().map { "\(FeatureStore.column($0.offset)) \($0.element.type.column)" }
        // Text compares with regard to case, LIKE too: so do most of the databases behind real servers.
        unsafe sqlite3_exec(
            database, "PRAGMA case_sensitive_like=ON; CREATE TABLE f(\(columns.joined(separator: ","))); BEGIN", nil,
            nil, nil)
        var insert: OpaquePointer?
        let marks = layer.fields.map { _ in "?" }.joined(separator: ",")
        unsafe sqlite3_prepare_v2(database, "INSERT INTO f VALUES(\(marks))", -1, &insert, nil)
        for feature in layer.features {
            for (place, value) in feature.values.enumerated() {
                switch value {
                case .number(let spelling):
                    let bound = Int64(spelling).map(Where.Value.integer) ?? .double(Double(spelling) ?? 0)
                    unsafe FeatureStore.bind(bound, Int32(place + 1), insert)
                case .string(let text): unsafe FeatureStore.bind(.text(text), Int32(place + 1), insert)
                default: unsafe sqlite3_bind_null(insert, Int32(place + 1))
                }
            }
            unsafe sqlite3_step(insert)
            unsafe sqlite3_reset(insert)
        }
        unsafe sqlite3_finalize(insert)
        unsafe sqlite3_exec(database, "COMMIT", nil, nil, nil)
        unsafe Spread.register(database)
        return unsafe database
    }
}
