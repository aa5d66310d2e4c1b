// SPDX-License-Identifier: Apache-2.0

internal import CGEOS

/// What GEOS makes of one geometry or two. `nil`: it cannot.
extension Geometry {
    /// The corners that a circle has in a quarter: a buffer is at most a ten-thousandth too small.
    static let quarter: Int32 = 64

    func intersection(_ other: Geometry) -> Geometry? {
        unsafe made(geos.GEOSIntersection_r(context, handle, other.handle))
    }

    func difference(_ other: Geometry) -> Geometry? {
        unsafe made(geos.GEOSDifference_r(context, handle, other.handle))
    }

    func union(_ other: Geometry) -> Geometry? { unsafe made(geos.GEOSUnion_r(context, handle, other.handle)) }

    /// Returns the union of its own parts, lines broken where they cross.
    func dissolved() -> Geometry? { unsafe made(geos.GEOSUnaryUnion_r(context, handle)) }

    /// Returns lines that continue one another as one.
    func merged() -> Geometry? { unsafe made(geos.GEOSLineMerge_r(context, handle)) }

    func convexHull() -> Geometry? { unsafe made(geos.GEOSConvexHull_r(context, handle)) }

    /// The middle of its parts of the highest dimension.
    func centroid() -> Geometry? { unsafe made(geos.GEOSGetCentroid_r(context, handle)) }

    /// Returns the lines around areas, and the ends of lines.
    func boundary() -> Geometry? { unsafe made(geos.GEOSBoundary_r(context, handle)) }

    /// Returns a point inside.
    func inner() -> Geometry? { unsafe made(geos.GEOSPointOnSurface_r(context, handle)) }

    /// Returns the areas that its lines enclose.
    func enclosed() -> Geometry? {
        let input: [OpaquePointer?] = unsafe [handle]
        return unsafe made(geos.GEOSPolygonize_r(context, input, 1))
    }

    /// Returns what is within a distance; a negative one shrinks areas.
    func buffered(_ distance: Double) -> Geometry? {
        unsafe made(geos.GEOSBuffer_r(context, handle, distance, Self.quarter))
    }

    /// How the corners of an offset are.
    enum Join: Sendable, Hashable {
        case rounded
        /// Pointed, as long as the point is no farther than this many times the distance.
        case mitered(Double)

        fileprivate var style: Int32 {
            switch self {
            case .rounded: Int32(GEOSBUF_JOIN_ROUND.rawValue)
            case .mitered: Int32(GEOSBUF_JOIN_MITRE.rawValue)
            }
        }

        fileprivate var limit: Double { if case .mitered(let limit) = self { limit } else { 10 } }
    }

    /// Returns an area grown by a distance, or shrunk by a negative one.
    func grown(_ distance: Double, _ join: Join) -> Geometry? {
        unsafe made(
            geos.GEOSBufferWithStyle_r(
                context, handle, distance, Self.quarter, Int32(GEOSBUF_CAP_ROUND.rawValue), join.style, join.limit))
    }

    /// Returns the line at a distance to the left; a negative one is to the right.
    func beside(_ distance: Double, _ join: Join) -> Geometry? {
        unsafe made(geos.GEOSOffsetCurve_r(context, handle, distance, Self.quarter, join.style, join.limit))
    }

    /// Returns the DE-9IM matrix of this one and another.
    func matrix(_ other: Geometry) -> String? {
        guard let text = unsafe geos.GEOSRelate_r(context, handle, other.handle) else { return nil }
        defer { unsafe geos.GEOSFree_r(context, text) }
        return unsafe String(cString: text)
    }

    func covers(_ other: Geometry) -> Bool { unsafe geos.GEOSCovers_r(context, handle, other.handle) == 1 }

    func intersects(_ other: Geometry) -> Bool { unsafe geos.GEOSIntersects_r(context, handle, other.handle) == 1 }

    var area: Double {
        var area = 0.0
        return unsafe geos.GEOSArea_r(context, handle, &area) == 1 ? area : 0
    }

    /// Returns one geometry of several; `nil` for none.
    static func collected(_ geometries: [Geometry]) -> Geometry? {
        guard let context = unsafe geos.GEOS_init_r() else { return nil }
        let parts = unsafe geometries.compactMap { unsafe geos.GEOSGeom_clone_r(context, $0.handle) }
        guard unsafe !parts.isEmpty, let whole = unsafe collection(GEOS_GEOMETRYCOLLECTION, parts, context) else {
            unsafe geos.GEOS_finish_r(context)
            return nil
        }
        return unsafe Geometry(context, whole)
    }
}
