import Formats

/// `tilemap` of a VectorTileServer: which tiles there are, as a tree (services-reference 5).
extension Reading {
    func tilemap() -> Result {
        .json(.object([.init("index", TileTree(paths: service.canned.keys).index)]))
    }
}

/// The tiles that a scenario gives, by level, row and column.
struct TileTree {
    private struct Place: Hashable {
        var level: Int
        var row: Int
        var column: Int

        var parent: Place? { level == 0 ? nil : Place(level: level - 1, row: row / 2, column: column / 2) }
        /// From left to right, the upper row first (inferred).
        var children: [Place] {
            (0..<4).map { Place(level: level + 1, row: row * 2 + $0 / 2, column: column * 2 + $0 % 2) }
        }
    }

    /// Those that are there, and those that they lie in.
    private var places: Set<Place> = []

    /// `paths`: `tile/level/row/column.pbf`; others count for nothing.
    init(paths: some Sequence<String>) {
        for path in paths {
            let parts = path.split(separator: "/")
            guard parts.count == 4, parts[0] == "tile", let level = Int(parts[1]), let row = Int(parts[2]),
                let column = Int(parts[3].prefix { $0 != "." }), (0...30).contains(level),
                (0..<1 << level).contains(row), (0..<1 << level).contains(column)
            else { continue }
            var place: Place? = Place(level: level, row: row, column: column)
            while let next = place, places.insert(next).inserted { place = next.parent }
        }
    }

    /// The four tiles of level 1: 0 for one that is not there, 1 for one without tiles in it, else its four.
    var index: JSON { .array(Place(level: 0, row: 0, column: 0).children.map(entry)) }

    private func entry(_ place: Place) -> JSON {
        guard places.contains(place) else { return .int(0) }
        let inner = place.children
        return inner.contains(where: places.contains) ? .array(inner.map(entry)) : .int(1)
    }
}
