// SPDX-License-Identifier: Apache-2.0

extension Outline {
    /// The crossings that GEOS mends in less than half a second. Its time grows with their square: a polygon of 200 corners
    /// that all its sides cross takes 20 seconds.
    static let mostCrossings = 300
    /// The pairs of sides that are looked at, at most.
    private static let mostPairs = 1_000_000

    /// Whether the sides of rings cross so often that mending them would take long.
    static func isTangled(_ rings: [[Vertex]]) -> Bool {
        let sides = rings.flatMap { ring in zip(ring, ring.dropFirst()).map { Side($0, $1) } }
            .sorted { $0.left < $1.left }
        var (crossings, pairs) = (0, 0)
        for (index, side) in sides.enumerated() {
            for other in sides[(index + 1)...] {
                if other.left > side.right { break }
                pairs += 1
                if side.meets(other) { crossings += 1 }
                if crossings > mostCrossings || pairs > mostPairs { return true }
            }
        }
        return false
    }

    private struct Side {
        var (a, b): (Vertex, Vertex)
        var (left, right): (Double, Double)

        init(_ a: Vertex, _ b: Vertex) {
            (self.a, self.b) = (a, b)
            (left, right) = (min(a.x, b.x), max(a.x, b.x))
        }

        /// Whether the two have a point in common that is not an end of both, or lie on one another.
        func meets(_ other: Side) -> Bool {
            guard min(a.y, b.y) <= max(other.a.y, other.b.y), min(other.a.y, other.b.y) <= max(a.y, b.y) else {
                return false
            }
            let (one, two) = (Side.turn(a, b, other.a), Side.turn(a, b, other.b))
            let (three, four) = (Side.turn(other.a, other.b, a), Side.turn(other.a, other.b, b))
            if one == 0, two == 0 { return left < other.right && other.left < right || left == right }
            return one * two < 0 && three * four <= 0 || one * two <= 0 && three * four < 0
        }

        /// The side of a line on which a point lies: positive to the left, 0 on it.
        private static func turn(_ a: Vertex, _ b: Vertex, _ point: Vertex) -> Double {
            let turn = (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
            return turn > 0 ? 1 : turn < 0 ? -1 : 0
        }
    }
}
