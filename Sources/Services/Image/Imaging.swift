// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Image services: docs/reference/other-services.md#imageserver.
enum Imaging {
    static let resources: [Resource] =
        [
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
                evidence: .captured("openaddresses/esri-dump ImageServer-Download-1"), answer: CatalogOperation.download
            ),
            Resource(
                "file", [.imageServer], "A file of a raster.",
                evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/raster-file/"),
                answer: CatalogOperation.file),
            Resource(
                "{raster}", [.imageServer], "A row of the catalog.",
                evidence: .captured("openaddresses/esri-dump ImageServer-3: what is not there"),
                answer: CatalogOperation.raster),
        ] + tables + items

    /// What services have whose root says so.
    private static let tables: [Resource] = [
        Resource(
            "rasterAttributeTable", [.imageServer], "How many pixels have each value.", since: .v10_1,
            evidence: page("raster-attribute-table/"), answer: RasterTableOperation.table),
        Resource(
            "colormap", [.imageServer], "The colors of values.", since: .v10_1, evidence: page("colormap/"),
            answer: RasterTableOperation.colormap),
        Resource(
            "multidimensionalInfo", [.imageServer], "Its variables and dimensions, those of the scenario.",
            since: .v10_3, needs: .other(.image), evidence: page("multidimensional-info/"),
            answer: DimensionsOperation.info),
        Resource(
            "slices", [.imageServer], "The slices of its dimensions.", since: .v10_8_1, needs: .other(.image),
            evidence: page("slices/"), answer: DimensionsOperation.slices),
    ]

    /// The rasters of a catalog, and edits of it.
    private static let items: [Resource] = [
        Resource(
            "add", [.imageServer], "Adds rasters to the catalog.", since: .v10_1, needs: .other(.edit),
            evidence: page("add-rasters/"), answer: CatalogEditOperation.add),
        Resource(
            "delete", [.imageServer], "Deletes rasters of the catalog.", since: .v10_1, needs: .other(.edit),
            evidence: page("delete-rasters/"), answer: CatalogEditOperation.delete),
        Resource(
            "update", [.imageServer], "Changes a raster of the catalog.", since: .v10_1, needs: .other(.edit),
            evidence: page("update-raster/"), answer: CatalogEditOperation.update),
        Resource(
            "{raster}/update", [.imageServer], "Changes a raster of the catalog.", since: .v10_1, needs: .other(.edit),
            evidence: page("update-raster/"), answer: CatalogEditOperation.update),
        Resource(
            "{raster}/info", [.imageServer], "The numbers of a raster.", since: .v10_0_0, needs: .catalog,
            evidence: page("raster-info/"), answer: RasterItemOperation.info),
        Resource(
            "{raster}/info/histograms", [.imageServer], "How often its pixels have each value.", since: .v10_1,
            needs: .catalog, evidence: page("raster-histograms/"), answer: RasterItemOperation.histograms),
        Resource(
            "{raster}/info/keyProperties", [.imageServer], "What is known of its bands.", since: .v10_1,
            needs: .catalog, evidence: page("raster-key-properties/"), answer: RasterItemOperation.keyProperties),
        Resource(
            "{raster}/image", [.imageServer], "An image of a raster.", needs: .catalog,
            evidence: page("raster-image/"), answer: RasterItemOperation.image),
        Resource(
            "{raster}/thumbnail", [.imageServer], "A small image of a raster.", needs: .catalog,
            evidence: page("raster-thumbnail/"), answer: RasterItemOperation.thumbnail),
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
        static let function = Rule(
            "image.function-not-emulated",
            "Real services have this raster function, and MockPortal does not emulate it.",
            advice: "Use another function, or give the answer under results of the service.",
            evidence: .inferred("a limit of this double; answered as a service without the capability does"))
        static let unknownFunction = Rule(
            "image.unknown-function", "No image service has a raster function of that name.",
            advice: "Use a function that the service lists in rasterFunctionInfos, or a well-known one.",
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/raster-function-objects/: the names; what a server answers is inferred"
            ))
        static let picture = Rule(
            "image.no-picture", "The scenario provides neither an image nor the data to draw one.",
            advice: "Add image: { source: … } or results: { exportImage: { file: … } } to the service.",
            evidence: .inferred("a limit of this double, in the words of a bad parameter"))
        static let catalog = Rule(
            "image.no-catalog", "The service is a single raster without a catalog.",
            advice: "Check that capabilities include Catalog.",
            evidence: .captured("CartoDB/cartodb#11317: the words, for a capability that is missing; inferred here"))
    }

    static let rules: [Rule] = [
        Rules.raster, Rules.parameter, Rules.function, Rules.unknownFunction, Rules.picture, Rules.catalog,
    ]

    /// The raster functions that are computed.
    static let functions = [
        "Stretch", "Colormap", "Hillshade", "Slope", "Aspect", "NDVI", "Remap", "Clip", "Grayscale", "ExtractBand",
        "Identity",
    ]
}

extension Capability.Requirement {
    /// What rows of the catalog require; a single raster does not list it.
    static let catalog = Capability.Requirement(.catalog, Imaging.Rules.catalog, Imaging.ErrorBodies.catalog)
}
