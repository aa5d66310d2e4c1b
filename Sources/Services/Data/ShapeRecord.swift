// SPDX-License-Identifier: Apache-2.0

import Formats

/// A record of a shapefile: a shape, or none.
struct ShapeRecord {
    private(set) var geometry: EsriGeometry?
    private(set) var isReadable = false

    /// Reads the content of a record, which begins with the number of its type: 1 a point, 3 lines, 5 areas, 8 points; 10
    /// more with heights and measures, 20 more with measures.
    init(_ bytes: [UInt8], at: Int, length: Int) {
        let type = bytes.number(at: at, bytes: 4)
        let hasZ = (11...18).contains(type)
        switch type {
        case 0: isReadable = true
        case 1, 11, 21:
            guard length >= 20 else { return }
            let z = hasZ && length >= 28 ? ShapeRecord.double(bytes, at + 20) : .nan
            geometry = EsriGeometry(
                Vertex(x: ShapeRecord.double(bytes, at + 4), y: ShapeRecord.double(bytes, at + 12), z: z))
            isReadable = true
        case 8, 18, 28: read(points: bytes, at, length, hasZ)
        case 3, 13, 23: read(parts: bytes, at, length, hasZ, .polyline)
        case 5, 15, 25: read(parts: bytes, at, length, hasZ, .polygon)
        default: return
        }
    }

    private mutating func read(points bytes: [UInt8], _ at: Int, _ length: Int, _ hasZ: Bool) {
        let count = bytes.number(at: at + 36, bytes: 4)
        guard length >= 40, count <= (length - 40) / 16 else { return }
        geometry = EsriGeometry(.multipoint, [ShapeRecord.vertices(bytes, at + 40, count, hasZ, at + length)])
        isReadable = true
    }

    private mutating func read(
        parts bytes: [UInt8], _ at: Int, _ length: Int, _ hasZ: Bool, _ type: GeometryType
    ) {
        let (parts, count) = (bytes.number(at: at + 36, bytes: 4), bytes.number(at: at + 40, bytes: 4))
        guard length >= 44, parts <= (length - 44) / 4, count <= (length - 44 - 4 * parts) / 16 else { return }
        let begins = (0..<parts).map { bytes.number(at: at + 44 + 4 * $0, bytes: 4) } + [count]
        guard begins.first == 0 || parts == 0, !zip(begins, begins.dropFirst()).contains(where: >) else { return }
        let all = ShapeRecord.vertices(bytes, at + 44 + 4 * parts, count, hasZ, at + length)
        geometry = EsriGeometry(type, zip(begins, begins.dropFirst()).map { Array(all[$0..<$1]) })
        isReadable = true
    }

    /// Returns positions; heights stand behind all of them, after the range that they have.
    private static func vertices(_ bytes: [UInt8], _ at: Int, _ count: Int, _ hasZ: Bool, _ end: Int) -> [Vertex] {
        let heights = at + 16 * count + 16
        let areThere = hasZ && heights + 8 * count <= end
        return (0..<count).map { index in
            Vertex(
                x: double(bytes, at + 16 * index), y: double(bytes, at + 16 * index + 8),
                z: areThere ? double(bytes, heights + 8 * index) : .nan)
        }
    }

    private static func double(_ bytes: [UInt8], _ at: Int) -> Double {
        guard at + 8 <= bytes.count else { return .nan }
        return Double(bitPattern: (0..<8).reduce(0) { $0 | UInt64(bytes[at + $1]) << (8 * UInt64($1)) })
    }
}
