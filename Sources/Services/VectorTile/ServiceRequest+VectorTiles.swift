// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension MapServices {
    /// The resources of a VectorTileServer: docs/reference/other-services.md#vectortileserver. Styles and tiles come
    /// from the scenario.
    static let vectorTiles: [Resource] = [
        Resource(
            "", [.vectorTileServer], "The tiles.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/vector-tile-service/")
        ) {
            $0.vectorTileRoot()
        },
        Resource(
            "resources/styles", [.vectorTileServer], "The style from the scenario.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/vector-tile-style/")
        ) { $0.noTile("resources/styles") },
        Resource(
            "resources/styles/root.json", [.vectorTileServer], "The style from the scenario.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/vector-tile-style/")
        ) { $0.noTile("resources/styles/root.json") },
        Resource(
            "tilemap", [.vectorTileServer], "The existing tiles, those of the scenario.",
            evidence: .documented("docs/reference/other-services.md#vectortileserver")
        ) { $0.tilemap() },
        Resource(
            "tile/{level}/{row}/{column}", [.vectorTileServer], "A tile from the scenario.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/vector-tile/")
        ) { reading in
            let index = ["level", "row", "column"].compactMap { reading.names[$0] }
            return reading.noTile("tile/\(index.joined(separator: "/"))")
        },
    ]

    enum TileRules {
        static let missing = Rule(
            "tile.missing", "No such tile or style exists.", advice: "Use a level and a location that have data.",
            evidence: .inferred("404 as a cache has it; the scenario gives what is there"))
    }

    static let tileRules: [Rule] = [TileRules.missing]
}

extension ServiceRequest {
    func vectorTileRoot() -> Result {
        if let pasted = service.pasted { return .json(pasted) }
        return .json(
            Description.vectorTileServer.json(Description.Subject(version: version, service: service, layer: nil)))
    }

    /// Refuses a missing tile. What the scenario provides is answered before this.
    func noTile(_ path: String) -> Result {
        var refused = Refused(
            code: 404, message: "Not Found", details: [],
            verdict: Verdict(
                MapServices.TileRules.missing, facts: [.init("path", path)],
                wouldPass: service.canned.isEmpty
                    ? "results: { \"\(path)\": { file: … } } in the scenario"
                    : "one of \(service.canned.keys.sorted().joined(separator: ", "))"))
        refused.status = 404
        return .refused(refused)
    }
}

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
