// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `reverseGeocode`: the nearest place within `distance`, or within the documented tolerance of 500 m.
enum ReverseGeocodeOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let text = request.given("location") ?? ""
        guard let asked = Self.location(text) else { throw request.badGeocode("location", text) }
        try request.checkStorage()
        let reference = try request.outReference()
        // What is no distance counts as absent (inferred).
        let written = request.given("distance").flatMap { Double(ASCII.trimmed($0)) }
        let limit = written.flatMap { $0 >= 0 && $0.isFinite ? $0 : nil } ?? 500
        let near = (service.locator?.locations ?? []).compactMap { location in
            request.point(location).map { (location, Sphere.meters($0, asked)) }
        }.filter { $0.1 <= limit }.min { $0.1 < $1.1 }
        guard let (found, _) = near else {
            throw ServiceError(
                Geocoding.ErrorBodies.notFound,
                Verdict(
                    Geocoding.Rules.notFound, facts: [.init("location", text), .init("within", "\(limit) m")],
                    wouldPass: "a location near one in the scenario, or a greater distance"))
        }
        var location = request.location(found, reference).members ?? []
        location.append(.init("spatialReference", reference.short(request.version)))
        return .json(
            .object([.init("address", request.address(found)), .init("location", .object(location))]))
    }

    /// Returns a point in degrees, from `x,y` or JSON.
    private static func location(_ text: String) -> (x: Double, y: Double)? {
        if let json = try? JSONReader.read(json5: Array(text.utf8)), json.members != nil {
            let reference = json["spatialReference"].map { SpatialReference(json: $0) } ?? .wgs84
            guard let point = reference.project(json, to: .wgs84), let x = point["x"]?.double,
                let y = point["y"]?.double
            else { return nil }
            return (x, y)
        }
        let parts = text.split(separator: ",").map { Double(ASCII.trimmed($0)) }
        guard parts.count >= 2, let x = parts[0], let y = parts[1] else { return nil }
        return (x, y)
    }
}
