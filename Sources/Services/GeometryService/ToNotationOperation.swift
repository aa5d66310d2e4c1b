// SPDX-License-Identifier: Apache-2.0

import Formats

/// `toGeoCoordinateString`: texts of coordinates.
enum ToNotationOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let reference = try request.required("sr")
        let notation = try request.notation()
        guard let text = request.given("coordinates") else { throw request.missingShape("coordinates") }
        guard let pairs = (try? JSONReader.read(json5: Array(text.utf8)))?.elements,
            let list = Outline(.object([.init("points", .array(pairs))]), hasZ: false, hasM: false)?.parts.first,
            list.count == pairs.count
        else { throw request.badShape("coordinates", text, "[[x1,y1],[x2,y2]]") }
        guard list.count <= ServiceRequest.mostPositions else {
            throw request.tooMany("coordinates", list.count, ServiceRequest.mostPositions)
        }
        guard let degrees = reference.project(Outline(.multipoint, [list]), to: .wgs84) else {
            throw request.unprojectable(reference, .wgs84)
        }
        var style = CoordinateNotation.Style(mode: request.mode())
        // What is no number counts as absent (inferred).
        style.digits = request.given("numofdigits").flatMap { Int(ASCII.trimmed($0)) }
        style.isRounded = request.isTrue("rounding", default: true)
        style.hasSpaces = request.isTrue("addspaces", default: true)
        var texts: [JSON] = []
        for vertex in degrees.parts.first ?? [] {
            guard let text = notation.text(longitude: vertex.x, latitude: vertex.y, style) else {
                throw request.badNotation("\(vertex.x),\(vertex.y)", notation.rawValue)
            }
            texts.append(.string(text))
        }
        return .object([.init("strings", .array(texts))])
    }
}

extension ServiceRequest {
    /// `conversionType`, which is required.
    func notation() throws(ServiceError) -> CoordinateNotation {
        guard let name = given("conversiontype") else { throw missingShape("conversionType") }
        guard let notation = CoordinateNotation(ASCII.trimmed(name)) else {
            throw badShape(
                "conversionType", name, "one of \(CoordinateNotation.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return notation
    }

    /// `conversionMode`, in small letters; one that does not concern the notation has no effect.
    func mode() -> String { ASCII.trimmed(given("conversionmode") ?? "").lowercased() }
}
