// SPDX-License-Identifier: Apache-2.0

import Formats

/// Shapes in Esri JSON.
extension JSON {
    /// A rectangle as the ring around it, whose sides a projection may turn; other shapes as they are.
    var outlined: JSON {
        guard let box = Envelope(json: self) else { return self }
        return .object([.init("rings", .array([box.ring]))])
    }

    /// A rectangle beyond the 180th meridian as the two on either side of it; other shapes as they are.
    var dividedAtDateLine: JSON {
        guard let box = Envelope(json: self), box.xmin < 180, box.xmax > 180, box.xmax <= 540, box.ymin >= -90,
            box.ymax <= 90
        else { return self }
        let west = Envelope(xmin: box.xmin, ymin: box.ymin, xmax: 180, ymax: box.ymax)
        let east = Envelope(xmin: -180, ymin: box.ymin, xmax: box.xmax - 360, ymax: box.ymax)
        return .object([.init("rings", .array([west.ring, east.ring]))])
    }
}

extension Envelope {
    /// The ring around it, clockwise, with four positions on each side.
    var ring: JSON {
        func between(_ a: Double, _ b: Double) -> [Double] { (0..<4).map { a + (b - a) * Double($0) / 4 } }
        let left = between(ymin, ymax).map { (xmin, $0) }
        let top = between(xmin, xmax).map { ($0, ymax) }
        let right = between(ymax, ymin).map { (xmax, $0) }
        let bottom = between(xmax, xmin).map { ($0, ymin) }
        let all = left + top + right + bottom + [(xmin, ymin)]
        return .array(all.map { .array([.double($0.0), .double($0.1)]) })
    }
}
