// SPDX-License-Identifier: Apache-2.0

/// Why paths of services are not emulated.
extension Surface {
    private static func each(_ type: String, _ paths: [String]) -> [String] { paths.map { "\(type)/\($0)" } }

    /// Those of single paths before those of whole types.
    static let serviceLimits = single + wholes

    private static let single: [Limit] = [
        Limit(
            "an OGC service of its own; of those, WMS of maps is emulated at services/{service}/MapServer/WMSServer",
            each("MapServer", ["WFSServer", "WCSServer", "WMSServer"])
                + each("ImageServer", ["WCSServer", "WMSServer"])
                + each("FeatureServer", ["WFSServer", "OGCFeatureServer"])
        ),
        Limit(
            "WMTS is a second door to the same tiles, which tile and export give",
            ["MapServer", "ImageServer"].flatMap {
                each(
                    $0,
                    [
                        "WMTS", "WMTS/{version}/WMTSCapabilities.xml",
                        "WMTS/tile/{version}/{name}/{style}/{set}/{level}/{row}/{column}",
                    ])
            }),
        Limit(
            "extensions are programs of their publisher: only a scenario knows what they answer",
            ["MapServer", "FeatureServer", "ImageServer"].map { "\($0)/exts/{extension}" }),
        Limit(
            "no public page shows the form of its answer",
            [
                "MapServer/generateRenderer", "MapServer/dynamicLayer/{operation}", "MapServer/tilemap",
                "MapServer/tilemap/{level}/{row}/{column}", "MapServer/images/{file}", "MapServer/kml",
                "MapServer/queryDataElements", "MapServer/{layer}/queryDateBins",
                "FeatureServer/{layer}/queryHistogram", "FeatureServer/refresh", "FeatureServer/legend",
                "FeatureServer/{layer}/htmlPopup", "GeocodeServer/deriveCandidates", "GPServer/jobs/{job}",
                "GPServer/{task}/jobs", "GPServer/{task}/jobs/{job}/delete", "GPServer/{task}/validate",
                "VectorTileServer/resources/info", "VectorTileServer/resources/{folder}/{file}",
                "ImageServer/rasterFunctionInfos/{name}/{file}",
            ]),
        Limit(
            "item information of these types is not kept; that of maps and features is at info/iteminfo",
            [
                "ImageServer", "GeocodeServer", "GPServer", "VectorTileServer",
            ]
            .flatMap {
                each(
                    $0, ["info", "info/iteminfo", "info/metadata", "info/thumbnail/{file}", "info/thumbnail"])
            } + ["MapServer", "FeatureServer"].flatMap { each($0, ["info", "info/metadata", "info/thumbnail"]) }),
        Limit(
            "templates that several users share are made in ArcGIS Pro; here are none",
            each("FeatureServer", ["sharedTemplates", "sharedTemplates/query", "sharedTemplates/{operation}"])
                + ["FeatureServer/{layer}/templates"]),
        Limit(
            "there are no layers of three dimensions here",
            each(
                "FeatureServer/{layer}", ["query3d", "assets", "queryAssets", "uploadAssets", "convert3D"])),
        Limit(
            "changes are tracked from the start and never thrown away",
            ["FeatureServer/cleanupChangeTracking"]),
        Limit(
            "metadata is made of what the layer says and cannot be replaced", ["FeatureServer/{layer}/updateMetadata"]),
        Limit(
            "an image service has no cached tiles here; a map with cached: { exportTiles: true } packs tiles",
            each(
                "ImageServer",
                [
                    "tile/{level}/{row}/{column}", "tilemap", "tilemap/{level}/{row}/{column}",
                    "tilemap/{level}/{row}/{column}/{width}/{height}", "exportTiles", "estimateExportTilesSize",
                    "jobs/{job}", "jobs/{job}/results/{parameter}", "jobs/{job}/inputs/{parameter}",
                    "computeCacheInfo", "kml/mapImage.kmz",
                ])),
        Limit(
            "it needs the model of a sensor, which an image of the scenario does not have",
            each(
                "ImageServer",
                [
                    "measureFromImage", "imageToMap", "imageToMapMultiray", "mapToImage", "getImageUrl", "find",
                    "project", "queryGPSInfo", "computeAngles", "computePixelLocation", "computeTiePoints",
                    "{raster}/info/ics", "{raster}/info/icstopixel",
                ])),
        Limit(
            "it needs a mosaic of georeferenced files or a trained classifier",
            each(
                "ImageServer",
                [
                    "queryBoundary", "computeClassStatistics", "computeMultidimensionalInfo", "calculateVolume",
                    "validate", "{raster}/info/metadata",
                ])),
        Limit(
            "tiles, fonts and sprites are the scenario's: results give them by path",
            each(
                "VectorTileServer",
                [
                    "tilemap/{level}/{row}/{column}/{width}/{height}", "resources/fonts/{stack}/{file}",
                    "resources/sprites/{file}", "exportTiles",
                ])),
        Limit(
            "routes need a network of streets: results: { \"Route/solve\": { … } } of the service gives the answer",
            ["NAServer*"]),
        Limit(
            "what a scene consists of is the scenario's: results: { \"layers/0\": { … }, \"layers/0/nodepages/0\": { … } }",
            ["SceneServer*"]),
        Limit(
            "a stream is a WebSocket to GeoEvent Server, and nothing flows here; json of the service gives its root",
            ["StreamServer*"]),
    ]

    /// Types that only a scenario's `json` and `results` give.
    private static let wholes: [Limit] = [
        Limit(
            "older than what clients still ask for; json and results of the service give its answers",
            [
                "GeoDataServer*", "GlobeServer*", "MobileServer*", "SchematicsServer*", "SearchServer*",
                "WorkforceServer*",
            ]),
        Limit(
            "a product of its own beside ArcGIS Server; json and results of the service give its answers",
            [
                "RelationalCatalogServer*", "BigDataCatalogServer*", "GeoEnrichmentServer*", "VideoServer*",
                "WorkflowManagerServer*", "MaritimeChartService*", "TopographicProductionServer*",
                "KnowledgeGraphServer*", "SymbolServer*", "ElevationServer*",
            ]),
        Limit(
            "branch versions, networks, parcels and routes need an enterprise geodatabase",
            [
                "VersionManagementServer*", "UtilityNetworkServer*", "TraceNetworkServer*", "ParcelFabricServer*",
                "NetworkDiagramServer*", "LRServer*", "ValidationServer*",
            ]),
        Limit(
            "an OGC service that is published by itself; json and results of the service give its answers",
            ["OGCFeatureServer*", "WMSServer*", "WFSServer*", "WCSServer*"]),
    ]
}
