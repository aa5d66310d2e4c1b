// SPDX-License-Identifier: Apache-2.0

import Formats

/// `labelPoints`: the centroid of each polygon if it is inside, or else another point inside.
enum LabelPointsOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let list = try request.shapes("polygons", [.polygon])
        _ = try request.reference("sr")
        var points: [Shape] = []
        for shape in list.shapes {
            let geometry = try request.simple(shape, "polygons")
            guard let centroid = geometry.outline(dimension: 2).centroid,
                let point = Geometry(Outline(.point, [[centroid]])), geometry.covers(point)
            else {
                let inner = try request.solved(geometry.inner(), "polygons")
                points.append(Shape(inner.outline(dimension: 0, as: .point)))
                continue
            }
            points.append(Shape(Outline(.point, [[centroid]])))
        }
        return .object([.init("labelPoints", .array(points.map(\.json)))])
    }
}
