// SPDX-License-Identifier: Apache-2.0

import Formats

/// Geometries written at once, without values in between.
extension GeometryForm {
    /// Appends a row's Esri JSON after a key; returns whether it has a geometry.
    func append(_ row: Feature, key: [UInt8], _ style: JSONWriter.Style, to out: inout [UInt8]) -> Bool {
        guard !isPlain else {
            guard let json = json(row) else { return false }
            out += key
            JSONWriter.append(json, style: style, to: &out)
            return true
        }
        guard let outline = outline(row.geometry) else { return false }
        out += key
        append(outline, to: &out)
        return true
    }

    private func append(_ outline: Outline, to out: inout [UInt8]) {
        if outline.type == .point, let point = outline.parts.first?.first {
            append(point: point, to: &out)
            return
        }
        out.append(UInt8(ascii: "{"))
        if returnsZ && hasZ { out += #""hasZ":true,"#.utf8 }
        if returnsM && hasM { out += #""hasM":true,"#.utf8 }
        switch outline.type {
        case .point, .multipoint:
            out += #""points":"#.utf8
            append(part: outline.parts.first ?? [], to: &out)
        case .polyline:
            out += #""paths":"#.utf8
            append(parts: outline.parts, to: &out)
        case .polygon:
            out += #""rings":"#.utf8
            append(parts: outline.parts, to: &out)
        }
        out.append(UInt8(ascii: "}"))
    }

    private func append(point: Vertex, to out: inout [UInt8]) {
        out += #"{"x":"#.utf8
        let location = grid.map { $0.location(point) }
        if let location { JSONWriter.append(location.x, to: &out) } else { JSONWriter.append(point.x, to: &out) }
        out += #","y":"#.utf8
        if let location { JSONWriter.append(location.y, to: &out) } else { JSONWriter.append(point.y, to: &out) }
        if returnsZ && hasZ {
            out += #","z":"#.utf8
            GeometryForm.append(optional: point.z, to: &out)
        }
        if returnsM && hasM {
            out += #","m":"#.utf8
            GeometryForm.append(optional: point.m, to: &out)
        }
        out.append(UInt8(ascii: "}"))
    }

    private func append(parts: [[Vertex]], to out: inout [UInt8]) {
        out.append(UInt8(ascii: "["))
        for (index, part) in parts.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            append(part: part, to: &out)
        }
        out.append(UInt8(ascii: "]"))
    }

    /// Appends positions; on a grid the first, and the others as differences.
    private func append(part: [Vertex], to out: inout [UInt8]) {
        out.append(UInt8(ascii: "["))
        var isFirst = true
        if let grid {
            var (x, y): (Int64, Int64) = (0, 0)
            for vertex in part {
                let location = grid.location(vertex)
                if grid.merges, !isFirst, location.x == x, location.y == y { continue }
                if !isFirst { out.append(UInt8(ascii: ",")) }
                isFirst = false
                out.append(UInt8(ascii: "["))
                JSONWriter.append(location.x - x, to: &out)
                out.append(UInt8(ascii: ","))
                JSONWriter.append(location.y - y, to: &out)
                (x, y) = location
                append(more: vertex, to: &out)
            }
        } else {
            for vertex in part {
                if !isFirst { out.append(UInt8(ascii: ",")) }
                isFirst = false
                out.append(UInt8(ascii: "["))
                JSONWriter.append(vertex.x, to: &out)
                out.append(UInt8(ascii: ","))
                JSONWriter.append(vertex.y, to: &out)
                append(more: vertex, to: &out)
            }
        }
        out.append(UInt8(ascii: "]"))
    }

    /// Appends a height and a measure where they are asked for, and the end of the position.
    private func append(more vertex: Vertex, to out: inout [UInt8]) {
        if returnsZ && hasZ {
            out.append(UInt8(ascii: ","))
            GeometryForm.append(optional: vertex.z, to: &out)
        }
        if returnsM && hasM {
            out.append(UInt8(ascii: ","))
            GeometryForm.append(optional: vertex.m, to: &out)
        }
        out.append(UInt8(ascii: "]"))
    }

    /// Appends a number; a measure that was never set is null (captured).
    private static func append(optional number: Double, to out: inout [UInt8]) {
        if number.isNaN { out += "null".utf8 } else { JSONWriter.append(number, to: &out) }
    }
}
