// SPDX-License-Identifier: Apache-2.0

import Formats

/// A `renderingRule`: functions of rasters, the inner ones first (documented: raster-function-objects).
///
/// It is read before it is applied, so that a mistake in it is an answer and not a surprise of a worker.
indirect enum RasterRule: Sendable {
    /// Numbers from the first included to the last not included become a value; `nil` is NoData.
    struct Interval: Sendable, Hashable {
        var low: Double
        var high: Double
        var value: Double?
    }

    struct Area: Sendable {
        /// In the raster's spatial reference.
        var shape: JSON
        /// Whether what is inside goes, instead of what is outside.
        var dropsInside: Bool
    }

    case raster
    case stretch(RasterRule, RasterBands.Stretch)
    /// Colors by value; others are NoData.
    case colormap(RasterRule, [Int: Color])
    case hillshade(RasterRule, RasterBands.Light)
    case slope(RasterRule, RasterBands.SlopeType, zFactor: Double)
    case aspect(RasterRule)
    case vegetation(RasterRule, visible: Int, infrared: Int)
    case remap(RasterRule, [Interval], keepsOthers: Bool)
    case clip(RasterRule, Area)
    case gray(RasterRule, [Double])
    case bands(RasterRule, [Int])
    /// Values that become the nearest whole numbers within bounds.
    case cast(RasterRule, ClosedRange<Double>)

    /// Returns what becomes of a raster that fills an extent.
    func applied(to raster: RasterBands, _ extent: Envelope) -> RasterBands {
        switch self {
        case .raster: return raster
        case .stretch(let inner, let rule): return inner.applied(to: raster, extent).stretched(rule)
        case .colormap(let inner, let colors):
            return inner.applied(to: raster, extent).combined(into: 3) { values in
                guard values[0].isFinite, abs(values[0]) < 1e9, let color = colors[Int(values[0].rounded())],
                    color.alpha > 0
                else { return nil }
                return [Double(color.red), Double(color.green), Double(color.blue)]
            }
        case .hillshade(let inner, let light): return inner.applied(to: raster, extent).hillshade(light)
        case .slope(let inner, let type, let zFactor):
            return inner.applied(to: raster, extent).slope(type, zFactor: zFactor)
        case .aspect(let inner): return inner.applied(to: raster, extent).aspect()
        case .vegetation(let inner, let visible, let infrared):
            return inner.applied(to: raster, extent).combined(into: 1) { values in
                let (red, near) = (values[min(visible, values.count - 1)], values[min(infrared, values.count - 1)])
                guard red + near != 0 else { return [100] }
                return [(near - red) / (near + red) * 100 + 100]
            }
        case .remap(let inner, let ranges, let keepsOthers):
            return inner.applied(to: raster, extent).mapped { value, _ in
                guard let range = ranges.first(where: { value >= $0.low && value < $0.high }) else {
                    return keepsOthers ? value : nil
                }
                return range.value
            }
        case .clip(let inner, let area): return inner.applied(to: raster, extent).clipped(area, extent)
        case .gray(let inner, let weights):
            return inner.applied(to: raster, extent).combined(into: 1) { values in
                let shares = weights.isEmpty ? values.map { _ in 1 / Double(values.count) } : weights
                return [zip(values, shares).reduce(0) { $0 + $1.0 * $1.1 }]
            }
        case .bands(let inner, let ids):
            return inner.applied(to: raster, extent).combined(into: ids.count) { values in
                ids.map { values[min($0, values.count - 1)] }
            }
        case .cast(let inner, let bounds):
            return inner.applied(to: raster, extent).mapped { value, _ in
                max(bounds.lowerBound, min(bounds.upperBound, value.rounded()))
            }
        }
    }

    /// How many bands it makes of as many.
    func count(_ bands: Int) -> Int {
        switch self {
        case .raster: bands
        case .stretch(let inner, _), .remap(let inner, _, _), .clip(let inner, _), .cast(let inner, _):
            inner.count(bands)
        case .colormap: 3
        case .hillshade, .slope, .aspect, .vegetation, .gray: 1
        case .bands(_, let ids): ids.count
        }
    }
}

extension RasterBands {
    /// Returns the raster without the pixels whose middle is outside of an area, or inside of it.
    fileprivate func clipped(_ area: RasterRule.Area, _ extent: Envelope) -> RasterBands {
        guard let shape = Geometry(area.shape), let around = shape.envelope else { return self }
        var result = self
        for row in 0..<height {
            for column in 0..<width where hasData[row * width + column] {
                let x = extent.xmin + (Double(column) + 0.5) * cell.x
                let y = extent.ymax - (Double(row) + 0.5) * cell.y
                var isInside = x >= around.xmin && x <= around.xmax && y >= around.ymin && y <= around.ymax
                if isInside {
                    isInside = Geometry(Outline(.point, [[Vertex(x: x, y: y)]])).map(shape.covers) ?? false
                }
                if isInside == area.dropsInside { result.hasData[row * width + column] = false }
            }
        }
        return result
    }
}
