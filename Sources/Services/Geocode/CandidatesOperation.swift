// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What finds places for a text: `findAddressCandidates`, `find` of the World locator, `suggest`.
enum CandidatesOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        guard let locator = service.locator, let found = asked(locator, request) else { throw request.noAddress() }
        try request.checkStorage()
        let reference = try request.outReference()
        var list = found
        if let area = request.given("searchextent").flatMap(area) {
            list = list.filter { request.point($0.location).map { area.contains($0.x, $0.y) } ?? false }
        }
        list = Array(list.prefix(request.limit("maxlocations", 20)))
        let candidates = list.map { candidate -> JSON in
            var members: [JSON.Member] = [
                .init("address", .string(candidate.location.address)),
                .init("location", request.location(candidate.location, reference)),
                .init("score", .score(candidate.score)),
                .init("attributes", .object(request.attributes(candidate))),
            ]
            if let extent = candidate.location.extent {
                members.append(.init("extent", request.rectangle(extent, reference)))
            }
            return .object(members)
        }
        return .json(
            .object([
                .init("spatialReference", reference.short(request.version)), .init("candidates", .array(candidates)),
            ]))
    }

    static func find(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        guard let locator = service.locator, let text = request.given("text") else { throw request.noAddress() }
        try request.checkStorage()
        let reference = try request.outReference()
        let found = locator.candidates(text).prefix(request.limit("maxlocations", 1))
        let locations = found.map { candidate -> JSON in
            var members: [JSON.Member] = [.init("name", .string(candidate.location.address))]
            if let extent = candidate.location.extent {
                members.append(.init("extent", request.rectangle(extent, reference)))
            }
            let feature = JSON.object([
                .init("geometry", request.location(candidate.location, reference)),
                .init("attributes", .object(request.attributes(candidate))),
            ])
            members.append(.init("feature", feature))
            return .object(members)
        }
        return .json(
            .object([
                .init("spatialReference", reference.short(request.version)), .init("locations", .array(locations)),
            ]))
    }

    static func suggest(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        guard let locator = service.locator, let text = request.given("text") else { throw request.noAddress() }
        let found = locator.suggestions(text).prefix(request.limit("maxsuggestions", 5))
        let list = found.map { candidate in
            JSON.object([
                .init("text", .string(candidate.location.address)),
                .init("magicKey", .string(magicKey(candidate.number))),
                .init("isCollection", .bool(false)),
            ])
        }
        return .json(.object([.init("suggestions", .array(list))]))
    }

    /// Returns the candidates by the key of a suggestion, a single line, or fields; `nil` if the request has none of
    /// them.
    private static func asked(_ locator: Locator, _ request: ServiceRequest) -> [Locator.Candidate]? {
        if let key = request.given("magickey"),
            let number = locator.locations.indices.first(where: { magicKey($0) == key })
        {
            let location = locator.locations[number]
            return [Locator.Candidate(location: location, score: location.score, number: number)]
        }
        if let line = request.given("singleline") ?? request.given("single line input")
            ?? request.given("singlelineinput")
        {
            return locator.candidates(line)
        }
        let fields = (locator.addressFields ?? Geocoding.worldFields).map { $0.lowercased() } + ["address"]
        let parts = fields.compactMap { request.given($0) }
        return parts.isEmpty ? nil : locator.candidates(parts.joined(separator: " "))
    }

    private static func magicKey(_ number: Int) -> String { Base64.encode(Array("tp=0#loc=\(number)".utf8)) }

    /// Returns an envelope in degrees, from `xmin,ymin,xmax,ymax` or JSON; swapped corners are put in order, and what is
    /// neither counts as absent (inferred).
    private static func area(_ text: String) -> Envelope? {
        let parts = text.split(separator: ",").compactMap { Double(ASCII.trimmed($0)) }
        if parts.count == 4 {
            return Envelope(
                xmin: min(parts[0], parts[2]), ymin: min(parts[1], parts[3]), xmax: max(parts[0], parts[2]),
                ymax: max(parts[1], parts[3]))
        }
        guard let json = try? JSONReader.read(json5: Array(text.utf8)), let xmin = json["xmin"]?.double,
            let ymin = json["ymin"]?.double, let xmax = json["xmax"]?.double, let ymax = json["ymax"]?.double
        else { return nil }
        let reference = json["spatialReference"].map { SpatialReference(json: $0) } ?? .wgs84
        return reference.project(Envelope(xmin: xmin, ymin: ymin, xmax: xmax, ymax: ymax), to: .wgs84)
    }
}
