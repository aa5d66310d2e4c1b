// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The tiles that a request for a package names: of some levels of a cache, within an extent and an area. A value, so
/// that they can be drawn when the package is fetched.
struct TileExport: Sendable {
    /// The tiles of one level, with what it shows.
    struct Level: Sendable {
        var number: Int
        var parts: [MapDrawing.Part]
        var tiles: [Tile]
    }

    struct Tile: Sendable, Hashable {
        var row: Int
        var column: Int
    }

    var cache: TileCache
    /// The extent of the tiles, in the cache's spatial reference.
    var extent: Envelope
    var levels: [Level]
    /// The name of the service without its folder.
    var name: String
    var description: String

    var count: Int { levels.reduce(0) { $0 + $1.tiles.count } }

    /// Returns the image of a tile.
    func image(_ tile: Tile, _ level: Level) -> [UInt8] {
        guard let frame = cache.frame(level: level.number, row: tile.row, column: tile.column) else { return [] }
        return MapDrawing(frame: frame, parts: level.parts).picture()?.png() ?? []
    }

    /// The most tiles that an estimate draws.
    private static let sample = 64

    /// Returns about how many bytes the tiles have together: those of some of them, evenly chosen, extrapolated.
    func estimatedSize() -> Int {
        let all = levels.flatMap { level in level.tiles.map { (tile: $0, level: level) } }
        let step = max(1, all.count / TileExport.sample)
        let chosen = stride(from: 0, to: all.count, by: step).map { all[$0] }
        guard !chosen.isEmpty else { return 0 }
        return chosen.reduce(0) { $0 + image($1.tile, $1.level).count } * all.count / chosen.count
    }
}

extension TileCache {
    /// Returns the rows and columns of a level's tiles that share more than an edge with an extent.
    func window(_ level: Int, _ extent: Envelope) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>)? {
        guard let first = frame(level: level, row: 0, column: 0)?.extent else { return nil }
        let (wide, high) = (first.xmax - first.xmin, first.ymax - first.ymin)
        func range(_ from: Double, _ to: Double) -> ClosedRange<Int>? {
            guard from.isFinite, to.isFinite, abs(from) < 1e9, abs(to) < 1e9, to > 0 else { return nil }
            let last = scheme == nil ? (1 << level) - 1 : Int.max
            let (low, high) = (max(0, Int(from.rounded(.down))), min(last, Int(to.rounded(.up)) - 1))
            return low <= high ? low...high : nil
        }
        // An edge of the extent on an edge of a tile belongs to the tile inside.
        let noise = 1e-9
        guard
            let columns = range(
                (extent.xmin - first.xmin) / wide + noise, (extent.xmax - first.xmin) / wide - noise),
            let rows = range((first.ymax - extent.ymax) / high + noise, (first.ymax - extent.ymin) / high - noise)
        else { return nil }
        return (rows, columns)
    }

    /// The numbers of the levels.
    var numbers: [Int] { scheme.map { $0.levels.map(\.number) } ?? Array(0...levels) }
}
