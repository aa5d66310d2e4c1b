// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension MapServices {
    /// The resources of a GeocodeServer: docs/reference/other-services.md#geocodeserver.
    static let geocoding: [Resource] = [
        Resource(
            "", [.geocodeServer], "The locator.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/geocode-service/")
        ) { $0.locatorRoot() },
        Resource(
            "findAddressCandidates", [.geocodeServer], "The candidates for an address.",
            evidence: .captured("Esri/arcgis-rest-js geocoding mocks")
        ) { $0.findAddressCandidates() },
        Resource(
            "geocodeAddresses", [.geocodeServer], "The best candidates for several addresses.", since: .v10_1,
            evidence: .captured("Esri/arcgis-rest-js geocoding mocks; the attributes of what is not found are inferred")
        ) { $0.geocodeAddresses() },
        Resource(
            "reverseGeocode", [.geocodeServer], "The address at a location.",
            evidence: .captured("alexreisner/geocoder esri_reverse")
        ) { $0.reverseGeocode() },
        Resource(
            "suggest", [.geocodeServer], "Suggestions for a text.", since: .v10_3,
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/suggest/")
        ) { $0.suggest() },
        Resource(
            "find", [.geocodeServer], "The places for a text, an early operation of the World locator.",
            evidence: .captured("alexreisner/geocoder esri_madison_square_garden")
        ) { $0.findPlaces() },
    ]

    enum GeocodeRules {
        static let noAddress = Rule(
            "geocode.no-address", "The request has no address to look for.",
            advice: "Send SingleLine, or fields that the root lists in addressFields.",
            evidence: .inferred("the words of a missing parameter; no locator's were captured"))
        static let badParameter = Rule(
            "geocode.bad-parameter", "A parameter cannot be read.", advice: "See the parameter named in the verdict.",
            evidence: .inferred("the words of a bad parameter; no locator's were captured"))
        static let notFound = Rule(
            "geocode.no-address-there", "No address is near the location.",
            advice: "Check the order of x and y, and the spatial reference.", evidence: .captured("Esri/ArcREST#308"))
    }

    static let geocodeRules: [Rule] = [GeocodeRules.noAddress, GeocodeRules.badParameter, GeocodeRules.notFound]
}

/// The operations of a locator.
extension ServiceRequest {
    func findAddressCandidates() -> Result {
        guard let locator = service.locator, let found = asked(locator) else { return .refused(noAddress()) }
        guard let reference = outReference() else { return .refused(badGeocode("outSR", given("outsr") ?? "")) }
        var list = found
        if let area = given("searchextent").flatMap(ServiceRequest.area) {
            list = list.filter { point($0.location).map { area.contains($0.x, $0.y) } ?? false }
        }
        list = Array(list.prefix(given("maxlocations").flatMap { Int($0) } ?? 20))
        let candidates = list.map { candidate -> JSON in
            var members: [JSON.Member] = [
                .init("address", .string(candidate.location.address)),
                .init("location", location(candidate.location, reference)), .init("score", .score(candidate.score)),
                .init("attributes", .object(attributes(candidate.location))),
            ]
            if let extent = candidate.location.extent { members.append(.init("extent", rectangle(extent, reference))) }
            return .object(members)
        }
        return .json(
            .object([
                .init("spatialReference", reference.short(version)), .init("candidates", .array(candidates)),
            ]))
    }

    /// `find` of the World locator.
    func findPlaces() -> Result {
        guard let locator = service.locator, let text = given("text") else { return .refused(noAddress()) }
        guard let reference = outReference() else { return .refused(badGeocode("outSR", given("outsr") ?? "")) }
        let found = locator.candidates(text).prefix(given("maxlocations").flatMap { Int($0) } ?? 1)
        let locations = found.map { candidate -> JSON in
            var members: [JSON.Member] = [.init("name", .string(candidate.location.address))]
            if let extent = candidate.location.extent { members.append(.init("extent", rectangle(extent, reference))) }
            let feature = JSON.object([
                .init("geometry", location(candidate.location, reference)),
                .init("attributes", .object(attributes(candidate.location))),
            ])
            members.append(.init("feature", feature))
            return .object(members)
        }
        return .json(
            .object([.init("spatialReference", reference.short(version)), .init("locations", .array(locations))]))
    }

    func geocodeAddresses() -> Result {
        guard let locator = service.locator else { return .refused(noAddress()) }
        let text = given("addresses") ?? ""
        guard let records = (try? JSONReader.read(Array(text.utf8)))?["records"]?.elements else {
            return .refused(badGeocode("addresses", text))
        }
        guard let reference = outReference() else { return .refused(badGeocode("outSR", given("outsr") ?? "")) }
        let locations = records.map { record -> JSON in
            let fields = record["attributes"]?.members ?? []
            let id = fields.first { ASCII.equal($0.name, "OBJECTID") }?.value ?? .null
            let wording = fields.filter { !ASCII.equal($0.name, "OBJECTID") }.compactMap(\.value.text)
            let candidate = locator.candidates(wording.joined(separator: " ")).first
            let score = JSON.score(candidate?.score ?? 0)
            let address = JSON.string(candidate?.location.address ?? "")
            var own: [JSON.Member] = [
                .init("ResultID", id), .init("Status", .string(candidate == nil ? "U" : "M")), .init("Score", score),
                .init("Match_addr", address),
            ]
            own += (candidate?.location.attributes ?? []).filter { one in !own.contains { $0.name == one.name } }
            let nowhere = JSON.object([.init("x", .string("NaN")), .init("y", .string("NaN"))])
            return .object([
                .init("address", address),
                .init("location", candidate.map { location($0.location, reference) } ?? nowhere),
                .init("score", score), .init("attributes", .object(own)),
            ])
        }
        return .json(
            .object([.init("spatialReference", reference.short(version)), .init("locations", .array(locations))]))
    }

    /// Returns the nearest place within `distance`, or within the documented tolerance of 500 m.
    func reverseGeocode() -> Result {
        let text = given("location") ?? ""
        guard let asked = ServiceRequest.location(text) else { return .refused(badGeocode("location", text)) }
        guard let reference = outReference() else { return .refused(badGeocode("outSR", given("outsr") ?? "")) }
        let limit = given("distance").flatMap { Double($0) } ?? 500
        let near = (service.locator?.locations ?? []).compactMap { location in
            point(location).map { (location, Sphere.meters($0, asked)) }
        }.filter { $0.1 <= limit }.min { $0.1 < $1.1 }
        guard let (found, _) = near else {
            return .refused(
                Refused(
                    code: 400, message: "Cannot perform query. Invalid query parameters.",
                    details: ["Unable to find address for the specified location."],
                    verdict: Verdict(
                        MapServices.GeocodeRules.notFound,
                        facts: [.init("location", text), .init("within", "\(limit) m")],
                        wouldPass: "a location near one in the scenario, or a greater distance")))
        }
        var location = location(found, reference).members ?? []
        location.append(.init("spatialReference", reference.short(version)))
        return .json(
            .object([.init("address", .object(found.attributes)), .init("location", .object(location))]))
    }

    func suggest() -> Result {
        guard let locator = service.locator, let text = given("text") else { return .refused(noAddress()) }
        let found = locator.suggestions(text).prefix(given("maxsuggestions").flatMap { Int($0) } ?? 5)
        let list = found.map { candidate in
            JSON.object([
                .init("text", .string(candidate.location.address)),
                .init("magicKey", .string(ServiceRequest.magicKey(candidate.number))),
                .init("isCollection", .bool(false)),
            ])
        }
        return .json(.object([.init("suggestions", .array(list))]))
    }

    // MARK: what was asked

    /// Returns the candidates by the key of a suggestion, a single line, or fields; `nil` if the request has none of
    /// them.
    private func asked(_ locator: Locator) -> [Locator.Candidate]? {
        if let key = given("magickey"),
            let number = locator.locations.indices.first(where: { ServiceRequest.magicKey($0) == key })
        {
            let location = locator.locations[number]
            return [Locator.Candidate(location: location, score: location.score, number: number)]
        }
        if let line = given("singleline") ?? given("single line input") ?? given("singlelineinput") {
            return locator.candidates(line)
        }
        let fields = (locator.addressFields ?? MapServices.worldFields).map { $0.lowercased() } + ["address"]
        let parts = fields.compactMap { given($0) }
        return parts.isEmpty ? nil : locator.candidates(parts.joined(separator: " "))
    }

    private static func magicKey(_ number: Int) -> String { Base64.encode(Array("tp=0#loc=\(number)".utf8)) }

    /// Returns a point in degrees, from `x,y` or JSON.
    private static func location(_ text: String) -> (x: Double, y: Double)? {
        if let json = try? JSONReader.read(Array(text.utf8)), json.members != nil {
            let reference = json["spatialReference"].map { SpatialReference(json: $0) } ?? .wgs84
            guard let point = reference.project(json, to: .wgs84), let x = point["x"]?.double,
                let y = point["y"]?.double
            else { return nil }
            return (x, y)
        }
        let parts = text.split(separator: ",").map { Double(ASCII.trimmed($0)) }
        guard parts.count == 2, let x = parts[0], let y = parts[1] else { return nil }
        return (x, y)
    }

    /// Returns an envelope in degrees, from `xmin,ymin,xmax,ymax` or JSON.
    private static func area(_ text: String) -> Envelope? {
        let parts = text.split(separator: ",").compactMap { Double(ASCII.trimmed($0)) }
        if parts.count == 4 { return Envelope(xmin: parts[0], ymin: parts[1], xmax: parts[2], ymax: parts[3]) }
        guard let json = try? JSONReader.read(Array(text.utf8)), let xmin = json["xmin"]?.double,
            let ymin = json["ymin"]?.double, let xmax = json["xmax"]?.double, let ymax = json["ymax"]?.double
        else { return nil }
        let reference = json["spatialReference"].map { SpatialReference(json: $0) } ?? .wgs84
        return reference.project(Envelope(xmin: xmin, ymin: ymin, xmax: xmax, ymax: ymax), to: .wgs84)
    }

    // MARK: what is answered

    private func outReference() -> SpatialReference? {
        guard let text = given("outsr") else { return .wgs84 }
        return SpatialReference(text)
    }

    private func point(_ location: Locator.Location) -> (x: Double, y: Double)? {
        guard let x = location.x.double, let y = location.y.double else { return nil }
        return (x, y)
    }

    private func location(_ location: Locator.Location, _ reference: SpatialReference) -> JSON {
        let json = JSON.object([.init("x", location.x), .init("y", location.y)])
        return SpatialReference.wgs84.project(json, to: reference) ?? json
    }

    private func rectangle(_ extent: Envelope, _ reference: SpatialReference) -> JSON {
        let extent = SpatialReference.wgs84.project(extent, to: reference) ?? extent
        return .object([
            .init("xmin", .double(extent.xmin)), .init("ymin", .double(extent.ymin)),
            .init("xmax", .double(extent.xmax)),
            .init("ymax", .double(extent.ymax)),
        ])
    }

    /// Returns the attributes of `outFields`; none without it (captured).
    private func attributes(_ location: Locator.Location) -> [JSON.Member] {
        guard let text = given("outfields") else { return [] }
        let names = text.split(separator: ",").map { ASCII.trimmed($0) }
        if names.contains("*") { return location.attributes }
        return location.attributes.filter { one in names.contains { ASCII.equal($0, one.name) } }
    }

    private func noAddress() -> Refused {
        Refused(
            code: 400, message: "Invalid or missing input parameters.", details: [],
            verdict: Verdict(
                MapServices.GeocodeRules.noAddress, facts: [.init("service", service.name)],
                wouldPass: "SingleLine=…, or text=… if the operation takes it"))
    }

    private func badGeocode(_ name: String, _ value: String) -> Refused {
        Refused(
            code: 400, message: "Invalid or missing input parameters.", details: [],
            verdict: Verdict(
                MapServices.GeocodeRules.badParameter,
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
