// SPDX-License-Identifier: Apache-2.0

/// The boundaries of bins. A value belongs to the bin that it is not below and whose end it is below; one at the very end
/// belongs to the last bin (documented of the ArcGIS Maps SDK for JavaScript's AttributeBinsQuery).
struct BinEdges: Sendable {
    /// The bins in order: each ends where the next one begins.
    var bins: [(lower: Double, upper: Double)] = []

    /// The most bins of an answer: more are no histogram.
    static let most = 10_000

    /// Returns a number of equally wide bins, or `nil` if there are too many.
    static func equal(_ count: Int, from low: Double, to high: Double) -> BinEdges? {
        guard count <= most, low <= high else { return nil }
        guard low < high else { return BinEdges(bins: [(low, high)]) }
        let width = (high - low) / Double(count)
        return BinEdges(
            bins: (0..<count).map { index in
                let upper = index == count - 1 ? high : low + Double(index + 1) * width
                return (low + Double(index) * width, upper)
            })
    }

    /// Returns bins of a width; the last one ends at the end.
    static func wide(_ width: Double, from low: Double, to high: Double) -> BinEdges? {
        guard width > 0, (high - low) / width <= Double(most), low <= high else { return nil }
        var edges = BinEdges()
        var index = 0.0
        while low + index * width < high || edges.bins.isEmpty {
            edges.bins.append((low + index * width, min(high, low + (index + 1) * width)))
            index += 1
        }
        return edges
    }

    /// Returns bins with given boundaries, sorted.
    static func between(_ boundaries: [Double]) -> BinEdges? {
        let sorted = boundaries.sorted()
        guard sorted.count > 1, sorted.count <= most else { return nil }
        return BinEdges(bins: zip(sorted, sorted.dropFirst()).map { ($0, $1) })
    }

    /// Returns the SQL of the index of the bin that `v` is in: a tree of comparisons, for there may be many bins.
    var index: String { Self.tree(bins.map(\.lower), 0..<bins.count) }

    private static func tree(_ lower: [Double], _ range: Range<Int>) -> String {
        guard range.count > 1 else { return String(range.lowerBound) }
        let middle = range.lowerBound + range.count / 2
        let (below, above) = (tree(lower, range.lowerBound..<middle), tree(lower, middle..<range.upperBound))
        return "CASE WHEN v < \(lower[middle]) THEN \(below) ELSE \(above) END"
    }
}
