// SPDX-License-Identifier: Apache-2.0

import Formats

/// `findTransformations`: what leads from one datum to another; nothing within the same (documented). One that leads back
/// is in `geoTransforms` (documented).
enum FindTransformationsOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let (from, to) = (try request.required("inSR"), try request.required("outSR"))
        let count = try count(request)
        let area = try area(request, from)
        guard let found = DatumTransformation.Candidate.between(from, to, within: area) else {
            throw request.unprojectable(from, to)
        }
        let listed = count < 0 ? found[...] : found.prefix(count)
        return .object([.init("transformations", .array(listed.map(json)))])
    }

    /// `numOfResults`: 1 by default, -1 for all (documented).
    private static func count(_ request: ServiceRequest) throws(ServiceError) -> Int {
        guard let text = request.given("numofresults") else { return 1 }
        guard let count = Int(ASCII.trimmed(text)), count >= -1 else {
            throw request.badShape("numOfResults", text, "a number, or -1 for all")
        }
        return count
    }

    /// `extentOfInterest` in degrees; without a spatial reference it is in inSR (documented).
    private static func area(_ request: ServiceRequest, _ from: SpatialReference) throws(ServiceError) -> Envelope? {
        guard let text = request.given("extentofinterest") else { return nil }
        guard let json = try? JSONReader.read(json5: Array(text.utf8)), let box = Envelope(json: json) else {
            throw request.badShape("extentOfInterest", text, "{ xmin, ymin, xmax, ymax, spatialReference }")
        }
        let reference = json["spatialReference"].map(SpatialReference.init(json:)) ?? from
        return reference.project(box, to: .wgs84)
    }

    private static func json(_ shift: DatumTransformation.Candidate) -> JSON {
        let numbers: [JSON.Member] = [.init("wkid", .int(shift.code)), .init("latestWkid", .int(shift.code))]
        let name = JSON.Member("name", .string(shift.name))
        guard !shift.isForward else { return .object(numbers + [name]) }
        let back = JSON.object(numbers + [.init("transformForward", .bool(false)), name])
        return .object([.init("geoTransforms", .array([back]))])
    }
}
