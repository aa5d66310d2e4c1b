// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `geocodeAddresses`: places for many addresses.
enum BatchGeocodeOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        guard let locator = service.locator else { throw request.noAddress() }
        let text = request.given("addresses") ?? ""
        // Quotes may be single, as ArcREST writes them, or missing.
        guard let records = (try? JSONReader.read(json5: Array(text.utf8)))?["records"]?.elements else {
            throw request.badGeocode("addresses", text)
        }
        try request.checkStorage()
        let reference = try request.outReference()
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
                .init("location", candidate.map { request.location($0.location, reference) } ?? nowhere),
                .init("score", score), .init("attributes", .object(own)),
            ])
        }
        return .json(
            .object([
                .init("spatialReference", reference.short(request.version)), .init("locations", .array(locations)),
            ]))
    }
}
