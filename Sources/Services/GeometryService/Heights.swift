// SPDX-License-Identifier: Apache-2.0

/// The heights and measures of geometries, for what GEOS makes of them, which has none: a position that one of them has
/// keeps its own, and one on a side lies between the ends. That servers keep heights so is inferred.
struct Heights {
    private struct Place: Hashable {
        var x: Double
        var y: Double
    }

    private var known: [Place: Vertex] = [:]
    private var sides: [(Vertex, Vertex)] = []
    let hasZ: Bool
    let hasM: Bool

    /// The most pairs of a new position and a side that are looked at.
    private static let most = 5_000_000

    init(of shapes: [Shape]) {
        let full = shapes.filter { !$0.isEmpty }
        (hasZ, hasM) = (full.contains(where: \.hasZ), full.contains(where: \.hasM))
        guard hasZ || hasM else { return }
        for shape in full where shape.hasZ || shape.hasM {
            for part in shape.outline.parts {
                for vertex in part where known[Place(x: vertex.x, y: vertex.y)] == nil {
                    known[Place(x: vertex.x, y: vertex.y)] = vertex
                }
                if shape.outline.type == .polyline || shape.outline.type == .polygon {
                    sides += zip(part, part.dropFirst())
                }
            }
        }
    }

    /// Returns a shape of what GEOS made, with the heights that its positions have.
    func shape(_ outline: Outline) -> Shape {
        guard hasZ || hasM else { return Shape(outline) }
        var looked = 0
        let placed = outline.mapped { vertex in
            if let own = known[Place(x: vertex.x, y: vertex.y)] {
                return Vertex(x: vertex.x, y: vertex.y, z: own.z, m: own.m)
            }
            looked += sides.count
            guard looked <= Heights.most, let (side, share) = nearest(vertex) else { return vertex }
            return Vertex(
                x: vertex.x, y: vertex.y, z: side.0.z + (side.1.z - side.0.z) * share,
                m: side.0.m + (side.1.m - side.0.m) * share)
        }
        return Shape(placed, hasZ: hasZ, hasM: hasM)
    }

    /// Returns the side that a position lies on, or nearest to, and how far along.
    private func nearest(_ vertex: Vertex) -> (side: (Vertex, Vertex), share: Double)? {
        var best: (side: (Vertex, Vertex), share: Double, away: Double)?
        for side in sides {
            let (dx, dy) = (side.1.x - side.0.x, side.1.y - side.0.y)
            let length = dx * dx + dy * dy
            let along = length == 0 ? 0 : ((vertex.x - side.0.x) * dx + (vertex.y - side.0.y) * dy) / length
            let share = max(0, min(1, along))
            let (x, y) = (side.0.x + dx * share - vertex.x, side.0.y + dy * share - vertex.y)
            let away = x * x + y * y
            if best.map({ away < $0.away }) ?? true { best = (side, share, away) }
        }
        return best.map { ($0.side, $0.share) }
    }
}
