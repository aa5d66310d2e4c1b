// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Description {
    /// The root of a VectorTileServer.
    static let vectorTileServer = Description(
        rows: [
            Row("currentVersion") { .number($0.version.number ?? "") },
            Row("name") { .string($0.service.name) }, Row("capabilities", .string("TilesOnly")),
            Row("type", .string("indexedVector")), Row("tileMap", .string("tilemap")),
            Row("defaultStyles", .string("resources/styles")),
            Row("tiles", .array([.string("tile/{z}/{y}/{x}.pbf")])), Row("exportTilesAllowed", .bool(false)),
            Row("maxExportTilesCount", .int(10_000)),
            Row("initialExtent") { _ in world }, Row("fullExtent") { _ in world },
            Row("minScale", .double(2.958287637957775e8)), Row("maxScale", .double(4_513.988705)),
            Row("tileInfo", tileInfo),
            Row(
                "resourceInfo",
                .object([
                    .init("styleVersion", .int(8)), .init("tileCompression", .string("gzip")),
                    .init(
                        "cacheInfo",
                        .object([
                            .init(
                                "storageInfo",
                                .object([
                                    .init("packetSize", .int(128)), .init("storageFormat", .string("compactV2")),
                                ]))
                        ])),
                ])),
        ], evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/vector-tile-service/"))

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
