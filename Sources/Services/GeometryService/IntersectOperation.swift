// SPDX-License-Identifier: Apache-2.0

import Formats

/// `intersect`: what each geometry has in common with another one, of the lower dimension of both (documented).
enum IntersectOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let list = try request.shapes("geometries")
        let other = try request.shape("geometry")
        _ = try request.reference("sr")
        let kind = list.type ?? .polygon
        let dimension = min(kind.dimension, other.outline.type.dimension)
        let type: GeometryType =
            dimension == 2 ? .polygon : dimension == 1 ? .polyline : kind == .point ? .point : .multipoint
        let clip = try request.simple(other, "geometry")
        var shapes: [Shape] = []
        for shape in list.shapes {
            if shape.isEmpty {
                shapes.append(Shape(Outline(type, [])))
                continue
            }
            let common = try request.solved(
                request.simple(shape, "geometries").intersection(clip), "geometries")
            shapes.append(Heights(of: [shape, other]).shape(common.outline(dimension: dimension, as: type)))
        }
        return Shaping.list(type.rawValue, shapes)
    }
}

extension Geometry {
    /// Returns the parts of a dimension as a type: a point has one position.
    func outline(dimension: Int, as type: GeometryType) -> Outline {
        let outline = outline(dimension: dimension)
        guard type == .point else { return Outline(type, outline.parts) }
        return Outline(.point, (outline.parts.first?.first).map { [[$0]] } ?? [])
    }
}
