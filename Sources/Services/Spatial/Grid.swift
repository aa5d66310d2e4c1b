// SPDX-License-Identifier: Apache-2.0

import Formats

/// `quantizationParameters`: positions become integers on a grid, each relative to the one before.
struct Grid: Sendable {
    var isUpperLeft = true
    var scale: Double
    var x: Double
    var y: Double
    /// The scale of heights and measures, which only pbf quantizes.
    var scaleZM = 0.0001
    var originZM = -100_000.0
    /// A Boolean value that indicates whether coincident positions are merged: for display, but not for editing.
    var merges = true

    /// Reads the parameter, or returns `nil` if it is not such an object. `extent` is the layer's and `tolerance` is
    /// `maxAllowableOffset`, both in the spatial reference of the answer; they replace missing properties
    /// (query-feature-service-layer, "Quantization parameters JSON properties").
    init?(_ json: JSON, extent: Envelope?, tolerance: Double?, _ reference: SpatialReference) {
        guard json.members != nil else { return nil }
        let box = Grid.box(json["extent"], extent, reference)
        isUpperLeft = !ASCII.equal(json["originPosition"]?.text ?? "upperLeft", "lowerLeft")
        guard let box else { return nil }
        (x, y) = (box.xmin, isUpperLeft ? box.ymax : box.ymin)
        merges = !ASCII.equal(json["mode"]?.text ?? "view", "edit")
        // Editing uses the grid of the spatial reference itself; a view without a tolerance is 10,000 cells wide.
        scale =
            merges
            ? json["tolerance"]?.double ?? tolerance ?? max(box.xmax - box.xmin, box.ymax - box.ymin) / 10_000
            : Grid(reference).scale
        guard scale > 0, scale.isFinite else { return nil }
    }

    /// Returns the extent. Missing sides are the layer's; a rectangle in another spatial reference is projected.
    private static func box(_ told: JSON?, _ own: Envelope?, _ reference: SpatialReference) -> Envelope? {
        func side(_ name: String, _ side: Double?) -> Double? { told?[name]?.double ?? side }
        guard let xmin = side("xmin", own?.xmin), let ymin = side("ymin", own?.ymin),
            let xmax = side("xmax", own?.xmax), let ymax = side("ymax", own?.ymax)
        else { return nil }
        let box = Envelope(xmin: xmin, ymin: ymin, xmax: xmax, ymax: ymax)
        guard let other = told?["spatialReference"], other.members != nil else { return box }
        return SpatialReference(json: other).project(box, to: reference) ?? box
    }

    /// Creates the default grid of pbf, that of the spatial reference's coordinates (captured for both).
    init(_ reference: SpatialReference) {
        let isDegrees = reference.units == "esriDecimalDegrees"
        (scale, x, y) = isDegrees ? (1e-9, -400, -400) : (0.0001, -20_037_700, -30_241_100)
        merges = false
    }

    /// Returns a position on the grid; numbers beyond any grid become 0.
    func location(_ vertex: Vertex) -> (x: Int64, y: Int64) {
        let down = isUpperLeft ? y - vertex.y : vertex.y - y
        return (whole((vertex.x - x) / scale), whole(down / scale))
    }

    func height(_ value: Double) -> Int64 { value.isNaN ? 0 : whole((value - originZM) / scaleZM) }

    /// Rounds as `rounded()` does, without asking the library for each of a page's hundred thousand numbers.
    private func whole(_ number: Double) -> Int64 {
        // Beyond 2^52 every number is whole; beyond 2^63, or if it is none, there is no place.
        guard number.magnitude < 4_503_599_627_370_496 else { return Int64(exactly: number.rounded()) ?? 0 }
        let cut = Int64(number)
        let rest = number - Double(cut)
        return rest >= 0.5 ? cut + 1 : rest <= -0.5 ? cut - 1 : cut
    }

    /// Returns the positions of a part without those that coincide with the one before.
    func locations(_ part: [Vertex]) -> [(vertex: Vertex, x: Int64, y: Int64)] {
        var locations: [(vertex: Vertex, x: Int64, y: Int64)] = []
        for vertex in part {
            let here = location(vertex)
            if merges, let last = locations.last, last.x == here.x, last.y == here.y { continue }
            locations.append((vertex, here.x, here.y))
        }
        return locations
    }

    /// The `transform` of a set.
    var json: JSON {
        .object([
            .init("originPosition", .string(isUpperLeft ? "upperLeft" : "lowerLeft")),
            .init("scale", .array([.double(scale), .double(scale)])),
            .init("translate", .array([.double(x), .double(y)])),
        ])
    }
}
