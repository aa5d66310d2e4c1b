// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `statistics`, `histograms`, `computeHistograms` and `computeStatisticsHistograms` of an image service.
enum RasterStatisticsOperation {
    static func statistics(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (view, bands) = try raster(request, service)
        let rule = try request.rasterRule(service)
        return .deferred {
            let shown = RasterStatistics(view.rendered(rule, bands: bands), bands: bands)
            return .json(.object([.init("statistics", shown.statistics(isComputed: false))]))
        }
    }

    static func histograms(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (view, bands) = try raster(request, service)
        let rule = try request.rasterRule(service)
        return .deferred {
            let shown = RasterStatistics(view.rendered(rule, bands: bands), bands: bands)
            return .json(.object([.init("histograms", shown.histograms)]))
        }
    }

    static func computeHistograms(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (view, bands) = try raster(request, service)
        let area = try area(request, service)
        let rule = try request.rasterRule(service)
        return .deferred {
            let shown = view.rendered(rule, bands: bands)
            let within = RasterStatistics(shown, bands: bands, within: Geometry(area))
            return .json(.object([.init("histograms", within.histograms)]))
        }
    }

    static func computeBoth(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let (view, bands) = try raster(request, service)
        let area = try area(request, service)
        let rule = try request.rasterRule(service)
        return .deferred {
            let shown = view.rendered(rule, bands: bands)
            let within = RasterStatistics(shown, bands: bands, within: Geometry(area))
            return .json(
                .object([
                    .init("statistics", within.statistics(isComputed: true)),
                    .init("histograms", within.histograms),
                ]))
        }
    }

    private static func raster(
        _ request: ServiceRequest, _ service: ServiceModel
    ) throws(ServiceError) -> (RasterView, Int) {
        guard let view = service.rasterView else { throw request.noPicture() }
        return (view, service.rasterBandCount)
    }

    /// The polygon or envelope that is required, in the service's spatial reference (documented).
    private static func area(_ request: ServiceRequest, _ service: ServiceModel) throws(ServiceError) -> JSON {
        let text = request.given("geometry") ?? ""
        let example = #"{"xmin":…,"ymin":…,"xmax":…,"ymax":…} or { rings: […] }"#
        let isEnvelope = request.given("geometrytype").map { ASCII.equal($0, "esriGeometryEnvelope") } ?? true
        guard
            let json = SpatialFilter.shape(text, isEnvelope ? "esrigeometryenvelope" : "esrigeometrypolygon"),
            json["rings"] != nil || json["xmin"] != nil, Geometry(json) != nil
        else { throw request.badImage("geometry", text, example) }
        let reference = json["spatialReference"].map(SpatialReference.init(json:)) ?? service.rasterReference
        guard let projected = reference.project(json, to: service.rasterReference) else {
            throw request.badImage("geometry", text, "a spatial reference that can be projected")
        }
        return projected
    }
}
