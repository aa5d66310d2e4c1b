// SPDX-License-Identifier: Apache-2.0

import Formats

/// The numbers of a raster's pixels, by band: all of them, or those whose middle is in an area.
struct RasterStatistics: Sendable {
    /// How many pixels have each value, of each band.
    private let counts: [[Int]]

    init(_ view: RasterView, bands: Int, within area: Geometry? = nil) {
        var counts = [[Int]](repeating: [Int](repeating: 0, count: 256), count: max(1, min(3, bands)))
        let raster = view.raster
        let (wide, high) = (
            (view.extent.xmax - view.extent.xmin) / Double(raster.width),
            (view.extent.ymax - view.extent.ymin) / Double(raster.height)
        )
        let window = area?.envelope
        for row in 0..<raster.height {
            let y = view.extent.ymax - (Double(row) + 0.5) * high
            if let window, y < window.ymin || y > window.ymax { continue }
            for column in 0..<raster.width {
                let start = (row * raster.width + column) * 4
                guard raster.pixels[start + 3] > 0 else { continue }
                if let area, let window {
                    let x = view.extent.xmin + (Double(column) + 0.5) * wide
                    guard x >= window.xmin, x <= window.xmax,
                        let middle = Geometry(Outline(.point, [[Vertex(x: x, y: y)]])), area.covers(middle)
                    else { continue }
                }
                for band in counts.indices { counts[band][Int(raster.pixels[start + band])] += 1 }
            }
        }
        self.counts = counts
    }

    /// `[{"min","max","mean","standardDeviation"}]`, a band each (documented: statistics); `isComputed` adds what
    /// computeStatisticsHistograms has.
    func statistics(isComputed: Bool) -> JSON {
        .array(
            counts.map { counts in
                let count = counts.reduce(0, +)
                guard count > 0 else { return .object([]) }
                let values = counts.enumerated().filter { $0.element > 0 }
                let mean = values.reduce(0.0) { $0 + Double($1.offset * $1.element) } / Double(count)
                let squares = values.reduce(0.0) { sum, entry in
                    sum + (Double(entry.offset) - mean) * (Double(entry.offset) - mean) * Double(entry.element)
                }
                var members: [JSON.Member] = [
                    .init("min", .double(Double(values.first?.offset ?? 0))),
                    .init("max", .double(Double(values.last?.offset ?? 0))), .init("mean", .double(mean)),
                    .init("standardDeviation", .double((squares / Double(count)).squareRoot())),
                ]
                if isComputed {
                    var seen = 0
                    let median = values.first { entry in
                        seen += entry.element
                        return seen * 2 >= count
                    }
                    let mode = values.max { $0.element < $1.element }
                    members += [
                        .init("median", .double(Double(median?.offset ?? 0))),
                        .init("mode", .double(Double(mode?.offset ?? 0))), .init("skipX", .int(1)),
                        .init("skipY", .int(1)), .init("count", .double(Double(count))),
                    ]
                }
                return .object(members)
            })
    }

    /// `[{"size","min","max","counts"}]`: of 256 values, each in the middle of its bin (documented: histograms).
    var histograms: JSON {
        .array(
            counts.map { counts in
                .object([
                    .init("size", .int(256)), .init("min", .double(-0.5)), .init("max", .double(255.5)),
                    .init("counts", .array(counts.map(JSON.int))),
                ])
            })
    }
}
