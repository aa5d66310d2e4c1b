// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Commons {
    /// The error bodies of services of several kinds.
    enum ErrorBodies {
        static let unknownLayer = ErrorBody(
            "service.layer.unknown", 400, "Invalid or missing input parameters.", family: "layer", of: [.server],
            evidence: .inferred(
                "docs/reference/catalog-and-descriptions.md#unknown-layers: captured with details that name the layer"))
        static let hostedUnknownLayer = ErrorBody(
            "service.layer.unknown-hosted", 400, "Invalid URL", details: .list(["Invalid URL"]), family: "layer",
            of: [.hosted], evidence: .captured("docs/reference/catalog-and-descriptions.md: a hosted service's answer"))
        static let capability = ErrorBody(
            "service.no-capability", 400, "Requested operation is not supported by this service.",
            details: .list(["The requested capability is not supported."]), family: "service", of: [.server, .hosted],
            evidence: .inferred("CartoDB/cartodb#11317 has the body for a query of a map"))
        static let noRows = ErrorBody(
            "service.layer.no-rows", 400, "Requested operation is not supported by this service.",
            details: .list(["The requested capability is not supported."]), family: "layer", of: [.server, .hosted],
            evidence: .inferred("CartoDB/cartodb#11317 has the body for a capability that is missing"))
    }

    static let errorBodies: [ErrorBody] = [
        ErrorBodies.unknownLayer, ErrorBodies.hostedUnknownLayer, ErrorBodies.noRows, ErrorBodies.capability,
    ]
}
