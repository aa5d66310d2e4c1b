// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Tile services that ArcGIS Online hosts: TerriaJS/terriajs, ArcGisMapServer/SingleFusedMapCache.
extension Description {
    /// A tile service hosted by ArcGIS Online, as captured at 10.81: the release comes last.
    static let tileService = Description(
        rows: [
            Row("id") { .string($0.service.itemID ?? "") }, Row("name") { .string($0.service.name) },
            Row("capabilities") { .string($0.capabilities(.mapServer)) },
            Row("description") { .string($0.service.description) },
            Row("serviceDescription") { .string($0.service.description) }, Row("server", .string("")),
            Row("type", .string("MapServer")), Row("access", .string("SECURE")), Row("status", .string("Published")),
            Row("singleFusedMapCache", .bool(true)), Row("spatialReference") { $0.service.reference.short($0.version) },
            Row("initialExtent") { serviceExtent("initialExtent", $0) },
            Row("fullExtent") { serviceExtent("fullExtent", $0) }, Row("minScale", told: .number("0.0")),
            Row("maxScale", told: .number("0.0")), Row("minLOD", told: .int(0)),
            Row("maxLOD") { $0.told("maxLOD") ?? .int($0.service.cache?.levels ?? 0) },
            Row("tileInfo", hostedTiles),
            Row("documentInfo", hostedDocument),
            Row("copyrightText") { .string($0.service.copyright) }, Row("tileServers", .null),
            Row("maxExportTilesCount", told: .int(10_000)),
            Row("exportTilesAllowed") { .bool($0.service.exportsTiles) },
            Row("serviceItemId") { .string($0.service.itemID ?? "") }, Row("mapName", told: .string("Layers")),
            Row("units") { $0.told("units") ?? .string($0.service.reference.units) },
            Row("supportedImageFormatTypes", told: .string("PNG32,PNG24,PNG,JPG,DIB,TIFF,EMF,PS,PDF,GIF,SVG,SVGZ,BMP")),
            Row("layers") { subject in
                let families = LayerFamilies(subject.service.layers)
                return .array(subject.service.layers.map { tileLayer($0, families) })
            },
            Row("tables", .null), Row("resampling", told: .bool(false)),
            Row("currentVersion") { .number($0.version.number ?? "") },
        ],
        evidence: .captured(
            "docs/reference/catalog-and-descriptions.md#a-map-service: the keys of a hosted tile service at 10.81"))

    /// Returns an entry of the root's `layers`, without type; `/layers` and `/legend` have both (captured, 10.81).
    static func tileLayer(_ layer: Layer, _ families: LayerFamilies, isTyped: Bool = false) -> JSON {
        var members: [JSON.Member] = [
            .init("id", .int(layer.id)), .init("name", .string(layer.name)),
            .init("parentLayerId", .int(layer.parent ?? -1)), .init("defaultVisibility", .bool(layer.isVisible)),
            .init("subLayerIds", families.below(layer)), .init("minScale", scale(layer.minScale)),
            .init("maxScale", scale(layer.maxScale)),
        ]
        if isTyped {
            members += [
                .init("type", .string(layer.kind.rawValue)),
                .init("supportsDynamicLegends", .bool(layer.kind != .group)),
            ]
        }
        return .object(members)
    }

    /// Returns the tile scheme with what hosted services add to it (captured, 10.81).
    private static func hostedTiles(_ subject: Subject) -> JSON? {
        if let told = subject.told("tileInfo") { return told }
        guard let members = subject.service.cache?.json(subject.version).members else { return nil }
        let own: [JSON.Member] = [
            .init("bandCount", .int(3)), .init("lercError", .int(0)),
            .init("storageFormat", .string("esriMapCacheStorageModeCompactV2")),
        ]
        let end = members.firstIndex { $0.name == "origin" } ?? members.endIndex
        return .object(members[..<end] + own + members[end...])
    }

    /// Returns lowercase keys (captured, 10.81).
    private static func hostedDocument(_ subject: Subject) -> JSON {
        .object(
            ["title", "author", "comments", "subject", "category", "keywords"].map {
                .init($0, .string($0 == "title" ? subject.service.name : ""))
            } + [.init("credits", .null)])
    }
}
