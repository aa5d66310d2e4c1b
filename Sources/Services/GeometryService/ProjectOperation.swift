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
    /// (documented). Those by well-known text and vertical ones are not computed; without one it is the best that PROJ
    /// finds.
    private static func way(
        _ request: ServiceRequest, _ from: SpatialReference, _ to: SpatialReference
    ) throws(ServiceError) -> Transformation? {
        guard let text = request.given("transformation") else { return nil }
        let isForward = request.isTrue("transformforward", default: true)
        let json = text.contains("{") ? try? JSONReader.read(json5: Array(text.utf8)) : .number(ASCII.trimmed(text))
        let given = json?["geoTransforms"]?.elements ?? json.map { [$0] } ?? []
        var recipes: [ProjectionStep.Recipe] = []
        for entry in given {
            let number = entry["wkid"] ?? entry
            let wkid = number.integer ?? number.text.flatMap { Int($0) }
            let forward = entry["transformForward"]?.truth ?? isForward
            guard let wkid, let shift = DatumShift.of(wkid, forward) else {
                throw request.badShape("transformation", text, "a number that findTransformations answers")
            }
            recipes += shift.steps.map(\.recipe)
        }
        guard !recipes.isEmpty, let source = from.system, let target = to.system else {
            throw request.unprojectable(from, to)
        }
        if !source.isGeographic { recipes.insert(.toGeographic(source.key), at: 0) }
        if !target.isGeographic { recipes.append(.fromGeographic(target.key)) }
        let way = Transformation(recipes)
        guard way.works else { throw request.unprojectable(from, to) }
        return way
    }
}
