// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Geocoding {
    /// The address fields of the World locator and of locators made with Create Locator.
    static let worldFields = [
        "Address", "Address2", "Address3", "Neighborhood", "City", "Subregion", "Region", "Postal", "PostalExt",
        "CountryCode",
    ]
}

extension Description {
    /// The root of a GeocodeServer.
    static let geocodeServer = Description(
        rows: [
            Row("currentVersion", since: .v10_0_0) { .number($0.version.number ?? "") },
            Row("serviceDescription") { .string($0.service.description) },
            Row("addressFields") { subject in
                let names = subject.service.locator?.addressFields ?? Geocoding.worldFields
                return .array(names.map { text($0, 100) })
            },
            Row("singleLineAddressField", since: .v10_0_0, text("SingleLine", 200)),
            Row("candidateFields") { subject in .array(candidateFields(subject.service.locator)) },
            Row("intersectionCandidateFields") { subject in .array(candidateFields(subject.service.locator)) },
            Row("spatialReference") { SpatialReference.wgs84.short($0.version) },
            Row(
                "locatorProperties",
                .object([
                    .init("MinimumCandidateScore", .string("60")), .init("SuggestedBatchSize", .int(150)),
                    .init("MaxBatchSize", .int(1000)),
                ])), Row("locators", since: .v10_1, .array([])),
            Row("capabilities", since: .v10_3) { .string($0.capabilities(.geocodeServer)) },
        ],
        evidence: .captured(
            "Tests/Golden/arcgis/restjs-mocks/responses__SharingInfo.json: the order at 10.41; the releases of its keys are inferred"
        ))

    /// Returns the locator's name, shape and score, followed by the fields of the places (captured, 10.41).
    private static func candidateFields(_ locator: Locator?) -> [JSON] {
        let fixed = [
            text("Loc_name", 29), field("Shape", .geometry), field("Score", .double), text("Match_addr", 500),
            text("Addr_type", 20),
        ]
        var names = Set(fixed.compactMap { $0["name"]?.text })
        var own: [JSON] = []
        for member in (locator?.locations ?? []).flatMap(\.attributes) where names.insert(member.name).inserted {
            own.append(member.value.double == nil ? text(member.name, 200) : field(member.name, .double))
        }
        return fixed + own
    }

    private static func text(_ name: String, _ length: Int) -> JSON {
        .object((field(name, .string).members ?? []) + [.init("length", .int(length))])
    }

    /// Returns a field: name, type, alias, required, length (documented).
    private static func field(_ name: String, _ type: FieldType) -> JSON {
        .object([
            .init("name", .string(name)), .init("type", .string(type.rawValue)), .init("alias", .string(name)),
            .init("required", .bool(false)),
        ])
    }
}
