// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Files of tiles: `.tpkx` with bundles of the second kind (Esri/tile-package-spec and Esri/raster-tiles-compactcache, which
/// publish both), `.tpk` with those of the first, whose format is known from public readers.
struct TilePackage: Sendable {
    enum Storage: String, Sendable, CaseIterable {
        case compact = "esriMapCacheStorageModeCompact"
        case compactV2 = "esriMapCacheStorageModeCompactV2"

        /// How the name of a package ends.
        var ending: String { self == .compact ? "tpk" : "tpkx" }
    }

    var export: TileExport
    var storage: Storage

    /// The name of the file.
    var file: String { "\(export.name).\(storage.ending)" }

    /// Returns the package, an archive without compression.
    func archive() -> [UInt8] {
        switch storage {
        case .compactV2:
            let files = [("iteminfo.json", bytes(item)), ("root.json", bytes(root))]
            return ZIPWriter.archive(files + bundles().map { ("tile/\($0.name)", $0.bytes) })
        case .compact:
            let folder = "v101/\(export.name)"
            let files: [(name: String, bytes: [UInt8])] = [
                ("esriinfo/iteminfo.xml", Array(TileSchemeDocument(export: export).item.utf8)),
                ("servicedescriptions/mapserver/mapserver.json", bytes(description)),
            ]
            return ZIPWriter.archive(files + cache().map { ("\(folder)/\($0.name)", $0.bytes) })
        }
    }

    /// Returns the files of a cache: its scheme, its extent and its bundles.
    func cache() -> [(name: String, bytes: [UInt8])] {
        let scheme = TileSchemeDocument(export: export)
        return [("conf.xml", Array(scheme.scheme(storage).utf8)), ("conf.cdi", Array(scheme.extent.utf8))]
            + bundles().map { ("_alllayers/\($0.name)", $0.bytes) }
    }

    // MARK: bundles

    /// Returns the bundles of all levels: `L02/R0000C0000.bundle`.
    private func bundles() -> [(name: String, bytes: [UInt8])] {
        export.levels.flatMap { level -> [(name: String, bytes: [UInt8])] in
            let side = TileBundle.side
            let groups = Dictionary(grouping: level.tiles) { tile in
                TileExport.Tile(row: tile.row / side * side, column: tile.column / side * side)
            }
            return groups.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }.flatMap {
                corner, tiles in
                let bundle = TileBundle(
                    row: corner.row, column: corner.column,
                    tiles: tiles.map { ($0, export.image($0, level)) })
                let digits = String(level.number)
                let folder = "L\(digits.count < 2 ? "0" : "")\(digits)"
                switch storage {
                case .compactV2: return [("\(folder)/\(bundle.name).bundle", bundle.second)]
                case .compact:
                    let first = bundle.first
                    return [
                        ("\(folder)/\(bundle.name).bundle", first.bundle),
                        ("\(folder)/\(bundle.name).bundlx", first.index),
                    ]
                }
            }
        }
    }

    // MARK: JSON

    private func bytes(_ json: JSON) -> [UInt8] { JSONWriter.json(json) }

    /// What a `.tpk` has of the service: its extent in degrees too, and what is below it, of which nothing is needed.
    private var description: JSON {
        let degrees = export.cache.reference.project(export.extent, to: .wgs84) ?? export.extent
        let whole = JSON.Member("geoFullExtent", degrees.json(.wgs84, .newest))
        return .object([
            .init("resourceInfo", .object((root.members ?? []) + [whole])), .init("resources", .array([])),
        ])
    }

    private var box: JSON {
        export.extent.json(export.cache.reference, .newest)
    }

    /// `iteminfo.json` (Esri/tile-package-spec, its page of that file).
    private var item: JSON {
        .object([
            .init("name", .string(export.name)), .init("title", .string(export.name)),
            .init("description", .string(export.description)), .init("snippet", .string("")),
            .init("type", .string("Compact Tile Package")), .init("tags", .array([])),
            .init("typeKeywords", .array([.string("Tile Package"), .string("tpkx")])),
            .init("thumbnail", .string("")), .init("accessInformation", .string("")),
            .init("licenseInfo", .string("")),
        ])
    }

    /// `root.json` (Esri/tile-package-spec, its page of that file).
    private var root: JSON {
        let cache = export.cache
        let (first, last) = (export.levels.first?.number ?? 0, export.levels.last?.number ?? 0)
        return .object([
            .init("version", .string("1.0")), .init("name", .string(export.name)),
            .init("serviceDescription", .string(export.description)), .init("tileBundlesPath", .string("tile")),
            .init("minLOD", .int(first)), .init("maxLOD", .int(last)), .init("minScale", .double(cache.scale(first))),
            .init("maxScale", .double(cache.scale(last))), .init("resampling", .bool(false)),
            .init("initialExtent", box), .init("fullExtent", box), .init("tileInfo", cache.json(.newest)),
            .init(
                "storageInfo",
                .object([
                    .init("storageFormat", .string(storage.rawValue)), .init("packetSize", .int(TileBundle.side)),
                ])),
            .init(
                "tileImageInfo",
                .object([.init("format", .string("PNG32")), .init("compressionQuality", .int(0))])),
            .init("spatialReference", cache.reference.short(.newest)),
        ])
    }
}
