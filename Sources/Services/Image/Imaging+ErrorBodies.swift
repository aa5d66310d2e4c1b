// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Imaging {
    /// The error bodies of image services.
    enum ErrorBodies {
        static let raster = ErrorBody(
            "service.image.unknown-raster", 400, "Unable to complete operation.", family: "image", of: [.server],
            evidence: .captured("openaddresses/esri-dump ImageServer-3_json_Download"))
        static let catalog = ErrorBody(
            "service.image.no-catalog", 400, "Requested operation is not supported by this service.",
            details: .list(["The requested capability is not supported."]), family: "image", of: [.server],
            evidence: .inferred("CartoDB/cartodb#11317 has the body for a capability that is missing"))
        static let badParameter = ErrorBody(
            "service.image.bad-parameter", 400, "Invalid or missing input parameters.", family: "image",
            of: [.server], evidence: .captured("docs/reference/maps.md#operations; that this causes it is inferred"))
        static let exportParameter = ErrorBody(
            "service.image.bad-export-parameter", 400, "Invalid or missing input parameters.",
            details: .list(["'‹›' parameter is invalid."]), extendedCode: -2_147_024_809, family: "image",
            of: [.server], evidence: .captured("docs/reference/maps.md#what-image-services-refuse: of imageSR"))
        static let tooLarge = ErrorBody(
            "service.image.too-large", 400, "Invalid or missing input parameters.",
            details: .list(["The requested image exceeds the size limit."]), extendedCode: -2_147_024_809,
            family: "image", of: [.server], evidence: .captured("docs/reference/maps.md#what-image-services-refuse"))
    }

    static let errorBodies: [ErrorBody] = [
        ErrorBodies.raster, ErrorBodies.catalog, ErrorBodies.badParameter, ErrorBodies.exportParameter,
        ErrorBodies.tooLarge,
    ]
}
