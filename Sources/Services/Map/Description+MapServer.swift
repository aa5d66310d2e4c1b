// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Description {
    /// The root of a MapServer: docs/reference/catalog-and-descriptions.md#a-map-service.
    static let mapServer = Description(
        rows: [
            Row("currentVersion", since: .v10_0_0) { .number($0.version.number ?? "") },
            Row("cimVersion", pro: .v10_4) { $0.told("cimVersion") ?? .string($0.version.cim) },
            Row("serviceDescription") { .string($0.told("serviceDescription")?.text ?? $0.service.description) },
            Row("mapName", told: .string("Layers")),
            Row("description") { .string($0.told("description")?.text ?? $0.service.description) },
            Row("copyrightText") { .string($0.told("copyrightText")?.text ?? $0.service.copyright) },
            Row("supportsDynamicLayers", since: .v10_1) { .bool($0.service.supportsDynamicLayers($0.version)) },
            Row("layers") { layerEntries($0, areTables: false) },
            Row("tables", since: .v10_0_0) { layerEntries($0, areTables: true) },
            Row("spatialReference") { $0.reference($0.service.reference) },
            Row("singleFusedMapCache") { $0.told("singleFusedMapCache") ?? .bool($0.service.cache != nil) },
            Row("tileInfo") { $0.told("tileInfo") ?? $0.service.cache?.json($0.version) },
            // Included in caches captured at 11.1 and 10.91, but not in those of 9.3 and 10.71.
            Row("storageInfo", since: .v10_9) {
                $0.told("storageInfo") ?? ($0.service.cache == nil ? nil : TileCache.storage)
            },
            Row("initialExtent") { serviceExtent("initialExtent", $0) },
            Row("fullExtent") { serviceExtent("fullExtent", $0) },
            Row("timeInfo", since: .v10_0_0, serviceTime),
            Row("datesInUnknownTimezone", since: .v11_0, told: .bool(false)),
            Row("minScale", since: .v10_1) { $0.told("minScale") ?? scale($0.service.cache.map { $0.scale(0) }) },
            Row("maxScale", since: .v10_1) {
                $0.told("maxScale") ?? scale($0.service.cache.map { $0.scale($0.levels) })
            },
            Row("units") { $0.told("units") ?? .string($0.service.reference.units) },
            Row("supportedImageFormatTypes") { $0.told("supportedImageFormatTypes") ?? .string(images($0.version)) },
            Row("documentInfo", documentInfo),
            Row("capabilities", since: .v10_0_0) { .string($0.capabilities(.mapServer)) },
            Row("supportedQueryFormats", since: .v10_1) { .string(QueryFormat.list($0)) },
            .ifTold("hasVersionedData", since: .v10_7),
            Row("exportTilesAllowed", since: .v10_2) { .bool($0.service.exportsTiles) },
            Row(
                "maxExportTilesCount", since: .v10_2,
                evidence: .documented(
                    "developers.arcgis.com/rest/services-reference/enterprise/export-tiles-map-service/; its place is inferred"
                )
            ) { $0.service.exportsTiles ? .int($0.service.mostExportedTiles) : nil },
            Row("referenceScale", since: .v11_0, told: .number("0.0")),
            .ifTold(
                "datumTransformations", since: .v10_5,
                evidence: .captured("Tests/Golden/arcgis/mapservice-clientlib/map.json: 10.5")),
            Row("supportsDatumTransformation", since: .v10_5, told: .bool(true)),
            Row(
                "archivingInfo", since: .v11_0, pro: .v10_7, .object([.init("supportsHistoricMoment", .bool(false))])),
            Row("supportsClipping", since: .v11_0, .bool(true)),
            Row("supportsSpatialFilter", since: .v11_0, .bool(true)),
            // Captured as true; the double has none of them, and says so.
            Row("supportsTimeRelation", since: .v11_0, .bool(false)),
            Row("supportsQueryDataElements", since: .v11_0, .bool(false)),
            Row("mapUnits", since: .v11_0) { $0.told("mapUnits") ?? mapUnits($0.service.reference) },
            Row("maxRecordCount", since: .v10_1) { .int($0.limit) },
            Row("maxImageHeight", since: .v10_1, told: .int(4096)),
            Row("maxImageWidth", since: .v10_1, told: .int(4096)),
            Row("supportedExtensions", since: .v10_1, extensions),
            Row("serviceItemId", since: .v11_0) { $0.told("serviceItemId") ?? $0.service.itemID.map(JSON.string) },
        ],
        evidence: .captured("TerriaJS/terriajs captures of 10.04, 10.61, 10.71 and 11.1; maptalks/maptalks.js of 9.3"))

    /// Returns the list of child services, with a space after the comma; the double has no others.
    private static func extensions(_ subject: Subject) -> JSON {
        var names = subject.service.hasFeatureServer ? ["FeatureServer"] : []
        if subject.service.givesKML { names.append("KmlServer") }
        if subject.service.hasWMS { names.append("WMSServer") }
        return subject.told("supportedExtensions") ?? .string(names.joined(separator: ", "))
    }

    /// Returns the formats without a space. 9.3 ends in AI and has no PNG32 (captured).
    private static func images(_ version: Version) -> String {
        version.number == nil
            ? "PNG24,PNG,JPG,DIB,TIFF,EMF,PS,PDF,GIF,SVG,SVGZ,AI"
            : "PNG32,PNG24,PNG,JPG,DIB,TIFF,EMF,PS,PDF,GIF,SVG,SVGZ,BMP"
    }

    /// 9102 is a degree, 9001 a meter (captured, 11.1).
    private static func mapUnits(_ reference: SpatialReference) -> JSON {
        .object([.init("uwkid", .int(reference.unitCode))])
    }
}
