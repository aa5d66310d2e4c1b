// SPDX-License-Identifier: Apache-2.0

internal import CGEOS

/// Geometries of GEOS from outlines, and outlines from them.
extension Geometry {
    /// Creates a geometry from an outline, or returns `nil` if it is empty or cannot be mended.
    convenience init?(_ outline: Outline) {
        guard let context = unsafe geos.GEOS_init_r() else { return nil }
        guard let handle = unsafe Geometry.make(outline, context) else {
            unsafe geos.GEOS_finish_r(context)
            return nil
        }
        unsafe self.init(context, handle)
    }

    private static func make(_ outline: Outline, _ context: GEOSContextHandle_t) -> OpaquePointer? {
        let parts = outline.parts.map { part in part.map { (x: $0.x, y: $0.y) } }
        switch outline.type {
        case .point:
            guard let point = parts.first?.first else { return nil }
            return unsafe geos.GEOSGeom_createPointFromXY_r(context, point.x, point.y)
        case .multipoint:
            let points = unsafe parts.joined().compactMap {
                unsafe geos.GEOSGeom_createPointFromXY_r(context, $0.x, $0.y)
            }
            return unsafe points.isEmpty ? nil : unsafe collection(GEOS_MULTIPOINT, points, context)
        case .polyline:
            let lines = unsafe parts.compactMap { unsafe line($0, context) }
            return unsafe lines.isEmpty ? nil : unsafe collection(GEOS_MULTILINESTRING, lines, context)
        case .polygon:
            let rings = parts.compactMap { ring -> [Position]? in
                guard let first = ring.first, let last = ring.last else { return nil }
                let closed = first == last ? ring : ring + [first]
                return closed.count >= 4 ? closed : nil
            }
            return rings.isEmpty ? nil : unsafe polygons(rings, context)
        }
    }

    /// Returns the parts of a dimension, 0 to 2, as Esri writes them: outer rings clockwise, holes counterclockwise.
    func outline(dimension: Int) -> Outline {
        var parts: [[Vertex]] = []
        unsafe collect(handle, dimension, &parts)
        let type: GeometryType = dimension == 0 ? .multipoint : dimension == 1 ? .polyline : .polygon
        return Outline(type, dimension == 0 ? (parts.isEmpty ? [] : [Array(parts.joined())]) : parts)
    }

    /// The highest dimension of its parts; -1 if it is empty.
    var dimension: Int {
        unsafe geos.GEOSisEmpty_r(context, handle) == 1 ? -1 : Int(geos.GEOSGeom_getDimensions_r(context, handle))
    }

    /// The geometries that this one consists of, each of its own.
    var pieces: [Geometry] {
        let count = unsafe geos.GEOSGetNumGeometries_r(context, handle)
        return (0..<max(0, count)).compactMap { index in
            guard let part = unsafe geos.GEOSGetGeometryN_r(context, handle, index) else { return nil }
            return unsafe made(geos.GEOSGeom_clone_r(context, part))
        }
    }

    private func collect(_ shape: OpaquePointer, _ dimension: Int, _ parts: inout [[Vertex]]) {
        switch unsafe geos.GEOSGeomTypeId_r(context, shape) {
        case Int32(GEOS_POINT.rawValue):
            if dimension == 0 { unsafe parts.append(vertices(shape)) }
        case Int32(GEOS_LINESTRING.rawValue), Int32(GEOS_LINEARRING.rawValue):
            let line = unsafe vertices(shape)
            if dimension == 1, line.count > 1 { parts.append(line) }
        case Int32(GEOS_POLYGON.rawValue):
            guard dimension == 2, let outside = unsafe geos.GEOSGetExteriorRing_r(context, shape) else { return }
            let ring = unsafe vertices(outside)
            guard ring.count > 3 else { return }
            parts.append(Outline.area(ring) > 0 ? ring.reversed() : ring)
            for index in unsafe 0..<max(0, geos.GEOSGetNumInteriorRings_r(context, shape)) {
                guard let hole = unsafe geos.GEOSGetInteriorRingN_r(context, shape, index) else { continue }
                let ring = unsafe vertices(hole)
                parts.append(Outline.area(ring) < 0 ? ring.reversed() : ring)
            }
        default:
            for index in unsafe 0..<max(0, geos.GEOSGetNumGeometries_r(context, shape)) {
                guard let part = unsafe geos.GEOSGetGeometryN_r(context, shape, index) else { continue }
                unsafe collect(part, dimension, &parts)
            }
        }
    }

    private func vertices(_ shape: OpaquePointer) -> [Vertex] {
        var count: UInt32 = 0
        guard let sequence = unsafe geos.GEOSGeom_getCoordSeq_r(context, shape),
            unsafe geos.GEOSCoordSeq_getSize_r(context, sequence, &count) == 1, count > 0
        else { return [] }
        var (xs, ys) = ([Double](repeating: 0, count: Int(count)), [Double](repeating: 0, count: Int(count)))
        guard unsafe geos.GEOSCoordSeq_copyToArrays_r(context, sequence, &xs, &ys, nil, nil) == 1 else { return [] }
        return zip(xs, ys).map { Vertex(x: $0, y: $1) }
    }

    /// Returns a geometry with a context of its own for what GEOS made; `nil` for nothing.
    func made(_ handle: OpaquePointer?) -> Geometry? {
        guard let handle = unsafe handle else { return nil }
        guard let context = unsafe geos.GEOS_init_r() else {
            unsafe geos.GEOSGeom_destroy_r(self.context, handle)
            return nil
        }
        return unsafe Geometry(context, handle)
    }
}
