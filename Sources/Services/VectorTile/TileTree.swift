// SPDX-License-Identifier: Apache-2.0

import Formats

/// The tiles that a scenario gives, as `tilemap` lists them: by level, row and column.
struct TileTree {
    private struct TileIndex: Hashable {
        var level: Int
        var row: Int
        var column: Int

        var parent: TileIndex? { level == 0 ? nil : TileIndex(level: level - 1, row: row / 2, column: column / 2) }
        /// The children from left to right, the upper row first (inferred).
        var children: [TileIndex] {
            (0..<4).map { TileIndex(level: level + 1, row: row * 2 + $0 / 2, column: column * 2 + $0 % 2) }
        }
    }

    /// The existing tiles and their ancestors.
    private var indices: Set<TileIndex> = []

    /// Creates the tree from `paths` such as `tile/level/row/column.pbf`; others are ignored.
    init(paths: some Sequence<String>) {
        for path in paths {
            let parts = path.split(separator: "/")
            guard parts.count == 4, parts[0] == "tile", let level = Int(parts[1]), let row = Int(parts[2]),
                let column = Int(parts[3].prefix { $0 != "." }), (0...30).contains(level),
                (0..<1 << level).contains(row), (0..<1 << level).contains(column)
            else { continue }
            var index: TileIndex? = TileIndex(level: level, row: row, column: column)
            while let next = index, indices.insert(next).inserted { index = next.parent }
        }
    }

    /// The four tiles of level 1: 0 for a missing one, 1 for one without children, otherwise its four.
    var index: JSON { .array(TileIndex(level: 0, row: 0, column: 0).children.map(entry)) }

    private func entry(_ index: TileIndex) -> JSON {
        guard indices.contains(index) else { return .int(0) }
        let inner = index.children
        return inner.contains(where: indices.contains) ? .array(inner.map(entry)) : .int(1)
    }
}
