// SPDX-License-Identifier: Apache-2.0

import Formats

/// `project`: each geometry in another spatial reference. The answer names none (captured:
/// Tests/Golden/arcgis/mapservice-clientlib/geometry.json).
enum ProjectOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let list = try request.shapes("geometries")
        let (from, to) = (try request.required("inSR"), try request.required("outSR"))
        let way = try way(request, from, to)
        var shapes: [Shape] = []
        for shape in list.shapes {
            var moved = shape
            if let box = shape.envelope {
                guard let projected = way?.project(box) ?? from.project(box, to: to) else {
                    throw request.unprojectable(from, to)
                }
                moved.envelope = projected
            } else {
                let projected = way.map { shape.outline.moved($0) } ?? from.project(shape.outline, to: to)
                guard let projected else { throw request.unprojectable(from, to) }
                moved.outline = projected
            }
            shapes.append(moved)
        }
        return Shaping.list(shapes)
    }

    /// `transformation`: the number of a datum transformation, or `{"wkid":…}`, or several in `geoTransforms`
    /// (documented). Those by well-known text and vertical ones are not computed. Without one, or with one that does not
    /// lead there, it is the best that PROJ finds, as of a query's `datumTransformation`.
    private static func way(
        _ request: ServiceRequest, _ from: SpatialReference, _ to: SpatialReference
    ) throws(ServiceError) -> Transformation? {
        guard let text = request.given("transformation") else { return nil }
        let example = "a number that findTransformations answers"
        let isForward = request.isTrue("transformforward", default: true)
        guard let named = DatumTransformation(text, isForward: isForward) else {
            throw request.badShape("transformation", text, example)
        }
        do throws(DatumTransformation.Failure) {
            guard case .proj(let way) = try named.path(from: from, to: to) else { return nil }
            return way
        } catch {
            throw request.badShape("transformation", text, example)
        }
    }
}
