// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// How a locator writes places.
extension ServiceRequest {
    /// What answers are in; what is no spatial reference counts as absent (inferred).
    func outReference() throws(ServiceError) -> SpatialReference {
        guard let text = given("outsr"), let reference = SpatialReference(written: text) else { return .wgs84 }
        guard SpatialReference.wgs84.isProjected(to: reference) else {
            throw ServiceError(
                Geocoding.ErrorBodies.badParameter,
                Verdict(
                    Geocoding.Rules.reference, facts: [.init("outSR", String(text.prefix(80)))],
                    wouldPass: SpatialReference.known))
        }
        return reference
    }

    /// Refuses who wants to keep the places, and may not.
    func checkStorage() throws(ServiceError) {
        guard isTrue("forstorage"), !mayStorePlaces else { return }
        throw ServiceError(
            Geocoding.ErrorBodies.storage,
            Verdict(
                Geocoding.Rules.storage, facts: [.init("user", user ?? "")],
                wouldPass: "forStorage=false, or a role with premium:user:geocode:stored"))
    }

    /// Returns how many places are wanted; what is no number above zero counts as absent (inferred).
    func limit(_ name: String, _ usual: Int) -> Int {
        given(name).flatMap { Int(ASCII.trimmed($0)) }.flatMap { $0 > 0 ? $0 : nil } ?? usual
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

    /// Returns the attributes of `outFields`; none without it (captured). A field that there is not is passed over.
    func attributes(_ candidate: Locator.Candidate) -> [JSON.Member] {
        guard let text = given("outfields") else { return [] }
        let location = candidate.location
        // What every locator has, asked for in azavea/python-omgeo#67; in the order of the World locator (captured).
        let match: [JSON.Member] = [
            .init("Loc_name", .string(serviceName.split(separator: "/").last.map(String.init) ?? "")),
            .init("Score", .score(candidate.score)), .init("Match_addr", .string(location.address)),
            .init("Addr_type", .string(location.kind)),
        ]
        let all = location.with(match)
        let names = text.split(separator: ",").map { ASCII.trimmed($0) }
        // Attributes that name the match are those of a whole answer.
        let isWhole = location.attributes.contains { ASCII.equal($0.name, "Match_addr") }
        if names.contains("*") { return isWhole ? location.attributes : all }
        return all.filter { one in names.contains { ASCII.equal($0, one.name) } }
    }

    /// Returns the address of reverse geocoding. Locators since 10.7 begin it with the match and its labels (captured of
    /// the World locator of 2018; the release is inferred); clients show the label of a place without a street.
    func address(_ location: Locator.Location) -> JSON {
        guard version >= .v10_7 else { return .object(location.attributes) }
        let short = location.address.split(separator: ",").first.map(String.init) ?? location.address
        return .object(
            location.with([
                .init("Match_addr", .string(location.address)), .init("LongLabel", .string(location.address)),
                .init("ShortLabel", .string(short)), .init("Addr_type", .string(location.kind)),
            ]))
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

extension Locator.Location {
    /// The `Addr_type`: that of an address with a street, or of another place (inferred; the words are captured).
    fileprivate var kind: String {
        let hasStreet = attributes.contains { ASCII.equal($0.name, "Address") && $0.value.text?.isEmpty == false }
        return hasStreet ? "PointAddress" : "POI"
    }

    /// Returns the attributes after those of `first` that they do not have.
    fileprivate func with(_ first: [JSON.Member]) -> [JSON.Member] {
        first.filter { one in !attributes.contains { ASCII.equal($0.name, one.name) } } + attributes
    }
}

extension JSON {
    /// Returns a score such as 100 or 97.5; integral ones have no decimal point (captured).
    static func score(_ number: Double) -> JSON { Int(exactly: number).map(JSON.int) ?? .double(number) }
}

extension Envelope {
    func contains(_ x: Double, _ y: Double) -> Bool { x >= xmin && x <= xmax && y >= ymin && y <= ymax }
}
