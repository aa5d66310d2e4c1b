// SPDX-License-Identifier: Apache-2.0

import Formats

/// `union`: all geometries as one. Of points it is a multipoint; lines are broken where they cross, and joined where
/// they continue.
enum UnionOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let list = try request.shapes("geometries")
        _ = try request.reference("sr")
        let dimension = (list.type ?? .polygon).dimension
        var parts: [Geometry] = []
        for shape in list.shapes where !shape.isEmpty { parts.append(try request.simple(shape, "geometries")) }
        guard let all = Geometry.collected(parts) else {
            return Shaping.one(Shape(Outline(dimension == 0 ? .multipoint : dimension == 1 ? .polyline : .polygon, [])))
        }
        let whole = try request.solved(all.dissolved(), "geometries")
        let joined = dimension == 1 ? try request.solved(whole.merged(), "geometries") : whole
        return Shaping.one(Heights(of: list.shapes).shape(joined.outline(dimension: dimension)))
    }
}
