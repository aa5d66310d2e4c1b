// SPDX-License-Identifier: Apache-2.0

import Facts

/// An operation that real services have and the double has not. Who asks for it is told so, in the words of a service
/// that does not know it; a scenario can give its answer (`results`).
package struct UnsupportedOperation: Sendable {
    package var name: String
    package var kinds: [ServiceRequest.Kind]
    /// Whether it is below a layer, else below the service.
    package var isOfLayer: Bool
    package var summary: String

    private init(_ name: String, _ kinds: [ServiceRequest.Kind], ofLayer: Bool = false, _ summary: String) {
        (self.name, self.kinds, self.isOfLayer, self.summary) = (name, kinds, ofLayer, summary)
    }

    /// All of them are in the REST API's reference: docs/reference/sources.md#services-reference.
    package static let all: [UnsupportedOperation] = [
        UnsupportedOperation("createReplica", [.featureServer], "A copy of the data to be synchronized."),
        UnsupportedOperation("synchronizeReplica", [.featureServer], "Changes of a copy, both ways."),
        UnsupportedOperation("unRegisterReplica", [.featureServer], "Gives a copy up."),
        UnsupportedOperation("replicas", [.featureServer], "The copies."),
        UnsupportedOperation("extractChanges", [.featureServer], "What changed since a moment."),
        UnsupportedOperation(
            "queryDataElements", [.mapServer, .featureServer], "What the geodatabase says of layers."),
        UnsupportedOperation("queryContingentValues", [.featureServer], "Values that depend on each other."),
        UnsupportedOperation("relationships", [.featureServer], "The relationship classes."),
        UnsupportedOperation("uploads", [.featureServer, .imageServer], "Files for later operations."),
        UnsupportedOperation("append", [.featureServer], "Many rows from an item or an upload."),
        UnsupportedOperation("getEstimates", [.featureServer], "About how many rows there are, and where."),
        UnsupportedOperation("refresh", [.featureServer], "Reads the data anew."),
        UnsupportedOperation("generateRenderer", [.mapServer], "A renderer for a layer in the map."),
        UnsupportedOperation("dynamicLayer", [.mapServer], "A layer made for one request."),
        UnsupportedOperation("queryLegends", [.mapServer], "Legends of layers made for one request."),
        UnsupportedOperation("exportTiles", [.mapServer, .imageServer], "A package of tiles."),
        UnsupportedOperation("estimateExportTilesSize", [.mapServer, .imageServer], "How large such a package is."),
        UnsupportedOperation("tilemap", [.mapServer], "Which tiles there are."),
        UnsupportedOperation("kml", [.mapServer], "The map as KML."),
        UnsupportedOperation("metadata", [.mapServer, .featureServer], ofLayer: true, "The layer's metadata as XML."),
        UnsupportedOperation(
            "queryAnalytic", [.mapServer, .featureServer], ofLayer: true, "Window functions over rows."),
        UnsupportedOperation("queryBins", [.featureServer], ofLayer: true, "Counts in bins."),
        UnsupportedOperation("queryDateBins", [.featureServer], ofLayer: true, "Counts in bins of time."),
        UnsupportedOperation("queryHistogram", [.featureServer], ofLayer: true, "Counts in bins of numbers."),
        UnsupportedOperation(
            "generateRenderer", [.mapServer, .featureServer], ofLayer: true, "A renderer from the rows."),
        UnsupportedOperation("htmlPopup", [.mapServer, .featureServer], ofLayer: true, "The page of a row."),
        UnsupportedOperation("contingentValues", [.featureServer], ofLayer: true, "Values that depend on each other."),
        UnsupportedOperation("fieldGroups", [.featureServer], ofLayer: true, "The fields of such values."),
        UnsupportedOperation(
            "getEstimates", [.featureServer], ofLayer: true, "About how many rows there are, and where."),
        UnsupportedOperation("append", [.featureServer], ofLayer: true, "Many rows from an item or an upload."),
        UnsupportedOperation("updateMetadata", [.featureServer], ofLayer: true, "Changes the metadata."),
        UnsupportedOperation("computeStatisticsHistograms", [.imageServer], "Counts of pixels' values."),
        UnsupportedOperation("computeHistograms", [.imageServer], "Counts of pixels' values."),
        UnsupportedOperation("getSamples", [.imageServer], "Values along a line or in an area."),
        UnsupportedOperation("measure", [.imageServer], "Heights and distances in pictures."),
        UnsupportedOperation("rasterFunctionInfos", [.imageServer], "The raster functions."),
        UnsupportedOperation("keyProperties", [.imageServer], "What is known of bands."),
        UnsupportedOperation("rasterAttributeTable", [.imageServer], "What pixels' values mean."),
    ]

    static func find(_ name: String, _ kind: ServiceRequest.Kind, ofLayer: Bool) -> UnsupportedOperation? {
        all.first { $0.isOfLayer == ofLayer && $0.name.lowercased() == name.lowercased() && $0.kinds.contains(kind) }
    }
}

extension ServiceRequest {
    /// Why an operation is not there; `nil`: nobody has one of that name.
    func absent(_ name: String, ofLayer: Bool) -> Verdict? {
        guard let absent = UnsupportedOperation.find(name, kind, ofLayer: ofLayer) else { return nil }
        let below = ofLayer ? "\(names["layer"] ?? "0")/\(name)" : name
        return Verdict(
            MapServices.Rules.noOperation,
            facts: [.init("operation", absent.name), .init("service", service.name), .init("about", absent.summary)],
            wouldPass:
                "results: { \"\(below)\": … } of the service in the scenario, or an operation of mock-portal routes")
    }
}
