// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The refusals before any row is considered.
extension ServiceRequest {
    /// Returns the layer if the request may edit at all.
    func editable(_ operation: String) -> Swift.Result<Layer, Refused> {
        if let refused = notPosted(operation) { return .failure(refused) }
        return findRows(names["layer"] ?? "").map { $0.layer }
    }

    /// Refuses GET.
    func notPosted(_ operation: String) -> Refused? {
        guard method != "POST" else { return nil }
        var refused = Refused(
            code: 405, message: "Method not allowed", details: [],
            verdict: Verdict(
                MapServices.EditRules.method, facts: [.init("operation", operation), .init("method", method)],
                wouldPass: "POST"))
        refused.status = 405
        return refused
    }

    /// Refuses missing capabilities: Create to add, Update to change, Delete to delete (documented).
    func lacking(_ batch: EditBatch, _ layer: Layer) -> Refused? {
        if !batch.adds.isEmpty, let refused = lacking(capability: "Create", layer) { return refused }
        if !batch.updates.isEmpty, let refused = lacking(capability: "Update", layer) { return refused }
        if !batch.deletes.isEmpty, let refused = lacking(capability: "Delete", layer) { return refused }
        return nil
    }

    func lacking(capability: String, _ layer: Layer) -> Refused? {
        guard !service.may(capability, layer) else { return nil }
        return Refused(
            code: 400, message: "Requested operation is not supported by this service.", details: [],
            verdict: Verdict(
                MapServices.EditRules.capability,
                facts: [
                    .init("layer", String(layer.id)), .init("capabilities", service.featureCapabilities(layer)),
                    .init("missing", capability),
                ], wouldPass: "capabilities with \(capability)"))
    }

    func unsupported(_ name: String, _ value: String, _ wouldPass: String) -> Refused {
        Refused(
            code: 400, message: "Requested operation is not supported by this service.", details: [],
            verdict: Verdict(
                MapServices.EditRules.capability, facts: [.init("parameter", name), .init("value", value)],
                wouldPass: wouldPass))
    }

    func badEdit(_ operation: String, _ name: String, _ value: String, _ wouldPass: String) -> Refused {
        Refused(
            code: 400, message: "Unable to complete operation.", details: ["Unable to perform \(operation) operation."],
            verdict: Verdict(
                MapServices.EditRules.parameter,
                facts: [.init("parameter", name), .init("value", String(value.prefix(200)))], wouldPass: wouldPass))
    }

    /// The whole request taken back: docs/reference/reports.md#errors-in-the-middle.
    ///
    /// A request about one layer ends in the documented line; one about several names each, in the words of number
    /// 2000.
    mutating func rolledBack(_ failures: [EditFailure], _ batches: [EditBatch]) -> Refused {
        let numbers = choice(.editErrorNumbers)
        let wording = failures.map { $0.wording(numbers) }
        let end =
            batches.count == 1 ? ["Operation rolled back."] : batches.map { "Edits to layer \($0.layer) rolled back." }
        var verdict = failures[0].verdict
        verdict.facts.append(.init("rolledBack", "true"))
        verdict.wouldPass += "; or rollbackOnFailure=false for the others"
        return Refused(
            code: 400, message: "Unable to complete operation.",
            details: wording.map(\.description) + end,
            extendedCode: wording[0].extendedCode, verdict: verdict)
    }
}
