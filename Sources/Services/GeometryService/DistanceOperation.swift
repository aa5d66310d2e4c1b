// SPDX-License-Identifier: Apache-2.0

import Formats

/// `distance`: the shortest, in the plane or on the ellipsoid; 0 where they meet.
enum DistanceOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let (one, other) = (try request.shape("geometry1"), try request.shape("geometry2"))
        let reference = try request.reference("sr")
        let unit = try request.unit("distanceUnit")
        let distance: Double
        if request.isTrue("geodesic") {
            if let unit, !unit.isLinear { throw request.wrongUnit("distanceUnit", reference) }
            distance = try geodesic(one, other, reference ?? .wgs84, request) / (unit?.size ?? 1)
        } else {
            let (first, second) = (try request.simple(one, "geometry1"), try request.simple(other, "geometry2"))
            guard let planar = first.distance(second) else { throw request.tangled("geometry1") }
            let size = try request.distance(1, unit, named: "distanceUnit", in: reference)
            distance = planar / size
        }
        return .object([.init("distance", .double(distance))])
    }

    private static func geodesic(
        _ one: Shape, _ other: Shape, _ reference: SpatialReference, _ request: ServiceRequest
    ) throws(ServiceError) -> Double {
        guard let geodesic = reference.geodesic else { throw request.noGeodesics() }
        let (first, second) = (try request.simple(one, "geometry1"), try request.simple(other, "geometry2"))
        guard !first.intersects(second) else { return 0 }
        guard let search = NearestSearch(one.outline, other.outline, reference, geodesic) else {
            throw request.unprojectable(reference, .wgs84)
        }
        guard let meters = search.distance() else {
            throw request.tooMany("pairs of sides", search.pairs, NearestSearch.mostPairs)
        }
        return meters
    }
}
