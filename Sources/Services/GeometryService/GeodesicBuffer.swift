// SPDX-License-Identifier: Apache-2.0

import Formats

/// What is within a geodesic distance of a geometry in degrees.
struct GeodesicBuffer {
    private let geodesic: Geodesic
    private let meters: Double

    /// Degrees between the directions of the corners of a circle.
    private static let turn = 3.0
    /// A side is as it is between positions of about this distance.
    private static let step = 50_000.0
    private static let most = 2000

    init(_ geodesic: Geodesic, _ meters: Double) { (self.geodesic, self.meters) = (geodesic, meters) }

    /// Returns the area between -180 and 180 degrees; `nil` if it cannot be made.
    func around(_ geometry: Geometry, _ type: GeometryType) -> Geometry? {
        let outline = geometry.outline(dimension: type.dimension)
        guard meters != 0 else { return type.dimension == 2 ? geometry : nothing }
        var areas: [Geometry] = []
        if type.dimension == 0 {
            for point in outline.parts.joined() where meters > 0 { areas += shapes(circle(point)) }
        } else {
            for part in outline.parts {
                for (one, other) in zip(part, part.dropFirst()) { areas += capsules(one, other) }
            }
        }
        guard let rim = Geometry.collected(areas)?.dissolved() else { return meters < 0 ? nothing : nil }
        guard type.dimension == 2 else { return meters > 0 ? rim : nothing }
        return meters > 0 ? geometry.union(rim) : geometry.difference(rim)
    }

    /// An area that is empty.
    private var nothing: Geometry? {
        let dot = Geometry(Outline(.point, [[Vertex(x: 0, y: 0)]]))
        return dot?.buffered(-1)
    }

    private func circle(_ center: Vertex) -> [Vertex] {
        arc(center, 0, 360).dropLast() + [geodesic.direct(center, 0, abs(meters)).position]
    }

    /// Returns the positions at the distance, from one direction to another, clockwise.
    private func arc(_ center: Vertex, _ from: Double, _ to: Double) -> [Vertex] {
        guard (to - from).isFinite else { return [center] }
        let count = Int(((to - from) / Self.turn).rounded(.up))
        return (0...count).map { number in
            geodesic.direct(center, from + (to - from) * Double(number) / Double(count), abs(meters)).position
        }
    }

    /// Returns what is within the distance of a side: its positions, joined by geodesics, each pair with half a circle
    /// at both ends.
    private func capsules(_ one: Vertex, _ other: Vertex) -> [Geometry] {
        let length = geodesic.inverse(one, other).meters
        let count = Int(within: min(Double(Self.most), max(1, (length / Self.step).rounded(.up))))
        return (0..<count).flatMap { number -> [Geometry] in
            let start = one.between(other, Double(number) / Double(count))
            let end = one.between(other, Double(number + 1) / Double(count))
            let (distance, azimuth) = geodesic.inverse(start, end)
            guard distance > 0 else { return shapes(circle(start)) }
            let (tip, there) = geodesic.direct(start, azimuth, distance)
            let steps = max(1, Int(within: min(8, (distance / 10_000).rounded(.up))))
            var (left, right): ([Vertex], [Vertex]) = ([], [])
            for step in stride(from: 1, to: steps, by: 1) {
                let (middle, heading) = geodesic.direct(start, azimuth, distance * Double(step) / Double(steps))
                left.append(geodesic.direct(middle, heading - 90, abs(meters)).position)
                right.append(geodesic.direct(middle, heading + 90, abs(meters)).position)
            }
            let ring =
                arc(start, azimuth + 90, azimuth + 270) + left + arc(tip, there - 90, there + 90) + right.reversed()
            return shapes(ring + ring.prefix(1))
        }
    }

    /// Returns a ring as areas between -180 and 180 degrees. One around a pole goes along the edge of the plane.
    private func shapes(_ ring: [Vertex]) -> [Geometry] {
        // Of coordinates that overflow nothing is near, and no step from one turn to the next would come to an end.
        guard ring.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return [] }
        var line: [Vertex] = []
        var shift = 0.0
        for vertex in ring {
            if let last = line.last {
                shift += ((last.x - vertex.x - shift) / 360).rounded() * 360
            }
            line.append(Vertex(x: vertex.x + shift, y: vertex.y))
        }
        guard let first = line.first, let last = line.last else { return [] }
        if abs(last.x - first.x) > 180 {
            let pole = line.reduce(0) { $0 + $1.y } > 0 ? 90.0 : -90.0
            line += [Vertex(x: last.x, y: pole), Vertex(x: first.x, y: pole), first]
        }
        let xs = line.map(\.x)
        guard let low = xs.min(), let high = xs.max() else { return [] }
        if low >= -180, high <= 180 { return Geometry(Outline(.polygon, [clockwise(line)])).map { [$0] } ?? [] }
        let world = [
            Vertex(x: -180, y: -90), Vertex(x: -180, y: 90), Vertex(x: 180, y: 90), Vertex(x: 180, y: -90),
            Vertex(x: -180, y: -90),
        ]
        guard let frame = Geometry(Outline(.polygon, [world])) else { return [] }
        return stride(from: ((low - 180) / 360).rounded(.up), through: ((high + 180) / 360).rounded(.down), by: 1)
            .compactMap { turn in
                let moved = line.map { Vertex(x: $0.x - turn * 360, y: $0.y) }
                return Geometry(Outline(.polygon, [clockwise(moved)]))?.intersection(frame)
            }
    }

    private func clockwise(_ ring: [Vertex]) -> [Vertex] { Outline.area(ring) > 0 ? ring.reversed() : ring }
}
