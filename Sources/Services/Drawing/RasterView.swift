// SPDX-License-Identifier: Apache-2.0

import Formats

/// A raster of an image service with its location.
struct RasterView: Sendable {
    /// The raster, from the top left.
    var raster: Picture
    /// The extent that it fills.
    var extent: Envelope
    var reference: SpatialReference
    /// A Boolean value that indicates whether a pixel is interpolated from the four around it
    /// (`RSP_BilinearInterpolation`) instead of taken from the nearest one.
    var isSmooth = true
    /// The values behind the image, if they are others than its bytes.
    var bands: RasterBands?

    /// Returns a projection from a spatial reference to the raster's pixels, or `nil` if it is not supported.
    private func project(from other: SpatialReference) -> Canvas.Projection? {
        Frame(extent: extent, reference: reference, width: raster.width, height: raster.height).project(from: other)
    }

    /// Returns red, green, blue and alpha at a location, or `nil` outside.
    func pixel(_ x: Double, _ y: Double, in other: SpatialReference) -> [UInt8]? {
        guard let (column, row) = project(from: other)?(x, y), let start = start(column, row) else { return nil }
        return Array(raster.pixels[start..<start + 4])
    }

    /// Returns the number of the pixel at a location, counted from the top left, or `nil` outside.
    func index(_ x: Double, _ y: Double, in other: SpatialReference) -> Int? {
        guard let (column, row) = project(from: other)?(x, y), let start = start(column, row) else { return nil }
        return start / 4
    }

    /// Returns the raster in a frame, transparent outside. `nil` if the projection is not supported.
    func picture(_ frame: Frame) -> Picture? {
        guard let project = project(from: frame.reference) else { return nil }
        let box = frame.extent
        let (wide, high) = ((box.xmax - box.xmin) / Double(frame.width), (box.ymax - box.ymin) / Double(frame.height))
        let (middleX, middleY) = ((box.xmin + box.xmax) / 2, (box.ymin + box.ymax) / 2)
        if case .proj(let transformation) = frame.reference.path(to: reference) {
            return warped(frame, by: transformation)
        }
        // Degrees and Web Mercator differ along each axis independently.
        let columns = (0..<frame.width).map { project(box.xmin + (Double($0) + 0.5) * wide, middleY).x }
        let rows = (0..<frame.height).map { project(middleX, box.ymax - (Double($0) + 0.5) * high).y }
        var pixels = [UInt8](repeating: 0, count: frame.width * frame.height * 4)
        for (y, row) in rows.enumerated() {
            for (x, column) in columns.enumerated() {
                put(column, row, &pixels, (y * frame.width + x) * 4)
            }
        }
        return Picture(width: frame.width, height: frame.height, pixels: pixels)
    }

    /// Returns the raster as PROJ places it, line by line of the frame.
    private func warped(_ frame: Frame, by transformation: Transformation) -> Picture? {
        let box = frame.extent
        let (wide, high) = ((box.xmax - box.xmin) / Double(frame.width), (box.ymax - box.ymin) / Double(frame.height))
        let place = Frame(extent: extent, reference: reference, width: raster.width, height: raster.height).pixel
        let across = (0..<frame.width).map { box.xmin + (Double($0) + 0.5) * wide }
        var pixels = [UInt8](repeating: 0, count: frame.width * frame.height * 4)
        for line in 0..<frame.height {
            var (xs, ys) = (across, [Double](repeating: box.ymax - (Double(line) + 0.5) * high, count: frame.width))
            transformation.move(&xs, &ys)
            for column in 0..<frame.width where xs[column].isFinite && ys[column].isFinite {
                let (x, y) = place(xs[column], ys[column])
                put(x, y, &pixels, (line * frame.width + column) * 4)
            }
        }
        return Picture(width: frame.width, height: frame.height, pixels: pixels)
    }

    /// Puts the raster's pixel at a location into the picture's at an index.
    private func put(_ column: Double, _ row: Double, _ pixels: inout [UInt8], _ target: Int) {
        guard let start = start(column, row) else { return }
        if isSmooth { return blend(column, row, &pixels, target) }
        for channel in 0..<4 { pixels[target + channel] = raster.pixels[start + channel] }
    }

    /// Returns the index of a pixel's first byte, or `nil` outside.
    private func start(_ column: Double, _ row: Double) -> Int? {
        guard column >= 0, row >= 0, column < Double(raster.width), row < Double(raster.height) else { return nil }
        return (Int(row) * raster.width + Int(column)) * 4
    }

    /// Blends the four pixels around a location, weighted by distance and opacity.
    private func blend(_ column: Double, _ row: Double, _ pixels: inout [UInt8], _ target: Int) {
        let (left, top) = ((column - 0.5).rounded(.down), (row - 0.5).rounded(.down))
        let (across, down) = (column - 0.5 - left, row - 0.5 - top)
        var sum = (red: 0.0, green: 0.0, blue: 0.0, alpha: 0.0)
        for (x, y, weight) in [
            (left, top, (1 - across) * (1 - down)), (left + 1, top, across * (1 - down)),
            (left, top + 1, (1 - across) * down), (left + 1, top + 1, across * down),
        ] where weight > 0 {
            let near = (
                min(max(0, Int(x)), raster.width - 1), min(max(0, Int(y)), raster.height - 1)
            )
            let start = (near.1 * raster.width + near.0) * 4
            let part = weight * Double(raster.pixels[start + 3])
            sum.red += part * Double(raster.pixels[start])
            sum.green += part * Double(raster.pixels[start + 1])
            sum.blue += part * Double(raster.pixels[start + 2])
            sum.alpha += part
        }
        guard sum.alpha > 0 else { return }
        pixels[target] = UInt8((sum.red / sum.alpha).rounded())
        pixels[target + 1] = UInt8((sum.green / sum.alpha).rounded())
        pixels[target + 2] = UInt8((sum.blue / sum.alpha).rounded())
        pixels[target + 3] = UInt8(min(255, sum.alpha.rounded()))
    }
}
