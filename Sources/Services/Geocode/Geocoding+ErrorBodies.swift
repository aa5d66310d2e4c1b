// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Geocoding {
    /// The error bodies of locators.
    enum ErrorBodies {
        static let noAddress = ErrorBody(
            "service.geocode.no-address", 400, "Invalid or missing input parameters.", family: "geocode",
            of: [.server, .online], evidence: .inferred("that of a missing parameter; no locator's was captured"))
        static let badParameter = ErrorBody(
            "service.geocode.bad-parameter", 400, "Invalid or missing input parameters.", family: "geocode",
            of: [.server, .online], evidence: .inferred("that of a bad parameter; no locator's was captured"))
        static let notFound = ErrorBody(
            "service.geocode.not-found", 400, "Cannot perform query. Invalid query parameters.",
            details: .list(["Unable to find address for the specified location."]), family: "reverseGeocode",
            of: [.server, .online], evidence: .captured("Esri/ArcREST#308"))
        static let storage = ErrorBody(
            "service.geocode.storage", 403, "Token is valid but access is denied.",
            details: .list(["User does not have permissions to store geocoding results."]), family: "geocode",
            of: [.server, .online], evidence: .captured("docs/reference/refusals.md#bodies"))
    }

    static let errorBodies: [ErrorBody] = [
        ErrorBodies.noAddress, ErrorBodies.badParameter, ErrorBodies.notFound, ErrorBodies.storage,
    ]
}
