// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The errors of maps.
extension ServiceRequest {
    func badMapParameter(_ name: String, _ value: String, _ wouldPass: String) -> ServiceError {
        refuse(
            Maps.Rules.badParameter, [.init("parameter", name), .init("value", String(value.prefix(80)))],
            wouldPass: wouldPass, as: Imaging.ErrorBodies.exportParameter.about(name))
    }

    func identifiesNothing() -> ServiceError {
        ServiceError(
            Maps.ErrorBodies.noGeometry,
            Verdict(
                Maps.Rules.badParameter, facts: [.init("parameter", "geometry")],
                wouldPass: "geometry as x,y, or as JSON of the geometryType"))
    }

    func badReference(_ name: String, _ value: String) -> ServiceError {
        refuse(
            Maps.Rules.reference, [.init("parameter", name), .init("value", String(value.prefix(80)))],
            wouldPass: SpatialReference.known, as: Imaging.ErrorBodies.exportParameter.about(name))
    }

    func tooLarge(_ name: String, _ value: String) -> ServiceError {
        let limit = Maps.largestPicture
        return refuse(
            Maps.Rules.tooLarge, [.init(name, value), .init("maxImageWidth", String(limit))],
            wouldPass: "at most \(limit),\(limit)", as: Imaging.ErrorBodies.tooLarge)
    }

    func badDefinition(_ layer: Layer, _ text: String, _ failure: Where.Failure) -> ServiceError {
        let near = failure.unknownField.flatMap {
            Suggestion.nearest(to: $0, among: layer.data?.fields.map(\.name) ?? [])
        }
        return refuse(
            Maps.Rules.definition,
            [
                .init("layer", String(layer.id)), .init("condition", String(text.prefix(80))),
                .init("at", String(failure.offset)), .init("problem", failure.reason),
            ], wouldPass: near.map { "did you mean \($0)?" } ?? "the condition corrected at byte \(failure.offset)")
    }

    func notEmulated(_ name: String, _ value: String) -> ServiceError {
        ServiceError(
            Maps.ErrorBodies.notEmulated,
            Verdict(
                Maps.Rules.notEmulated,
                facts: [.init("parameter", name), .init("value", String(value.prefix(80)))],
                wouldPass: "the same request without \(name)"))
    }

    func badImageFormat(_ written: String) -> ServiceError {
        refuse(
            Maps.Rules.format, [.init("format", written)],
            wouldPass: PictureFormat.allCases.map(\.rawValue).joined(separator: ", "))
    }

    /// Returns the error of a service without a capability; captured for queries (CartoDB/cartodb#11317).
    func lacking(_ capability: String, _ offered: String) -> ServiceError {
        ServiceError(
            version >= .v11_0 ? Maps.ErrorBodies.capabilityNow : Maps.ErrorBodies.capability,
            Verdict(
                Maps.Rules.capability, facts: [.init("needs", capability), .init("capabilities", offered)],
                wouldPass: "a service with \(capability)"))
    }

    /// An ImageServer has a body of its own for some.
    private func refuse(
        _ rule: Rule, _ facts: [Verdict.Fact], wouldPass: String, as image: ErrorBody? = nil
    ) -> ServiceError {
        let body = kind == .imageServer ? image : nil
        return ServiceError(
            body ?? Maps.ErrorBodies.badParameter, Verdict(rule, facts: facts, wouldPass: wouldPass))
    }
}
