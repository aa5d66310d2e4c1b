// SPDX-License-Identifier: Apache-2.0

import Formats

/// Positions in `f=pbf`: integers on a grid.
extension QueryPlan {
    func write(_ grid: Grid, _ form: GeometryForm, _ writer: inout PBFWriter) {
        let (hasZ, hasM) = (data.hasZ && form.returnsZ, data.hasM && form.returnsM)
        if !grid.isUpperLeft { writer.varint(1, 1) }
        writer.message(2) { scale in
            scale.double(1, grid.scale)
            scale.double(2, grid.scale)
            if hasM { scale.double(3, grid.scaleZM) }
            if hasZ { scale.double(4, grid.scaleZM) }
        }
        writer.message(3) { translate in
            translate.double(1, grid.x)
            translate.double(2, grid.y)
            if hasM { translate.double(3, grid.originZM) }
            if hasZ { translate.double(4, grid.originZM) }
        }
    }

    /// Writes an outline. Positions are differences within each part; heights and measures are not, and a measure that
    /// was never set is 0 (captured). Only the set states the geometry type.
    func write(_ outline: Outline, _ grid: Grid, _ form: GeometryForm, _ writer: inout PBFWriter) {
        let (hasZ, hasM) = (data.hasZ && form.returnsZ, data.hasM && form.returnsM)
        guard grid.merges || hasZ || hasM else { return write(plain: outline, grid, &writer) }
        let parts = outline.parts.map(grid.locations)
        if outline.type != .point || hasZ || hasM { writer.packed(2, parts.map { UInt64($0.count) }) }
        var numbers: [UInt64] = []
        for part in parts {
            var (x, y): (Int64, Int64) = (0, 0)
            for location in part {
                numbers += [PBFWriter.zigzag(location.x &- x), PBFWriter.zigzag(location.y &- y)]
                (x, y) = (location.x, location.y)
                if hasZ { numbers.append(PBFWriter.zigzag(grid.height(location.vertex.z))) }
                if hasM { numbers.append(PBFWriter.zigzag(grid.height(location.vertex.m))) }
            }
        }
        writer.packed(3, numbers)
    }
}

extension QueryPlan {
    /// Writes an outline of which every position counts, without heights and measures.
    private func write(plain outline: Outline, _ grid: Grid, _ writer: inout PBFWriter) {
        if outline.type != .point { writer.packed(2, outline.parts.lazy.map { UInt64($0.count) }) }
        writer.message(3) { writer in
            for part in outline.parts {
                var (x, y): (Int64, Int64) = (0, 0)
                var numbers: [UInt64] = []
                numbers.reserveCapacity(2 * part.count)
                for vertex in part {
                    let location = grid.location(vertex)
                    numbers.append(PBFWriter.zigzag(location.x &- x))
                    numbers.append(PBFWriter.zigzag(location.y &- y))
                    (x, y) = location
                }
                writer.elements(numbers)
            }
        }
    }
}

extension GeometryType {
    var pbf: UInt64 {
        switch self {
        case .point: 0
        case .multipoint: 1
        case .polyline: 2
        case .polygon: 3
        }
    }
}

extension FieldType {
    var pbf: UInt64 {
        switch self {
        case .smallInteger: 0
        case .integer: 1
        case .single: 2
        case .double: 3
        case .string: 4
        case .date: 5
        case .objectID: 6
        case .geometry: 7
        case .blob: 8
        case .raster: 9
        case .guid: 10
        case .globalID: 11
        case .xml: 12
        case .bigInteger: 13
        case .dateOnly: 14
        case .timeOnly: 15
        case .timestampOffset: 16
        }
    }

    /// The number of the `sqlType`, which matches the name in JSON (captured in both).
    var pbfSQL: UInt64 {
        switch self {
        case .bigInteger: 0
        case .single, .double: 6
        case .integer: 10
        case .smallInteger: 18
        default: 16
        }
    }
}
