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

    /// `nil` if the parameter is no such object.
    init?(_ json: JSON, extent: Envelope?) {
        guard json.members != nil else { return nil }
        let box = json["extent"]
        func side(_ name: String, _ own: Double?) -> Double? { box?[name]?.double ?? own }
        isUpperLeft = !ASCII.equal(json["originPosition"]?.text ?? "upperLeft", "lowerLeft")
        guard let left = side("xmin", extent?.xmin),
            let edge = isUpperLeft ? side("ymax", extent?.ymax) : side("ymin", extent?.ymin)
        else { return nil }
        (x, y) = (left, edge)
        scale = json["tolerance"]?.double ?? 1
        merges = !ASCII.equal(json["mode"]?.text ?? "view", "edit")
        guard scale > 0, scale.isFinite else { return nil }
    }

    /// The one that pbf has without being asked: that of the reference's coordinates (captured for both).
    init(_ reference: SpatialReference) {
        let isDegrees = reference.units == "esriDecimalDegrees"
        (scale, x, y) = isDegrees ? (1e-9, -400, -400) : (0.0001, -20_037_700, -30_241_100)
        merges = false
    }

    /// What a position is on the grid; numbers that no grid has become 0.
    func place(_ vertex: Vertex) -> (x: Int64, y: Int64) {
        let down = isUpperLeft ? y - vertex.y : vertex.y - y
        return (whole((vertex.x - x) / scale), whole(down / scale))
    }

    func height(_ value: Double) -> Int64 { value.isNaN ? 0 : whole((value - originZM) / scaleZM) }

    private func whole(_ number: Double) -> Int64 { Int64(exactly: number.rounded()) ?? 0 }

    /// The positions of a part with those left out that fall on the one before.
    func places(_ part: [Vertex]) -> [(vertex: Vertex, x: Int64, y: Int64)] {
        var places: [(vertex: Vertex, x: Int64, y: Int64)] = []
        for vertex in part {
            let here = place(vertex)
            if merges, let last = places.last, last.x == here.x, last.y == here.y { continue }
            places.append((vertex, here.x, here.y))
        }
        return places
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
