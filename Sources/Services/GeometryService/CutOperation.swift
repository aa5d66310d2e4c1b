// SPDX-License-Identifier: Apache-2.0

import Formats

/// `cut`: each target that the cutter crosses, in pieces; cutIndexes names the target of each. A line has what is left of
/// the cutter first, then the rest; an area has a polygon for each piece, those on the left first (documented: the SOAP
/// method Cut). What is not cut has no geometry in the answer.
enum CutOperation {
    private static let mostPairs = 20_000_000

    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let list = try request.shapes("target", [.polyline, .polygon])
        let cutter = CuttingLine(try request.line("cutter").outline)
        _ = try request.reference("sr")
        let pairs = list.count * cutter.count
        guard pairs <= mostPairs else { throw request.tooMany("pairs of sides", pairs, mostPairs) }
        var (shapes, indexes): ([Shape], [JSON]) = ([], [])
        for (index, shape) in list.shapes.enumerated() where !shape.isEmpty {
            let pieces =
                list.type == .polyline
                ? lines(shape, cutter) : try areas(shape, cutter, request)
            shapes += pieces
            indexes += pieces.map { _ in .int(index) }
        }
        return .object([
            .init("geometryType", .string(list.name)), .init("cutIndexes", .array(indexes)),
            .init("geometries", .array(shapes.map(\.json))),
        ])
    }

    private static func lines(_ shape: Shape, _ cutter: CuttingLine) -> [Shape] {
        let pieces = shape.outline.parts.flatMap(cutter.split)
        let left = pieces.filter { $0.side == .left }.map(\.path)
        let right = pieces.filter { $0.side != .left }.map(\.path)
        guard pieces.contains(where: { $0.side != nil }), !left.isEmpty, !right.isEmpty else { return [] }
        return [left, right].map { Shape(Outline(.polyline, $0), hasZ: shape.hasZ, hasM: shape.hasM) }
    }

    private static func areas(
        _ shape: Shape, _ cutter: CuttingLine, _ request: ServiceRequest
    ) throws(ServiceError) -> [Shape] {
        let area = try request.simple(shape, "target")
        let line = try request.simple(Shape(cutter.outline), "cutter")
        let faces = try request.solved(area.boundary()?.union(line)?.enclosed(), "target").pieces
        let inside = faces.filter { face in face.inner().map(area.covers) ?? false }
        guard inside.count > area.pieces.count else { return [] }
        let outlines = inside.map { $0.outline(dimension: 2) }
        let left = outlines.filter { side($0, cutter) == .left }
        let right = outlines.filter { side($0, cutter) != .left }
        let heights = Heights(of: [shape])
        return (left + right).map(heights.shape)
    }

    /// Returns the side of the cutter on which an area is: its rings are clockwise, so it is to the right of their sides.
    private static func side(_ outline: Outline, _ cutter: CuttingLine) -> CuttingLine.Side? {
        for ring in outline.parts {
            for (one, other) in zip(ring, ring.dropFirst()) {
                guard let part = cutter.part(at: one.between(other, 0.5)) else { continue }
                let same = (other.x - one.x) * (part.1.x - part.0.x) + (other.y - one.y) * (part.1.y - part.0.y)
                return same > 0 ? .right : .left
            }
        }
        return nil
    }
}
