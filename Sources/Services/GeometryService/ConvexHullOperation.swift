// SPDX-License-Identifier: Apache-2.0

import Formats

/// `convexHull`: of all geometries together; of positions on one line it is a polyline, of one position a point
/// (documented).
enum ConvexHullOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let list = try request.shapes("geometries")
        _ = try request.reference("sr")
        let positions = list.shapes.flatMap { $0.outline.parts.joined() }
        guard let hull = Geometry(Outline(.multipoint, [positions]))?.convexHull() else {
            throw request.emptyShape("geometries")
        }
        let dimension = hull.dimension
        let type: GeometryType = dimension == 2 ? .polygon : dimension == 1 ? .polyline : .point
        return Shaping.one(Heights(of: list.shapes).shape(hull.outline(dimension: dimension, as: type)))
    }
}
