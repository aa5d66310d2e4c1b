// SPDX-License-Identifier: Apache-2.0

import CSQLite

extension DatumTransformation {
    /// A transformation of the registry, with the name and the number that ArcGIS has for it.
    struct Candidate: Sendable, Hashable {
        var authority: String
        var code: Int
        var name: String
        /// A Boolean value that indicates whether it leads from the first system to the second, not back.
        var isForward: Bool
        /// In degrees; it may cross the 180th meridian.
        var area: Envelope?
        /// In meters.
        var accuracy: Double

        /// What ArcGIS takes by itself, by the geographic systems on both sides: NAD27 to WGS 84 by that of the contiguous
        /// states, NAD83 by that of 2000 (documented: pro.arcgis.com/en/pro-app/latest/sdk/api-reference/topic15717.html, of
        /// the first).
        private static let usual = [15851, 108_190]

        /// Returns the transformations between the geographic systems of two spatial references, the most applicable first:
        /// those that ArcGIS takes by itself, then those of the largest part of an area, then the most accurate (inferred).
        /// `nil`: a system is unknown; none within one datum.
        static func between(_ one: SpatialReference, _ other: SpatialReference, within area: Envelope?) -> [Candidate]?
        {
            guard let source = one.system?.key, let target = other.system?.key,
                let found = ProjectionBench.use({ bench in
                    (path: bench.database, from: bench.base(source), to: bench.base(target))
                }), let path = found.path, let from = found.from, let to = found.to
            else { return nil }
            guard from != to else { return [] }
            return read(path, from, to).sorted { one, other in one.rank(area) < other.rank(area) }
        }

        private func rank(_ wanted: Envelope?) -> (Int, Double, Double, Int) {
            let usual = Candidate.usual.firstIndex(of: code) ?? Candidate.usual.count
            guard let area else { return (usual, 0, accuracy, code) }
            let box = wanted ?? area
            let wide = max(0, min(box.xmax, area.xmax) - max(box.xmin, area.xmin))
            let high = max(0, min(box.ymax, area.ymax) - max(box.ymin, area.ymin))
            let isNear = wanted == nil || wide * high > 0
            return (isNear ? usual : Candidate.usual.count + 1, -wide * high, accuracy, code)
        }

        private static let query = """
            SELECT op.auth_name, op.code, coalesce((SELECT alt_name FROM alias_name a WHERE a.table_name = op.table_name
                AND a.auth_name = op.auth_name AND a.code = op.code AND a.source = 'ESRI'), op.name), op.accuracy,
                op.source_crs_code = ?2 AND op.source_crs_auth_name = ?1, e.west_lon, e.south_lat, e.east_lon, e.north_lat
            FROM coordinate_operation_view op LEFT JOIN usage u ON u.object_table_name = op.table_name
                AND u.object_auth_name = op.auth_name AND u.object_code = op.code
                LEFT JOIN extent e ON e.auth_name = u.extent_auth_name AND e.code = u.extent_code
            WHERE op.deprecated = 0 AND op.table_name <> 'concatenated_operation' AND op.auth_name IN ('EPSG', 'ESRI')
                AND ((op.source_crs_auth_name = ?1 AND op.source_crs_code = ?2 AND op.target_crs_auth_name = ?3
                    AND op.target_crs_code = ?4) OR (op.source_crs_auth_name = ?3 AND op.source_crs_code = ?4
                    AND op.target_crs_auth_name = ?1 AND op.target_crs_code = ?2))
            """

        private static func read(
            _ path: String, _ from: (authority: String, code: Int), _ to: (authority: String, code: Int)
        ) -> [Candidate] {
            var database: OpaquePointer?
            defer { _ = unsafe sqlite3_close(database) }
            guard unsafe sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK
            else { return [] }
            var statement: OpaquePointer?
            defer { _ = unsafe sqlite3_finalize(statement) }
            guard unsafe sqlite3_prepare_v2(database, query, -1, &statement, nil) == SQLITE_OK else { return [] }
            for (index, text) in [from.authority, String(from.code), to.authority, String(to.code)].enumerated() {
                // SQLITE_TRANSIENT: SQLite copies the text.
                unsafe sqlite3_bind_text(
                    statement, Int32(index + 1), text, -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
            }
            var found: [Candidate] = []
            while unsafe sqlite3_step(statement) == SQLITE_ROW {
                func text(_ column: Int32) -> String {
                    guard let start = unsafe sqlite3_column_text(statement, column) else { return "" }
                    return unsafe String(cString: start)
                }
                func number(_ column: Int32) -> Double { unsafe sqlite3_column_double(statement, column) }
                guard let code = Int(text(1)), !found.contains(where: { $0.code == code }) else { continue }
                let hasArea = unsafe sqlite3_column_type(statement, 5) != SQLITE_NULL
                let east = number(7) < number(5) ? number(7) + 360 : number(7)
                let accuracy = unsafe sqlite3_column_type(statement, 3) == SQLITE_NULL ? 999 : number(3)
                found.append(
                    Candidate(
                        authority: text(0), code: code, name: text(2), isForward: number(4) != 0,
                        area: hasArea ? Envelope(xmin: number(5), ymin: number(6), xmax: east, ymax: number(8)) : nil,
                        accuracy: accuracy))
            }
            return found
        }
    }
}
