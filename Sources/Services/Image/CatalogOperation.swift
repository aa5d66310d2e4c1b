// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The catalog of an image service: its rows, and the files of its rasters.
enum CatalogOperation {
    static func query(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        guard let layer = service.layers.first else { throw request.noCatalog() }
        let plan = try request.plan(layer: String(layer.id), in: service)
        if let result = try plan.quickResult() { return result }
        return .deferred { () throws(ServiceError) in try plan.result() }
    }

    static func download(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        guard let store = service.layers.first?.store else { throw request.noCatalog() }
        let text = request.given("rasterids") ?? ""
        let ids = text.split(separator: ",").compactMap { Int(ASCII.trimmed($0)) }
        guard !ids.isEmpty else { throw request.badImage("rasterIds", text, "object ids of the catalog") }
        if let unknown = ids.first(where: { store.feature($0) == nil }) {
            throw request.unknownRaster("\(unknown)", hasCatalog: true)
        }
        let files = (service.imagery?.files ?? []).filter { file in file.rasters.contains(where: ids.contains) }
        return .json(
            .object([
                .init(
                    "rasterFiles",
                    .array(
                        files.map { file in
                            .object([
                                .init("id", .string(file.name)), .init("size", .int(file.size)),
                                .init("rasterIds", .array(file.rasters.filter(ids.contains).map(JSON.int))),
                            ])
                        }))
            ]))
    }

    static func file(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let id = request.given("id") ?? ""
        guard let file = service.imagery?.files.first(where: { $0.name == id }), let bytes = file.bytes else {
            throw request.badImage("id", id, "an id of download")
        }
        return .bytes(bytes, type: "application/octet-stream")
    }

    /// Without a name around it, as layers have (documented).
    static func raster(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let text = request.names["raster"] ?? ""
        guard let store = service.layers.first?.store, let id = Int(text), let row = store.feature(id) else {
            throw request.unknownRaster(text, hasCatalog: !service.layers.isEmpty)
        }
        let data = store.layer
        return .json(request.feature(row, data.indices, data, data.reference, hasGeometry: true))
    }
}
