// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Maps {
    /// The error bodies of maps. No service's own were captured for these causes: they are those of other bad parameters.
    enum ErrorBodies {
        static let badParameter = ErrorBody(
            "service.map.bad-parameter", 400, "Invalid or missing input parameters.", family: "map", of: [.server],
            evidence: .inferred("docs/reference/open-questions.md#q15: captured of other bad parameters"))
        static let noGeometry = ErrorBody(
            "service.map.identify-no-geometry", 400, "Missing 'geometry' for identify operation.", family: "map",
            of: [.server], evidence: .captured("Esri/arcgis-python-api#2169: of a map in 2024"))
        static let notEmulated = ErrorBody(
            "service.map.not-emulated", 400, "Requested operation is not supported by this service.",
            details: .list(["The requested capability is not supported."]), family: "map", of: [.server],
            evidence: .inferred("CartoDB/cartodb#11317 has the body for a capability that is missing"))
        static let capability = ErrorBody(
            "service.map.no-capability", 400, "Requested operation is not supported by this service.",
            details: .list(["The requested capability is not supported."]), family: "map", of: [.server],
            evidence: .captured("CartoDB/cartodb#11317: of a query"))
        static let capabilityNow = ErrorBody(
            "service.map.no-capability-now", 400, "Requested operation is not supported by this service.",
            details: .list(["The requested capability is not supported."]), extendedCode: -2_147_220_222,
            family: "map", of: [.server], since: .v11_0,
            evidence: .captured("docs/reference/query.md#errors: of a query in 2026; that it came at 11.0 is inferred"))
    }

    static let errorBodies: [ErrorBody] = [
        ErrorBodies.badParameter, ErrorBodies.noGeometry, ErrorBodies.notEmulated, ErrorBodies.capability,
        ErrorBodies.capabilityNow,
    ]
}
