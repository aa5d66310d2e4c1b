// SPDX-License-Identifier: Apache-2.0

import Formats
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The universal grids of WGS 84: UTM between 80° south and 84° north, UPS at the poles (DMA TM 8358.1, 8358.2).
struct UniversalGrid: Sendable, Hashable {
    /// 1 to 60; 0: UPS.
    var zone: Int
    var isNorth: Bool
    var easting: Double
    var northing: Double

    private static let radius = 6_378_137.0
    private static let flattening = 1 / 298.257_223_563
    private static let scale = 0.9996

    init(zone: Int, isNorth: Bool, easting: Double, northing: Double) {
        (self.zone, self.isNorth, self.easting, self.northing) = (zone, isNorth, easting, northing)
    }

    /// Returns the place of a position in degrees, in a zone or in that which it is in.
    init(longitude: Double, latitude: Double, zone: Int? = nil) {
        isNorth = latitude >= 0
        self.zone = zone ?? UniversalGrid.zone(longitude, latitude)
        guard self.zone > 0 else {
            (easting, northing) = UniversalGrid.polar(longitude, latitude)
            return
        }
        let middle = Double(self.zone) * 6 - 183
        let turn = (longitude - middle + 540).truncatingRemainder(dividingBy: 360) - 180
        let place = UniversalGrid.mercator(turn, latitude)
        easting = place.x + 500_000
        northing = place.y + (isNorth ? 0 : 10_000_000)
    }

    /// The zone of a position, with those that are wider around Norway; 0 at the poles.
    static func zone(_ longitude: Double, _ latitude: Double) -> Int {
        guard latitude >= -80, latitude < 84 else { return 0 }
        let turned = (longitude + 180).truncatingRemainder(dividingBy: 360)
        let east = turned < 0 ? turned + 360 : turned
        let zone = min(60, Int(within: min(60, east / 6)) + 1)
        if latitude >= 56, latitude < 64, zone == 31, east >= 183 { return 32 }
        if latitude >= 72 {
            switch east - 180 {
            case 0..<9: return 31
            case 9..<21: return 33
            case 21..<33: return 35
            case 33..<42: return 37
            default: return zone
            }
        }
        return zone
    }

    /// The position in degrees.
    var degrees: (longitude: Double, latitude: Double) {
        guard zone > 0 else { return UniversalGrid.unpolar(easting, northing, isNorth) }
        let place = UniversalGrid.unmercator(easting - 500_000, northing - (isNorth ? 0 : 10_000_000))
        let longitude = place.longitude + Double(zone) * 6 - 183
        return (longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude, place.latitude)
    }

    // MARK: Mercator

    private static let third = flattening / (2 - flattening)
    /// The radius of a sphere with meridians of the same length, and the series of Krüger to the sixth power.
    private static let rectifying: Double = {
        let n = third
        return radius / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64 + pow(n, 6) / 256)
    }()
    private static let forward: [Double] = {
        let n = third
        return [
            n / 2 - 2 * pow(n, 2) / 3 + 5 * pow(n, 3) / 16 + 41 * pow(n, 4) / 180 - 127 * pow(n, 5) / 288
                + 7891 * pow(n, 6) / 37800,
            13 * pow(n, 2) / 48 - 3 * pow(n, 3) / 5 + 557 * pow(n, 4) / 1440 + 281 * pow(n, 5) / 630
                - 1_983_433 * pow(n, 6) / 1_935_360,
            61 * pow(n, 3) / 240 - 103 * pow(n, 4) / 140 + 15061 * pow(n, 5) / 26880 + 167_603 * pow(n, 6) / 181_440,
            49561 * pow(n, 4) / 161_280 - 179 * pow(n, 5) / 168 + 6_601_661 * pow(n, 6) / 7_257_600,
            34729 * pow(n, 5) / 80640 - 3_418_889 * pow(n, 6) / 1_995_840, 212_378_941 * pow(n, 6) / 319_334_400,
        ]
    }()
    private static let backward: [Double] = {
        let n = third
        return [
            n / 2 - 2 * pow(n, 2) / 3 + 37 * pow(n, 3) / 96 - pow(n, 4) / 360 - 81 * pow(n, 5) / 512
                + 96199 * pow(n, 6) / 604_800,
            pow(n, 2) / 48 + pow(n, 3) / 15 - 437 * pow(n, 4) / 1440 + 46 * pow(n, 5) / 105
                - 1_118_711 * pow(n, 6) / 3_870_720,
            17 * pow(n, 3) / 480 - 37 * pow(n, 4) / 840 - 209 * pow(n, 5) / 4480 + 5569 * pow(n, 6) / 90720,
            4397 * pow(n, 4) / 161_280 - 11 * pow(n, 5) / 504 - 830_251 * pow(n, 6) / 7_257_600,
            4583 * pow(n, 5) / 161_280 - 108_847 * pow(n, 6) / 3_991_680, 20_648_693 * pow(n, 6) / 638_668_800,
        ]
    }()
    private static let eccentricity = (flattening * (2 - flattening)).squareRoot()

    private static func mercator(_ turn: Double, _ latitude: Double) -> (x: Double, y: Double) {
        let (lambda, phi) = (turn * .pi / 180, latitude * .pi / 180)
        let tangent = tan(phi)
        let sigma = sinh(eccentricity * atanh(eccentricity * tangent / (1 + tangent * tangent).squareRoot()))
        let conformal = tangent * (1 + sigma * sigma).squareRoot() - sigma * (1 + tangent * tangent).squareRoot()
        let xi = atan2(conformal, cos(lambda))
        let eta = asinh(sin(lambda) / (conformal * conformal + cos(lambda) * cos(lambda)).squareRoot())
        var (x, y) = (eta, xi)
        for (index, factor) in forward.enumerated() {
            let times = 2 * Double(index + 1)
            x += factor * cos(times * xi) * sinh(times * eta)
            y += factor * sin(times * xi) * cosh(times * eta)
        }
        return (x * rectifying * scale, y * rectifying * scale)
    }

    private static func unmercator(_ x: Double, _ y: Double) -> (longitude: Double, latitude: Double) {
        let (eta, xi) = (x / (rectifying * scale), y / (rectifying * scale))
        var (a, b) = (xi, eta)
        for (index, factor) in backward.enumerated() {
            let times = 2 * Double(index + 1)
            a -= factor * sin(times * xi) * cosh(times * eta)
            b -= factor * cos(times * xi) * sinh(times * eta)
        }
        let conformal = sin(a) / (sinh(b) * sinh(b) + cos(a) * cos(a)).squareRoot()
        return (atan2(sinh(b), cos(a)) * 180 / .pi, latitude(conformal) * 180 / .pi)
    }

    /// Returns the latitude with a conformal one's tangent (Newton).
    private static func latitude(_ conformal: Double) -> Double {
        var tangent = conformal
        for _ in 0..<6 {
            let root = (1 + tangent * tangent).squareRoot()
            let sigma = sinh(eccentricity * atanh(eccentricity * tangent / root))
            let here = tangent * (1 + sigma * sigma).squareRoot() - sigma * root
            let squared = 1 - eccentricity * eccentricity
            tangent +=
                (conformal - here) / (1 + here * here).squareRoot() * (1 + squared * tangent * tangent)
                / (squared * root)
        }
        return atan(tangent)
    }

    // MARK: The poles

    private static let polarScale: Double = {
        let e = eccentricity
        return 2 * radius * 0.994 / (pow(1 + e, 1 + e) * pow(1 - e, 1 - e)).squareRoot()
    }()

    private static func polar(_ longitude: Double, _ latitude: Double) -> (Double, Double) {
        let (phi, lambda) = (abs(latitude) * .pi / 180, longitude * .pi / 180)
        let e = eccentricity
        let t = tan(.pi / 4 - phi / 2) / pow((1 - e * sin(phi)) / (1 + e * sin(phi)), e / 2)
        let rho = polarScale * t
        let up = rho * cos(lambda)
        return (2_000_000 + rho * sin(lambda), 2_000_000 + (latitude >= 0 ? -up : up))
    }

    private static func unpolar(
        _ easting: Double, _ northing: Double, _ isNorth: Bool
    ) -> (longitude: Double, latitude: Double) {
        let (dx, dy) = (easting - 2_000_000, (northing - 2_000_000) * (isNorth ? -1 : 1))
        let rho = (dx * dx + dy * dy).squareRoot()
        let t = rho / polarScale
        let e = eccentricity
        var phi = Double.pi / 2 - 2 * atan(t)
        for _ in 0..<8 { phi = .pi / 2 - 2 * atan(t * pow((1 - e * sin(phi)) / (1 + e * sin(phi)), e / 2)) }
        return (rho == 0 ? 0 : atan2(dx, dy) * 180 / .pi, (isNorth ? phi : -phi) * 180 / .pi)
    }
}
