// SPDX-License-Identifier: Apache-2.0

import Formats

/// Geometries written at once, without values in between.
extension GeoJSON {
    /// Appends an outline as `geometry(_:hasZ:)` has it.
    static func append(_ outline: Outline, hasZ: Bool, to out: inout [UInt8]) {
        let parts = outline.parts
        switch outline.type {
        case .point:
            guard let point = parts.first?.first else {
                out += "null".utf8
                return
            }
            begin("Point", &out)
            append(point, hasZ, to: &out)
        case .multipoint:
            begin("MultiPoint", &out)
            append(line: parts.first ?? [], hasZ, to: &out)
        case .polyline where parts.count == 1:
            begin("LineString", &out)
            append(line: parts[0], hasZ, to: &out)
        case .polyline:
            begin("MultiLineString", &out)
            list(parts, to: &out) { append(line: $0, hasZ, to: &$1) }
        case .polygon:
            let polygons = Outline.polygons(parts)
            begin(polygons.count == 1 ? "Polygon" : "MultiPolygon", &out)
            if polygons.count == 1 {
                append(rings: polygons[0], hasZ, to: &out)
            } else {
                list(polygons, to: &out) { append(rings: $0, hasZ, to: &$1) }
            }
        }
        out.append(UInt8(ascii: "}"))
    }

    private static func begin(_ type: String, _ out: inout [UInt8]) {
        out += #"{"type":""#.utf8
        out += type.utf8
        out += #"","coordinates":"#.utf8
    }

    private static func list<Element>(
        _ elements: [Element], to out: inout [UInt8], _ each: (Element, inout [UInt8]) -> Void
    ) {
        out.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            each(element, &out)
        }
        out.append(UInt8(ascii: "]"))
    }

    /// Appends rings, the outer one counterclockwise and the others clockwise.
    private static func append(rings: [[Vertex]], _ hasZ: Bool, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "["))
        for index in rings.indices {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            let isTurned = (Outline.area(rings[index]) < 0) == (index == 0)
            append(line: rings[index], hasZ, isTurned: isTurned, to: &out)
        }
        out.append(UInt8(ascii: "]"))
    }

    /// Appends positions, from the last to the first if the line is turned.
    private static func append(line: [Vertex], _ hasZ: Bool, isTurned: Bool = false, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "["))
        for index in line.indices {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            append(line[isTurned ? line.count - 1 - index : index], hasZ, to: &out)
        }
        out.append(UInt8(ascii: "]"))
    }

    private static func append(_ vertex: Vertex, _ hasZ: Bool, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "["))
        JSONWriter.append(vertex.x, to: &out)
        out.append(UInt8(ascii: ","))
        JSONWriter.append(vertex.y, to: &out)
        if hasZ, !vertex.z.isNaN {
            out.append(UInt8(ascii: ","))
            JSONWriter.append(vertex.z, to: &out)
        }
        out.append(UInt8(ascii: "]"))
    }
}
