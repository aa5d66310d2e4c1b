// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Distances on a spherical earth, accurate to half a percent, which suffices for proximity.
enum Sphere {
    private static let radius = 6_371_008.8

    /// Returns the meters between two points in degrees, by the haversine formula.
    static func meters(_ one: (x: Double, y: Double), _ other: (x: Double, y: Double)) -> Double {
        func half(_ degrees: Double) -> Double { sin(degrees * .pi / 360) }
        let (dy, dx) = (half(other.y - one.y), half(other.x - one.x))
        let part = dy * dy + cos(one.y * .pi / 180) * cos(other.y * .pi / 180) * dx * dx
        return 2 * radius * asin(min(1, part.squareRoot()))
    }
}
