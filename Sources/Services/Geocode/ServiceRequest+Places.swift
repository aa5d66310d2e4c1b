// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// How a locator writes places.
extension ServiceRequest {
    /// What answers are in.
    func outReference() throws(ServiceError) -> SpatialReference {
        guard let text = given("outsr") else { return .wgs84 }
        guard let reference = SpatialReference(text) else { throw badGeocode("outSR", text) }
        return reference
    }

    func point(_ location: Locator.Location) -> (x: Double, y: Double)? {
        guard let x = location.x.double, let y = location.y.double else { return nil }
        return (x, y)
    }

    func location(_ location: Locator.Location, _ reference: SpatialReference) -> JSON {
        let json = JSON.object([.init("x", location.x), .init("y", location.y)])
        return SpatialReference.wgs84.project(json, to: reference) ?? json
    }

    func rectangle(_ extent: Envelope, _ reference: SpatialReference) -> JSON {
        let extent = SpatialReference.wgs84.project(extent, to: reference) ?? extent
        return .object([
            .init("xmin", .double(extent.xmin)), .init("ymin", .double(extent.ymin)),
            .init("xmax", .double(extent.xmax)),
            .init("ymax", .double(extent.ymax)),
        ])
    }

    /// Returns the attributes of `outFields`; none without it (captured).
    func attributes(_ location: Locator.Location) -> [JSON.Member] {
        guard let text = given("outfields") else { return [] }
        let names = text.split(separator: ",").map { ASCII.trimmed($0) }
        if names.contains("*") { return location.attributes }
        return location.attributes.filter { one in names.contains { ASCII.equal($0, one.name) } }
    }

    func noAddress() -> ServiceError {
        ServiceError(
            Geocoding.ErrorBodies.noAddress,
            Verdict(
                Geocoding.Rules.noAddress, facts: [.init("service", serviceName)],
                wouldPass: "SingleLine=…, or text=… if the operation takes it"))
    }

    func badGeocode(_ name: String, _ value: String) -> ServiceError {
        ServiceError(
            Geocoding.ErrorBodies.badParameter,
            Verdict(
                Geocoding.Rules.badParameter,
                facts: [.init("parameter", name), .init("value", String(value.prefix(200)))],
                wouldPass: "a valid value of \(name)"))
    }
}

extension JSON {
    /// Returns a score such as 100 or 97.5; integral ones have no decimal point (captured).
    static func score(_ number: Double) -> JSON { Int(exactly: number).map(JSON.int) ?? .double(number) }
}

extension Envelope {
    func contains(_ x: Double, _ y: Double) -> Bool { x >= xmin && x <= xmax && y >= ymin && y <= ymax }
}
