// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `applyEdits` of a service: edits of several layers, performed together.
enum ServiceEditOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try request.posted("applyEdits")
        try request.notUploaded()
        let text = request.given("edits") ?? ""
        guard let entries = (try? JSONReader.read(Array(text.utf8)))?.elements, !entries.isEmpty else {
            throw request.badEdit("applyEdits", "edits", text, "a JSON array of layers with their edits")
        }
        var batches: [EditBatch] = []
        for entry in entries {
            guard let id = entry["id"]?.integer, let layer = service.layers.first(where: { $0.id == id }) else {
                throw noLayer(entry["id"], service)
            }
            guard layer.source != nil else { throw noLayer(.int(id), service) }
            batches.append(try request.batch(entry, layer, in: service))
        }
        guard request.isTrue("async"), request.version.hasAsyncEdits else {
            return try commit(batches, &request, in: &service)
        }
        return EditJob.begin(&request, in: &service) { [batches] request, service throws(ServiceError) in
            try commit(batches, &request, in: &service)
        }
    }

    /// Returns one entry per layer, in the order sent.
    private static func commit(
        _ batches: [EditBatch], _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let outcomes = try EditCommit.make(batches, &request, in: &service)
        if request.version.hasEditResultsChoice, !request.isTrue("returneditresults", default: true) {
            return .json(.object([.init("success", .bool(true))]))
        }
        var entries: [JSON] = []
        for outcome in outcomes {
            let results = [.init("id", .int(outcome.layer))] + request.members(outcome)
            entries.append(.object(results + editedFeatures(outcome, request, service) + request.editMoment))
        }
        let failures = outcomes.flatMap(\.failures)
        return failures.isEmpty ? .json(.array(entries)) : .judged(.array(entries), failures.map(\.verdict))
    }

    /// `returnServiceEditsOption=originalAndCurrentFeatures`: the rows that were edited, of changed ones what they were and
    /// what they are. The form is what Esri's API for JavaScript reads; only of edits that stand or fall together.
    private static func editedFeatures(
        _ outcome: EditOutcome, _ request: ServiceRequest, _ service: ServiceModel
    ) -> [JSON.Member] {
        guard request.version.hasServiceEdits,
            ASCII.equal(request.given("returnserviceeditsoption") ?? "", "originalAndCurrentFeatures"),
            request.isTrue("rollbackonfailure", default: true),
            let data = service.layers.first(where: { $0.id == outcome.layer })?.data
        else { return [] }
        func written(_ row: Feature) -> JSON {
            request.feature(row, data.indices, data, data.reference, hasGeometry: true)
        }
        var members: [JSON.Member] = [
            .init("adds", .array(outcome.added.map(written))),
            .init("updates", .array(outcome.changed.map { .array([written($0.original), written($0.current)]) })),
            .init("deletes", .array(outcome.deleted.map(written))),
        ]
        if data.geometryType != nil {
            members.append(.init("spatialReference", data.reference.short(request.version)))
        }
        return [.init("editedFeatures", .object(members))]
    }

    private static func noLayer(_ id: JSON?, _ service: ServiceModel) -> ServiceError {
        let ids = service.layers.map { String($0.id) }.joined(separator: ", ")
        let given = id.map { String(decoding: JSONWriter.json($0), as: UTF8.self) } ?? "nothing"
        return ServiceError(
            Features.ErrorBodies.unknownLayer,
            Verdict(
                Commons.Rules.unknownLayer, facts: [.init("layer", given), .init("service", service.name)],
                wouldPass: "one of \(ids)",
                evidence: .documented(
                    "developers.arcgis.com/rest/services-reference/enterprise/feature-service-error-codes/: 2001")))
    }
}
