// SPDX-License-Identifier: Apache-2.0

import Facts

/// `rest/services`: image services.
extension Surface {
    static let imageServer = service(
        "ImageServer", imageRows + imageOperations + rasterRows + infoRows + uploadRows + tileRows)

    private static let imageRows: [DocumentedPath.Row] = [
        .get("", "image-service/"), .get("legend", "legend-image-service/", since: .v10_1),
        .get("colormap", "colormap/", since: .v10_1), .get("statistics", "statistics/", since: .v10_3),
        .get("histograms", "histograms/", since: .v10_1), .get("keyProperties", "key-properties/", since: .v10_1),
        .get("rasterAttributeTable", "raster-attribute-table/", since: .v10_1),
        .get("rasterFunctionInfos", "raster-function-infos/", since: .v10_1),
        .get("rasterFunctionInfos/{name}/{file}", since: .v10_8_1),
        .get("multidimensionalInfo", "multidimensional-info/", since: .v10_3),
        .both("slices", "slices/", since: .v10_8_1), .get("jobs/{job}", "image-service-job/", since: .v10_2),
        .get("jobs/{job}/results/{parameter}", "image-service-result/", since: .v10_2),
        .get("jobs/{job}/inputs/{parameter}", "image-service-input/", since: .v10_2),
        .get("{layer}/images/{image}", since: .v10_1), .get("kml/mapImage.kmz", "kml-image-image-service/"),
        .get("WCSServer"), .get("WMSServer"), .get("exts/{extension}", since: .v10_1),
    ]

    private static let imageOperations: [DocumentedPath.Row] = [
        .both("exportImage", "export-image/"), .both("identify", "identify-image-service/"),
        .both("query", "query-image-service/"), .both("download", "download-rasters/"), .both("file", "raster-file/"),
        .both("find", "find-image-service/", since: .v11_1), .both("getSamples", "get-samples/", since: .v10_3),
        .both("measure", "measure/", since: .v10_1), .both("measureFromImage", "measure-from-image/", since: .v10_8_1),
        .both("imageToMap", "image-to-map/", since: .v10_8_1),
        .both("imageToMapMultiray", "image-to-map-multiray/", since: .v11_1),
        .both("mapToImage", "map-to-image/", since: .v10_8_1), .both("getImageUrl", "get-image-url/", since: .v11_1),
        .both("project", "project-image-service/", since: .v10_3),
        .both("queryBoundary", "query-boundary/", since: .v10_5_1),
        .both("queryGPSInfo", "query-gps/", since: .v10_9_1),
        .both("computeHistograms", "compute-histograms/", since: .v10_1),
        .both("computeStatisticsHistograms", "compute-statistics-and-histograms/", since: .v10_1),
        .both("computeClassStatistics", "compute-class-statistics/", since: .v10_1),
        .both("computeAngles", "compute-angles/", since: .v10_9_1),
        .both("computePixelLocation", "compute-pixel-location/", since: .v10_9_1),
        .both("computeMultidimensionalInfo", "compute-multidimensional-info/", since: .v10_6_1),
        .both("computeTiePoints", "compute-tie-points/", since: .v10_1),
        .both("computeCacheInfo", "compute-cache-info/", since: .v10_8_1),
        .both("calculateVolume", "calculate-volume/", since: .v10_8_1), .both("validate", "validate/", since: .v10_5_1),
        .post("add", "add-rasters/", since: .v10_1), .post("delete", "delete-rasters/", since: .v10_1),
        .post("update", "update-raster/", since: .v10_1), .post("{raster}/update", "update-raster/", since: .v10_1),
    ]

    private static let rasterRows: [DocumentedPath.Row] = [
        .get("{raster}", "raster-catalog-item/"), .get("{raster}/info", "raster-info/", since: .v10_0_0),
        .get("{raster}/info/keyProperties", "raster-key-properties/", since: .v10_1),
        .get("{raster}/info/histograms", "raster-histograms/", since: .v10_1),
        .get("{raster}/info/metadata", "raster-metadata/", since: .v10_1),
        .get("{raster}/info/ics", "raster-ics/", since: .v10_8_1),
        .get("{raster}/info/icstopixel", "raster-ics-to-pixel/", since: .v10_8_1),
        .both("{raster}/image", "raster-image/"), .get("{raster}/thumbnail", "raster-thumbnail/"),
    ]
}
