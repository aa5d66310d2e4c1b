// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What a query by bins found.
struct BinTable {
    let query: BinQuery
    var edges = BinEdges()
    /// The bin's index, the series, and the statistics, in order.
    var rows: [[JSON]] = []
    /// The statistics of no rows.
    var empty: [JSON] = []
    private var centroids: [Int: JSON] = [:]

    init(of query: BinQuery) { self.query = query }

    /// Keeps the mean position of each bin's points.
    mutating func place(_ ids: [[JSON]], _ store: FeatureStore, _ query: Query) {
        var sums: [Int: (x: Double, y: Double, count: Double)] = [:]
        for row in ids {
            guard let bin = row[0].integer, let feature = row[1].integer.flatMap(store.feature),
                let x = feature.geometry?["x"]?.double, let y = feature.geometry?["y"]?.double
            else { continue }
            let sum = sums[bin] ?? (0, 0, 0)
            sums[bin] = (sum.x + x, sum.y + y, sum.count + 1)
        }
        for (bin, sum) in sums {
            let mean = JSON.object([.init("x", .double(sum.x / sum.count)), .init("y", .double(sum.y / sum.count))])
            centroids[bin] = query.form.from.project(mean, to: query.form.to) ?? mean
        }
    }

    /// The name of the position of a bin in its series.
    private static let index = "bin"

    /// Returns the set of features, with the fields in the order of the ArcGIS Maps SDK for JavaScript's own answers.
    func json(_ value: (JSON, FieldType) -> JSON) -> JSON {
        let columns = (query.split == nil ? 0 : 1) + (query.stack == nil ? 0 : 1)
        func summed(_ row: ArraySlice<JSON>) -> [JSON.Member] {
            zip(query.terms, row).map { .init($0.field.name, QueryPlan.summed(value($1, $0.field.type))) }
        }
        // The values of what divides the rows: each has all bins.
        let splits: [JSON?] =
            query.split == nil
            ? [nil] : rows.map { $0[1] }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        var features: [JSON] = []
        for split in splits {
            var series: [JSON] = []
            for (index, bin) in edges.bins.enumerated() {
                let own = rows.filter { $0[0].integer == index && (split == nil || $0[1] == split) }
                var attributes = boundaries(bin)
                if query.split != nil || query.stack != nil {
                    attributes.append(.init(BinTable.index, .int(index + 1)))
                }
                if let split, let by = query.split { attributes.append(.init(by.name, split)) }
                if let stack = query.stack {
                    let stacks = own.map { row in [.init(stack.name, row[columns])] + summed(row[(columns + 1)...]) }
                    if query.isFlat {
                        series += stacks.map { .object([.init("attributes", .object(attributes + $0))]) }
                    } else {
                        series.append(
                            .object([
                                .init("attributes", .object(attributes)),
                                .init("stackedAttributes", .array(stacks.map { .object($0) })),
                            ]))
                    }
                    continue
                }
                let row = own.first.map { $0[(columns + 1)...] } ?? empty[...]
                var members: [JSON.Member] = [.init("attributes", .object(attributes + summed(row)))]
                if let centroid = centroids[index] { members.append(.init("centroid", centroid)) }
                series.append(.object(members))
            }
            features += query.isDescending ? series.reversed() : series
        }
        return .object([.init("fields", .array(fields)), .init("features", .array(features))])
    }

    private func boundaries(_ bin: (lower: Double, upper: Double)) -> [JSON.Member] {
        switch query.names {
        case .one(let name): [.init(name, boundary(bin.lower))]
        case .both(let lower, let upper):
            [.init(lower, boundary(bin.lower))] + (upper.map { [.init($0, boundary(bin.upper))] } ?? [])
        }
    }

    private func boundary(_ value: Double) -> JSON {
        guard query.isOfDates else { return QueryPlan.summed(.double(value)) }
        guard let zone = query.zone else { return .number(String(Int64(within: value))) }
        return .string(BinTable.written(BinCalendar.instant(value), zone))
    }

    /// Returns an instant as the clocks of a zone show it: `2021-01-01T00:00:00-08:00`.
    private static func written(_ instant: Int64, _ zone: ZoneRules) -> String {
        let offset = zone.offset(at: instant)
        let shown = ISO8601.format(Instant(milliseconds: instant + offset))
        let minutes = abs(offset) / 60_000
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : String(number) }
        return String(shown.prefix { $0 != "Z" }) + (offset < 0 ? "-" : "+") + two(minutes / 60) + ":"
            + two(minutes % 60)
    }

    private var fields: [JSON] {
        func field(_ name: String, _ type: FieldType) -> JSON {
            .object([
                .init("name", .string(name)), .init("alias", .string(name)), .init("type", .string(type.rawValue)),
            ])
        }
        let type: FieldType = query.isOfDates ? query.zone == nil ? .date : .timestampOffset : .double
        var fields: [JSON] =
            switch query.names {
            case .one(let name): [field(name, type)]
            case .both(let lower, let upper): [field(lower, type)] + (upper.map { [field($0, type)] } ?? [])
            }
        if query.split != nil || query.stack != nil { fields.append(field(BinTable.index, .integer)) }
        for series in [query.split, query.stack] {
            if let series { fields.append(field(series.name, series.type)) }
        }
        return fields + query.terms.map { field($0.field.name, $0.field.type) }
    }
}
