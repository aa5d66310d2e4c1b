// SPDX-License-Identifier: Apache-2.0

import Formats

/// `simplify`: areas without crossing sides; lines broken where they cross, and joined where they continue; points
/// once (documented: that they are topologically consistent).
enum SimplifyOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let list = try request.shapes("geometries")
        _ = try request.reference("sr")
        var shapes: [Shape] = []
        for shape in list.shapes { shapes.append(try simplified(shape, request)) }
        return Shaping.list(shapes)
    }

    static func simplified(_ shape: Shape, _ request: ServiceRequest) throws(ServiceError) -> Shape {
        if shape.isEmpty || shape.type == .point { return shape }
        let geometry = try request.simple(shape, "geometries")
        let heights = Heights(of: [shape])
        switch shape.outline.type {
        case .point: return shape
        case .multipoint:
            return heights.shape(try request.solved(geometry.dissolved(), "geometries").outline(dimension: 0))
        case .polyline:
            return heights.shape(
                try request.solved(geometry.dissolved()?.merged(), "geometries").outline(dimension: 1))
        case .polygon:
            return heights.shape(try request.solved(geometry.dissolved(), "geometries").outline(dimension: 2))
        }
    }
}
