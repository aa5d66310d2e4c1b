// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `measure` of an image service, as far as "Basic" goes: a point, a distance with its direction, an area with its
/// perimeter, a centroid; on the ellipsoid (documented: measure). Heights need a sensor.
enum MeasureOperation {
    private static let lengths: [String: Double] = [
        "esrimeters": 1, "esrifeet": 0.3048, "esrikilometers": 1000, "esrimiles": 1609.344, "esriyards": 0.9144,
        "esrinauticalmiles": 1852, "esriinches": 0.0254, "esricentimeters": 0.01, "esridecimeters": 0.1,
        "esrimillimeters": 0.001,
    ]

    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let from = try outline("fromGeometry", request, service)
        let members: [JSON.Member]
        switch request.given("measureoperation")?.lowercased() {
        case "esrimensurationpoint": members = try point(from.parts.first?.first, request)
        case "esrimensurationdistanceandangle":
            members = try distance(from, outline("toGeometry", request, service), request)
        case "esrimensurationareaandperimeter": members = try area(from, request)
        case "esrimensurationcentroid": members = try point(from.centroid, request)
        default:
            throw request.badImage(
                "measureOperation", request.given("measureoperation") ?? "",
                "esriMensurationPoint, …DistanceAndAngle, …AreaAndPerimeter or …Centroid")
        }
        let name = service.name.split(separator: "/").last.map(String.init) ?? service.name
        return .json(
            .object([.init("name", .string(name)), .init("sensorName", .string(""))] + members))
    }

    /// Returns a geometry in degrees.
    private static func outline(
        _ name: String, _ request: ServiceRequest, _ service: ServiceModel
    ) throws(ServiceError) -> Outline {
        let text = request.given(name.lowercased()) ?? ""
        guard let json = try? JSONReader.read(json5: Array(text.utf8)), json.members != nil else {
            throw request.badImage(name, text, #"{"x":…,"y":…} or { rings: […] }"#)
        }
        let reference = json["spatialReference"].map(SpatialReference.init(json:)) ?? service.rasterReference
        let shape =
            Envelope(json: json).map { box in
                let corners = [
                    Vertex(x: box.xmin, y: box.ymin), Vertex(x: box.xmin, y: box.ymax),
                    Vertex(x: box.xmax, y: box.ymax), Vertex(x: box.xmax, y: box.ymin),
                    Vertex(x: box.xmin, y: box.ymin),
                ]
                return Outline(.polygon, [corners])
            } ?? Outline(json, hasZ: false, hasM: false)
        guard let projected = shape.flatMap({ project($0, from: reference) }), !projected.parts.joined().isEmpty else {
            throw request.badImage(name, text, "a geometry that can be projected")
        }
        return projected
    }

    private static func project(_ outline: Outline, from reference: SpatialReference) -> Outline? {
        var moved = outline
        for (index, part) in outline.parts.enumerated() {
            let points = JSON.object([
                .init("points", .array(part.map { .array([.double($0.x), .double($0.y)]) }))
            ])
            guard let placed = reference.project(points, to: .wgs84),
                let list = Outline(placed, hasZ: false, hasM: false)?.parts.first, list.count == part.count
            else { return nil }
            moved.parts[index] = list
        }
        return moved
    }

    private static func geodesic(_ request: ServiceRequest) throws(ServiceError) -> Geodesic {
        guard let geodesic = Geodesic() else {
            throw request.badImage("measureOperation", request.given("measureoperation") ?? "", "PROJ installed")
        }
        return geodesic
    }

    private static func point(_ vertex: Vertex?, _ request: ServiceRequest) throws(ServiceError) -> [JSON.Member] {
        guard let vertex else { throw request.badImage("fromGeometry", "", "a geometry with positions") }
        let place = JSON.object([
            .init("x", .double(vertex.x)), .init("y", .double(vertex.y)),
            .init("spatialReference", SpatialReference.wgs84.short(request.version)),
        ])
        return [
            .init(
                "point",
                .object([.init("value", place), .init("displayValue", .string("\(vertex.x),\(vertex.y)"))]))
        ]
    }

    private static func distance(
        _ from: Outline, _ to: Outline, _ request: ServiceRequest
    ) throws(ServiceError) -> [JSON.Member] {
        guard let one = from.parts.first?.first, let other = to.parts.first?.first else {
            throw request.badImage("toGeometry", "", "a point")
        }
        let found = try geodesic(request).inverse(one, other)
        let azimuth = found.azimuth < 0 ? found.azimuth + 360 : found.azimuth
        let unit = try unit("linearUnit", "esriMeters", request)
        return [
            .init("distance", value(found.meters / unit.size, unit.name)),
            .init("azimuthAngle", value(azimuth, "esriDUDecimalDegrees")),
        ]
    }

    private static func area(_ outline: Outline, _ request: ServiceRequest) throws(ServiceError) -> [JSON.Member] {
        guard outline.type == .polygon else { throw request.badImage("fromGeometry", "", "a polygon or an envelope") }
        let geodesic = try geodesic(request)
        let unit = try unit("linearUnit", "esriMeters", request)
        let name = request.given("areaunit") ?? "esriSquareMeters"
        guard let size = MeasureUnit.areas[name.lowercased()] else {
            throw request.badImage("areaUnit", name, "esriSquareMeters, esriAcres, …")
        }
        let area = abs(outline.parts.reduce(0) { $0 + geodesic.area($1) })
        let length = outline.parts.reduce(0) { $0 + geodesic.length($1) }
        return [
            .init("area", value(area / size, name)), .init("perimeter", value(length / unit.size, unit.name)),
        ]
    }

    private static func unit(
        _ name: String, _ usual: String, _ request: ServiceRequest
    ) throws(ServiceError) -> (name: String, size: Double) {
        let text = request.given(name.lowercased()) ?? usual
        guard let size = lengths[text.lowercased()] else {
            throw request.badImage(name, text, "esriMeters, esriFeet, …")
        }
        return (text, size)
    }

    /// `{"value","displayValue","uncertainty","unit"}` (documented).
    private static func value(_ number: Double, _ unit: String) -> JSON {
        .object([
            .init("value", .double(number)), .init("displayValue", .double((number * 100).rounded() / 100)),
            .init("uncertainty", .double(0)), .init("unit", .string(unit)),
        ])
    }
}
