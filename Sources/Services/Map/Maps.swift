// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Maps: what draws and finds on them.
enum Maps {
    /// The largest side of an image in pixels: `maxImageWidth` and `maxImageHeight` (captured).
    static let largestPicture = 4096

    static let resources: [Resource] =
        [
            Resource(
                "{layer}/generateRenderer", [.mapServer, .featureServer], "Classes of a layer's rows.", since: .v10_1,
                evidence: .documented(
                    "developers.arcgis.com/rest/services-reference/enterprise/generate-renderer-map-service-layer-/"),
                answer: GenerateRendererOperation.answer),
            Resource(
                "dynamicLayer", [.mapServer], "A layer that the request defines.", since: .v10_1, needs: .map,
                evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/dynamic-layer-table/"),
                answer: DynamicLayerOperation.answer),
            Resource(
                "dynamicLayer/query", [.mapServer], "The rows of such a layer.", since: .v10_1, needs: .mapQuery,
                evidence: .documented(
                    "developers.arcgis.com/rest/services-reference/enterprise/query-map-service-dynamic-layer/"),
                answer: DynamicLayerOperation.query),
            Resource(
                "dynamicLayer/generateRenderer", [.mapServer], "Classes of the rows of such a layer.", since: .v10_1,
                needs: .map,
                evidence: .documented(
                    "developers.arcgis.com/rest/services-reference/enterprise/generate-renderer-map-service-dynamic-layer-/"
                ), answer: DynamicLayerOperation.renderer),
            Resource(
                "queryLegends", [.mapServer], "The symbols of chosen layers.", since: .v10_5_1,
                evidence: .documented(
                    "developers.arcgis.com/rest/services-reference/enterprise/query-legends-map-service/"),
                answer: QueryLegendsOperation.answer),
            Resource(
                "{layer}/{oid}/htmlPopup", [.mapServer, .featureServer], "What a popup shows of a row.",
                since: .v10_0_0,
                evidence: .documented(
                    "developers.arcgis.com/rest/services-reference/enterprise/html-popup-map-service-layer/"),
                answer: HTMLPopupOperation.answer),
            Resource(
                "export", [.mapServer], "An image of the map.", needs: .map,
                evidence: .documented(
                    "docs/reference/maps.md#operations; scenarios/clients: requests recorded of six clients"),
                answer: ExportOperation.answer
            ).answering("kmz"),
            Resource(
                "identify", [.mapServer], "The features at a location.", needs: .mapQuery,
                evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/identify-map-service/"),
                answer: IdentifyOperation.answer),
            Resource(
                "find", [.mapServer], "The rows that contain a text.", needs: .mapQuery,
                evidence: .captured("Esri/esri-leaflet FindSpec"),
                answer: FindOperation.answer),
            Resource(
                "legend", [.mapServer], "The symbols of the layers.", since: .v10_0_0,
                evidence: .captured("TerriaJS/terriajs legends of 10.04 and 11.1"), answer: LegendOperation.answer),
            Resource(
                "generateKml", [.mapServer], "A document that links to the map, of services with KML.", needs: .map,
                evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/generate-kml/"),
                answer: KMLOperation.generate),
            Resource(
                "kml/mapImage.kmz", [.mapServer], "An image of the map as KML, of services with KML.", needs: .map,
                evidence: .documented(
                    "developers.arcgis.com/rest/services-reference/enterprise/kml-image-map-service/"),
                answer: KMLOperation.image),
            Resource(
                "tilemap/{level}/{row}/{column}/{width}/{height}", [.mapServer],
                "Which tiles of a window the cache has.", since: .v10_6_1, needs: .tilemap,
                evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/tile-map/"),
                answer: TilemapOperation.answer),
            Resource(
                "tile/{level}/{row}/{column}", [.mapServer], "A tile of a cached map.",
                evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/map-tile/"),
                answer: TileOperation.answer),
            Resource(
                "{layer}/images/{image}", [.mapServer, .featureServer], "A symbol of the legend.", since: .v10_0_0,
                evidence: .documented(
                    "developers.arcgis.com/rest/services-reference/enterprise/legend-map-service/: url"),
                answer: LegendOperation.image),
        ] + tileJobs

    private static let packages = "developers.arcgis.com/rest/services-reference/enterprise/"

    /// Packages of tiles. A job is found at the service and below its operation (documented: map-service-result).
    private static let tileJobs: [Resource] =
        [
            Resource(
                "exportTiles", [.mapServer], "Starts a job that packs tiles of a cached map.", since: .v10_2,
                evidence: .documented("\(packages)export-tiles-map-service/"), answer: TileJobOperation.export),
            Resource(
                "estimateExportTilesSize", [.mapServer], "Starts a job that says how large such a package would be.",
                since: .v10_2,
                evidence: .documented("\(packages)estimate-export-tile-size-map-service/"),
                answer: TileJobOperation.estimate),
        ]
        + ["", "exportTiles/", "estimateExportTilesSize/"].flatMap { path in
            [
                Resource(
                    "\(path)jobs/{job}", [.mapServer], "The status of such a job.", since: .v10_2,
                    evidence: .documented("\(packages)map-service-job/"), answer: TileJobOperation.answer),
                Resource(
                    "\(path)jobs/{job}/results/{parameter}", [.mapServer], "The result of such a job.", since: .v10_2,
                    evidence: .documented("\(packages)map-service-result/"), answer: TileJobOperation.result),
                Resource(
                    "\(path)jobs/{job}/inputs/{parameter}", [.mapServer], "An input of such a job.", since: .v10_2,
                    evidence: .documented("\(packages)map-service-input/"), answer: TileJobOperation.input),
            ]
        }

    /// The images that `iteminfo` names, below it.
    static let thumbnails: [Resource] = [
        Resource(
            "info/thumbnail/thumbnail.png", [.mapServer, .featureServer], "The service's thumbnail.",
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/item-information/; that it shows the whole map is inferred"
            ),
            answer: ThumbnailOperation.answer),
        Resource(
            "{layer}/thumbnail/thumbnail.png", [.mapServer, .featureServer], "The layer's thumbnail.", since: .v10_6_1,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/map-service/: layers have one since 10.6.1; its file's name is inferred"
            ),
            answer: ThumbnailOperation.answer),
    ]
}

extension Capability.Requirement {
    /// The capabilities that the documentation of each operation of a map requires.
    static let map = Capability.Requirement(.map, Maps.Rules.capability, Maps.ErrorBodies.capability)
    static let mapQuery = Capability.Requirement(.query, Maps.Rules.capability, Maps.ErrorBodies.capability)
    static let tilemap = Capability.Requirement(.tilemap, Maps.Rules.capability, Maps.ErrorBodies.capability)
}
