// SPDX-License-Identifier: Apache-2.0

/// Where rows are: a tree of rectangles, packed once and never changed.
///
/// The rows are sorted along a Hilbert curve, and every sixteen neighbors share a rectangle, as do every sixteen of those
/// (Kamel and Faloutsos, "Hilbert R-tree"; the flat layout is that of mourner/flatbush). A search costs what it finds.
/// docs/decisions/0042-where-rows-are.md has what was measured against GEOS and SQLite.
struct SpatialIndex: Sendable {
    /// The rectangles that share one.
    private static let width = 16

    /// All rectangles: those of rows, then level by level up to the one around all.
    private var boxes: [Envelope] = []
    /// The number of a row, or the first of the rectangles that this one is around.
    private var inside: [UInt32] = []
    /// The end of each level among the rectangles.
    private var ends: [Int] = []

    /// Creates an index of rows; those without an extent are never found.
    init(_ rows: some Sequence<Envelope?>) {
        var extents: [Envelope] = []
        var numbers: [UInt32] = []
        extents.reserveCapacity(rows.underestimatedCount)
        numbers.reserveCapacity(rows.underestimatedCount)
        var all: Envelope?
        for (number, extent) in rows.enumerated() {
            guard let extent, !extent.isUndefined else { continue }
            extents.append(extent)
            numbers.append(UInt32(truncatingIfNeeded: number))
            all = all?.union(extent) ?? extent
        }
        guard let all else { return }
        let curve = HilbertCurve(over: all)
        // The place on the curve above, the row below: whole numbers sort fastest.
        var order = extents.indices.map { UInt64(curve.place(of: extents[$0])) << 32 | UInt64($0) }
        order.sort()
        boxes.reserveCapacity(extents.count * 16 / 15 + 16)
        inside.reserveCapacity(extents.count * 16 / 15 + 16)
        for place in order {
            let row = Int(place & 0xFFFF_FFFF)
            boxes.append(extents[row])
            inside.append(numbers[row])
        }
        ends.append(boxes.count)
        pack()
    }

    /// Adds the levels above the rows.
    private mutating func pack() {
        var start = 0
        while boxes.count - start > 1 {
            let end = boxes.count
            for first in stride(from: start, to: end, by: SpatialIndex.width) {
                var around = boxes[first]
                for index in (first + 1)..<max(first + 1, min(first + SpatialIndex.width, end)) {
                    around = around.union(boxes[index])
                }
                boxes.append(around)
                inside.append(UInt32(first))
            }
            ends.append(boxes.count)
            start = end
        }
    }

    /// Returns the numbers of the rows whose extent shares a point with one of some rectangles, ascending.
    func rows(meeting windows: [Envelope]) -> [Int] {
        guard let rows = ends.first else { return [] }
        var found: [Int] = []
        var open = [boxes.count - 1]
        while let index = open.popLast() {
            guard windows.contains(where: boxes[index].intersects) else { continue }
            let first = Int(inside[index])
            guard index >= rows else {
                found.append(first)
                continue
            }
            let end = ends.first { $0 > first } ?? first
            open.append(contentsOf: first..<min(first + SpatialIndex.width, end))
        }
        found.sort()
        return found
    }
}

extension Envelope {
    /// A Boolean value that indicates whether a side is not a number, so that nothing meets it.
    fileprivate var isUndefined: Bool { xmin.isNaN || ymin.isNaN || xmax.isNaN || ymax.isNaN }
}
