// SPDX-License-Identifier: Apache-2.0

import Formats

/// The numbers of a raster's pixels, by band: all of them, or those whose middle is in an area.
struct RasterStatistics: Sendable {
    /// A value, and how many pixels have it.
    private struct Entry: Sendable {
        var value: Double
        var count: Int
    }

    /// The values of each band in ascending order.
    private let entries: [[Entry]]
    /// Whether all values are those of bytes.
    private let isBytes: Bool

    init(_ view: RasterView, bands: Int, within area: Geometry? = nil) {
        let raster = view.bands ?? RasterBands(view, count: bands)
        let window = area?.envelope
        var chosen: [Int] = []
        for row in 0..<raster.height {
            let y = view.extent.ymax - (Double(row) + 0.5) * raster.cell.y
            if let window, y < window.ymin || y > window.ymax { continue }
            for column in 0..<raster.width where raster.hasData[row * raster.width + column] {
                if let area, let window {
                    let x = view.extent.xmin + (Double(column) + 0.5) * raster.cell.x
                    guard x >= window.xmin, x <= window.xmax,
                        let middle = Geometry(Outline(.point, [[Vertex(x: x, y: y)]])), area.covers(middle)
                    else { continue }
                }
                chosen.append(row * raster.width + column)
            }
        }
        isBytes = raster.isBytes
        entries = raster.bands.map { band in
            guard raster.isBytes else { return RasterStatistics.counted(chosen.map { band[$0] }.sorted()) }
            var counts = [Int](repeating: 0, count: 256)
            for index in chosen { counts[max(0, min(255, Int(within: band[index])))] += 1 }
            return counts.enumerated().filter { $0.element > 0 }.map {
                Entry(value: Double($0.offset), count: $0.element)
            }
        }
    }

    private static func counted(_ sorted: [Double]) -> [Entry] {
        var entries: [Entry] = []
        for value in sorted {
            if entries.last?.value == value {
                entries[entries.count - 1].count += 1
            } else {
                entries.append(Entry(value: value, count: 1))
            }
        }
        return entries
    }

    /// `[{"min","max","mean","standardDeviation"}]`, a band each (documented: statistics); `isComputed` adds what
    /// computeStatisticsHistograms has.
    func statistics(isComputed: Bool) -> JSON {
        .array(
            entries.map { values in
                let count = values.reduce(0) { $0 + $1.count }
                guard count > 0 else { return .object([]) }
                let mean = values.reduce(0.0) { $0 + $1.value * Double($1.count) } / Double(count)
                let squares = values.reduce(0.0) { sum, entry in
                    sum + (entry.value - mean) * (entry.value - mean) * Double(entry.count)
                }
                var members: [JSON.Member] = [
                    .init("min", .double(values.first?.value ?? 0)), .init("max", .double(values.last?.value ?? 0)),
                    .init("mean", .double(mean)),
                    .init("standardDeviation", .double((squares / Double(count)).squareRoot())),
                ]
                if isComputed {
                    var seen = 0
                    let median = values.first { entry in
                        seen += entry.count
                        return seen * 2 >= count
                    }
                    let mode = values.max { $0.count < $1.count }
                    members += [
                        .init("median", .double(median?.value ?? 0)), .init("mode", .double(mode?.value ?? 0)),
                        .init("skipX", .int(1)), .init("skipY", .int(1)), .init("count", .double(Double(count))),
                    ]
                }
                return .object(members)
            })
    }

    /// `[{"size","min","max","counts"}]`: of bytes 256 values, each in the middle of its bin (documented: histograms); of
    /// other numbers as many bins between the least and the largest (inferred).
    var histograms: JSON {
        .array(
            entries.map { values in
                var counts = [Int](repeating: 0, count: 256)
                let low = isBytes ? -0.5 : values.first?.value ?? 0
                let high = isBytes ? 255.5 : values.last?.value ?? 0
                for entry in values {
                    let place = high > low ? (entry.value - low) / (high - low) * 256 : 0
                    counts[max(0, min(255, Int(within: place)))] += entry.count
                }
                return .object([
                    .init("size", .int(256)), .init("min", .double(low)), .init("max", .double(high)),
                    .init("counts", .array(counts.map(JSON.int))),
                ])
            })
    }

    /// The values of the first band, and how many pixels have each: what a raster attribute table lists.
    var table: [(value: Double, count: Int)] { (entries.first ?? []).map { ($0.value, $0.count) } }
}
