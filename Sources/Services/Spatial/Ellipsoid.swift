// SPDX-License-Identifier: Apache-2.0

/// An ellipsoid by its semi-major axis in meters and its inverse flattening, which is 0 for a sphere.
struct Ellipsoid: Sendable, Hashable {
    var radius: Double
    var flattening: Double

    static let wgs84 = Ellipsoid(radius: 6_378_137, flattening: 298.257223563)
}
