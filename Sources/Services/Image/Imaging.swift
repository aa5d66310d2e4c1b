// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Image services: docs/reference/other-services.md#imageserver.
enum Imaging {
    static let resources: [Resource] = [
        Resource(
            "", [.imageServer], "The rasters.",
            evidence: .captured("openaddresses/esri-dump of 10.3 and TerriaJS/terriajs of 10.91")
        ) { request, service throws(ServiceError) in
            .json(service.pasted ?? Description.imageServer.json(service.subject(request.version)))
        },
        Resource(
            "identify", [.imageServer], "The value of a pixel.",
            evidence: .captured("TerriaJS/terriajs tile_identify"), answer: IdentifyPixelOperation.answer),
        Resource(
            "exportImage", [.imageServer], "An image: the scenario's, or of its raster.", needs: .other(.image),
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/export-image/"),
            answer: ExportImageOperation.answer),
        Resource(
            "legend", [.imageServer], "The bands of its raster.", since: .v10_1,
            evidence: .captured("TerriaJS/terriajs tile_legend"), answer: ImageLegendOperation.answer),
        Resource(
            "{layer}/images/{image}", [.imageServer], "An image of the legend.", since: .v10_1,
            evidence: .inferred("as a map's legend has it"), answer: ImageLegendOperation.image),
        Resource(
            "statistics", [.imageServer], "Numbers of the pixels of each band.", since: .v10_3,
            evidence: page("statistics/"), answer: RasterStatisticsOperation.statistics),
        Resource(
            "histograms", [.imageServer], "How often the pixels of each band have each value.", since: .v10_1,
            evidence: page("histograms/"), answer: RasterStatisticsOperation.histograms),
        Resource(
            "computeHistograms", [.imageServer], "The same of an area.", since: .v10_1, needs: .other(.image),
            evidence: page("compute-histograms/"), answer: RasterStatisticsOperation.computeHistograms),
        Resource(
            "computeStatisticsHistograms", [.imageServer], "Both of an area.", since: .v10_1, needs: .other(.image),
            evidence: page("compute-statistics-and-histograms/"), answer: RasterStatisticsOperation.computeBoth),
        Resource(
            "getSamples", [.imageServer], "The pixels at points.", since: .v10_3, needs: .other(.image),
            evidence: page("get-samples/"), answer: SamplesOperation.answer),
        Resource(
            "measure", [.imageServer], "Distances, areas and centroids.", since: .v10_1, needs: .other(.image),
            evidence: page("measure/"), answer: MeasureOperation.answer),
        Resource(
            "keyProperties", [.imageServer], "What is known of its bands.", since: .v10_1,
            evidence: page("key-properties/"), answer: RasterFunctionsOperation.keyProperties),
        Resource(
            "rasterFunctionInfos", [.imageServer], "The functions that it offers.", since: .v10_1,
            evidence: page("raster-function-infos/"), answer: RasterFunctionsOperation.answer),
        Resource(
            "query", [.imageServer], "Rows of the catalog.", needs: .catalog,
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/query-image-service/"),
            answer: CatalogOperation.query),
        Resource(
            "download", [.imageServer], "The files of rasters.", needs: .catalog,
            evidence: .captured("openaddresses/esri-dump ImageServer-Download-1"), answer: CatalogOperation.download),
        Resource(
            "file", [.imageServer], "A file of a raster.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/raster-file/"),
            answer: CatalogOperation.file),
        Resource(
            "{raster}", [.imageServer], "A row of the catalog.",
            evidence: .captured("openaddresses/esri-dump ImageServer-3: what is not there"),
            answer: CatalogOperation.raster),
    ]

    private static func page(_ path: String) -> Evidence {
        .documented("developers.arcgis.com/rest/services-reference/enterprise/\(path)")
    }

    enum Rules {
        static let raster = Rule(
            "image.unknown-raster", "The catalog has no raster with that id.",
            advice: "Use an id that a query with returnIdsOnly=true returns.",
            evidence: .captured("openaddresses/esri-dump ImageServer-3_json_Download"))
        static let parameter = Rule(
            "image.bad-parameter", "A parameter is missing or cannot be read.",
            advice: "See the parameter named in the verdict.",
            evidence: .captured("docs/reference/maps.md#operations: the words; that this causes them is inferred"))
        static let picture = Rule(
            "image.no-picture", "The scenario provides neither an image nor the data to draw one.",
            advice: "Add image: { source: … } or results: { exportImage: { file: … } } to the service.",
            evidence: .inferred("a limit of this double, in the words of a bad parameter"))
        static let catalog = Rule(
            "image.no-catalog", "The service is a single raster without a catalog.",
            advice: "Check that capabilities include Catalog.",
            evidence: .captured("CartoDB/cartodb#11317: the words, for a capability that is missing; inferred here"))
    }

    static let rules: [Rule] = [Rules.raster, Rules.parameter, Rules.picture, Rules.catalog]
}

extension Capability.Requirement {
    /// What rows of the catalog require; a single raster does not list it.
    static let catalog = Capability.Requirement(.catalog, Imaging.Rules.catalog, Imaging.ErrorBodies.catalog)
}
