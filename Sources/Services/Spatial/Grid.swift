// SPDX-License-Identifier: Apache-2.0

import Formats

/// `quantizationParameters`: positions become whole numbers on a grid, each counted from the one before.
struct Grid: Sendable {
    var isUpperLeft = true
    var scale: Double
    var x: Double
    var y: Double
    /// Heights and measures are put on a grid in pbf alone.
    var scaleZM = 0.0001
    var originZM = -100_000.0
    /// Whether positions that fall together come once: when drawn, not when edited.
    var merges = true

    /// `extent` is the layer's and `tolerance` is `maxAllowableOffset`, both in the reference of the answer; they stand
    /// in for what the parameter leaves out (query-feature-service-layer, "Quantization parameters JSON properties").
    /// `nil` if the parameter is no such object.
    init?(_ json: JSON, extent: Envelope?, tolerance: Double?, _ reference: SpatialReference) {
        guard json.members != nil else { return nil }
        let box = Grid.box(json["extent"], extent, reference)
        isUpperLeft = !ASCII.equal(json["originPosition"]?.text ?? "upperLeft", "lowerLeft")
        guard let box else { return nil }
        (x, y) = (box.xmin, isUpperLeft ? box.ymax : box.ymin)
        merges = !ASCII.equal(json["mode"]?.text ?? "view", "edit")
        // Edits are on the grid that the reference itself is kept on; a view that says nothing is 10,000 cells wide.
        scale =
            merges
            ? json["tolerance"]?.double ?? tolerance ?? max(box.xmax - box.xmin, box.ymax - box.ymin) / 10_000
            : Grid(reference).scale
        guard scale > 0, scale.isFinite else { return nil }
    }

    /// Sides that are not told are the layer's; a rectangle of another reference is projected.
    private static func box(_ told: JSON?, _ own: Envelope?, _ reference: SpatialReference) -> Envelope? {
        func side(_ name: String, _ side: Double?) -> Double? { told?[name]?.double ?? side }
        guard let xmin = side("xmin", own?.xmin), let ymin = side("ymin", own?.ymin),
            let xmax = side("xmax", own?.xmax), let ymax = side("ymax", own?.ymax)
        else { return nil }
        let box = Envelope(xmin: xmin, ymin: ymin, xmax: xmax, ymax: ymax)
        guard let other = told?["spatialReference"], other.members != nil else { return box }
        return SpatialReference(json: other).project(box, to: reference) ?? box
    }

    /// The one that pbf has without being asked: that of the reference's coordinates (captured for both).
    init(_ reference: SpatialReference) {
        let isDegrees = reference.units == "esriDecimalDegrees"
        (scale, x, y) = isDegrees ? (1e-9, -400, -400) : (0.0001, -20_037_700, -30_241_100)
        merges = false
    }

    /// What a position is on the grid; numbers that no grid has become 0.
    func location(_ vertex: Vertex) -> (x: Int64, y: Int64) {
        let down = isUpperLeft ? y - vertex.y : vertex.y - y
        return (whole((vertex.x - x) / scale), whole(down / scale))
    }

    func height(_ value: Double) -> Int64 { value.isNaN ? 0 : whole((value - originZM) / scaleZM) }

    private func whole(_ number: Double) -> Int64 { Int64(exactly: number.rounded()) ?? 0 }

    /// The positions of a part with those left out that fall on the one before.
    func locations(_ part: [Vertex]) -> [(vertex: Vertex, x: Int64, y: Int64)] {
        var locations: [(vertex: Vertex, x: Int64, y: Int64)] = []
        for vertex in part {
            let here = location(vertex)
            if merges, let last = locations.last, last.x == here.x, last.y == here.y { continue }
            locations.append((vertex, here.x, here.y))
        }
        return locations
    }

    /// `transform` of a set.
    var json: JSON {
        .object([
            .init("originPosition", .string(isUpperLeft ? "upperLeft" : "lowerLeft")),
            .init("scale", .array([.double(scale), .double(scale)])),
            .init("translate", .array([.double(x), .double(y)])),
        ])
    }
}
