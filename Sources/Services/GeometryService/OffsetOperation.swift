// SPDX-License-Identifier: Apache-2.0

import Formats

/// `offset`: to the right of a line's direction, to the left by a negative distance. The right of an outer ring is its
/// inside (documented). Each path has an offset of its own.
enum OffsetOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let list = try request.shapes("geometries", [.polyline, .polygon])
        let reference = try request.reference("sr")
        let distance = try request.distance(
            request.number("offsetDistance"), request.unit("offsetUnit"), named: "offsetUnit", in: reference)
        let join = try join(request)
        var shapes: [Shape] = []
        for shape in list.shapes {
            let geometry = try request.simple(shape, "geometries")
            guard list.type == .polyline else {
                let moved = try request.solved(geometry.grown(-distance, join), "geometries")
                shapes.append(Shape(moved.outline(dimension: 2)))
                continue
            }
            var paths: [[Vertex]] = []
            for path in geometry.pieces {
                paths += try request.solved(path.beside(-distance, join), "geometries").outline(dimension: 1).parts
            }
            shapes.append(Shape(Outline(.polyline, paths)))
        }
        return Shaping.list(list.name, shapes)
    }

    /// `offsetHow`: rounded corners by default. A pointed one is cut where it is farther than ten times the distance;
    /// of a beveled one bevelRatio says how far, 1.1 by default (documented).
    private static func join(_ request: ServiceRequest) throws(ServiceError) -> Geometry.Join {
        switch request.given("offsethow")?.lowercased() {
        case nil, "esrigeometryoffsetrounded": return .rounded
        case "esrigeometryoffsetmitered": return .mitered(10)
        case "esrigeometryoffsetbevelled":
            let ratio = request.given("bevelratio") == nil ? 1.1 : try request.number("bevelRatio")
            return .mitered(max(1, ratio))
        default:
            throw request.badShape(
                "offsetHow", request.given("offsethow") ?? "",
                "esriGeometryOffsetRounded, esriGeometryOffsetBevelled or esriGeometryOffsetMitered")
        }
    }
}
