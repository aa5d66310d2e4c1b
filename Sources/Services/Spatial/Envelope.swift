// SPDX-License-Identifier: Apache-2.0

import Formats

/// A rectangle in the layer's coordinates.
package struct Envelope: Sendable, Hashable, Codable {
    package var xmin: Double
    package var ymin: Double
    package var xmax: Double
    package var ymax: Double

    package init(xmin: Double, ymin: Double, xmax: Double, ymax: Double) {
        (self.xmin, self.ymin, self.xmax, self.ymax) = (xmin, ymin, xmax, ymax)
    }

    /// Reads four named numbers, or returns `nil` if one is not a number.
    init?(json: JSON) {
        guard let xmin = json["xmin"]?.double, let ymin = json["ymin"]?.double, let xmax = json["xmax"]?.double,
            let ymax = json["ymax"]?.double
        else { return nil }
        self.init(xmin: xmin, ymin: ymin, xmax: xmax, ymax: ymax)
    }

    /// Returns whether the rectangles share a point, including edges.
    func intersects(_ other: Envelope) -> Bool {
        xmin <= other.xmax && other.xmin <= xmax && ymin <= other.ymax && other.ymin <= ymax
    }

    package func union(_ other: Envelope) -> Envelope {
        Envelope(
            xmin: min(xmin, other.xmin), ymin: min(ymin, other.ymin), xmax: max(xmax, other.xmax),
            ymax: max(ymax, other.ymax))
    }
}
