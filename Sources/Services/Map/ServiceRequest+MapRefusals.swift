// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The words of refused maps: no service's own were captured for these causes, so the general ones of a bad parameter
/// are given (docs/reference/open-questions.md#q15).
extension ServiceRequest {
    func badMapParameter(_ name: String, _ value: String, _ wouldPass: String) -> Refused {
        refuse(
            MapServices.MapRules.badParameter, [.init("parameter", name), .init("value", String(value.prefix(80)))],
            wouldPass: wouldPass)
    }

    func badReference(_ name: String, _ value: String) -> Refused {
        refuse(
            MapServices.MapRules.reference, [.init("parameter", name), .init("value", String(value.prefix(80)))],
            wouldPass: "4326, 3857 or 102100")
    }

    func tooLarge(_ name: String, _ value: String) -> Refused {
        let limit = MapServices.largestPicture
        return refuse(
            MapServices.MapRules.tooLarge, [.init(name, value), .init("maxImageWidth", String(limit))],
            wouldPass: "at most \(limit),\(limit)")
    }

    func badDefinition(_ layer: Layer, _ text: String, _ failure: Where.Failure) -> Refused {
        let near = failure.unknownField.flatMap {
            Suggestion.nearest(to: $0, among: layer.data?.fields.map(\.name) ?? [])
        }
        return refuse(
            MapServices.MapRules.definition,
            [
                .init("layer", String(layer.id)), .init("condition", String(text.prefix(80))),
                .init("at", String(failure.offset)), .init("problem", failure.reason),
            ], wouldPass: near.map { "did you mean \($0)?" } ?? "the condition corrected at byte \(failure.offset)")
    }

    func notEmulated(_ name: String, _ value: String) -> Refused {
        Refused(
            code: 400, message: "Requested operation is not supported by this service.",
            details: ["The requested capability is not supported."],
            verdict: Verdict(
                MapServices.MapRules.notEmulated,
                facts: [.init("parameter", name), .init("value", String(value.prefix(80)))],
                wouldPass: "the same request without \(name)"))
    }

    /// Returns the error of a service without a capability; captured for queries (CartoDB/cartodb#11317).
    func lacking(_ capability: String, _ offered: String) -> Refused {
        Refused(
            code: 400, message: "Requested operation is not supported by this service.",
            details: ["The requested capability is not supported."],
            verdict: Verdict(
                MapServices.MapRules.capability,
                facts: [.init("needs", capability), .init("capabilities", offered)],
                wouldPass: "a service with \(capability)"))
    }

    /// Returns the error unless the service has a capability.
    func without(_ capability: String) -> Refused? {
        guard let offered = service.capabilities else { return nil }
        let list = offered.split(separator: ",").map { ASCII.trimmed($0) }
        return list.contains { ASCII.equal($0, capability) } ? nil : lacking(capability, offered)
    }

    private func refuse(_ rule: Rule, _ facts: [Verdict.Fact], wouldPass: String) -> Refused {
        Refused(
            code: 400, message: "Invalid or missing input parameters.", details: [],
            verdict: Verdict(rule, facts: facts, wouldPass: wouldPass))
    }
}
