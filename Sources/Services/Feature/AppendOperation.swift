// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `append`: the rows of an uploaded file, of an item, or of the request are added to a layer, later
/// (docs/reference/editing.md#append).
package enum AppendOperation {
    /// The name under which the door hands over the data of the item that `appendItemId` names.
    package static let itemFile = "appenditemid"

    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try request.posted("append")
        // Of the service, `append` without a layer is of the one that it maps to.
        if request.names["layer"] == nil { request.names["layer"] = try mapped(request, service) }
        let layer = try request.rows(ofLayer: request.names["layer"] ?? "", in: service).layer
        try request.may(.create, layer, in: service)
        let (bytes, format) = try source(request, service)
        let rows = try rows(bytes, format, request)
        return begin(rows, layer.id, &request, &service)
    }

    private static func mapped(_ request: ServiceRequest, _ service: ServiceModel) throws(ServiceError) -> String {
        let given = request.given("layermappings").flatMap { try? JSONReader.read(Array($0.utf8)) }
        if let id = given?.elements?.first?["id"]?.integer { return String(id) }
        if let id = request.given("layers").flatMap({ $0.split { "[], ".contains($0) }.first }) { return String(id) }
        return service.layers.first.map { String($0.id) } ?? ""
    }

    /// Returns the bytes that are appended, and their format.
    private static func source(
        _ request: ServiceRequest, _ service: ServiceModel
    ) throws(ServiceError) -> ([UInt8], UploadedLayers.Format) {
        let asked = request.given("appenduploadformat") ?? "featureCollection"
        let format = UploadedLayers.Format.allCases.first { ASCII.equal($0.rawValue, asked) }
        guard let format else { throw unread("appendUploadFormat", asked, "one of \(formats)") }
        if let id = request.given("appenduploadid") {
            guard let upload = service.uploads.first(where: { $0.id == id && $0.isCommitted }) else {
                throw unread("appendUploadId", id, "the itemID of an upload that was committed")
            }
            return (upload.bytes, format)
        }
        if let file = request.files.first(where: { $0.name == itemFile }) { return (file.bytes, format) }
        if let id = request.given("appenditemid") { throw unread("appendItemId", id, "the id of an item with a file") }
        guard let edits = request.given("edits") else {
            throw unread("edits", "absent", "appendUploadId, appendItemId or edits")
        }
        return (Array(edits.utf8), format)
    }

    /// Returns the rows as features of Esri JSON.
    private static func rows(
        _ bytes: [UInt8], _ format: UploadedLayers.Format, _ request: ServiceRequest
    ) throws(ServiceError) -> [JSON] {
        var content = bytes
        // In a request a feature collection is one layer, or a list of them.
        if format == .featureCollection, let root = try? JSONReader.read(bytes), root["layers"] == nil {
            let one = root.elements?.first ?? root
            content = JSONWriter.json(.object([.init("layers", .array([one]))]))
        }
        let info = request.given("appendsourceinfo").flatMap { try? JSONReader.read(Array($0.utf8)) } ?? .null
        do throws(UploadedLayers.Failure) {
            let layers = try UploadedLayers.read(content, format, name: "append", info)
            let wanted = request.given("sourcetablename")
            let layer = layers.first { $0.name == wanted } ?? layers.first
            guard let store = layer?.store else { return [] }
            let data = store.layer
            return store.inOrder.map { row in
                let values = zip(data.fields, row.values).filter { $0.0.type != .objectID }
                    .map { JSON.Member($0.0.name, $0.1) }
                let shape: [JSON.Member] = row.geometry.map { [.init("geometry", $0)] } ?? []
                return .object([.init("attributes", .object(values))] + shape)
            }
        } catch {
            throw unread("source", error.reason, "a file of the format \(format.rawValue)")
        }
    }

    /// Adds the rows when the job is due: all of them, or those that the layer takes.
    private static func begin(
        _ rows: [JSON], _ layer: Int, _ request: inout ServiceRequest, _ service: inout ServiceModel
    ) -> ServiceResponse {
        let mapping = request.given("fieldmappings").flatMap { try? JSONReader.read(Array($0.utf8)) }?.elements ?? []
        let names = Dictionary(
            mapping.compactMap { one in
                one["sourceName"]?.text.flatMap { source in one["name"]?.text.map { (source, $0) } }
            }, uniquingKeysWith: { $1 })
        let renamed = rows.map { row in
            JSON.object(
                (row.members ?? []).map { member in
                    guard member.name == "attributes" else { return member }
                    return .init(
                        "attributes",
                        .object((member.value.members ?? []).map { .init(names[$0.name] ?? $0.name, $0.value) }))
                })
        }
        let submitted = request.now
        var batch = EditBatch(layer: layer)
        batch.adds = renamed
        let name = service.layers.first { $0.id == layer }?.name ?? ""
        let response = EditJob.begin(&request, in: &service) { [batch] request, service throws(ServiceError) in
            let outcomes = try EditCommit.make([batch], &request, in: &service)
            let added = outcomes.flatMap(\.adds)
            let failures = added.compactMap(\.failure)
            let body = status(name, submitted, request.now, added.count - failures.count, "Completed")
            return failures.isEmpty ? .json(body) : .judged(body, failures.map(\.verdict))
        }
        // The status is not that of applyEdits: it is the result itself.
        guard let job = service.jobs.last else { return response }
        return .json(
            .object([.init("statusUrl", .string("\(request.url)/\(layer)/append/jobs/\(job.id)"))]))
    }

    private static func status(
        _ layer: String, _ submitted: Instant, _ updated: Instant, _ count: Int, _ word: String
    ) -> JSON {
        .object([
            .init("layerName", .string(layer)), .init("submissionTime", .int(Int(submitted.milliseconds))),
            .init("lastUpdatedTime", .int(Int(updated.milliseconds))), .init("recordCount", .int(count)),
            .init("status", .string(word)),
        ])
    }

    /// The status of a job.
    static func job(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let id = request.names["job"] ?? ""
        guard let job = service.jobs.first(where: { $0.id == id }) else {
            throw ServiceError(
                Features.ErrorBodies.unknownJob,
                Verdict(
                    Features.EditRules.unknownJob, facts: [.init("job", id)],
                    wouldPass: service.jobs.last?.id ?? "a job that append began"))
        }
        let begun = job.due.advanced(milliseconds: -EditJob.milliseconds)
        switch job.result {
        case nil: return .json(status(request.names["layer"] ?? "", begun, request.now, 0, "InProgress"))
        case .success(let response)?: return response
        case .failure(let error)?:
            return .judged(status(request.names["layer"] ?? "", begun, job.due, 0, "Failed"), [error.verdict])
        }
    }

    static let formats = UploadedLayers.Format.allCases.map(\.rawValue).joined(separator: ",")

    private static func unread(_ name: String, _ value: String, _ wouldPass: String) -> ServiceError {
        ServiceError(
            Features.ErrorBodies.notAppended.about(name),
            Verdict(Features.EditRules.append, facts: [.init(name, value)], wouldPass: wouldPass))
    }
}
