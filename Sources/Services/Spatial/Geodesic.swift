// SPDX-License-Identifier: Apache-2.0

internal import CPROJ

/// Distances, directions and areas on an ellipsoid, by the geodesics of PROJ (Karney 2013). Positions are degrees.
@safe struct Geodesic: @unchecked Sendable {
    private let library: UnsafePointer<mp_proj>
    private let ellipsoid: geod_geodesic

    /// `nil` if PROJ is not installed.
    init?(semimajor: Double = 6_378_137, flattening: Double = 1 / 298.257_223_563) {
        guard let library = unsafe mp_proj_library() else { return nil }
        var ellipsoid = geod_geodesic()
        unsafe library.pointee.geod_init(&ellipsoid, semimajor, flattening)
        unsafe self.library = unsafe library
        self.ellipsoid = ellipsoid
    }

    /// Why there is none.
    static var failure: String { unsafe String(cString: mp_proj_failure()) }

    /// Returns the meters between two positions, and the direction at the first: degrees clockwise from the north.
    func inverse(_ one: Vertex, _ other: Vertex) -> (meters: Double, azimuth: Double) {
        var (meters, azimuth, end) = (0.0, 0.0, 0.0)
        unsafe withUnsafePointer(to: ellipsoid) { ellipsoid in
            unsafe library.pointee.geod_inverse(ellipsoid, one.y, one.x, other.y, other.x, &meters, &azimuth, &end)
        }
        return (meters, azimuth)
    }

    /// Returns the position at a distance in a direction, and the direction there.
    func direct(_ from: Vertex, _ azimuth: Double, _ meters: Double) -> (position: Vertex, azimuth: Double) {
        var (latitude, longitude, end) = (0.0, 0.0, 0.0)
        unsafe withUnsafePointer(to: ellipsoid) { ellipsoid in
            unsafe library.pointee.geod_direct(
                ellipsoid, from.y, from.x, azimuth, meters, &latitude, &longitude, &end)
        }
        return (Vertex(x: longitude, y: latitude), end)
    }

    /// Returns the length of a line whose positions are joined by geodesics.
    func length(_ line: [Vertex]) -> Double {
        zip(line, line.dropFirst()).reduce(0) { $0 + inverse($1.0, $1.1).meters }
    }

    /// Returns the area of a ring whose positions are joined by geodesics, positive for a counterclockwise one.
    func area(_ ring: [Vertex]) -> Double {
        var polygon = geod_polygon()
        unsafe library.pointee.geod_polygon_init(&polygon, 0)
        let open = ring.first == ring.last ? ring.dropLast() : ring[...]
        var (area, length) = (0.0, 0.0)
        unsafe withUnsafePointer(to: ellipsoid) { ellipsoid in
            for vertex in open {
                unsafe library.pointee.geod_polygon_addpoint(ellipsoid, &polygon, vertex.y, vertex.x)
            }
            _ = unsafe library.pointee.geod_polygon_compute(ellipsoid, &polygon, 0, 1, &area, &length)
        }
        return area
    }

    /// Returns the positions between two, on the geodesic, in steps no longer than a distance.
    func between(_ one: Vertex, _ other: Vertex, step: Double, most: Int) -> [Vertex] {
        let (meters, azimuth) = inverse(one, other)
        guard meters > step, step > 0, meters.isFinite else { return [] }
        let count = Int(min((meters / step).rounded(.up), Double(most)))
        return (1..<max(1, count)).map { number in
            var position = direct(one, azimuth, meters * Double(number) / Double(count)).position
            // As far around as the line that it is on.
            let turns = ((one.x + (other.x - one.x) * Double(number) / Double(count) - position.x) / 360).rounded()
            position.x += turns * 360
            return position
        }
    }
}
