// SPDX-License-Identifier: Apache-2.0

import Formats

/// `buffer`: what is within distances. Without bufferSR it is computed in outSR, without that in inSR; a length in
/// degrees is geodesic (documented).
enum BufferOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let list = try request.shapes("geometries")
        let distances = try distances(request)
        let (inside, output, own) = (
            try request.reference("inSR"), try request.reference("outSR"), try request.reference("bufferSR")
        )
        let source = inside ?? output ?? own ?? .wgs84
        let plane = own ?? output ?? source
        let target = output ?? own ?? source
        // Distances in no unit are in that of bufferSR, and without it in that of inSR (documented).
        let unit = try request.unit("unit") ?? (own ?? source).unit
        let isGeodesic =
            request.given("geodesic").map { ASCII.equal($0, "true") } ?? (plane.isGeographic && unit.isLinear)
        let wide = isGeodesic || plane.isGeographic && unit.isLinear
        guard unit.isLinear || plane.isGeographic && !wide else { throw request.wrongUnit("unit", plane) }
        guard list.shapes.count * distances.count <= 10_000 else {
            throw request.tooMany("buffers", list.shapes.count * distances.count, 10_000)
        }
        var results: [Shape] = []
        for distance in distances {
            var areas: [Geometry] = []
            for shape in list.shapes {
                if wide {
                    areas.append(try geodesic(shape, distance * unit.size, source, plane, request))
                } else {
                    areas.append(try planar(shape, distance * unit.size / plane.unit.size, source, plane, request))
                }
            }
            if request.isTrue("unionresults"), let all = Geometry.collected(areas) {
                areas = [try request.solved(all.dissolved(), "geometries")]
            }
            for area in areas { results.append(try projected(area, plane, target, inDegrees: wide, request)) }
        }
        return Shaping.list(results)
    }

    private static func distances(_ request: ServiceRequest) throws(ServiceError) -> [Double] {
        guard let text = request.given("distances") else { throw request.missingShape("distances") }
        let bare = text.filter { !"[]".contains($0) }
        let numbers = bare.split(separator: ",").map { Double(ASCII.trimmed($0)) }
        let distances = numbers.compactMap { $0 }.filter(\.isFinite)
        guard !distances.isEmpty, distances.count == numbers.count else {
            throw request.badShape("distances", text, "numbers, separated by commas")
        }
        return distances
    }

    private static func planar(
        _ shape: Shape, _ distance: Double, _ source: SpatialReference, _ plane: SpatialReference,
        _ request: ServiceRequest
    ) throws(ServiceError) -> Geometry {
        guard let outline = source.project(shape.outline, to: plane) else {
            throw request.unprojectable(source, plane)
        }
        let geometry = try request.simple(Shape(outline), "geometries")
        return try request.solved(geometry.buffered(distance), "geometries")
    }

    private static func geodesic(
        _ shape: Shape, _ meters: Double, _ source: SpatialReference, _ plane: SpatialReference,
        _ request: ServiceRequest
    ) throws(ServiceError) -> Geometry {
        guard let geodesic = plane.geodesic else { throw request.noGeodesics() }
        guard let outline = source.project(shape.outline, to: plane).flatMap(plane.degrees) else {
            throw request.unprojectable(source, plane)
        }
        let area = try request.simple(Shape(outline), "geometries")
        let buffer = GeodesicBuffer(geodesic, meters)
        guard let made = buffer.around(area, outline.type) else { throw request.tangled("geometries") }
        return made
    }

    /// Returns an area of the plane, or of degrees of its datum, in the spatial reference of the answer.
    private static func projected(
        _ area: Geometry, _ plane: SpatialReference, _ target: SpatialReference, inDegrees: Bool,
        _ request: ServiceRequest
    ) throws(ServiceError) -> Shape {
        let outline = area.outline(dimension: 2)
        let placed = inDegrees ? plane.undegrees(outline) : outline
        guard let projected = placed.flatMap({ plane.project($0, to: target) }) else {
            throw request.unprojectable(plane, target)
        }
        return Shape(projected)
    }
}
