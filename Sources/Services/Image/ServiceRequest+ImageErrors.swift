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

    /// A word below an image service that is none of its operations, and no id of a raster.
    func noImageOperation(_ name: String) -> ServiceError {
        let own = Set(Imaging.resources.compactMap { $0.path.split(separator: "/").first }.map(String.init))
        let known = own.filter { !$0.hasPrefix("{") }.sorted()
        let near = name.lowercased() == "export" ? "exportImage" : Suggestion.nearest(to: name, among: known)
        return ServiceError(
            Imaging.ErrorBodies.raster,
            absent(name, ofLayer: false)
                ?? Verdict(
                    Imaging.Rules.operation, facts: [.init("operation", name)],
                    wouldPass: near.map { "did you mean \($0)?" } ?? known.joined(separator: ", ")))
    }

    func unknownRaster(_ id: String, hasCatalog: Bool) -> ServiceError {
        ServiceError(
            Imaging.ErrorBodies.raster,
            Verdict(
                Imaging.Rules.raster, facts: [.init("raster", id)],
                wouldPass: hasCatalog ? "an object id of the catalog" : "a service with a catalog"))
    }
}
