// SPDX-License-Identifier: Apache-2.0

import Formats

/// `project`: each geometry in another spatial reference. The answer names none (captured:
/// Tests/Golden/arcgis/mapservice-clientlib/geometry.json).
enum ProjectOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let list = try request.shapes("geometries")
        let (from, to) = (try request.required("inSR"), try request.required("outSR"))
        var shapes: [Shape] = []
        for shape in list.shapes {
            var moved = shape
            if let box = shape.envelope {
                guard let projected = from.project(box, to: to) else { throw request.unprojectable(from, to) }
                moved.envelope = projected
            } else {
                guard let projected = from.project(shape.outline, to: to) else { throw request.unprojectable(from, to) }
                moved.outline = projected
            }
            shapes.append(moved)
        }
        return Shaping.list(shapes)
    }
}
