// SPDX-License-Identifier: Apache-2.0

import Formats

/// `fromGeoCoordinateString`: the coordinates that texts name: the corner of a square, or its center where the mode says
/// so.
enum FromNotationOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let reference = try request.required("sr")
        let notation = try request.notation()
        guard let text = request.given("strings") else { throw request.missingShape("strings") }
        guard let list = (try? JSONReader.read(json5: Array(text.utf8)))?.elements?.map(\.text), !list.contains(nil)
        else { throw request.badShape("strings", text, "[\"31U BT 94071 65288\"]") }
        var positions: [Vertex] = []
        for text in list.compactMap({ $0 }) {
            guard let place = notation.read(text, mode: request.mode()) else {
                throw request.badNotation(text, notation.rawValue)
            }
            positions.append(Vertex(x: place.longitude, y: place.latitude))
        }
        guard let projected = SpatialReference.wgs84.project(Outline(.multipoint, [positions]), to: reference) else {
            throw request.unprojectable(.wgs84, reference)
        }
        let coordinates = (projected.parts.first ?? []).map { JSON.array([.double($0.x), .double($0.y)]) }
        return .object([.init("coordinates", .array(coordinates))])
    }
}
