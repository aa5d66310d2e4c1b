// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Commons {
    /// The error bodies of services of several kinds.
    enum ErrorBodies {
        static let unknownLayer = ErrorBody(
            "service.layer.unknown", 400, "Invalid or missing input parameters.",
            details: .list(["Invalid Layer or Table ID: ‹›."]), family: "layer", of: [.server],
            evidence: .captured("docs/reference/catalog-and-descriptions.md#unknown-layers"))
        static let onlineUnknownLayer = ErrorBody(
            "service.layer.unknown-online", 400, "",
            details: .list(["The requested layer (layerId: ‹›) was not found."]), family: "layer", of: [.online],
            evidence: .captured("docs/reference/catalog-and-descriptions.md#unknown-layers: six files of 2026"))
        static let mapGroup = ErrorBody(
            "service.layer.no-rows-map", 400, "Invalid or missing input parameters.", family: "layer", of: [.server],
            evidence: .captured("docs/reference/catalog-and-descriptions.md#unknown-layers: group layers of NOAA"))
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
        static let library = ErrorBody(
            "service.library-missing", 400, "Unable to complete operation.", family: "service", of: [.server, .hosted],
            evidence: .inferred("the general words; a real server has its libraries"))
    }

    static let errorBodies: [ErrorBody] = [
        ErrorBodies.unknownLayer, ErrorBodies.onlineUnknownLayer, ErrorBodies.hostedUnknownLayer, ErrorBodies.noRows,
        ErrorBodies.mapGroup, ErrorBodies.capability, ErrorBodies.library,
    ]
}
