// SPDX-License-Identifier: Apache-2.0

import Formats

/// `difference`: each geometry without what another one covers.
enum DifferenceOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let list = try request.shapes("geometries")
        let other = try request.shape("geometry")
        _ = try request.reference("sr")
        let type = list.type ?? .polygon
        let cut = try request.simple(other, "geometry")
        var shapes: [Shape] = []
        for shape in list.shapes {
            if shape.isEmpty {
                shapes.append(shape)
                continue
            }
            let rest = try request.solved(request.simple(shape, "geometries").difference(cut), "geometries")
            shapes.append(Heights(of: [shape, other]).shape(rest.outline(dimension: type.dimension, as: type)))
        }
        return Shaping.list(type.rawValue, shapes)
    }
}
