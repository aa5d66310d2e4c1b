// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension MapServices {
    /// The operations that change rows of a FeatureServer's layers.
    static let edited: [Resource] = [
        Resource(
            "applyEdits", [.featureServer], "Edits of several layers.", since: .v10_1,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/apply-edits-feature-service/")
        ) { $0.applyServiceEdits() },
        Resource(
            "{layer}/addFeatures", [.featureServer], "Adds rows.", since: .v10_0,
            evidence: .documented("docs/reference/editing.md#documentation; captured in Esri/arcgis-rest-js")
        ) { $0.edit("addFeatures", results: "addResults") { $0.adds = $1 } },
        Resource(
            "{layer}/updateFeatures", [.featureServer], "Changes rows.", since: .v10_0,
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/update-features/")
        ) { $0.edit("updateFeatures", results: "updateResults") { $0.updates = $1 } },
        Resource(
            "{layer}/deleteFeatures", [.featureServer], "Deletes rows.", since: .v10_0,
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/delete-features/")
        ) { $0.deleteFeatures() },
        Resource(
            "{layer}/applyEdits", [.featureServer], "Adds, changes and deletes rows.", since: .v10_0,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/apply-edits-feature-service-layer/")
        ) { $0.applyEdits() },
        Resource(
            "{layer}/calculate", [.featureServer], "Sets fields of many rows.", since: .v10_1,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/calculate-feature-service-layer/")
        ) { $0.calculate() },
        Resource(
            "{layer}/validateSQL", [.featureServer], "Validates a clause.", since: .v10_3,
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/validate-sql-feature-service-layer/")
        ) { $0.validateSQL() },
        Resource(
            "jobs/{job}/status", [.featureServer], "The status of an asynchronous edit.", since: .v10_9_1,
            evidence: .documented("docs/reference/editing.md#documentation: applyEdits, example six")
        ) { $0.jobStatus() },
    ]
}

/// The operations that edit one layer: docs/reference/editing.md#operations.
extension ServiceRequest {
    /// `addFeatures` and `updateFeatures`, with one array of features.
    mutating func edit(
        _ operation: String, results: String, _ fill: (inout EditBatch, [JSON]) -> Void
    ) -> Result {
        let layer: Layer
        switch editable(operation) {
        case .failure(let refused): return .refused(refused)
        case .success(let found): layer = found
        }
        guard let text = given("features"), let features = list(text) else {
            return .refused(badEdit(operation, "features", given("features") ?? "", "a JSON array of features"))
        }
        var batch = EditBatch(layer: layer.id)
        fill(&batch, features)
        if let refused = lacking(batch, layer) { return .refused(refused) }
        return answer([batch]) { reading, outcomes in
            let outcome = outcomes[0]
            return [reading.member(results, outcome.adds + outcome.updates)]
        }
    }

    /// Deletes rows. By object ids each row has its result; by a filter there is one for all (documented).
    mutating func deleteFeatures() -> Result {
        let layer: Layer
        switch editable("deleteFeatures") {
        case .failure(let refused): return .refused(refused)
        case .success(let found): layer = found
        }
        var batch = EditBatch(layer: layer.id)
        let isListed = given("objectids") != nil
        if isListed, given("where") == nil, given("geometry") == nil {
            batch.deletes = EditBatch.keys(given("objectids") ?? "", globalIDs: false)
            if case .unreadable(let part) = batch.deletes.first(where: {
                if case .unreadable = $0 { true } else { false }
            }) {
                return .refused(badEdit("deleteFeatures", "objectIds", part, "numbers with commas"))
            }
        } else {
            switch plan(layer: String(layer.id)).flatMap({ $0.ids() }) {
            case .failure(var refused):
                refused.details = ["Unable to perform deleteFeatures operation."]
                return .refused(refused)
            case .success(let ids): batch.deletes = ids.map(EditBatch.Key.objectID)
            }
        }
        if let refused = lacking(capability: "Delete", layer) { return .refused(refused) }
        let isBrief = !isListed || version.hasDeleteChoices && !isTrue("returndeleteresults", default: true)
        let isLater = version.hasDeleteChoices && isTrue("async")
        return answer([batch], isLater: isLater) { reading, outcomes in
            isBrief ? [.init("success", .bool(true))] : [reading.member("deleteResults", outcomes[0].deletes)]
        }
    }

    mutating func applyEdits() -> Result {
        let layer: Layer
        switch editable("applyEdits") {
        case .failure(let refused): return .refused(refused)
        case .success(let found): layer = found
        }
        if let refused = uploaded() { return .refused(refused) }
        var parameters: [JSON.Member] = []
        for name in ["adds", "updates", "attachments"] {
            guard let text = given(name) else { continue }
            guard let json = try? JSONReader.read(Array(text.utf8)) else {
                return .refused(badEdit("applyEdits", name, text, "JSON"))
            }
            parameters.append(.init(name, json))
        }
        if let text = given("deletes") { parameters.append(.init("deletes", .string(text))) }
        switch batch(.object(parameters), layer) {
        case .failure(let refused): return .refused(refused)
        case .success(let batch):
            let isLater = version.hasAsyncEdits && isTrue("async")
            return answer([batch], isLater: isLater) { reading, outcomes in reading.members(outcomes[0]) }
        }
    }

    /// Refuses edits in an uploaded file: ignoring them would claim that they were made.
    func uploaded() -> Refused? {
        guard version.hasEditResultsChoice, let id = given("editsuploadid") else { return nil }
        return unsupported("editsUploadId", id, "the edits themselves in the request")
    }

    /// Returns the edits of one layer from its parameters, or from its entry in those of a service.
    func batch(_ json: JSON, _ layer: Layer) -> Swift.Result<EditBatch, Refused> {
        var batch = EditBatch(layer: layer.id, usesGlobalIDs: version.hasGlobalIDEdits && isTrue("useglobalids"))
        for name in ["adds", "updates"] {
            guard let value = json[name], value != .null, value.text != "" else { continue }
            guard let features = value.elements else {
                let text = String(decoding: JSONWriter.json(value), as: UTF8.self)
                return .failure(badEdit("applyEdits", name, text, "a JSON array of features"))
            }
            if name == "adds" { batch.adds = features } else { batch.updates = features }
        }
        if let deletes = json["deletes"], deletes != .null {
            let text = deletes.text ?? String(decoding: JSONWriter.json(deletes), as: UTF8.self)
            batch.deletes = EditBatch.keys(text, globalIDs: batch.usesGlobalIDs)
        }
        // Attachments count only with global ids (documented).
        if batch.usesGlobalIDs, let attachments = json["attachments"], attachments.members?.isEmpty == false {
            batch.attachments = attachments
        }
        if batch.usesGlobalIDs, layer.data?.globalIDField == nil {
            return .failure(unsupported("useGlobalIds", "true", "a layer with a field of type esriFieldTypeGlobalID"))
        }
        if let refused = lacking(batch, layer) { return .failure(refused) }
        return .success(batch)
    }

    /// Commits the edits, now or later, and returns the answer; `members` are its keys.
    mutating func answer(
        _ batches: [EditBatch], isLater: Bool = false,
        _ members: @escaping @Sendable (inout ServiceRequest, [EditOutcome]) -> [JSON.Member]
    ) -> Result {
        isLater ? later(batches, members) : commit(batches, members)
    }

    mutating func commit(
        _ batches: [EditBatch], _ members: @Sendable (inout ServiceRequest, [EditOutcome]) -> [JSON.Member]
    ) -> Result {
        switch make(batches) {
        case .failure(let refused): return .refused(refused)
        case .success(let outcomes):
            if version.hasEditResultsChoice, !isTrue("returneditresults", default: true) {
                return .json(.object([.init("success", .bool(true))]))
            }
            let failures = outcomes.flatMap(\.failures)
            let json = JSON.object(members(&self, outcomes) + editMoment)
            return failures.isEmpty ? .json(json) : .judged(json, failures.map(\.verdict))
        }
    }

    /// The time of the edits, if it was requested.
    var editMoment: [JSON.Member] {
        guard version.hasEditMoment, isTrue("returneditmoment") else { return [] }
        return [.init("editMoment", .number(String(now.milliseconds)))]
    }

    /// Returns three arrays whatever was requested (documented), and those of attachments if there were any.
    mutating func members(_ outcome: EditOutcome) -> [JSON.Member] {
        var members = [
            member("addResults", outcome.adds), member("updateResults", outcome.updates),
            member("deleteResults", outcome.deletes),
        ]
        if outcome.hasAttachments {
            members.append(
                .init(
                    "attachments",
                    .object([
                        member("addResults", outcome.attachmentAdds),
                        member("updateResults", outcome.attachmentUpdates),
                        member("deleteResults", outcome.attachmentDeletes),
                    ])))
        }
        return members
    }

    mutating func member(_ name: String, _ results: [EditResult]) -> JSON.Member {
        let (numbers, extended) = (choice(.editErrorNumbers), choice(.editExtendedCode))
        return .init(name, .array(results.map { $0.json(version, numbers: numbers, extended: extended) }))
    }

    /// Reads a JSON array; clients send an empty string for none.
    private func list(_ text: String) -> [JSON]? { (try? JSONReader.read(Array(text.utf8)))?.elements }
}
