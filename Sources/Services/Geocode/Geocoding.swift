// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Locators: docs/reference/other-services.md#geocodeserver.
enum Geocoding {
    static let resources: [Resource] = [
        Resource(
            "", [.geocodeServer], "The locator.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/geocode-service/")
        ) { request, service throws(ServiceError) in
            .json(service.pasted ?? Description.geocodeServer.json(service.subject(request.version)))
        },
        Resource(
            "findAddressCandidates", [.geocodeServer], "The candidates for an address.", needs: .other(.geocode),
            evidence: .captured("Esri/arcgis-rest-js geocoding mocks"), answer: CandidatesOperation.answer),
        Resource(
            "geocodeAddresses", [.geocodeServer], "The best candidates for several addresses.", since: .v10_1,
            needs: .other(.geocode),
            evidence: .captured(
                "Esri/arcgis-rest-js geocoding mocks; the attributes of what is not found are inferred"),
            answer: BatchGeocodeOperation.answer),
        Resource(
            "reverseGeocode", [.geocodeServer], "The address at a location.", needs: .other(.reverseGeocode),
            evidence: .captured("alexreisner/geocoder esri_reverse"), answer: ReverseGeocodeOperation.answer),
        Resource(
            "suggest", [.geocodeServer], "Suggestions for a text.", since: .v10_3, needs: .other(.suggest),
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/suggest/"),
            answer: CandidatesOperation.suggest),
        Resource(
            "find", [.geocodeServer], "The places for a text, an early operation of the World locator.",
            evidence: .captured("alexreisner/geocoder esri_madison_square_garden"), answer: CandidatesOperation.find),
    ]

    enum Rules {
        static let noAddress = Rule(
            "geocode.no-address", "The request has no address to look for.",
            advice: "Send SingleLine, or fields that the root lists in addressFields.",
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/find-address-candidates/: one of them is required; the words are inferred"
            ))
        static let badParameter = Rule(
            "geocode.bad-parameter", "A parameter cannot be read.", advice: "See the parameter named in the verdict.",
            evidence: .inferred("the words of a bad parameter; no locator's were captured"))
        static let reference = Rule(
            "geocode.unknown-reference",
            "PROJ knows no spatial reference of that number or text, or no formulas of it.",
            advice: "Use a number of EPSG or Esri.",
            evidence: .inferred("docs/reference/spatial-references.md#unknown-ones: what locators say was not seen"))
        static let notFound = Rule(
            "geocode.no-address-there", "No address is near the location.",
            advice: "Check the order of x and y, and the spatial reference.", evidence: .captured("Esri/ArcREST#308"))
        static let storage = Rule(
            "geocode.storage", "The member's role does not allow keeping what a locator finds.",
            advice: "Leave out forStorage, or give the role premium:user:geocode:stored or premium:user:geocode.",
            evidence: .captured(
                "docs/reference/refusals.md#bodies: the words; that a custom role without the privilege meets them is "
                    + "inferred"))
    }

    static let rules: [Rule] = [
        Rules.noAddress, Rules.badParameter, Rules.reference, Rules.notFound, Rules.storage,
    ]
}
