// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `add`, `update` and `delete` of rasters (documented: add-rasters, update-raster, delete-rasters). What an uploaded file
/// covers is not read from it: its footprint is what `geometry` says, or nothing.
enum CatalogEditOperation {
    static func add(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try request.posted("add")
        let layer = try catalog(request, service)
        guard request.given("rastertype") != nil else {
            throw request.badImage("rasterType", "", "rasterType=Raster Dataset")
        }
        let ids = words(request.given("itemids"))
        if ids.isEmpty, let url = request.given("serviceurl") {
            // A row that names the service; nothing is fetched.
            return try commit([(row(url, request), nil)], layer, &request, &service)
        }
        guard !ids.isEmpty else { throw request.badImage("itemIds", "", "the itemID of an upload, or serviceUrl") }
        var rows: [(JSON, Imagery.File?)] = []
        for id in ids {
            guard let upload = service.uploads.first(where: { $0.id == id && $0.isCommitted }) else {
                throw request.badImage("itemIds", id, service.uploads.last?.id ?? "the itemID of an upload")
            }
            rows.append(
                (
                    row(upload.name, request),
                    Imagery.File(name: upload.name, size: upload.bytes.count, rasters: [], bytes: upload.bytes)
                ))
        }
        return try commit(rows, layer, &request, &service)
    }

    private static func commit(
        _ rows: [(row: JSON, file: Imagery.File?)], _ layer: Layer, _ request: inout ServiceRequest,
        _ service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        var batch = EditBatch(layer: layer.id)
        batch.adds = rows.map(\.row)
        let results = try EditCommit.make([batch], &request, in: &service).first?.adds ?? []
        for (result, row) in zip(results, rows) {
            guard let id = result.objectID, result.failure == nil, var file = row.file else { continue }
            file.rasters = [id]
            service.imagery?.files.append(file)
        }
        return answer("addResults", results, &request)
    }

    static func update(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try request.posted("update")
        let layer = try catalog(request, service)
        let text = request.names["raster"] ?? request.given("rasterid") ?? ""
        guard let id = Int(ASCII.trimmed(text)), layer.store?.feature(id) != nil else {
            throw request.unknownRaster(text, hasCatalog: true)
        }
        var feature: [JSON.Member] = []
        var values: [JSON.Member] = []
        if let given = request.given("attributes") {
            guard let json = try? JSONReader.read(json5: Array(given.utf8)), let members = json.members else {
                throw request.badImage("attributes", given, #"{"Name":"…"}"#)
            }
            values = members
        }
        let key = layer.data?.objectIDField ?? "OBJECTID"
        values = values.filter { !ASCII.equal($0.name, key) } + [.init(key, .int(id))]
        feature.append(.init("attributes", .object(values)))
        if let shape = try geometry(request) { feature.append(.init("geometry", shape)) }
        for item in words(request.given("itemids")) {
            guard let upload = service.uploads.first(where: { $0.id == item && $0.isCommitted }) else {
                throw request.badImage("itemIds", item, service.uploads.last?.id ?? "the itemID of an upload")
            }
            service.imagery?.files.removeAll { $0.rasters == [id] }
            service.imagery?.files.append(
                Imagery.File(name: upload.name, size: upload.bytes.count, rasters: [id], bytes: upload.bytes))
        }
        var batch = EditBatch(layer: layer.id)
        batch.updates = [.object(feature)]
        let results = try EditCommit.make([batch], &request, in: &service).first?.updates ?? []
        return answer("updateResults", results, &request)
    }

    static func delete(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try request.posted("delete")
        let layer = try catalog(request, service)
        let text = request.given("rasterids") ?? ""
        let ids = words(text).map { Int($0) }
        guard !ids.isEmpty, !ids.contains(nil) else {
            throw request.badImage("rasterIds", text, "object ids of the catalog")
        }
        var batch = EditBatch(layer: layer.id)
        batch.deletes = ids.compactMap(\.self).map(EditBatch.Key.objectID)
        // Each raster by itself: what fails does not keep the others (documented: a result each).
        request.parameters.removeAll { $0.name == "rollbackonfailure" }
        request.parameters.append(.init("rollbackonfailure", "false"))
        let results = try EditCommit.make([batch], &request, in: &service).first?.deletes ?? []
        return answer("deleteResults", results, &request)
    }

    // MARK: what they share

    private static func catalog(_ request: ServiceRequest, _ service: ServiceModel) throws(ServiceError) -> Layer {
        guard let layer = service.layers.first, layer.source != nil else { throw request.noCatalog() }
        return layer
    }

    private static func words(_ text: String?) -> [String] {
        (text ?? "").split(separator: ",").map { ASCII.trimmed($0) }.filter { !$0.isEmpty }
    }

    private static func geometry(_ request: ServiceRequest) throws(ServiceError) -> JSON? {
        guard let text = request.given("geometry") else { return nil }
        guard let json = try? JSONReader.read(json5: Array(text.utf8)), json["rings"] != nil else {
            throw request.badImage("geometry", text, "{ rings: […] }")
        }
        return json
    }

    private static func row(_ name: String, _ request: ServiceRequest) -> JSON {
        var members: [JSON.Member] = [.init("attributes", .object([.init("Name", .string(name))]))]
        if let shape = try? geometry(request) { members.append(.init("geometry", shape)) }
        return .object(members)
    }

    /// `[{"rasterId","success","error"}]` (documented).
    private static func answer(
        _ name: String, _ results: [EditResult], _ request: inout ServiceRequest
    ) -> ServiceResponse {
        let numbers = request.choice(.editErrorNumbers)
        let list = results.map { result in
            JSON.object(
                [
                    .init("rasterId", result.objectID.map(JSON.int) ?? .null),
                    .init("success", .bool(result.failure == nil)),
                ] + (result.failure.map { [.init("error", $0.body(numbers).withoutExtendedCode.json)] } ?? []))
        }
        let json = JSON.object([.init(name, .array(list))])
        let failures = results.compactMap(\.failure)
        return failures.isEmpty ? .json(json) : .judged(json, failures.map(\.verdict))
    }
}
