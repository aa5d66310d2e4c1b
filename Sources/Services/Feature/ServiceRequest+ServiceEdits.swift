// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `applyEdits` of a service: edits of several layers, performed together.
extension ServiceRequest {
    mutating func applyServiceEdits() -> Result {
        if let refused = notPosted("applyEdits") { return .refused(refused) }
        if let refused = uploaded() { return .refused(refused) }
        let text = given("edits") ?? ""
        guard let entries = (try? JSONReader.read(Array(text.utf8)))?.elements, !entries.isEmpty else {
            return .refused(badEdit("applyEdits", "edits", text, "a JSON array of layers with their edits"))
        }
        var batches: [EditBatch] = []
        for entry in entries {
            guard let id = entry["id"]?.integer, let layer = service.layers.first(where: { $0.id == id }) else {
                return .refused(noLayer(entry["id"]))
            }
            guard layer.source != nil else { return .refused(noLayer(.int(id))) }
            switch batch(entry, layer) {
            case .failure(let refused): return .refused(refused)
            case .success(let batch): batches.append(batch)
            }
        }
        guard isTrue("async"), version.hasAsyncEdits else { return commitAll(batches) }
        return later { [batches] in $0.commitAll(batches) }
    }

    /// Returns one entry per layer, in the order sent.
    mutating func commitAll(_ batches: [EditBatch]) -> Result {
        switch make(batches) {
        case .failure(let refused): return .refused(refused)
        case .success(let outcomes):
            if version.hasEditResultsChoice, !isTrue("returneditresults", default: true) {
                return .json(.object([.init("success", .bool(true))]))
            }
            var entries: [JSON] = []
            for outcome in outcomes {
                let results = [.init("id", .int(outcome.layer))] + members(outcome)
                entries.append(.object(results + editedFeatures(outcome) + editMoment))
            }
            let failures = outcomes.flatMap(\.failures)
            return failures.isEmpty ? .json(.array(entries)) : .judged(.array(entries), failures.map(\.verdict))
        }
    }

    /// `returnServiceEditsOption=originalAndCurrentFeatures`: the rows that were edited, of changed ones what they were
    /// and what they are. The shape is what Esri's API for JavaScript reads; only of edits that stand or fall together.
    private func editedFeatures(_ outcome: EditOutcome) -> [JSON.Member] {
        guard version.hasServiceEdits,
            ASCII.equal(given("returnserviceeditsoption") ?? "", "originalAndCurrentFeatures"),
            isTrue("rollbackonfailure", default: true),
            let data = service.layers.first(where: { $0.id == outcome.layer })?.data
        else { return [] }
        func written(_ row: Feature) -> JSON {
            feature(row, data.indices, data, data.reference, hasGeometry: true)
        }
        var members: [JSON.Member] = [
            .init("adds", .array(outcome.added.map(written))),
            .init("updates", .array(outcome.changed.map { .array([written($0.original), written($0.current)]) })),
            .init("deletes", .array(outcome.deleted.map(written))),
        ]
        if data.geometryType != nil { members.append(.init("spatialReference", data.reference.short(version))) }
        return [.init("editedFeatures", .object(members))]
    }

    private func noLayer(_ id: JSON?) -> Refused {
        let ids = service.layers.map { String($0.id) }.joined(separator: ", ")
        let given = id.map { String(decoding: JSONWriter.json($0), as: UTF8.self) } ?? "nothing"
        return Refused(
            code: 400, message: "Unable to complete operation.", details: ["Layer not found."], extendedCode: nil,
            verdict: Verdict(
                MapServices.Rules.unknownLayer, facts: [.init("layer", given), .init("service", service.name)],
                wouldPass: "one of \(ids)",
                evidence: .documented(
                    "developers.arcgis.com/rest/services-reference/enterprise/feature-service-error-codes/: 2001")))
    }
}
