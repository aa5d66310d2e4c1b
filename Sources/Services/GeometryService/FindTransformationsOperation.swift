// SPDX-License-Identifier: Apache-2.0

import Formats

/// `findTransformations`: what leads from one datum to another; nothing within the same (documented).
enum FindTransformationsOperation {
    static func answer(_ request: ServiceRequest) throws(ServiceError) -> JSON {
        _ = (try request.required("inSR"), try request.required("outSR"))
        return .object([.init("transformations", .array([]))])
    }
}
