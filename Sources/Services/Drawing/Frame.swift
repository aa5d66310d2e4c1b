// SPDX-License-Identifier: Apache-2.0

import Formats

/// The window through which a map is drawn: a rectangle of the world, and the pixels that show it.
package struct Frame: Sendable, Hashable {
    var extent: Envelope
    var reference: SpatialReference
    var width: Int
    var height: Int
    /// The pixels per inch: symbols are sized in points.
    var dpi = 96.0

    package init(extent: Envelope, reference: SpatialReference, width: Int, height: Int, dpi: Double = 96) {
        (self.extent, self.reference) = (extent, reference)
        (self.width, self.height, self.dpi) = (width, height, dpi)
    }

    /// The pixels per point.
    var point: Double { dpi / 72 }
    /// The map units per pixel.
    var resolution: Double { (extent.xmax - extent.xmin) / Double(width) }

    /// The denominator of the map scale.
    var scale: Double { resolution * reference.inches * dpi }

    /// The frame with its extent enlarged around the center to the aspect ratio of the image (documented of `export`).
    var fitted: Frame {
        var fitted = self
        let (wide, high) = (extent.xmax - extent.xmin, extent.ymax - extent.ymin)
        let unit = max(wide / Double(width), high / Double(height))
        let (x, y) = ((extent.xmin + extent.xmax) / 2, (extent.ymin + extent.ymax) / 2)
        if wide / Double(width) < unit {
            let half = unit * Double(width) / 2
            (fitted.extent.xmin, fitted.extent.xmax) = (x - half, x + half)
        } else if high / Double(height) < unit {
            let half = unit * Double(height) / 2
            (fitted.extent.ymin, fitted.extent.ymax) = (y - half, y + half)
        }
        return fitted
    }

    /// Returns the frame around the same center at a scale (documented of `mapScale`, 10.1).
    func atScale(_ wanted: Double) -> Frame {
        var frame = self
        let factor = wanted / scale
        let (x, y) = ((extent.xmin + extent.xmax) / 2, (extent.ymin + extent.ymax) / 2)
        let (wide, high) = ((extent.xmax - extent.xmin) / 2 * factor, (extent.ymax - extent.ymin) / 2 * factor)
        frame.extent = Envelope(xmin: x - wide, ymin: y - high, xmax: x + wide, ymax: y + high)
        return frame
    }

    /// Returns the projection from a layer's coordinates to pixels, or `nil` if its spatial reference is unknown.
    ///
    /// A position at a time is what PROJ is slow at: `placed(_:_:)` moves whole geometries.
    func project(from layer: SpatialReference) -> ((Double, Double) -> (x: Double, y: Double))? {
        let pixel = pixel
        switch layer.path(to: reference) {
        case .toMercator:
            // The poles are infinitely far away.
            return { longitude, latitude in
                let (x, y) = Mercator.project(longitude, min(89.9999, max(-89.9999, latitude)))
                return pixel(x, y)
            }
        case .fromMercator:
            return { easting, northing in
                let (x, y) = Mercator.unproject(easting, northing)
                return pixel(x, y)
            }
        case .same: return pixel
        case .proj(let transformation):
            return { x, y in
                guard let (x, y) = transformation.move(x, y) else { return (.nan, .nan) }
                return pixel(x, y)
            }
        case nil: return nil
        }
    }

    /// The projection from the frame's own coordinates to pixels.
    var pixel: (Double, Double) -> (x: Double, y: Double) {
        let (left, top) = (extent.xmin, extent.ymax)
        let (across, down) = (
            Double(width) / (extent.xmax - extent.xmin), Double(height) / (extent.ymax - extent.ymin)
        )
        return { x, y in ((x - left) * across, (top - y) * down) }
    }

    /// How the geometries of a layer come to pixels: moved as wholes if PROJ does it, and then position by position.
    struct Placing {
        var transformation: Transformation?
        var project: Canvas.Projection

        func placed(_ geometry: JSON) -> JSON { transformation?.project(geometry) ?? geometry }
    }

    /// Returns how the geometries of a layer come to pixels, or `nil` if its spatial reference is unknown.
    /// `way` is one that a request names.
    func placing(from layer: SpatialReference, by way: SpatialReference.Path? = nil) -> Placing? {
        if case .proj(let transformation) = way ?? layer.path(to: reference) {
            return Placing(transformation: transformation, project: pixel)
        }
        return project(from: layer).map { Placing(project: $0) }
    }

    /// Returns the visible part of a layer's world, plus `margin` pixels for symbols that reach in; `nil` if it is not
    /// known, because a corner has no place there.
    func window(in layer: SpatialReference, margin: Double = 64) -> Envelope? {
        let (x, y) = (resolution * margin, (extent.ymax - extent.ymin) / Double(height) * margin)
        var around = Envelope(
            xmin: extent.xmin - x, ymin: extent.ymin - y, xmax: extent.xmax + x, ymax: extent.ymax + y)
        if reference == .wgs84, layer != .wgs84 {
            (around.ymin, around.ymax) = (max(-89.9999, around.ymin), min(89.9999, around.ymax))
        }
        return reference.project(around, to: layer)
    }
}
