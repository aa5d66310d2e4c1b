// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Description {
    /// The root of a VectorTileServer on ArcGIS Server. The keys behind the tile scheme are those of a service that a
    /// portal published; what it does not know of itself it leaves out.
    static let vectorTileServer = Description(
        rows: [
            Row("currentVersion") { .number($0.version.number ?? "") }, Row("name", named),
            Row("capabilities", told: .string("TilesOnly,Tilemap")), Row("type", .string("indexedVector")),
            Row("tileMap") { subject in
                let abilities = subject.told("capabilities")?.text
                return abilities?.contains("Tilemap") ?? true ? .string("tilemap") : nil
            }, Row("defaultStyles", .string("resources/styles")),
            Row("tiles", told: tiles), Row("exportTilesAllowed", .bool(false)),
            Row("initialExtent", told: world), Row("fullExtent", told: world), Row("minScale", told: widest),
            Row("maxScale", told: finest), Row("tileInfo", told: tileInfo), Row("maxzoom", told: .int(16)),
            Row("minLOD", told: .int(0)), Row("maxLOD", told: .int(16)), Row("resourceInfo", told: resources),
            Row("serviceItemId") { $0.told("serviceItemId") ?? $0.service.itemID.map(JSON.string) },
            Row("maxExportTilesCount", told: .int(10_000)),
        ],
        evidence: .captured(
            "Tests/Golden/arcgis/fmp-app/vts-tile.json: 10.81; tileMap is documented: developers.arcgis.com/rest/services-reference/enterprise/vector-tile-service/"
        ))

    /// The root of a VectorTileServer that ArcGIS Online hosts.
    static let hostedVectorTiles = Description(
        rows: [
            Row("currentVersion") { .number($0.version.number ?? "") }, Row("name", named),
            Row("capabilities", told: .string("TilesOnly,Tilemap")), Row("type", .string("indexedVector")),
            Row("serviceItemId") { $0.told("serviceItemId") ?? .string($0.service.itemID ?? "") },
            .ifTold("publishJobId"), .ifTold("jobServiceId"), .ifTold("ownerUserName"),
            Row("serviceDescription") { .string($0.told("serviceDescription")?.text ?? $0.service.description) },
            Row("description") { .string($0.service.description) }, Row("isEnabled", .bool(true)), .ifTold("id"),
            .ifTold("sourceServiceName"), .ifTold("sourceServiceType"), .ifTold("tileContainerName"),
            .ifTold("creationDate"), .ifTold("datasource"), Row("exportTilesAllowed", .bool(false)),
            Row("maxExportTilesCount", told: .int(100_000)), Row("tileMap", .string("tilemap")),
            Row("defaultStyles", .string("resources/styles")), Row("copyrightText") { .string($0.service.copyright) },
            Row("tiles", told: tiles), Row("initialExtent", told: world), Row("fullExtent", told: world),
            Row("minScale", told: widest), Row("maxScale", told: finest), Row("maxZoom", told: .int(16)),
            Row("tileInfo", hostedTileInfo), Row("resourceInfo", told: resources),
        ], evidence: .captured("Tests/Golden/arcgis/maplibre/service-info.json: 11.5"))

    /// Returns the tile scheme with its exact resolution and the name that hosted services give to the format.
    private static func hostedTileInfo(_ subject: Subject) -> JSON {
        if let told = subject.told("tileInfo") { return told }
        return .object(
            (tileInfo.members ?? []).flatMap { member -> [JSON.Member] in
                switch member.name {
                case "dpi": [member, .init("preciseDpi", .int(96))]
                case "format": [.init("format", .string("indexedVector"))]
                default: [member]
                }
            })
    }

    private static func named(_ subject: Subject) -> JSON { subject.told("name") ?? .string(subject.service.name) }

    private static let tiles = JSON.array([.string("tile/{z}/{y}/{x}.pbf")])
    private static let widest = JSON.double(2.958287637957775e8)
    private static let finest = JSON.double(4_513.988705)

    private static let resources: JSON = {
        let storage = JSON.object([
            .init("packetSize", .int(128)), .init("storageFormat", .string("compactV2")),
        ])
        return .object([
            .init("styleVersion", .int(8)), .init("tileCompression", .string("gzip")),
            .init("cacheInfo", .object([.init("storageInfo", storage)])),
        ])
    }()

    private static let edge = 20_037_508.342787
    private static let mercator = JSON.object([.init("wkid", .int(102_100)), .init("latestWkid", .int(3857))])
    private static let world = JSON.object([
        .init("xmin", .double(-edge)), .init("ymin", .double(-edge)), .init("xmax", .double(edge)),
        .init("ymax", .double(edge)), .init("spatialReference", mercator),
    ])

    /// 512 pixels; level 0 is the world in one tile, and each level doubles the resolution.
    private static let tileInfo: JSON = {
        let lods = (0...16).map { level -> JSON in
            let fineness = Double(1 << level)
            return .object([
                .init("level", .int(level)), .init("resolution", .double(78_271.51696402048 / fineness)),
                .init("scale", .double(2.958287637957775e8 / fineness)),
            ])
        }
        return .object([
            .init("rows", .int(512)), .init("cols", .int(512)), .init("dpi", .int(96)), .init("format", .string("pbf")),
            .init("origin", .object([.init("x", .double(-edge)), .init("y", .double(edge))])),
            .init("spatialReference", mercator), .init("lods", .array(lods)),
        ])
    }()
}
