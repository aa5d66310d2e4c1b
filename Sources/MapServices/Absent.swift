import Facts

/// An operation that real services have and the double has not. Who asks for it is told so, in the words of a service
/// that does not know it; a scenario can give its answer (`results`).
package struct Absent: Sendable {
    package var name: String
    package var kinds: [Reading.Kind]
    /// Whether it is below a layer, else below the service.
    package var isOfLayer: Bool
    package var summary: String

    private init(_ name: String, _ kinds: [Reading.Kind], ofLayer: Bool = false, _ summary: String) {
        (self.name, self.kinds, self.isOfLayer, self.summary) = (name, kinds, ofLayer, summary)
    }

    /// All of them are in the REST API's reference (developers.arcgis.com, services-reference).
    package static let all: [Absent] = [
        Absent("createReplica", [.featureServer], "A copy of the data to be synchronized."),
        Absent("synchronizeReplica", [.featureServer], "Changes of a copy, both ways."),
        Absent("unRegisterReplica", [.featureServer], "Gives a copy up."),
        Absent("replicas", [.featureServer], "The copies."),
        Absent("extractChanges", [.featureServer], "What changed since a moment."),
        Absent("queryDataElements", [.mapServer, .featureServer], "What the geodatabase says of layers."),
        Absent("queryContingentValues", [.featureServer], "Values that depend on each other."),
        Absent("relationships", [.featureServer], "The relationship classes."),
        Absent("uploads", [.featureServer, .imageServer], "Files for later operations."),
        Absent("append", [.featureServer], "Many rows from an item or an upload."),
        Absent("getEstimates", [.featureServer], "About how many rows there are, and where."),
        Absent("refresh", [.featureServer], "Reads the data anew."),
        Absent("generateRenderer", [.mapServer], "A renderer for a layer in the map."),
        Absent("dynamicLayer", [.mapServer], "A layer made for one request."),
        Absent("queryLegends", [.mapServer], "Legends of layers made for one request."),
        Absent("exportTiles", [.mapServer, .imageServer], "A package of tiles."),
        Absent("estimateExportTilesSize", [.mapServer, .imageServer], "How large such a package is."),
        Absent("tilemap", [.mapServer], "Which tiles there are."),
        Absent("kml", [.mapServer], "The map as KML."),
        Absent("metadata", [.mapServer, .featureServer], ofLayer: true, "The layer's metadata as XML."),
        Absent("queryAnalytic", [.mapServer, .featureServer], ofLayer: true, "Window functions over rows."),
        Absent("queryBins", [.featureServer], ofLayer: true, "Counts in bins."),
        Absent("queryDateBins", [.featureServer], ofLayer: true, "Counts in bins of time."),
        Absent("queryHistogram", [.featureServer], ofLayer: true, "Counts in bins of numbers."),
        Absent("generateRenderer", [.mapServer, .featureServer], ofLayer: true, "A renderer from the rows."),
        Absent("htmlPopup", [.mapServer, .featureServer], ofLayer: true, "The page of a row."),
        Absent("contingentValues", [.featureServer], ofLayer: true, "Values that depend on each other."),
        Absent("fieldGroups", [.featureServer], ofLayer: true, "The fields of such values."),
        Absent("getEstimates", [.featureServer], ofLayer: true, "About how many rows there are, and where."),
        Absent("append", [.featureServer], ofLayer: true, "Many rows from an item or an upload."),
        Absent("updateMetadata", [.featureServer], ofLayer: true, "Changes the metadata."),
        Absent("computeStatisticsHistograms", [.imageServer], "Counts of pixels' values."),
        Absent("computeHistograms", [.imageServer], "Counts of pixels' values."),
        Absent("getSamples", [.imageServer], "Values along a line or in an area."),
        Absent("measure", [.imageServer], "Heights and distances in pictures."),
        Absent("rasterFunctionInfos", [.imageServer], "The raster functions."),
        Absent("keyProperties", [.imageServer], "What is known of bands."),
        Absent("rasterAttributeTable", [.imageServer], "What pixels' values mean."),
    ]

    static func find(_ name: String, _ kind: Reading.Kind, ofLayer: Bool) -> Absent? {
        all.first { $0.isOfLayer == ofLayer && $0.name.lowercased() == name.lowercased() && $0.kinds.contains(kind) }
    }
}

extension Reading {
    /// Why an operation is not there; `nil`: nobody has one of that name.
    func absent(_ name: String, ofLayer: Bool) -> Because? {
        guard let absent = Absent.find(name, kind, ofLayer: ofLayer) else { return nil }
        let below = ofLayer ? "\(names["layer"] ?? "0")/\(name)" : name
        return Because(
            MapServices.Rules.noOperation,
            facts: [.init("operation", absent.name), .init("service", service.name), .init("about", absent.summary)],
            wouldPass:
                "results: { \"\(below)\": … } of the service in the scenario, or an operation of mock-portal routes")
    }
}
