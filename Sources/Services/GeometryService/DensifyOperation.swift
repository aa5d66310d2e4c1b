// SPDX-License-Identifier: Apache-2.0

import Formats

/// `densify`: no side is longer than maxSegmentLength. Geodesic lengths are in lengthUnit or meters; others are in the
/// units of the spatial reference, and lengthUnit has no effect (documented).
enum DensifyOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let list = try request.shapes("geometries", [.polyline, .polygon])
        let reference = try request.reference("sr")
        let longest = try request.number("maxSegmentLength")
        guard longest > 0 else {
            throw request.badShape("maxSegmentLength", String(longest), "a number greater than 0")
        }
        var shapes: [Shape] = []
        var count = 0
        if request.isTrue("geodesic") {
            let reference = reference ?? .wgs84
            let unit = try request.unit("lengthUnit") ?? (reference.isGeographic ? .meter : reference.unit)
            guard unit.isLinear else { throw request.wrongUnit("lengthUnit", reference) }
            for shape in list.shapes {
                shapes.append(try geodesic(shape, longest * unit.size, reference, &count, request))
            }
        } else {
            for shape in list.shapes { shapes.append(try planar(shape, longest, &count, request)) }
        }
        return Shaping.list(list.name, shapes)
    }

    private static func planar(
        _ shape: Shape, _ longest: Double, _ count: inout Int, _ request: ServiceRequest
    ) throws(ServiceError) -> Shape {
        var dense = shape
        for (index, part) in shape.outline.parts.enumerated() {
            var positions = Array(part.prefix(1))
            for (one, other) in zip(part, part.dropFirst()) {
                let (dx, dy) = (other.x - one.x, other.y - one.y)
                let steps = ((dx * dx + dy * dy).squareRoot() / longest).rounded(.up)
                count += try bounded(steps, count, request)
                for step in stride(from: 1, to: max(1, Int(steps)), by: 1) {
                    positions.append(one.between(other, Double(step) / steps))
                }
                positions.append(other)
            }
            dense.outline.parts[index] = positions
        }
        return dense
    }

    private static func geodesic(
        _ shape: Shape, _ longest: Double, _ reference: SpatialReference, _ count: inout Int, _ request: ServiceRequest
    ) throws(ServiceError) -> Shape {
        guard let geodesic = reference.geodesic else { throw request.noGeodesics() }
        guard let degrees = reference.degrees(shape.outline) else { throw request.unprojectable(reference, .wgs84) }
        var dense = degrees
        for (index, part) in degrees.parts.enumerated() {
            var positions = Array(part.prefix(1))
            for (one, other) in zip(part, part.dropFirst()) {
                let steps = (geodesic.inverse(one, other).meters / longest).rounded(.up)
                count += try bounded(steps, count, request)
                positions += geodesic.between(one, other, step: longest, most: ServiceRequest.mostPositions)
                positions.append(other)
            }
            dense.parts[index] = positions
        }
        guard let projected = reference.undegrees(dense) else { throw request.unprojectable(.wgs84, reference) }
        return Shape(projected)
    }

    private static func bounded(
        _ steps: Double, _ count: Int, _ request: ServiceRequest
    ) throws(ServiceError) -> Int {
        let most = ServiceRequest.mostPositions * 5
        guard steps + Double(count) < Double(most) else { throw request.tooMany("positions of the answer", most, most) }
        return max(1, Int(steps))
    }
}

extension Vertex {
    /// Returns the position a share of the way to another.
    func between(_ other: Vertex, _ share: Double) -> Vertex {
        Vertex(
            x: x + (other.x - x) * share, y: y + (other.y - y) * share, z: z + (other.z - z) * share,
            m: m + (other.m - m) * share)
    }
}
