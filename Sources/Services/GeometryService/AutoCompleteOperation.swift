// SPDX-License-Identifier: Apache-2.0

import Formats

/// `autoComplete`: the areas that the polylines enclose together with the sides of the polygons, without those that the
/// polygons cover.
enum AutoCompleteOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let polygons = request.given("polygons") == nil ? nil : try request.shapes("polygons")
        let polylines = try request.shapes("polylines", [.polyline])
        _ = try request.reference("sr")
        var areas: [Geometry] = []
        for shape in polygons?.shapes ?? [] {
            guard shape.type == .polygon else {
                throw request.badShape("polygons", "no polygon", "esriGeometryPolygon")
            }
            areas.append(try request.simple(shape, "polygons"))
        }
        let drawn = polylines.shapes.flatMap(\.outline.parts)
        let lines = try request.simple(Shape(Outline(.polyline, drawn)), "polylines")
        let covered = Geometry.collected(areas)?.dissolved()
        let sides = areas.compactMap { $0.boundary() } + [lines]
        let noded = try request.solved(Geometry.collected(sides)?.dissolved(), "polylines")
        let faces = try request.solved(noded.enclosed(), "polylines").pieces
        let guide = CuttingLine(Outline(.polyline, drawn))
        let gaps = faces.filter { face in
            guard let point = face.inner(), covered.map({ !$0.covers(point) }) ?? true else { return false }
            return face.outline(dimension: 2).parts.contains { ring in
                zip(ring, ring.dropFirst()).contains { guide.part(at: $0.between($1, 0.5)) != nil }
            }
        }
        return Shaping.list(gaps.map { Shape($0.outline(dimension: 2)) })
    }
}
