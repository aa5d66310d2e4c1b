// SPDX-License-Identifier: Apache-2.0

/// 128 tiles by 128 of a level in one file, as caches store them.
struct TileBundle: Sendable {
    /// The tiles on each side: the `packetSize`.
    static let side = 128
    private static let count = side * side

    /// The row and the column of its first tile.
    var row: Int
    var column: Int
    var tiles: [(tile: TileExport.Tile, image: [UInt8])]

    /// The name of the file: `R0080C0000`.
    var name: String { "R\(TileBundle.hex(row))C\(TileBundle.hex(column))" }

    private static func hex(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func number(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private var largest: Int { tiles.map(\.image.count).max() ?? 0 }

    /// The second kind: a head of 64 bytes, an index of 8 bytes a tile row by row, the size and the place of each, and
    /// each tile behind its size (Esri/raster-tiles-compactcache).
    var second: [UInt8] {
        let head = 64
        let indexSize = TileBundle.count * 8
        var index = [Int](repeating: 0, count: TileBundle.count)
        var content: [UInt8] = []
        for (tile, image) in tiles {
            content += TileBundle.number(image.count, 4)
            let place = head + indexSize + content.count
            index[tile.row % TileBundle.side * TileBundle.side + tile.column % TileBundle.side] =
                image.count << 40 | place
            content += image
        }
        let size = head + indexSize + content.count
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        for word in [3, TileBundle.count, largest, 5] { bytes += TileBundle.number(word, 4) }
        for word in [0, size, 40] { bytes += TileBundle.number(word, 8) }
        for word in [20 + indexSize, 3, 16, TileBundle.count, 5, indexSize] { bytes += TileBundle.number(word, 4) }
        for entry in index { bytes += TileBundle.number(entry, 8) }
        return bytes + content
    }

    /// The first kind: the tiles behind a head of 60 bytes and an empty size for each place, and the places column by
    /// column in an index of 5 bytes each (reported: public readers, of which consbio/tpkutils is one).
    var first: (bundle: [UInt8], index: [UInt8]) {
        let start = 60 + TileBundle.count * 4
        var places = (0..<TileBundle.count).map { 60 + $0 * 4 }
        var content: [UInt8] = []
        for (tile, image) in tiles {
            places[tile.column % TileBundle.side * TileBundle.side + tile.row % TileBundle.side] =
                start + content.count
            content += TileBundle.number(image.count, 4) + image
        }
        var bytes: [UInt8] = []
        for word in [
            3, TileBundle.count, largest, 5, tiles.count * 4, 0, start + content.count, 0, 40, 0, 16, row,
            row + TileBundle.side - 1, column, column + TileBundle.side - 1,
        ] { bytes += TileBundle.number(word, 4) }
        bytes += [UInt8](repeating: 0, count: TileBundle.count * 4) + content
        var index: [UInt8] = [3, 0, 0, 0, 16, 0, 0, 0, 0, 0x40, 0, 0, 5, 0, 0, 0]
        for place in places { index += TileBundle.number(place, 5) }
        return (bytes, index + [0, 0, 0, 0, 16, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0])
    }
}
