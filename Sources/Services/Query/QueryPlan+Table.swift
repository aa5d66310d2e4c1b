// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Rows without geometry: statistics and distinct values.
extension QueryPlan {
    struct Table {
        var fields: [Field]
        var rows: [[JSON]]
        /// A Boolean value that indicates whether it reports more rows.
        var isCut: Bool
        var isSummed: Bool
        /// The geometries of each row, if any are asked for.
        var shapes: [[JSON.Member]] = []
    }

    func summed(_ statistics: Statistics, _ query: Query) throws(FeatureStore.Failure) -> ServiceResponse {
        let limit = limit(query)
        if let limits = statistics.limits {
            let isExceeded = limits.isExceeded(try query.ids(store, limit: -1), store)
            let field = Field(name: limits.name, type: .integer)
            return table([[.int(isExceeded ? 1 : 0)]], [field], limit, isSummed: true)
        }
        var rows = try statistics.rows(query, store, limit: limit + 1)
        if request.isTrue("returncountonly") { return count(rows.count) }
        let shapes = shapes(of: &rows, statistics, query)
        if manner.idBounds == .numbers { rows = rows.map { numbered($0, statistics) } }
        var fields = statistics.columns.map(\.field)
        if manner.statisticsNames == .sql {
            for (index, column) in statistics.columns.enumerated() { fields[index].name = column.label }
        }
        return table(rows, fields, limit, isSummed: true, shapes)
    }

    /// Takes the ids of each group from the end of its row, and returns what lies around them.
    private func shapes(of rows: inout [[JSON]], _ statistics: Statistics, _ query: Query) -> [[JSON.Member]] {
        guard !statistics.shapes.isEmpty else { return [] }
        return rows.indices.map { index in
            let ids = (rows[index].popLast()?.text ?? "").split(separator: ",").compactMap { Int($0) }
            return statistics.shapes.compactMap { shape in
                shape.json(ids, store, query.form).map { JSON.Member(shape.name, $0) }
            }
        }
    }

    /// Returns bounds that match no id: those of a row count (captured: 1 and 167 where ids begin at 410106).
    private func numbered(_ row: [JSON], _ statistics: Statistics) -> [JSON] {
        zip(row, statistics.columns).map { value, column in
            guard column.isIDBound else { return value }
            return .int(column.sql.hasPrefix("min") ? 1 : data.features.count)
        }
    }

    func distinct(_ query: Query) throws(FeatureStore.Failure) -> ServiceResponse {
        if request.isTrue("returncountonly") { return count(try query.distinct(store, limit: -1).count) }
        let limit = limit(query)
        let rows = try query.distinct(store, limit: limit + 1)
        return table(rows, query.fields.map { data.fields[$0] }, limit, isSummed: false)
    }

    private func table(
        _ rows: [[JSON]], _ fields: [Field], _ limit: Int, isSummed: Bool, _ shapes: [[JSON.Member]] = []
    ) -> ServiceResponse {
        let written = rows.prefix(limit).map { row in
            zip(fields, row).map { isSummed ? QueryPlan.summed(value($1, $0.type)) : value($1, $0.type) }
        }
        let table = Table(
            fields: fields, rows: written, isCut: rows.count > limit && manner.transferLimit != .never,
            isSummed: isSummed, shapes: shapes)
        return switch request.format {
        case "geojson": .json(geoJSON(table))
        case "pbf": .bytes(pbf(table), type: QueryPlan.pbfType)
        default: .json(features(table))
        }
    }

    /// Returns a number without a decimal point if it is integral, even for a double field: captured (koop,
    /// statsFailedPaging), and so in the documented answer of sampleserver6 (query-map-service-layer: sums of
    /// integers).
    static func summed(_ value: JSON) -> JSON {
        guard case .number = value, let double = value.double, let whole = Int64(exactly: double) else { return value }
        return .number(String(whole))
    }

    func count(_ rows: Int) -> ServiceResponse {
        if request.format == "pbf" { return .bytes(pbf(count: rows), type: QueryPlan.pbfType) }
        return .json(.object([.init("count", .int(rows))]))
    }
}
