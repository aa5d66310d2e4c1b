// SPDX-License-Identifier: Apache-2.0

import CSQLite

/// The table `f` of a connection: a virtual one, whose rows are read where they are
/// (sqlite.org/vtab.html, "Eponymous-only virtual tables").
enum RowModule {
    /// What SQLite has of a table: its own part comes first.
    @safe private struct Table {
        var own = unsafe sqlite3_vtab()
        var reading: UnsafeMutableRawPointer
    }

    @safe private struct Cursor {
        var own = unsafe sqlite3_vtab_cursor()
        var scan: Unmanaged<RowScan>
    }

    /// The functions of the table, for the process's lifetime.
    private nonisolated(unsafe) static let module = unsafe made()

    private static func made() -> UnsafeMutablePointer<sqlite3_module> {
        let module = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
        unsafe module.initialize(to: sqlite3_module())
        // Without xCreate the table is there without being created.
        unsafe module.pointee.xConnect = connect
        unsafe module.pointee.xBestIndex = plan
        unsafe module.pointee.xDisconnect = disconnect
        unsafe module.pointee.xOpen = open
        unsafe module.pointee.xClose = close
        unsafe module.pointee.xFilter = filter
        unsafe module.pointee.xNext = next
        unsafe module.pointee.xEof = isAtEnd
        unsafe module.pointee.xColumn = column
        unsafe module.pointee.xRowid = id
        return unsafe module
    }

    /// Adds the table; `reading` is the address of the connection's `RowReading`.
    static func register(_ database: OpaquePointer?, _ reading: UnsafeMutableRawPointer) {
        unsafe sqlite3_create_module(database, "f", module, reading)
    }

    // MARK: The table

    private static let connect:
        @convention(c) (
            OpaquePointer?, UnsafeMutableRawPointer?, Int32, UnsafePointer<UnsafePointer<CChar>?>?,
            UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?,
            UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        ) -> Int32 = { database, address, _, _, place, _ in
            guard let address = unsafe address, let place = unsafe place else { return SQLITE_ERROR }
            let reading = unsafe Unmanaged<RowReading>.fromOpaque(address).takeUnretainedValue()
            let result = unsafe sqlite3_declare_vtab(database, RowColumn.declaration(reading.columns))
            guard result == SQLITE_OK else { return result }
            let table = UnsafeMutablePointer<Table>.allocate(capacity: 1)
            unsafe table.initialize(to: Table(reading: address))
            unsafe place.pointee = UnsafeMutableRawPointer(table).assumingMemoryBound(to: sqlite3_vtab.self)
            return SQLITE_OK
        }

    private static let disconnect: @convention(c) (UnsafeMutablePointer<sqlite3_vtab>?) -> Int32 = { table in
        guard let table = unsafe table else { return SQLITE_OK }
        unsafe UnsafeMutableRawPointer(table).assumingMemoryBound(to: Table.self).deallocate()
        return SQLITE_OK
    }

    /// Chooses what SQLite gives to `filter`: an id, a value of a column, or the ends of a range.
    private static let plan:
        @convention(c) (UnsafeMutablePointer<sqlite3_vtab>?, UnsafeMutablePointer<sqlite3_index_info>?) -> Int32 = {
            table, info in
            guard let table = unsafe table, let info = unsafe info else { return SQLITE_ERROR }
            let own = unsafe UnsafeMutableRawPointer(table).assumingMemoryBound(to: Table.self)
            let reading = unsafe Unmanaged<RowReading>.fromOpaque(own.pointee.reading).takeUnretainedValue()
            var choice = RowChoice(reading.columns)
            for number in unsafe 0..<Int(info.pointee.nConstraint) {
                let constraint = unsafe info.pointee.aConstraint[number]
                guard constraint.usable != 0 else { continue }
                choice.offer(number, column: Int(constraint.iColumn), Int32(constraint.op))
            }
            for (index, number) in choice.used.enumerated() {
                unsafe info.pointee.aConstraintUsage[number].argvIndex = Int32(index + 1)
            }
            unsafe info.pointee.idxNum = choice.number
            unsafe info.pointee.estimatedCost = choice.cost
            unsafe info.pointee.estimatedRows = choice.rows
            if choice.plan.contains(.id) { unsafe info.pointee.idxFlags = SQLITE_INDEX_SCAN_UNIQUE }
            // Rows come by ascending ids.
            if unsafe info.pointee.nOrderBy == 1, unsafe info.pointee.aOrderBy[0].iColumn <= 0,
                unsafe info.pointee.aOrderBy[0].desc == 0
            {
                unsafe info.pointee.orderByConsumed = 1
            }
            return SQLITE_OK
        }

    // MARK: The cursor

    private static let open:
        @convention(c) (
            UnsafeMutablePointer<sqlite3_vtab>?, UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab_cursor>?>?
        ) -> Int32 = { table, place in
            guard let table = unsafe table, let place = unsafe place else { return SQLITE_ERROR }
            let own = unsafe UnsafeMutableRawPointer(table).assumingMemoryBound(to: Table.self)
            let reading = unsafe Unmanaged<RowReading>.fromOpaque(own.pointee.reading).takeUnretainedValue()
            let cursor = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
            unsafe cursor.initialize(to: Cursor(scan: Unmanaged.passRetained(RowScan(reading))))
            unsafe place.pointee = UnsafeMutableRawPointer(cursor).assumingMemoryBound(to: sqlite3_vtab_cursor.self)
            return SQLITE_OK
        }

    private static let close: @convention(c) (UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int32 = { cursor in
        guard let cursor = unsafe cursor else { return SQLITE_OK }
        let own = unsafe UnsafeMutableRawPointer(cursor).assumingMemoryBound(to: Cursor.self)
        unsafe own.pointee.scan.release()
        unsafe own.deallocate()
        return SQLITE_OK
    }

    @inline(__always)
    private static func scan(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> RowScan? {
        guard let cursor = unsafe cursor else { return nil }
        return unsafe UnsafeMutableRawPointer(cursor).assumingMemoryBound(to: Cursor.self).pointee.scan
            .takeUnretainedValue()
    }

    private static let filter:
        @convention(c) (
            UnsafeMutablePointer<sqlite3_vtab_cursor>?, Int32, UnsafePointer<CChar>?, Int32,
            UnsafeMutablePointer<OpaquePointer?>?
        ) -> Int32 = { cursor, number, _, count, values in
            let given = unsafe (0..<Int(count)).map { unsafe values?[$0] }
            unsafe scan(cursor)?.begin(RowChoice.plan(number), RowChoice.column(number), given)
            return SQLITE_OK
        }

    private static let next: @convention(c) (UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int32 = { cursor in
        unsafe scan(cursor)?.advance()
        return SQLITE_OK
    }

    private static let isAtEnd: @convention(c) (UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int32 = { cursor in
        unsafe scan(cursor)?.isAtEnd == false ? 0 : 1
    }

    private static let column:
        @convention(c) (UnsafeMutablePointer<sqlite3_vtab_cursor>?, OpaquePointer?, Int32) -> Int32 = {
            cursor, context, column in
            unsafe scan(cursor)?.give(Int(column), context)
            return SQLITE_OK
        }

    private static let id:
        @convention(c) (UnsafeMutablePointer<sqlite3_vtab_cursor>?, UnsafeMutablePointer<sqlite3_int64>?) -> Int32 = {
            cursor, place in
            unsafe place?.pointee = Int64(scan(cursor)?.id ?? 0)
            return SQLITE_OK
        }
}
