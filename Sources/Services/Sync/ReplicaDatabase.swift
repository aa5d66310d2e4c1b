// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Facts
import Formats

/// A replica as an SQLite database: a table of each layer, its attachments, and the tables in which geodatabases list
/// what they hold.
///
/// Shapes are well-known binary, for Esri's own coding of them is not published (docs/reference/sync.md#sqlite).
@safe final class ReplicaDatabase {
    private var handle: OpaquePointer?

    private init() {
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
        unsafe _ = sqlite3_open_v2(":memory:", &handle, flags, nil)
    }

    deinit { unsafe _ = sqlite3_close(handle) }

    /// A value of a column.
    private enum Value {
        case null, integer(Int64), double(Double), text(String), blob([UInt8])

        init(_ json: JSON) {
            switch json {
            case .number(let spelling): self = Int64(spelling).map(Value.integer) ?? .double(Double(spelling) ?? 0)
            case .string(let text): self = .text(text)
            default: self = .null
            }
        }
    }

    /// Returns the file of a replica.
    static func bytes(_ rows: ReplicaRows) throws(ServiceError) -> [UInt8] {
        let database = ReplicaDatabase()
        database.run("BEGIN")
        database.system(rows)
        let found = try rows.ids()
        for part in rows.replica.parts {
            guard let layer = rows.service.layers.first(where: { $0.id == part.layer }), let store = layer.store else {
                continue
            }
            let features = (found[part.layer] ?? []).compactMap(store.feature)
            database.table(layer, store.layer, features, rows)
            if rows.replica.returnsAttachments, layer.hasAttachments {
                database.files(layer, Set(features.map(\.objectID)), rows)
            }
        }
        database.run("COMMIT")
        return database.serialized
    }

    /// The tables of what is there.
    private func system(_ rows: ReplicaRows) {
        run(
            "CREATE TABLE GDB_Items(ObjectID INTEGER PRIMARY KEY, UUID TEXT, Type TEXT, Name TEXT, PhysicalName TEXT, "
                + "Path TEXT, Definition TEXT)")
        run(
            "CREATE TABLE GDB_ServiceItems(OBJECTID INTEGER PRIMARY KEY, DatasetName TEXT, ItemType INTEGER, "
                + "ItemId INTEGER, ItemInfo TEXT, AdvancedDrawingInfo TEXT)")
        run("CREATE TABLE GDB_SpatialRefs(SRID INTEGER PRIMARY KEY, wkid INTEGER, Definition TEXT)")
        run(
            "CREATE TABLE GDB_ReplicaLog(ID INTEGER PRIMARY KEY, ReplicaID TEXT, ReplicaName TEXT, LayerID INTEGER, "
                + "ServerGen INTEGER, SyncModel TEXT, SyncDirection TEXT)")
        for part in rows.replica.parts {
            insert(
                "GDB_ReplicaLog",
                [
                    .null, .text(rows.replica.id), .text(rows.replica.name), .integer(Int64(part.layer)),
                    .integer(Int64(part.generation)), .text(rows.replica.model.rawValue),
                    .text(rows.replica.direction.rawValue),
                ])
        }
    }

    private func table(_ layer: Layer, _ data: LayerData, _ features: [Feature], _ rows: ReplicaRows) {
        let name = ReplicaDatabase.name(layer)
        let reference = rows.reference(data)
        var columns = data.indices.map { index in
            "\(ReplicaDatabase.quoted(data.fields[index].name)) \(ReplicaDatabase.type(data.fields[index].type))"
        }
        if data.geometryType != nil { columns.append("\(ReplicaDatabase.quoted(data.geometryField)) BLOB") }
        run("CREATE TABLE \(ReplicaDatabase.quoted(name))(\(columns.joined(separator: ", ")))")
        for feature in features {
            var values = data.indices.map { Value(feature.values[$0]) }
            if data.geometryType != nil {
                let shape = feature.geometry.flatMap { data.reference.project($0, to: reference) ?? $0 }
                values.append(shape.flatMap(WellKnownBinary.bytes).map(Value.blob) ?? .null)
            }
            insert(name, values)
        }
        let kind = data.geometryType == nil ? "Table" : "Feature Class"
        let information = Description.featureLayer.json(rows.service.subject(rows.request.version, layer))
        insert(
            "GDB_Items",
            [
                .null, .text(GlobalID.made(of: rows.service.name, layer.id)), .text(kind), .text("main.\(name)"),
                .text("MAIN.\(name.uppercased())"), .text("\\main.\(name)"), .null,
            ])
        insert(
            "GDB_ServiceItems",
            [
                .null, .text(name), .integer(data.geometryType == nil ? 2 : 1), .integer(Int64(layer.id)),
                .text(String(decoding: JSONWriter.json(information), as: UTF8.self)), .null,
            ])
        if let number = reference.wkid {
            run("INSERT OR IGNORE INTO GDB_SpatialRefs VALUES(\(number), \(number), NULL)")
        }
    }

    private func files(_ layer: Layer, _ wanted: Set<Int>, _ rows: ReplicaRows) {
        let name = "\(ReplicaDatabase.name(layer))__ATTACH"
        run(
            "CREATE TABLE \(ReplicaDatabase.quoted(name))(ATTACHMENTID INTEGER PRIMARY KEY, GLOBALID TEXT, "
                + "REL_GLOBALID TEXT, CONTENT_TYPE TEXT, ATT_NAME TEXT, DATA_SIZE INTEGER, DATA BLOB)")
        let global = layer.data?.fields.firstIndex { $0.type == .globalID }
        for one in layer.attachments.list where wanted.contains(one.objectID) {
            let parent = global.flatMap { layer.store?.feature(one.objectID)?.values[$0].text }
            insert(
                name,
                [
                    .integer(Int64(one.id)), one.globalID.map(Value.text) ?? .null, parent.map(Value.text) ?? .null,
                    .text(one.contentType), .text(one.name), .integer(Int64(one.bytes.count)), .blob(one.bytes),
                ])
        }
    }

    /// Returns the name of a layer's table: letters, digits and underscores.
    private static func name(_ layer: Layer) -> String {
        let words = layer.name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
        return words.first?.isNumber ?? true ? "T\(layer.id)_\(String(words))" : String(words)
    }

    private static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

    private static func type(_ type: FieldType) -> String {
        type == .objectID ? "INTEGER PRIMARY KEY NOT NULL" : RowColumn(type).word
    }

    // MARK: SQLite

    private func run(_ sql: String) { unsafe _ = sqlite3_exec(handle, sql, nil, nil, nil) }

    private func insert(_ table: String, _ values: [Value]) {
        let marks = values.map { _ in "?" }.joined(separator: ",")
        var statement: OpaquePointer?
        let sql = "INSERT INTO \(ReplicaDatabase.quoted(table)) VALUES(\(marks))"
        guard unsafe sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { return }
        defer { unsafe _ = sqlite3_finalize(statement) }
        // SQLITE_TRANSIENT: SQLite copies what is bound.
        let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        for (index, value) in values.enumerated() {
            let at = Int32(index + 1)
            switch value {
            case .null: unsafe _ = sqlite3_bind_null(statement, at)
            case .integer(let number): unsafe _ = sqlite3_bind_int64(statement, at, number)
            case .double(let number): unsafe _ = sqlite3_bind_double(statement, at, number)
            case .text(let text): unsafe _ = sqlite3_bind_text(statement, at, text, Int32(text.utf8.count), copied)
            case .blob(let bytes): unsafe _ = sqlite3_bind_blob(statement, at, bytes, Int32(bytes.count), copied)
            }
        }
        unsafe _ = sqlite3_step(statement)
    }

    /// The bytes of the file.
    private var serialized: [UInt8] {
        var size: Int64 = 0
        guard let bytes = unsafe sqlite3_serialize(handle, "main", &size, 0) else { return [] }
        defer { unsafe sqlite3_free(bytes) }
        return unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
    }
}
