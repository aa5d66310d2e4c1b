// SPDX-License-Identifier: Apache-2.0

import Formats
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The form of geometries: spatial reference, heights and measures, precision, simplification, grid.
struct GeometryForm: Sendable {
    var from: SpatialReference
    var to: SpatialReference
    /// The way that a request names; `nil` is the one that is chosen.
    var named: SpatialReference.Path?
    /// A Boolean value that indicates whether rows have heights, and whether to return them.
    var hasZ = false
    var hasM = false
    var returnsZ = false
    var returnsM = false
    /// A Boolean value that indicates whether to return true curves; with another spatial reference or fewer digits
    /// they become lines (inferred).
    var returnsCurves = false
    /// The number of decimals of x and y.
    var precision: Int?
    /// The tolerance, in units of the requested spatial reference.
    var tolerance: Double?
    var grid: Grid?

    var isPlain: Bool {
        !hasZ && !hasM && precision == nil && tolerance == nil && grid == nil && from == to
    }

    /// Returns a rectangle in the requested spatial reference.
    func project(_ envelope: Envelope) -> Envelope? {
        guard let named else { return from.project(envelope, to: to) }
        return named.project(envelope)
    }

    /// Returns the requested outline before the grid, or `nil` if the row has no geometry.
    func outline(_ geometry: JSON?) -> Outline? {
        guard let geometry, var outline = projected(geometry) else { return nil }
        if let tolerance { outline = outline.simplified(tolerance) }
        guard let precision, grid == nil else { return outline }
        let scale = pow(10, Double(min(15, max(0, precision))))
        return outline.mapped { vertex in
            var vertex = vertex
            (vertex.x, vertex.y) = ((vertex.x * scale).rounded() / scale, (vertex.y * scale).rounded() / scale)
            return vertex
        }
    }

    /// Returns the outline in the requested spatial reference; what formulas move is never written in between.
    private func projected(_ geometry: JSON) -> Outline? {
        let path: SpatialReference.Path? =
            switch (from, to) {
            case (.wgs84, .webMercator): named ?? .toMercator
            case (.webMercator, .wgs84): named ?? .fromMercator
            default: named
            }
        switch path {
        case .toMercator: return Outline(geometry, hasZ: hasZ, hasM: hasM)?.moved(Mercator.project)
        case .fromMercator: return Outline(geometry, hasZ: hasZ, hasM: hasM)?.moved(Mercator.unproject)
        default:
            guard let moved = named?.project(geometry) ?? from.project(geometry, to: to) else { return nil }
            return Outline(moved, hasZ: hasZ, hasM: hasM)
        }
    }

    /// Returns a row's Esri JSON, with curves if requested, or `nil` if it has no geometry.
    func json(_ row: Feature) -> JSON? {
        if returnsCurves, isPlain, let curves = row.curves { return curves }
        return json(row.geometry)
    }

    /// Returns Esri JSON, or `nil` if there is no geometry.
    func json(_ geometry: JSON?) -> JSON? {
        if isPlain { return geometry }
        guard let outline = outline(geometry) else { return nil }
        if let grid { return json(outline, grid) }
        let (hasZ, hasM) = (returnsZ && hasZ, returnsM && hasM)
        if outline.type == .point, let point = outline.parts.first?.first {
            return .object(
                [.init("x", .double(point.x)), .init("y", .double(point.y))] + heightAndMeasure(of: point))
        }
        return wrapped(outline) { part in
            part.map { vertex in
                var numbers = [JSON.double(vertex.x), .double(vertex.y)]
                if hasZ { numbers.append(GeometryForm.number(vertex.z)) }
                if hasM { numbers.append(GeometryForm.number(vertex.m)) }
                return .array(numbers)
            }
        }
    }

    /// Returns a part on the grid: the first position, and the others as differences.
    private func json(_ outline: Outline, _ grid: Grid) -> JSON {
        if outline.type == .point, let point = outline.parts.first?.first {
            let location = grid.location(point)
            return .object(
                [.init("x", .number("\(location.x)")), .init("y", .number("\(location.y)"))]
                    + heightAndMeasure(of: point))
        }
        let (hasZ, hasM) = (returnsZ && hasZ, returnsM && hasM)
        return wrapped(outline) { part in
            var (x, y): (Int64, Int64) = (0, 0)
            return grid.locations(part).map { location in
                var numbers = [JSON.number("\(location.x - x)"), .number("\(location.y - y)")]
                (x, y) = (location.x, location.y)
                if hasZ { numbers.append(GeometryForm.number(location.vertex.z)) }
                if hasM { numbers.append(GeometryForm.number(location.vertex.m)) }
                return .array(numbers)
            }
        }
    }

    private func heightAndMeasure(of point: Vertex) -> [JSON.Member] {
        (returnsZ && hasZ ? [.init("z", GeometryForm.number(point.z))] : [])
            + (returnsM && hasM ? [.init("m", GeometryForm.number(point.m))] : [])
    }

    /// Returns the geometry. Paths and rings declare heights and measures; points just have them (captured).
    private func wrapped(_ outline: Outline, _ write: ([Vertex]) -> [JSON]) -> JSON {
        var members: [JSON.Member] = []
        if returnsZ && hasZ { members.append(.init("hasZ", .bool(true))) }
        if returnsM && hasM { members.append(.init("hasM", .bool(true))) }
        let parts = outline.parts.map { JSON.array(write($0)) }
        switch outline.type {
        case .point, .multipoint: members.append(.init("points", parts.first ?? .array([])))
        case .polyline: members.append(.init("paths", .array(parts)))
        case .polygon: members.append(.init("rings", .array(parts)))
        }
        return .object(members)
    }

    /// Returns a number; a measure that was never set is null (captured).
    private static func number(_ value: Double) -> JSON { value.isNaN ? .null : .double(value) }
}
