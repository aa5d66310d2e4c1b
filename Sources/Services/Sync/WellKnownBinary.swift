// SPDX-License-Identifier: Apache-2.0

import Formats

/// Geometries of Esri JSON as well-known binary (OGC 06-103r4), in two dimensions.
enum WellKnownBinary {
    /// Returns the bytes of a geometry, or `nil` if it has no coordinates.
    static func bytes(_ geometry: JSON) -> [UInt8]? {
        if let x = geometry["x"]?.double, let y = geometry["y"]?.double { return head(1) + number(x) + number(y) }
        if let points = geometry["points"]?.elements {
            return head(4) + count(points.count) + points.flatMap { head(1) + position($0) }
        }
        if let paths = geometry["paths"]?.elements {
            return head(5) + count(paths.count) + paths.flatMap { head(2) + line($0) }
        }
        if let rings = geometry["rings"]?.elements { return head(3) + count(rings.count) + rings.flatMap(line) }
        return nil
    }

    private static func line(_ json: JSON) -> [UInt8] {
        let positions = json.elements ?? []
        return count(positions.count) + positions.flatMap(position)
    }

    private static func position(_ json: JSON) -> [UInt8] {
        number(json[0]?.double ?? 0) + number(json[1]?.double ?? 0)
    }

    /// The byte order, least significant first, and the type.
    private static func head(_ type: UInt8) -> [UInt8] { [1, type, 0, 0, 0] }

    private static func count(_ number: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func number(_ value: Double) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt64($0))) }
    }
}
