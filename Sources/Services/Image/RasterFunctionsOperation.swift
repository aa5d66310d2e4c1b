// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `rasterFunctionInfos` and `keyProperties` of an image service: what its root and the scenario say.
enum RasterFunctionsOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let root = service.pasted ?? Description.imageServer.json(service.subject(request.version))
        return .json(
            .object([.init("rasterFunctionInfos", root["rasterFunctionInfos"] ?? .array([]))]))
    }

    /// The bands by their names; a raster that nobody described has no more (documented: key-properties).
    static func keyProperties(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let count = service.imagery?.bandCount ?? 1
        let bands = (1...max(1, count)).map { JSON.object([.init("BandName", .string("Band_\($0)"))]) }
        return .json(.object([.init("BandProperties", .array(bands))]))
    }
}
