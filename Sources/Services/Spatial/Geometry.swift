// SPDX-License-Identifier: Apache-2.0

internal import CGEOS
import Formats

/// A geometry in GEOS, created from Esri JSON. It is confined to one thread.
@safe final class Geometry {
    let context: GEOSContextHandle_t
    let handle: OpaquePointer

    /// Reads a geometry, or returns `nil` if it is invalid or empty.
    init?(_ json: JSON) {
        guard let context = unsafe geos.GEOS_init_r() else { return nil }
        guard let handle = unsafe Geometry.make(json, context) else {
            unsafe geos.GEOS_finish_r(context)
            return nil
        }
        unsafe self.context = context
        unsafe self.handle = handle
    }

    /// Creates the area within a distance of a geometry, or returns `nil` if that is invalid.
    convenience init?(_ json: JSON, within distance: Double) {
        guard let context = unsafe geos.GEOS_init_r() else { return nil }
        guard let handle = unsafe Geometry.make(json, context) else {
            unsafe geos.GEOS_finish_r(context)
            return nil
        }
        // With 64 vertices per quarter, a circle is at most a ten-thousandth too small.
        let around = unsafe geos.GEOSBuffer_r(context, handle, distance, 64)
        unsafe geos.GEOSGeom_destroy_r(context, handle)
        guard let around = unsafe around else {
            unsafe geos.GEOS_finish_r(context)
            return nil
        }
        unsafe self.init(context, around)
    }

    init(_ context: GEOSContextHandle_t, _ handle: OpaquePointer) {
        unsafe self.context = context
        unsafe self.handle = handle
    }

    deinit {
        unsafe geos.GEOSGeom_destroy_r(context, handle)
        unsafe geos.GEOS_finish_r(context)
    }

    var envelope: Envelope? {
        var box = Envelope(xmin: 0, ymin: 0, xmax: 0, ymax: 0)
        guard unsafe geos.GEOSGeom_getXMin_r(context, handle, &box.xmin) == 1,
            unsafe geos.GEOSGeom_getYMin_r(context, handle, &box.ymin) == 1,
            unsafe geos.GEOSGeom_getXMax_r(context, handle, &box.xmax) == 1,
            unsafe geos.GEOSGeom_getYMax_r(context, handle, &box.ymax) == 1
        else { return nil }
        return box
    }

    /// Returns a point of its part inside a rectangle, or `nil` if there is none.
    func inside(_ window: Envelope) -> (x: Double, y: Double)? {
        guard
            let part = unsafe geos.GEOSClipByRect_r(
                context, handle, window.xmin, window.ymin, window.xmax, window.ymax)
        else { return nil }
        defer { unsafe geos.GEOSGeom_destroy_r(context, part) }
        guard unsafe geos.GEOSisEmpty_r(context, part) == 0, let point = unsafe geos.GEOSPointOnSurface_r(context, part)
        else {
            return nil
        }
        defer { unsafe geos.GEOSGeom_destroy_r(context, point) }
        var (x, y) = (0.0, 0.0)
        guard unsafe geos.GEOSGeomGetX_r(context, point, &x) == 1, unsafe geos.GEOSGeomGetY_r(context, point, &y) == 1
        else {
            return nil
        }
        return (x, y)
    }

    /// Returns the distance to another geometry, 0 if they intersect, or `nil` if it is unknown.
    func distance(_ other: Geometry) -> Double? {
        var distance = 0.0
        return unsafe geos.GEOSDistance_r(context, handle, other.handle, &distance) == 1 ? distance : nil
    }

    /// Returns a test of whether other geometries have a relation to this one.
    func test(_ relation: SpatialRelation) -> (Geometry) -> Bool {
        { [self] other in
            let (a, b) = unsafe (handle, other.handle)
            let answer =
                switch relation {
                case .intersects: unsafe geos.GEOSIntersects_r(context, a, b)
                case .contains: unsafe geos.GEOSContains_r(context, a, b)
                case .within: unsafe geos.GEOSWithin_r(context, a, b)
                case .crosses: unsafe geos.GEOSCrosses_r(context, a, b)
                case .overlaps: unsafe geos.GEOSOverlaps_r(context, a, b)
                case .touches: unsafe geos.GEOSTouches_r(context, a, b)
                case .matrix(let matrix): unsafe geos.GEOSRelatePattern_r(context, a, b, matrix)
                case .envelopes: CChar(1)
                }
            return answer == 1
        }
    }

    // MARK: from JSON

    typealias Position = (x: Double, y: Double)

    private static func make(_ json: JSON, _ context: GEOSContextHandle_t) -> OpaquePointer? {
        if let x = json["x"]?.double, let y = json["y"]?.double {
            return unsafe geos.GEOSGeom_createPointFromXY_r(context, x, y)
        }
        if let xmin = json["xmin"]?.double, let ymin = json["ymin"]?.double, let xmax = json["xmax"]?.double,
            let ymax = json["ymax"]?.double
        {
            let corners = [(xmin, ymin), (xmin, ymax), (xmax, ymax), (xmax, ymin), (xmin, ymin)]
            // A rectangle without width or height is a line or a point.
            if xmin == xmax, ymin == ymax { return unsafe geos.GEOSGeom_createPointFromXY_r(context, xmin, ymin) }
            if xmin == xmax || ymin == ymax { return unsafe line([(xmin, ymin), (xmax, ymax)], context) }
            return unsafe polygon([corners.map { (x: $0.0, y: $0.1) }], context)
        }
        if let points = json["points"]?.elements.map({ $0.compactMap(position) }), !points.isEmpty {
            let parts = unsafe points.compactMap { unsafe geos.GEOSGeom_createPointFromXY_r(context, $0.x, $0.y) }
            return unsafe collection(GEOS_MULTIPOINT, parts, context)
        }
        if let paths = json["paths"]?.elements {
            let parts = unsafe paths.compactMap { unsafe line($0.elements?.compactMap(position) ?? [], context) }
            return unsafe parts.isEmpty ? nil : unsafe collection(GEOS_MULTILINESTRING, parts, context)
        }
        if let rings = json["rings"]?.elements {
            let closed = rings.compactMap { $0.elements?.compactMap(position) }.filter { $0.count >= 4 }
            return closed.isEmpty ? nil : unsafe polygons(closed, context)
        }
        return nil
    }

    private static func position(_ json: JSON) -> Position? {
        guard let x = json[0]?.double, let y = json[1]?.double else { return nil }
        return (x, y)
    }

    private static func sequence(_ positions: [Position], _ context: GEOSContextHandle_t) -> OpaquePointer? {
        let xs = positions.map(\.x)
        let ys = positions.map(\.y)
        return unsafe geos.GEOSCoordSeq_copyFromArrays_r(context, xs, ys, nil, nil, UInt32(positions.count))
    }

    static func line(_ positions: [Position], _ context: GEOSContextHandle_t) -> OpaquePointer? {
        guard positions.count >= 2, let sequence = unsafe sequence(positions, context) else { return nil }
        return unsafe geos.GEOSGeom_createLineString_r(context, sequence)
    }

    /// Returns a polygon whose first ring is the exterior.
    private static func polygon(_ rings: [[Position]], _ context: GEOSContextHandle_t) -> OpaquePointer? {
        var made: [OpaquePointer?] = unsafe []
        for ring in rings {
            guard let sequence = unsafe sequence(ring, context) else { continue }
            unsafe made.append(geos.GEOSGeom_createLinearRing_r(context, sequence))
        }
        guard let outside = unsafe made.first ?? nil else { return nil }
        var holes = unsafe Array(made.dropFirst())
        return unsafe geos.GEOSGeom_createPolygon_r(context, outside, &holes, UInt32(holes.count))
    }

    static func polygons(_ rings: [[Position]], _ context: GEOSContextHandle_t) -> OpaquePointer? {
        let rings = rings.map { $0.map { Vertex(x: $0.x, y: $0.y) } }
        let holes = rings.count { Outline.area($0) > 0 }
        // Each hole is looked for in each outer ring.
        guard holes * (rings.count - holes) <= 1_000_000 else { return nil }
        let parts = Outline.polygons(rings)
        let made = unsafe parts.compactMap { part in
            unsafe polygon(part.map { $0.map { (x: $0.x, y: $0.y) } }, context)
        }
        guard let whole = unsafe collection(GEOS_MULTIPOLYGON, made, context) else { return nil }
        guard unsafe geos.GEOSisValid_r(context, whole) == 1 else {
            defer { unsafe geos.GEOSGeom_destroy_r(context, whole) }
            return unsafe Outline.isTangled(rings) ? nil : geos.GEOSMakeValid_r(context, whole)
        }
        return unsafe whole
    }

    static func collection(
        _ type: GEOSGeomTypes, _ parts: [OpaquePointer], _ context: GEOSContextHandle_t
    ) -> OpaquePointer? {
        var parts: [OpaquePointer?] = unsafe parts
        return unsafe geos.GEOSGeom_createCollection_r(context, Int32(type.rawValue), &parts, UInt32(parts.count))
    }
}
