// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What is refused before any row is looked at.
extension ServiceRequest {
    private typealias Bodies = Features.ErrorBodies

    /// Returns the layer if the request may edit at all.
    func editable(_ operation: String, in service: ServiceModel) throws(ServiceError) -> Layer {
        try posted(operation)
        return try rows(ofLayer: names["layer"] ?? "", in: service).layer
    }

    /// Refuses GET.
    func posted(_ operation: String) throws(ServiceError) {
        guard method != "POST" else { return }
        throw ServiceError(
            Bodies.method,
            Verdict(
                Features.EditRules.method, facts: [.init("operation", operation), .init("method", method)],
                wouldPass: "POST"), status: 405)
    }

    /// Refuses missing capabilities: Create to add, Update to change, Delete to delete (documented).
    func may(_ batch: EditBatch, _ layer: Layer, in service: ServiceModel) throws(ServiceError) {
        if !batch.adds.isEmpty { try may(.create, layer, in: service) }
        if !batch.updates.isEmpty { try may(.update, layer, in: service) }
        if !batch.deletes.isEmpty { try may(.delete, layer, in: service) }
    }

    func may(_ capability: Capability, _ layer: Layer, in service: ServiceModel) throws(ServiceError) {
        guard !service.may(capability, layer, version) else { return }
        throw ServiceError(
            Bodies.capability,
            Verdict(
                Features.EditRules.capability,
                facts: [
                    .init("layer", String(layer.id)),
                    .init("capabilities", service.capabilities(.featureServer, layer, version)),
                    .init("missing", capability.rawValue),
                ], wouldPass: "capabilities with \(capability.rawValue)"))
    }

    func unsupported(
        _ name: String, _ value: String, _ wouldPass: String,
        _ body: ErrorBody = Features.ErrorBodies.unsupported
    ) -> ServiceError {
        ServiceError(
            body,
            Verdict(
                Features.EditRules.capability, facts: [.init("parameter", name), .init("value", value)],
                wouldPass: wouldPass))
    }

    func badEdit(_ operation: String, _ name: String, _ value: String, _ wouldPass: String) -> ServiceError {
        ServiceError(
            version.isOnline ? Bodies.hostedParameter.about(name) : Bodies.badParameter.about(operation),
            Verdict(
                Features.EditRules.parameter,
                facts: [.init("parameter", name), .init("value", String(value.prefix(200)))], wouldPass: wouldPass))
    }

    /// The whole request taken back: docs/reference/reports.md#errors-in-the-middle.
    ///
    /// A request about one layer ends in the documented line; one about several names each, as number 2000 does.
    mutating func rolledBack(_ failures: [EditFailure], _ batches: [EditBatch]) -> ServiceError {
        let numbers = choice(.editErrorNumbers)
        let failed = failures.map { $0.body(numbers) }
        let (body, end) =
            batches.count == 1
            ? (Bodies.rolledBack, Bodies.rolledBack.detailList)
            : (
                Bodies.layersRolledBack,
                batches.flatMap { Bodies.layersRolledBack.about(String($0.layer)).detailList }
            )
        var verdict = failures[0].verdict
        verdict.facts.append(.init("rolledBack", "true"))
        verdict.wouldPass += "; or rollbackOnFailure=false for the others"
        return ServiceError(
            body.with(extendedCode: failed[0].extendedCode, details: failed.map(\.message) + end), verdict)
    }
}
