// SPDX-License-Identifier: Apache-2.0

import Facts

/// `rest/services`: the catalog and maps.
extension Surface {
    static let servicesManual = "developers.arcgis.com/rest/services-reference/enterprise/"
    static let servicesHierarchy = Evidence.documented("\(servicesManual)resource-hierarchy-services/")

    /// Returns the paths of a type of service, in the root and in a folder.
    static func service(_ type: String, since: Version? = nil, _ rows: [DocumentedPath.Row]) -> [DocumentedPath] {
        DocumentedPath.group(
            .server,
            below: ["rest/services/{service}/\(type)", "rest/services/{folder}/{service}/\(type)"],
            manual: servicesManual, source: servicesHierarchy, since: since, posted: .anyone, rows)
    }

    static let catalog = DocumentedPath.group(
        .server, below: [""], manual: servicesManual, source: servicesHierarchy, posted: .anyone,
        [
            .get("rest", "server-info/"), .get("rest/info", "server-info/"), .get("rest/services", "catalog/"),
            .get("rest/services/{folder}", "catalog/"), .both("rest/login"), .get("rest/logout"),
            .both("rest/generateToken", "generate-token/"),
            .get("rest/info/healthCheck", "health-check/", since: .v10_6_1), .get("rest/self", since: .v10_5_1),
            .get("rest/directories/arcgisoutput/{directory}/{file}"),
            .get("rest/directories/arcgisoutput/{folder}/{directory}/{file}"),
            .get("rest/directories/arcgisoutput/{folder}/{directory}/{sub}/{file}"),
            .get("rest/directories/arcgisoutput/{folder}/{directory}/{sub}/{inner}/{file}"),
            .get("rest/directories/arcgisjobs/{directory}/{job}/{file}"),
            .get("rest/directories/arcgiscache/{directory}/{file}"),
            .both("tokens"), .both("tokens/generateToken", "generate-token/"), .both("tokens/getToken"),
            .get("services/{service}/MapServer/WMSServer"), .get("services/{folder}/{service}/MapServer/WMSServer"),
            .get("services/{service}/MapServer/WFSServer"), .get("services/{folder}/{service}/MapServer/WFSServer"),
            .get("services/{service}/MapServer/WCSServer"), .get("services/{folder}/{service}/MapServer/WCSServer"),
            .get("services/{service}/ImageServer/WMSServer"),
            .get("services/{folder}/{service}/ImageServer/WMSServer"),
        ])

    /// What services of several types have: item information and metadata.
    static let infoRows: [DocumentedPath.Row] = [
        .get("info", "info/"), .get("info/iteminfo", "item-information/"),
        .get("info/metadata", "metadata/"), .get("info/thumbnail/{file}", "thumbnail/"),
        .get("info/thumbnail", "thumbnail/"),
    ]

    static let uploadRows: [DocumentedPath.Row] = [
        .get("uploads", "uploads/", since: .v10_1), .post("uploads/upload", "upload/", since: .v10_1),
        .post("uploads/register", "register/", since: .v10_1), .get("uploads/info", "info-uploads/", since: .v10_1),
        .get("uploads/{upload}", "item/", since: .v10_1), .get("uploads/{upload}/parts", "parts/", since: .v10_1),
        .post("uploads/{upload}/uploadPart", "upload-part/", since: .v10_1),
        .post("uploads/{upload}/commit", "commit/", since: .v10_1),
        .post("uploads/{upload}/delete", "delete-upload/", since: .v10_1),
    ]

    /// The jobs of an operation, at the service and below the operation (documented: map-service-job,
    /// map-service-result).
    static let tileJobRows: [DocumentedPath.Row] = ["exportTiles", "estimateExportTilesSize"].flatMap { operation in
        [
            DocumentedPath.Row.get("\(operation)/jobs/{job}", "map-service-job/", since: .v10_2),
            .get("\(operation)/jobs/{job}/results/{parameter}", "map-service-result/", since: .v10_2),
            .get("\(operation)/jobs/{job}/inputs/{parameter}", "map-service-input/", since: .v10_2),
        ]
    }

    static let tileRows: [DocumentedPath.Row] = [
        .get("tile/{level}/{row}/{column}", "map-tile/"),
        .get("tilemap/{level}/{row}/{column}/{width}/{height}", "tile-map/", since: .v10_6_1),
        .get("tilemap/{level}/{row}/{column}", "tile-map/", since: .v10_2), .get("tilemap", "tile-map/", since: .v10_2),
        .both("exportTiles", "export-tiles-map-service/", since: .v10_2),
        .both("estimateExportTilesSize", "estimate-export-tile-size-map-service/", since: .v10_2),
        .get("WMTS", "wmts-map-service/", since: .v10_1),
        .get("WMTS/{version}/WMTSCapabilities.xml", "wmts-capabilities-map-service/", since: .v10_1),
        .get(
            "WMTS/tile/{version}/{name}/{style}/{set}/{level}/{row}/{column}", "wmts-tile-map-service/", since: .v10_1),
    ]

    static let mapServer = service(
        "MapServer",
        [
            .get("", "map-service/"), .get("layers", "all-layers-and-tables/", since: .v10_0_0),
            .get("legend", "legend-map-service/", since: .v10_0_0), .both("export", "export-map/"),
            .both("identify", "identify-map-service/"), .both("find", "find/"), .both("generateKml", "generate-kml/"),
            .get("kml/mapImage.kmz", "kml-image-map-service/"), .get("kml"), .get("images/{file}"),
            .both("queryDomains", "query-domains-map-service/", since: .v10_5_1),
            .both("queryLegends", "query-legends-map-service/", since: .v10_5_1),
            .both("queryDataElements", since: .v10_6_1), .both("generateRenderer", since: .v10_1),
            .both("dynamicLayer", "dynamic-layer-table/", since: .v10_1),
            .both("dynamicLayer/{operation}", "query-map-service-dynamic-layer/", since: .v10_1),
            .both("dynamicLayer/query", "query-map-service-dynamic-layer/", since: .v10_1),
            .both("dynamicLayer/generateRenderer", "generate-renderer/", since: .v10_1),
            .get("jobs/{job}", "map-service-job/", since: .v10_2),
            .get("jobs/{job}/results/{parameter}", "map-service-result/", since: .v10_2),
            .get("jobs/{job}/inputs/{parameter}", "map-service-input/", since: .v10_2),
            .get("exts/{extension}", "service-extension/", since: .v10_1), .get("WMSServer"), .get("WFSServer"),
            .get("relationships", since: .v10_6_1),
            .get("{layer}", "layer-table/"), .both("{layer}/query", "query-map-service-layer/"),
            .both("{layer}/queryRelatedRecords", "query-related-records-map-service-layer/", since: .v10_0_0),
            .both("{layer}/queryAttachments", "query-attachments-map-service-layer/", since: .v10_5_1),
            .both("{layer}/queryAnalytic", "ms-query-analytic/", since: .v10_9_1),
            .both("{layer}/queryDateBins", since: .v11_1),
            .both("{layer}/generateRenderer", "generate-renderer-map-service-layer/", since: .v10_1),
            .get("{layer}/images/{image}", "image-map-service/", since: .v10_0_0),
            .get("{layer}/iteminfo", "item-information/", since: .v10_6_1),
            .get("{layer}/metadata", "metadata/", since: .v10_6_1),
            .get("{layer}/thumbnail/{file}", "thumbnail/", since: .v10_6_1),
            .get("{layer}/{oid}", "feature-map-service-layer/", since: .v10_0_0),
            .get("{layer}/{oid}/htmlPopup", "html-popup-map-service-layer/", since: .v10_0_0),
            .get("{layer}/{oid}/attachments", "attachment-infos-map-service-layer/", since: .v10_0_0),
            .get("{layer}/{oid}/attachments/{attachment}", "attachment-map-service-layer/", since: .v10_0_0),
        ] + infoRows + tileRows + tileJobRows)
}
