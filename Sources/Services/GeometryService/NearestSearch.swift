// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The search for the shortest geodesic between two outlines. Their sides are as they are in the spatial reference.
struct NearestSearch {
    static let mostPairs = 250_000

    private struct Side {
        var (one, other): (Vertex, Vertex)
    }

    private let first: [Side]
    private let second: [Side]
    private let reference: SpatialReference
    private let geodesic: Geodesic

    /// `nil` if they cannot be had in degrees.
    init?(_ one: Outline, _ other: Outline, _ reference: SpatialReference, _ geodesic: Geodesic) {
        guard reference.degrees(one) != nil, reference.degrees(other) != nil else { return nil }
        (first, second) = (NearestSearch.sides(one), NearestSearch.sides(other))
        (self.reference, self.geodesic) = (reference, geodesic)
    }

    var pairs: Int { first.count * second.count }

    private static func sides(_ outline: Outline) -> [Side] {
        outline.parts.flatMap { part in
            part.count < 2 || outline.type == .multipoint
                ? part.map { Side(one: $0, other: $0) }
                : zip(part, part.dropFirst()).map { Side(one: $0, other: $1) }
        }
    }

    /// Returns the meters, or `nil` if there are too many pairs. The pairs that a few positions of each show to be near
    /// are searched closely.
    func distance() -> Double? {
        guard pairs <= Self.mostPairs, pairs > 0 else { return nil }
        let (one, other) = (first.map(samples), second.map(samples))
        var near: [(rough: Double, i: Int, j: Int)] = []
        for (i, a) in one.enumerated() {
            for (j, b) in other.enumerated() {
                var rough = Double.infinity
                for p in a { for q in b { rough = min(rough, NearestSearch.chord(p, q)) } }
                // What lies between the positions may be nearer by half of their distance, of both sides.
                let reach = (NearestSearch.gap(a) + NearestSearch.gap(b)) / 2
                near.append((rough - reach, i, j))
            }
        }
        near.sort { $0.rough < $1.rough }
        var best = Double.infinity
        // A chord is shorter than the geodesic; on the ellipsoid of the earth a sphere's is wrong by a hundredth at most.
        for pair in near {
            guard pair.rough * 0.99 < best else { break }
            best = min(best, refined(first[pair.i], second[pair.j]))
        }
        return best
    }

    private static let count = 8

    private func position(_ side: Side, _ share: Double) -> Vertex {
        let outline = Outline(.point, [[side.one.between(side.other, share)]])
        return reference.degrees(outline)?.parts.first?.first ?? side.one
    }

    /// A few positions of a side on a sphere.
    private func samples(_ side: Side) -> [(Double, Double, Double)] {
        let count = side.one == side.other ? 0 : Self.count
        return (0...count).map { number in
            let vertex = position(side, count == 0 ? 0 : Double(number) / Double(count))
            let (longitude, latitude) = (vertex.x * .pi / 180, vertex.y * .pi / 180)
            return (cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
        }
    }

    private static func chord(_ a: (Double, Double, Double), _ b: (Double, Double, Double)) -> Double {
        let (x, y, z) = (a.0 - b.0, a.1 - b.1, a.2 - b.2)
        return 6_371_000 * (x * x + y * y + z * z).squareRoot()
    }

    private static func gap(_ samples: [(Double, Double, Double)]) -> Double {
        zip(samples, samples.dropFirst()).map(chord).max() ?? 0
    }

    /// Returns the shortest distance of two sides, by halving in turns along one and the other.
    private func refined(_ one: Side, _ other: Side) -> Double {
        func meters(_ s: Double, _ t: Double) -> Double {
            geodesic.inverse(position(one, s), position(other, t)).meters
        }
        if one.one == one.other { return NearestSearch.least { meters(0, $0) } }
        if other.one == other.other { return NearestSearch.least { meters($0, 0) } }
        return NearestSearch.least { s in NearestSearch.least { t in meters(s, t) } }
    }

    /// Returns the least value of a function between 0 and 1 that falls and then rises (golden section).
    private static func least(_ value: (Double) -> Double) -> Double {
        let golden = (5.0.squareRoot() - 1) / 2
        var (low, high) = (0.0, 1.0)
        var (left, right) = (high - golden * (high - low), low + golden * (high - low))
        var (a, b) = (value(left), value(right))
        for _ in 0..<40 {
            if a < b {
                (high, right, b) = (right, left, a)
                left = high - golden * (high - low)
                a = value(left)
            } else {
                (low, left, a) = (left, right, b)
                right = low + golden * (high - low)
                b = value(right)
            }
        }
        return min(min(a, b), min(value(0), value(1)))
    }
}
