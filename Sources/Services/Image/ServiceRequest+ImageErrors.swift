// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The errors of image services.
extension ServiceRequest {
    func badImage(_ name: String, _ value: String, _ wouldPass: String) -> ServiceError {
        ServiceError(
            Imaging.ErrorBodies.badParameter,
            Verdict(
                Imaging.Rules.parameter,
                facts: [.init("parameter", name), .init("value", String(value.prefix(200)))], wouldPass: wouldPass))
    }

    func noPicture() -> ServiceError {
        ServiceError(
            Imaging.ErrorBodies.badParameter,
            Verdict(
                Imaging.Rules.picture, facts: [.init("service", serviceName)],
                wouldPass: "image: { source } with properties.extent, or results: { exportImage: { file } }"))
    }

    func noCatalog() -> ServiceError {
        ServiceError(
            Imaging.ErrorBodies.catalog,
            Verdict(
                Imaging.Rules.catalog, facts: [.init("service", serviceName)],
                wouldPass: "a service with a catalog: layers in the scenario"))
    }

    func unknownRaster(_ id: String, hasCatalog: Bool) -> ServiceError {
        ServiceError(
            Imaging.ErrorBodies.raster,
            Verdict(
                Imaging.Rules.raster, facts: [.init("raster", id)],
                wouldPass: hasCatalog ? "an object id of the catalog" : "a service with a catalog"))
    }
}
