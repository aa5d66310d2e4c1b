// SPDX-License-Identifier: Apache-2.0

import Formats
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A projection for distances on the ground around a location: azimuthal equidistant. From WGS 84 and Web Mercator it is
/// on a sphere that fits the ellipsoid at that latitude, and distances from the location are accurate to a few
/// thousandths; from other systems PROJ projects on their own ellipsoid.
struct LocalProjection: Sendable {
    let distance: Double
    private let way: Way

    private enum Way: Sendable {
        case sphere(Sphere)
        case proj(
            there: Transformation, toGeographic: Transformation, back: Transformation, angle: Double, turn: Double?)
        /// A layer in a system that nobody knows: meters in the plane.
        case plane
    }

    private struct Sphere: Sendable {
        var isMercator: Bool
        var longitude: Double
        var latitude: Double
        var radius: Double

        func project(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
            let (a, b, turn) = (latitude * .pi / 180, y * .pi / 180, (x - longitude) * .pi / 180)
            let cosine = max(-1, min(1, sin(a) * sin(b) + cos(a) * cos(b) * cos(turn)))
            let angle = acos(cosine)
            let scale = radius * (angle < 1e-12 ? 1 : angle / sin(angle))
            return (scale * cos(b) * sin(turn), scale * (cos(a) * sin(b) - sin(a) * cos(b) * cos(turn)))
        }
    }

    init?(_ distance: Double, around envelope: Envelope, _ reference: SpatialReference) {
        self.distance = distance
        switch reference.horizontal {
        case .wgs84, .webMercator:
            guard let box = reference.horizontal.project(envelope, to: .wgs84) else { return nil }
            let latitude = (box.ymin + box.ymax) / 2
            let (major, squared) = (6_378_137.0, 0.006_694_379_990_141)
            let radius = major * (1 - squared).squareRoot() / (1 - squared * pow(sin(latitude * .pi / 180), 2))
            way = .sphere(
                Sphere(
                    isMercator: reference.horizontal == .webMercator, longitude: (box.xmin + box.xmax) / 2,
                    latitude: latitude, radius: radius))
        case .other:
            guard let system = reference.system else {
                way = .plane
                return
            }
            let geographic = ProjectionStep.Recipe.toGeographic(system.key)
            let toGeographic = Transformation([geographic])
            guard let box = toGeographic.project(envelope) else { return nil }
            let degrees = system.angle * 180 / .pi
            let around = ProjectionStep.Recipe.around(
                longitude: (box.xmin + box.xmax) / 2 * degrees, latitude: (box.ymin + box.ymax) / 2 * degrees,
                system.ellipsoid, angle: system.angle)
            way = .proj(
                there: Transformation([geographic, around]), toGeographic: toGeographic,
                back: Transformation([.fromGeographic(system.key)]), angle: system.angle,
                turn: system.isGeographic ? 2 * .pi / system.angle : nil)
        }
    }

    /// Returns a geometry of the layer's spatial reference in meters around the location.
    func flat(_ geometry: JSON) -> JSON {
        switch way {
        case .sphere(let sphere):
            Mercator.moved(sphere.isMercator ? Mercator.unproject(geometry) : geometry, sphere.project)
        case .proj(let there, _, _, _, _): there.project(geometry.outlined)
        case .plane: geometry
        }
    }

    /// Returns rectangles in the layer's spatial reference that contain everything within the distance, also across the
    /// 180th meridian.
    func boxes(around envelope: Envelope) -> [Envelope] {
        let turn: Double
        let box: Envelope
        switch way {
        case .sphere(let sphere):
            turn = sphere.isMercator ? 2 * .pi * Mercator.radius : 360
            let reference = sphere.isMercator ? SpatialReference.webMercator : .wgs84
            guard var wide = reference.project(envelope, to: .wgs84) else { return [envelope] }
            widen(&wide, angle: .pi / 180)
            if sphere.isMercator { (wide.ymin, wide.ymax) = (max(-89.9, wide.ymin), min(89.9, wide.ymax)) }
            box = SpatialReference.wgs84.project(wide, to: reference) ?? wide
        case .proj(_, let toGeographic, let back, let angle, let round):
            guard var wide = toGeographic.project(envelope) else { return [LocalProjection.everything] }
            widen(&wide, angle: angle)
            // Where a corner has no place in the system, every row is tested.
            guard let projected = round == nil ? back.project(wide) : wide else { return [LocalProjection.everything] }
            guard let round else { return [projected] }
            (turn, box) = (round, projected)
        case .plane:
            return [
                Envelope(
                    xmin: envelope.xmin - distance, ymin: envelope.ymin - distance, xmax: envelope.xmax + distance,
                    ymax: envelope.ymax + distance)
            ]
        }
        return [0, -turn, turn].map { shift in
            Envelope(xmin: box.xmin + shift, ymin: box.ymin, xmax: box.xmax + shift, ymax: box.ymax)
        }
    }

    private static let everything = Envelope(
        xmin: -.infinity, ymin: -.infinity, xmax: .infinity, ymax: .infinity)

    /// Enlarges a rectangle in geographic coordinates, of so many radians a unit, by the distance and a margin.
    private func widen(_ box: inout Envelope, angle: Double) {
        let degree = .pi / 180 / angle
        let high = distance / 110_000 * degree
        let top = min(89.9 * degree, max(abs(box.ymin - high), abs(box.ymax + high)))
        let wide = min(360 * degree, high / cos(top * angle))
        box = Envelope(
            xmin: box.xmin - wide, ymin: max(-90 * degree, box.ymin - high), xmax: box.xmax + wide,
            ymax: min(90 * degree, box.ymax + high))
    }
}
