// SPDX-License-Identifier: Apache-2.0

import Facts

/// An operation of real services that is not emulated. It is refused like an operation that the service does not know;
/// a scenario can give its answer (`results`).
package struct UnsupportedOperation: Sendable {
    package var name: String
    package var kinds: [ServiceKind]
    /// A Boolean value that indicates whether it is below a layer instead of the service.
    package var isOfLayer: Bool
    package var summary: String

    private init(_ name: String, _ kinds: [ServiceKind], ofLayer: Bool = false, _ summary: String) {
        (self.name, self.kinds, self.isOfLayer, self.summary) = (name, kinds, ofLayer, summary)
    }

    /// All of them are in the REST API's reference: docs/reference/sources.md#services-reference.
    package static let all: [UnsupportedOperation] = [
        UnsupportedOperation("createReplica", [.featureServer], "A replica of the data for synchronization."),
        UnsupportedOperation("synchronizeReplica", [.featureServer], "Synchronizes a replica in both directions."),
        UnsupportedOperation("unRegisterReplica", [.featureServer], "Unregisters a replica."),
        UnsupportedOperation("replicas", [.featureServer], "The copies."),
        UnsupportedOperation("extractChanges", [.featureServer], "The changes since a time."),
        UnsupportedOperation(
            "queryDataElements", [.mapServer, .featureServer], "The geodatabase's data elements of layers."),
        UnsupportedOperation("queryContingentValues", [.featureServer], "Contingent values."),
        UnsupportedOperation("relationships", [.featureServer], "The relationship classes."),
        UnsupportedOperation("uploads", [.featureServer, .imageServer], "Files for later operations."),
        UnsupportedOperation("append", [.featureServer], "Appends rows from an item or an upload."),
        UnsupportedOperation("getEstimates", [.featureServer], "Estimates of the count and the extent."),
        UnsupportedOperation("refresh", [.featureServer], "Refreshes the data."),
        UnsupportedOperation("generateRenderer", [.mapServer], "A renderer for a layer of the map."),
        UnsupportedOperation("dynamicLayer", [.mapServer], "A layer defined in a request."),
        UnsupportedOperation("queryLegends", [.mapServer], "Legends of layers defined in a request."),
        UnsupportedOperation("exportTiles", [.mapServer, .imageServer], "A package of tiles."),
        UnsupportedOperation("estimateExportTilesSize", [.mapServer, .imageServer], "The size of a tile package."),
        UnsupportedOperation("kml", [.mapServer], "The map as KML."),
        UnsupportedOperation("metadata", [.mapServer, .featureServer], ofLayer: true, "The layer's metadata as XML."),
        UnsupportedOperation(
            "queryAnalytic", [.mapServer, .featureServer], ofLayer: true, "Window functions over rows."),
        UnsupportedOperation("queryBins", [.featureServer], ofLayer: true, "Counts in bins."),
        UnsupportedOperation("queryDateBins", [.featureServer], ofLayer: true, "Counts in bins of time."),
        UnsupportedOperation("queryHistogram", [.featureServer], ofLayer: true, "Counts in bins of numbers."),
        UnsupportedOperation(
            "generateRenderer", [.mapServer, .featureServer], ofLayer: true, "A renderer from the rows."),
        UnsupportedOperation("htmlPopup", [.mapServer, .featureServer], ofLayer: true, "The HTML page of a row."),
        UnsupportedOperation("contingentValues", [.featureServer], ofLayer: true, "Contingent values."),
        UnsupportedOperation("fieldGroups", [.featureServer], ofLayer: true, "The field groups of contingent values."),
        UnsupportedOperation(
            "getEstimates", [.featureServer], ofLayer: true, "Estimates of the count and the extent."),
        UnsupportedOperation("append", [.featureServer], ofLayer: true, "Appends rows from an item or an upload."),
        UnsupportedOperation("updateMetadata", [.featureServer], ofLayer: true, "Changes the metadata."),
        UnsupportedOperation("computeStatisticsHistograms", [.imageServer], "Counts of pixel values."),
        UnsupportedOperation("computeHistograms", [.imageServer], "Counts of pixel values."),
        UnsupportedOperation("getSamples", [.imageServer], "Values along a line or in an area."),
        UnsupportedOperation("measure", [.imageServer], "Heights and distances in images."),
        UnsupportedOperation("rasterFunctionInfos", [.imageServer], "The raster functions."),
        UnsupportedOperation("keyProperties", [.imageServer], "The properties of bands."),
        UnsupportedOperation("rasterAttributeTable", [.imageServer], "The meaning of pixel values."),
    ]

    static func find(_ name: String, _ kind: ServiceKind, ofLayer: Bool) -> UnsupportedOperation? {
        all.first { $0.isOfLayer == ofLayer && $0.name.lowercased() == name.lowercased() && $0.kinds.contains(kind) }
    }
}

extension ServiceRequest {
    /// Returns the verdict on an operation that is not emulated, or `nil` if none has that name.
    func absent(_ name: String, ofLayer: Bool) -> Verdict? {
        guard let absent = UnsupportedOperation.find(name, kind, ofLayer: ofLayer) else { return nil }
        let below = ofLayer ? "\(names["layer"] ?? "0")/\(name)" : name
        return Verdict(
            Commons.Rules.noOperation,
            facts: [.init("operation", absent.name), .init("service", serviceName), .init("about", absent.summary)],
            wouldPass:
                "results: { \"\(below)\": … } of the service in the scenario, or an operation of mock-portal routes")
    }
}
