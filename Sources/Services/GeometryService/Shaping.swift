// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Geometry services: docs/reference/geometry-service.md.
enum Shaping {
    /// What an operation computes: of the request alone, on a worker.
    typealias Work = @Sendable (_ request: ServiceRequest) throws(ServiceError) -> JSON

    static let resources: [Resource] = [
        Resource("", [.geometryServer], "The service.", evidence: page("geometry-service/")) {
            request, service throws(ServiceError) in
            .json(service.pasted ?? Description.geometryServer.json(service.subject(request.version)))
        },
        operation("project", "Geometries in another spatial reference.", work: ProjectOperation.answer),
        operation("simplify", "Topologically correct geometries.", work: SimplifyOperation.answer),
        operation("buffer", "The areas within distances of geometries.", work: BufferOperation.answer),
        operation(
            "areasAndLengths", "Areas and perimeters of polygons.", "areas-and-lengths/",
            work: AreasAndLengthsOperation.answer),
        operation("lengths", "Lengths of polylines.", work: LengthsOperation.answer),
        operation("labelPoints", "A point inside each polygon.", "label-points/", work: LabelPointsOperation.answer),
        operation("relation", "Pairs of geometries with a relation.", work: RelationOperation.answer),
        operation(
            "convexHull", "The convex hull of geometries.", "convex-hull/", since: .v10_0_0,
            work: ConvexHullOperation.answer),
        operation("cut", "Geometries split by a line.", since: .v10_0_0, work: CutOperation.answer),
        operation("densify", "Geometries with positions between.", since: .v10_0_0, work: DensifyOperation.answer),
        operation("difference", "Geometries without another.", since: .v10_0_0, work: DifferenceOperation.answer),
        operation("distance", "The distance of two geometries.", since: .v10_0_0, work: DistanceOperation.answer),
        operation("generalize", "Simpler geometries.", since: .v10_0_0, work: GeneralizeOperation.answer),
        operation("intersect", "Geometries within another.", since: .v10_0_0, work: IntersectOperation.answer),
        operation("offset", "Geometries beside others.", since: .v10_0_0, work: OffsetOperation.answer),
        operation("reshape", "A geometry changed by a line.", since: .v10_0_0, work: ReshapeOperation.answer),
        operation(
            "trimExtend", "Lines trimmed at or extended to a line.", "trim-extend/", since: .v10_0_0,
            work: TrimExtendOperation.answer),
        operation(
            "autoComplete", "Polygons in the gaps of others.", "auto-complete/", since: .v10_0_0,
            work: AutoCompleteOperation.answer),
        operation("union", "Geometries as one.", since: .v10_0_0, work: UnionOperation.answer),
        operation(
            "findTransformations", "The datum transformations between two spatial references.",
            "findtransformations/", since: .v10_3, work: FindTransformationsOperation.answer),
        operation(
            "fromGeoCoordinateString", "The coordinates of texts.", "from-geocoordinatestring/", since: .v10_3,
            work: FromNotationOperation.answer),
        operation(
            "toGeoCoordinateString", "Texts of coordinates.", "to-geocoordinatestring/", since: .v10_3,
            work: ToNotationOperation.answer),
    ]

    private static func page(_ path: String) -> Evidence {
        .documented("developers.arcgis.com/rest/services-reference/enterprise/\(path)")
    }

    /// Work is done on a worker: it changes nothing, and GEOS may need a second for what a client sends.
    private static func operation(
        _ name: String, _ summary: String, _ path: String? = nil, since: Version? = nil, work: @escaping Work
    ) -> Resource {
        Resource(name, [.geometryServer], summary, since: since, evidence: page(path ?? "\(name)/")) {
            request, _ throws(ServiceError) in
            .deferred { [request] () throws(ServiceError) in .json(try work(request)) }
        }
    }

    /// Returns `{"geometries":[…]}`.
    static func list(_ shapes: [Shape]) -> JSON { .object([.init("geometries", .array(shapes.map(\.json)))]) }

    /// Returns `{"geometryType":…,"geometries":[…]}`.
    static func list(_ type: String, _ shapes: [Shape]) -> JSON {
        .object([.init("geometryType", .string(type)), .init("geometries", .array(shapes.map(\.json)))])
    }

    /// Returns `{"geometryType":…,"geometry":…}`.
    static func one(_ shape: Shape) -> JSON {
        .object([
            .init("geometryType", .string(shape.type?.rawValue ?? "esriGeometryEnvelope")),
            .init("geometry", shape.json),
        ])
    }
}
