// SPDX-License-Identifier: Apache-2.0

import Formats

/// The window a map is drawn through: a rectangle of the world and the pixels that show it.
package struct Frame: Sendable, Hashable {
    var extent: Envelope
    var reference: SpatialReference
    var width: Int
    var height: Int
    /// Pixels an inch: symbols are sized in points.
    var dpi = 96.0

    package init(extent: Envelope, reference: SpatialReference, width: Int, height: Int, dpi: Double = 96) {
        (self.extent, self.reference) = (extent, reference)
        (self.width, self.height, self.dpi) = (width, height, dpi)
    }

    /// Pixels a point.
    var point: Double { dpi / 72 }
    /// Units of the map a pixel.
    var resolution: Double { (extent.xmax - extent.xmin) / Double(width) }

    /// What 1 stands for in `1 : scale`. A degree counts as long as at the equator: the levels of the world's tile
    /// schemes come out so, 0.703125 degrees a pixel being 295828763.7957775.
    var scale: Double {
        resolution * (reference.units == "esriDecimalDegrees" ? Mercator.radius * .pi / 180 : 1) * 39.37 * dpi
    }

    /// The extent made wider or higher, around its middle, until it has the picture's shape (documented of `export`).
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

    /// From coordinates of a layer to pixels; `nil` if this double does not project between them.
    func project(from layer: SpatialReference) -> ((Double, Double) -> (x: Double, y: Double))? {
        let (left, top) = (extent.xmin, extent.ymax)
        let (across, down) = (
            Double(width) / (extent.xmax - extent.xmin), Double(height) / (extent.ymax - extent.ymin)
        )
        switch (layer, reference) {
        case (.wgs84, .webMercator):
            // The poles are endlessly far away.
            return { longitude, latitude in
                let (x, y) = Mercator.project(longitude, min(89.9999, max(-89.9999, latitude)))
                return ((x - left) * across, (top - y) * down)
            }
        case (.webMercator, .wgs84):
            return { easting, northing in
                let (x, y) = Mercator.unproject(easting, northing)
                return ((x - left) * across, (top - y) * down)
            }
        default:
            guard layer == reference else { return nil }
            return { x, y in ((x - left) * across, (top - y) * down) }
        }
    }

    /// The part of a layer's world that shows, and `margin` pixels around it for symbols that reach in.
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
