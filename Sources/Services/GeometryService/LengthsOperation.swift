// SPDX-License-Identifier: Apache-2.0

import Formats

/// `lengths`: in lengthUnit, or else in the units of the spatial reference, or meters on the ellipsoid (documented).
enum LengthsOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        let list = try request.shapes("polylines", [.polyline])
        let measuring = try Measuring(request, request.reference("sr"))
        let factor = try measuring.factor(request.unit("lengthUnit"), "lengthUnit")
        var lengths: [JSON] = []
        for shape in list.shapes { lengths.append(.double(try measuring.length(shape) * factor)) }
        return .object([.init("lengths", .array(lengths))])
    }
}
