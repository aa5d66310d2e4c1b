// SPDX-License-Identifier: Apache-2.0

import Formats

/// The tiles of a recorded `tileInfo`: in any spatial reference, of any size and with any levels.
struct TileScheme: Sendable, Hashable, Codable {
    /// The pixels on a side that a tile may have.
    private static let sides = 1...4096

    struct Level: Sendable, Hashable, Codable {
        var number: Int
        /// The map units in a pixel.
        var resolution: Double
        var scale: Double
    }

    /// As recorded.
    var json: JSON
    var reference: SpatialReference
    var rows: Int
    var columns: Int
    var dpi: Double
    var left: Double
    var top: Double
    var levels: [Level]

    init?(_ json: JSON) {
        guard let rows = json["rows"]?.integer, let columns = json["cols"]?.integer,
            TileScheme.sides.contains(rows), TileScheme.sides.contains(columns),
            let left = json["origin"]?["x"]?.double, let top = json["origin"]?["y"]?.double,
            let reference = json["spatialReference"], reference.members != nil
        else { return nil }
        let levels = (json["lods"]?.elements ?? []).compactMap { level -> Level? in
            guard let number = level["level"]?.integer, let resolution = level["resolution"]?.double, resolution > 0,
                let scale = level["scale"]?.double
            else { return nil }
            return Level(number: number, resolution: resolution, scale: scale)
        }
        guard !levels.isEmpty else { return nil }
        (self.json, self.reference, self.levels) = (json, SpatialReference(json: reference), levels)
        (self.rows, self.columns, self.left, self.top) = (rows, columns, left, top)
        dpi = json["dpi"]?.double ?? 96
    }

    func level(_ number: Int) -> Level? { levels.first { $0.number == number } }

    /// Returns the window of a tile, or `nil` if the level is not cached.
    func frame(level number: Int, row: Int, column: Int) -> Frame? {
        guard let level = level(number), (0..<1 << 31).contains(row), (0..<1 << 31).contains(column) else { return nil }
        let (wide, high) = (level.resolution * Double(columns), level.resolution * Double(rows))
        let (x, y) = (left + Double(column) * wide, top - Double(row) * high)
        return Frame(
            extent: Envelope(xmin: x, ymin: y - high, xmax: x + wide, ymax: y), reference: reference, width: columns,
            height: rows, dpi: dpi)
    }
}
