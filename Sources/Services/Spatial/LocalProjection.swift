// SPDX-License-Identifier: Apache-2.0

import Formats
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A projection for distances on the ground around a location: azimuthal equidistant, on a sphere that fits the WGS 84
/// ellipsoid at that latitude. Distances from the location are accurate to a few thousandths.
struct LocalProjection: Sendable {
    let distance: Double
    private let reference: SpatialReference
    private let longitude: Double
    private let latitude: Double
    private let radius: Double

    init?(_ distance: Double, around envelope: Envelope, _ reference: SpatialReference) {
        self.distance = distance
        self.reference = reference
        guard case .other = reference else {
            guard let box = reference.project(envelope, to: .wgs84) else { return nil }
            (longitude, latitude) = ((box.xmin + box.xmax) / 2, (box.ymin + box.ymax) / 2)
            let (major, squared) = (6_378_137.0, 0.006_694_379_990_141)
            radius = major * (1 - squared).squareRoot() / (1 - squared * pow(sin(latitude * .pi / 180), 2))
            return
        }
        // Other spatial references are treated as planar, with meters as units.
        (longitude, latitude, radius) = (0, 0, 0)
    }

    /// Returns a geometry of the layer's spatial reference in meters around the location.
    func flat(_ geometry: JSON) -> JSON {
        switch reference {
        case .wgs84: Mercator.moved(geometry, project)
        case .webMercator: Mercator.moved(Mercator.unproject(geometry), project)
        case .other: geometry
        }
    }

    private func project(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
        let (a, b, turn) = (latitude * .pi / 180, y * .pi / 180, (x - longitude) * .pi / 180)
        let cosine = max(-1, min(1, sin(a) * sin(b) + cos(a) * cos(b) * cos(turn)))
        let angle = acos(cosine)
        let scale = radius * (angle < 1e-12 ? 1 : angle / sin(angle))
        return (scale * cos(b) * sin(turn), scale * (cos(a) * sin(b) - sin(a) * cos(b) * cos(turn)))
    }

    /// Returns rectangles in the layer's spatial reference that contain everything within the distance, also across the
    /// 180th meridian.
    func boxes(around envelope: Envelope) -> [Envelope] {
        let box = widened(envelope)
        let turn: Double
        switch reference {
        case .wgs84: turn = 360
        case .webMercator: turn = 2 * .pi * 6_378_137
        case .other: return [box]
        }
        return [0, -turn, turn].map { shift in
            Envelope(xmin: box.xmin + shift, ymin: box.ymin, xmax: box.xmax + shift, ymax: box.ymax)
        }
    }

    /// Returns a rectangle enlarged by the distance and a margin.
    private func widened(_ envelope: Envelope) -> Envelope {
        if case .other = reference {
            return Envelope(
                xmin: envelope.xmin - distance, ymin: envelope.ymin - distance, xmax: envelope.xmax + distance,
                ymax: envelope.ymax + distance)
        }
        guard var box = reference.project(envelope, to: .wgs84) else { return envelope }
        let high = distance / 110_000
        let top = min(89.9, max(abs(box.ymin - high), abs(box.ymax + high)))
        let wide = min(360, high / cos(top * .pi / 180))
        box = Envelope(
            xmin: box.xmin - wide, ymin: max(-90, box.ymin - high), xmax: box.xmax + wide,
            ymax: min(90, box.ymax + high))
        if reference == .webMercator { (box.ymin, box.ymax) = (max(-89.9, box.ymin), min(89.9, box.ymax)) }
        return SpatialReference.wgs84.project(box, to: reference) ?? box
    }
}
