// SPDX-License-Identifier: Apache-2.0

import Formats

/// `reshape`: the part between the first and the last point at which the reshaper meets a line, or a ring, is replaced by
/// the reshaper's. Of a ring the larger of both possible areas remains. What it does not meet twice stays as it is
/// (inferred).
enum ReshapeOperation {
    private static let mostPairs = 20_000_000

    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        var shape = try request.shape("target")
        guard shape.type == .polyline || shape.type == .polygon else {
            throw request.badShape("target", "no polyline or polygon", "esriGeometryPolyline or esriGeometryPolygon")
        }
        let line = try request.line("reshaper").outline
        _ = try request.reference("sr")
        let count = shape.outline.parts.reduce(0) { $0 + $1.count } * line.parts.reduce(0) { $0 + $1.count }
        guard count <= mostPairs else { throw request.tooMany("pairs of sides", count, mostPairs) }
        guard line.parts.count == 1, let path = line.parts.first else {
            throw request.badShape("reshaper", "\(line.parts.count) paths", "one path")
        }
        let isArea = shape.outline.type == .polygon
        shape.outline.parts = shape.outline.parts.map { part in reshaped(part, path, isArea) ?? part }
        return Shaping.one(shape)
    }

    private static func reshaped(_ part: [Vertex], _ path: [Vertex], _ isArea: Bool) -> [Vertex]? {
        // Where the reshaper meets the part, in its own order: the first and the last of these.
        let target = CuttingLine(Outline(.polyline, [part]))
        let inside = target.split(path)
        guard !inside.isEmpty else { return nil }
        let between = inside.dropFirst(target.part(at: path[0]) == nil ? 1 : 0)
            .dropLast(target.part(at: path[path.count - 1]) == nil ? 1 : 0)
        let patch = between.reduce(into: [Vertex]()) { whole, piece in
            whole += whole.isEmpty ? piece.path : Array(piece.path.dropFirst())
        }
        guard let first = patch.first, let last = patch.last, patch.count > 1,
            let start = place(first, part, target), let end = place(last, part, target), start != end
        else { return nil }
        let (low, high) = (min(start, end), max(start, end))
        let inner = start < end ? patch : patch.reversed()
        let before = Array(part.prefix(Int(low) + 1)).filter { $0 != inner.first }
        let after = Array(part.suffix(from: min(part.count, Int(high) + 1))).filter { $0 != inner.last }
        let outer = before + inner + after
        guard isArea else { return outer }
        // The other ring: along the part between both points, and back on the reshaper.
        let middle = Array(part[min(part.count, Int(low) + 1)..<min(part.count, Int(high) + 1)])
        let other = closed([inner[0]] + middle + inner.reversed())
        let one = closed(outer)
        return abs(Outline.area(one)) >= abs(Outline.area(other)) ? one : other
    }

    /// Returns where on a part a point is: the number of its side, and the share of it.
    private static func place(_ point: Vertex, _ part: [Vertex], _ target: CuttingLine) -> Double? {
        for index in 0..<(part.count - 1) {
            let (a, b) = (part[index], part[index + 1])
            let (dx, dy) = (b.x - a.x, b.y - a.y)
            let length = dx * dx + dy * dy
            guard length > 0 else { continue }
            let share = ((point.x - a.x) * dx + (point.y - a.y) * dy) / length
            let off = abs((point.x - a.x) * dy - (point.y - a.y) * dx) / length.squareRoot()
            if share >= -1e-9, share <= 1 + 1e-9, off <= target.tolerance * 100 {
                return Double(index) + max(0, min(1, share))
            }
        }
        return nil
    }

    private static func closed(_ ring: [Vertex]) -> [Vertex] {
        guard let first = ring.first, let last = ring.last, first.x != last.x || first.y != last.y else { return ring }
        return ring + [first]
    }
}
