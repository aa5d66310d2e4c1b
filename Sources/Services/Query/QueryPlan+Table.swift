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
        if manner.idBounds == .numbers { rows = rows.map { numbered($0, statistics) } }
        var fields = statistics.columns.map(\.field)
        if manner.statisticsNames == .sql {
            for (index, column) in statistics.columns.enumerated() { fields[index].name = column.label }
        }
        return table(rows, fields, limit, isSummed: true)
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

    private func table(_ rows: [[JSON]], _ fields: [Field], _ limit: Int, isSummed: Bool) -> ServiceResponse {
        let written = rows.prefix(limit).map { row in
            zip(fields, row).map { isSummed ? QueryPlan.summed(value($1, $0.type)) : value($1, $0.type) }
        }
        let table = Table(
            fields: fields, rows: written, isCut: rows.count > limit && manner.transferLimit != .never,
            isSummed: isSummed)
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
