// SPDX-License-Identifier: Apache-2.0

import Formats

/// `generalize`: by Douglas and Peucker, no position farther from the original line than maxDeviation (documented).
enum GeneralizeOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let list = try request.shapes("geometries", [.polyline, .polygon])
        let reference = try request.reference("sr")
        let deviation = try request.number("maxDeviation")
        guard deviation >= 0 else { throw request.badShape("maxDeviation", String(deviation), "a number of 0 or more") }
        let unit = try request.unit("deviationUnit")
        // A length in degrees is that at the equator: what fails no client (inferred).
        let isMixed = unit?.isLinear == true && reference?.isGeographic == true
        let tolerance =
            isMixed
            ? deviation * (unit?.size ?? 1) / (Mercator.radius * .pi / 180)
            : try request.distance(deviation, unit, named: "deviationUnit", in: reference)
        let shapes = list.shapes.map { shape in
            var shape = shape
            shape.outline = shape.outline.simplified(tolerance)
            return shape
        }
        return Shaping.list(list.name, shapes)
    }
}
