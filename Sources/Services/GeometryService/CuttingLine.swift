// SPDX-License-Identifier: Apache-2.0

/// A line with a direction, at which others are split; what is beside it is to its left or to its right.
struct CuttingLine {
    enum Side: Sendable, Hashable {
        case left, right
    }

    /// A piece of a path, and the side on which it is; `nil`: it does not meet the line.
    struct Piece {
        var path: [Vertex]
        var side: Side?
    }

    let outline: Outline
    private let sides: [(Vertex, Vertex)]
    /// What counts as a point of the line: rounding, relative to the coordinates.
    let tolerance: Double

    init(_ outline: Outline) {
        self.outline = outline
        sides = outline.parts.flatMap { zip($0, $0.dropFirst()).filter { $0 != $1 } }
        tolerance = 1e-11 * (sides.map { max(abs($0.x), abs($0.y), abs($1.x), abs($1.y)) }.max() ?? 1)
    }

    var count: Int { sides.count }

    /// Returns the pieces of a path between the points that it has in common with the line; the path itself if there
    /// are none.
    func split(_ path: [Vertex]) -> [Piece] {
        var pieces: [(path: [Vertex], begins: Bool, ends: Bool)] = []
        var here = Array(path.prefix(1))
        var begins = false
        for (one, other) in zip(path, path.dropFirst()) {
            for share in meetings(one, other) {
                let point = one.between(other, share)
                if here.last.map({ !near($0, point) }) ?? true { here.append(point) }
                if here.count > 1 { pieces.append((here, begins, true)) }
                here = [here.count > 1 || here.isEmpty ? point : here[0]]
                begins = true
            }
            if here.last.map({ !near($0, other) }) ?? true { here.append(other) }
        }
        if here.count > 1 { pieces.append((here, begins, false)) }
        return pieces.map { piece in
            guard piece.begins || piece.ends else { return Piece(path: piece.path, side: nil) }
            let count = piece.path.count
            let middle =
                piece.begins
                ? piece.path[0].between(piece.path[1], 0.5) : piece.path[count - 1].between(piece.path[count - 2], 0.5)
            return Piece(path: piece.path, side: side(middle))
        }
    }

    private func near(_ one: Vertex, _ other: Vertex) -> Bool {
        abs(one.x - other.x) <= tolerance && abs(one.y - other.y) <= tolerance
    }

    /// Returns where a side meets the line: shares of its length, in order.
    func meetings(_ one: Vertex, _ other: Vertex) -> [Double] {
        var shares: [Double] = []
        for (a, b) in sides {
            guard min(a.x, b.x) <= max(one.x, other.x) + tolerance, min(one.x, other.x) <= max(a.x, b.x) + tolerance,
                min(a.y, b.y) <= max(one.y, other.y) + tolerance, min(one.y, other.y) <= max(a.y, b.y) + tolerance
            else { continue }
            shares += CuttingLine.meeting(one, other, a, b)
        }
        shares.sort()
        return shares.reduce(into: []) { kept, share in
            if kept.last.map({ share - $0 > 1e-12 }) ?? true { kept.append(share) }
        }
    }

    /// Returns where one side meets another: one share, or those of both ends of what they have in common.
    private static func meeting(_ p: Vertex, _ q: Vertex, _ a: Vertex, _ b: Vertex) -> [Double] {
        let (dx, dy, ex, ey) = (q.x - p.x, q.y - p.y, b.x - a.x, b.y - a.y)
        let (cross, length) = (dx * ey - dy * ex, dx * dx + dy * dy)
        let scale = (length * (ex * ex + ey * ey)).squareRoot()
        guard length > 0 else { return [] }
        if abs(cross) <= 1e-12 * scale {
            guard abs((a.x - p.x) * dy - (a.y - p.y) * dx) <= 1e-9 * length else { return [] }
            return [a, b].map { (($0.x - p.x) * dx + ($0.y - p.y) * dy) / length }.filter { $0 >= 0 && $0 <= 1 }
        }
        let share = ((a.x - p.x) * ey - (a.y - p.y) * ex) / cross
        let along = ((a.x - p.x) * dy - (a.y - p.y) * dx) / cross
        guard share >= -1e-12, share <= 1 + 1e-12, along >= -1e-12, along <= 1 + 1e-12 else { return [] }
        return [max(0, min(1, share))]
    }

    /// Returns the side of the line on which a point is, by the part of it that is nearest; on the line it is the right.
    func side(_ point: Vertex) -> Side {
        var (best, height) = (Double.infinity, 0.0)
        for (a, b) in sides {
            let distance = CuttingLine.distance(point, a, b)
            let (dx, dy) = (b.x - a.x, b.y - a.y)
            let turn = (dx * (point.y - a.y) - dy * (point.x - a.x)) / (dx * dx + dy * dy).squareRoot()
            // At a corner both parts are as near; the one that the point is more beside of decides.
            let isNearer = distance < best - tolerance || distance < best + tolerance && abs(turn) > abs(height)
            if isNearer { (best, height) = (min(best, distance), turn) }
        }
        return height > tolerance ? .left : .right
    }

    /// Returns the part of the line that a point is on, and `nil` if it is on none.
    func part(at point: Vertex) -> (Vertex, Vertex)? {
        sides.first { CuttingLine.distance(point, $0, $1) <= tolerance * 100 }
    }

    private static func distance(_ point: Vertex, _ a: Vertex, _ b: Vertex) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = dx * dx + dy * dy
        let along = length == 0 ? 0 : max(0, min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length))
        let (x, y) = (point.x - a.x - along * dx, point.y - a.y - along * dy)
        return (x * x + y * y).squareRoot()
    }

    /// Returns the nearest point at which a ray meets the line, not at its beginning; `nil` if it does not.
    func hit(from start: Vertex, away from: Vertex) -> Vertex? {
        let (dx, dy) = (start.x - from.x, start.y - from.y)
        var best = Double.infinity
        for (a, b) in sides {
            let (ex, ey) = (b.x - a.x, b.y - a.y)
            let cross = dx * ey - dy * ex
            guard cross != 0 else { continue }
            let share = ((a.x - start.x) * ey - (a.y - start.y) * ex) / cross
            let along = ((a.x - start.x) * dy - (a.y - start.y) * dx) / cross
            if share > 1e-12, along >= -1e-12, along <= 1 + 1e-12 { best = min(best, share) }
        }
        return best.isFinite ? Vertex(x: start.x + dx * best, y: start.y + dy * best) : nil
    }
}
