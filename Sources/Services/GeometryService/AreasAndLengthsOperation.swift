// SPDX-License-Identifier: Apache-2.0

import Formats

/// `areasAndLengths`: of polygons, which are simplified first unless they are measured in the plane (documented).
enum AreasAndLengthsOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let list = try request.shapes("polygons", [.polygon])
        let measuring = try Measuring(request, request.reference("sr"))
        let factor = try measuring.factor(request.unit("lengthUnit"), "lengthUnit")
        let squared = try areaFactor(request, measuring)
        var (areas, lengths): ([JSON], [JSON]) = ([], [])
        for shape in list.shapes {
            let shape = measuring.isPlanar ? shape : try SimplifyOperation.simplified(shape, request)
            areas.append(.double(try measuring.area(shape) * squared))
            lengths.append(.double(try measuring.length(shape) * factor))
        }
        return .object([.init("areas", .array(areas)), .init("lengths", .array(lengths))])
    }

    /// `areaUnit`: the number of a linear unit, squared, or `{"areaUnit":"esriAcres"}`.
    private static func areaFactor(
        _ request: ServiceRequest, _ measuring: Measuring
    ) throws(ServiceError) -> Double {
        guard let text = request.given("areaunit") else { return 1 }
        if text.contains("{") {
            let json = try? JSONReader.read(json5: Array(text.utf8))
            guard let name = json?["areaUnit"]?.text, let meters = MeasureUnit.areas[name.lowercased()] else {
                throw request.badShape("areaUnit", text, "{\"areaUnit\":\"esriSquareMeters\"}")
            }
            // The square of its side, in the units of what is measured.
            let side = try measuring.factor(.linear(meters.squareRoot()), "areaUnit")
            return side * side
        }
        let side = try measuring.factor(request.unit("areaUnit"), "areaUnit")
        return side * side
    }
}
