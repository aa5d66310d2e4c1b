// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The tile cache of a map: Web Mercator tiles like those of the world's basemaps (captured, 11.1), or the scheme of a
/// description.
package struct TileCache: Sendable, Hashable, Codable {
    /// The deepest level, counted from 0.
    package var levels: Int
    /// A Boolean value that indicates whether a tile outside the map is blank instead of missing (documented of
    /// `blankTile`).
    package var hasBlankTiles: Bool
    /// A Boolean value that indicates whether clients may take tiles along in packages.
    package var allowsExport = false
    /// Another scheme than that of the world's basemaps.
    var scheme: TileScheme?

    package init(levels: Int = 23, hasBlankTiles: Bool = false) {
        (self.levels, self.hasBlankTiles) = (levels, hasBlankTiles)
    }

    /// Creates the cache of a recorded `tileInfo`, or returns `nil` if it is not one.
    init?(described json: JSON) {
        let levels = json["lods"]?.elements ?? []
        if json["rows"]?.integer == TileCache.side, json["cols"]?.integer == TileCache.side, !levels.isEmpty,
            let left = json["origin"]?["x"]?.double, abs(left + TileCache.corner) < 1,
            let first = levels[0]["resolution"]?.double, abs(first - TileCache.widest) < 1
        {
            self.init(levels: min(levels.count - 1, 23))
            return
        }
        guard let scheme = TileScheme(json), let last = scheme.levels.last else { return nil }
        self.init(levels: last.number)
        self.scheme = scheme
    }

    var reference: SpatialReference { scheme?.reference ?? .webMercator }
    /// The pixels of a tile, across and down.
    var size: (width: Int, height: Int) { scheme.map { ($0.columns, $0.rows) } ?? (TileCache.side, TileCache.side) }
    static let side = 256
    /// The coordinate of the top left corner, as schemes spell it.
    static let corner = 20_037_508.342787
    /// The meters per pixel on level 0.
    static let widest = 156_543.033_928

    func resolution(_ level: Int) -> Double {
        scheme.map { $0.level(level)?.resolution ?? $0.levels[0].resolution } ?? TileCache.widest / Double(1 << level)
    }

    func scale(_ level: Int) -> Double {
        scheme.map { $0.level(level)?.scale ?? $0.levels[0].scale } ?? resolution(level) * 39.37 * 96
    }

    /// Returns the window of a tile, or `nil` if the level is not cached.
    func frame(level: Int, row: Int, column: Int) -> Frame? {
        if let scheme { return scheme.frame(level: level, row: row, column: column) }
        guard (0...levels).contains(level), row >= 0, column >= 0, row < 1 << level, column < 1 << level else {
            return nil
        }
        let size = resolution(level) * Double(TileCache.side)
        let (left, top) = (-TileCache.corner + Double(column) * size, TileCache.corner - Double(row) * size)
        return Frame(
            extent: Envelope(xmin: left, ymin: top - size, xmax: left + size, ymax: top),
            reference: reference, width: TileCache.side, height: TileCache.side)
    }

    /// `tileInfo` of the root: docs/reference/catalog-and-descriptions.md#a-map-service.
    func json(_ version: Version) -> JSON {
        if let scheme { return scheme.json }
        let levels = (0...levels).map { level in
            JSON.object([
                .init("level", .int(level)), .init("resolution", .double(resolution(level))),
                .init("scale", .double(scale(level))),
            ])
        }
        let corner = JSON.Member("y", .number("20037508.342787"))
        return .object([
            .init("rows", .int(TileCache.side)), .init("cols", .int(TileCache.side)), .init("dpi", .int(96)),
            .init("format", .string("PNG32")), .init("compressionQuality", .int(0)),
            .init("origin", .object([.init("x", .number("-20037508.342787")), corner])),
            .init("spatialReference", reference.json(version)), .init("lods", .array(levels)),
        ])
    }

    /// `storageInfo` (captured, 11.1).
    static let storage: JSON = .object([
        .init("storageFormat", .string("esriMapCacheStorageModeCompactV2")), .init("packetSize", .int(128)),
    ])
}
