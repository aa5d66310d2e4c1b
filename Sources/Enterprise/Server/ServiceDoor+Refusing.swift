// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// What the door of a service says to whom it does not let in, and of services that are not there.
extension ServiceDoor {
    /// Returns 499; a browser is redirected to the login page instead (CartoDB/cartodb#6829: 302).
    static func required(_ resource: String, _ context: inout RequestContext) -> Refused {
        let verdict = Verdict(
            Tokens.Rules.required, facts: [.init("resource", resource)],
            wouldPass: "token=… in the query or body, or X-Esri-Authorization: Bearer …")
        if context.format == .html, let siteContext = context.call.request.target.segments.first {
            return Refused(
                outcome: Outcome(
                    body: .redirect(LoginPage.url("\(context.origin)/\(siteContext)/rest", context)), verdict: [verdict]
                ))
        }
        let errorBody =
            switch context.choice(.serviceTokenRequired) {
            case .unauthorized: Tokens.ErrorBodies.unauthorizedAccess
            case .hosted: Tokens.ErrorBodies.onlineTokenRequired
            case .subscription: Tokens.ErrorBodies.subscriptionTokenRequired
            case .basemap: Tokens.ErrorBodies.basemapTokenRequired
            default: Tokens.ErrorBodies.serverTokenRequired
            }
        return Refused(outcome: .refused(errorBody, verdict))
    }

    /// ArcGIS Server names the service in small letters, with its own type; hosted services have another sentence.
    static func notShared(
        _ service: ServiceState, _ type: String, _ caller: Caller, _ deployment: Deployment,
        _ context: inout RequestContext
    ) -> Outcome {
        let name = "\(service.name).\(type)"
        let body =
            context.choice(.serviceForbidden) == .hosted
            ? Tokens.ErrorBodies.onlineForbidden.about(name)
            : Tokens.ErrorBodies.serverForbidden.about(name.lowercased())
        return .refused(
            body,
            Verdict(
                Tokens.Rules.notShared,
                facts: [
                    .init("service", service.name), .init("access", "\(service.access)"),
                    .init("user", deployment.name(of: caller) ?? "nobody"),
                ], wouldPass: "a user with whom the service is shared"))
    }

    /// Answers for a service of a type that the double does not emulate and the scenario does not name: as a server does
    /// that has no such service.
    static func otherType(
        _ name: String, _ type: String, _ server: ServerState, _ context: inout RequestContext
    ) -> Outcome {
        let kinds = ServiceKind.allCases.map(\.rawValue).joined(separator: ", ")
        var outcome = notFound(name, type, server, &context)
        outcome.verdict = [
            Verdict(
                ServerDirectory.Rules.otherType, facts: [.init("service", name), .init("type", type)],
                wouldPass:
                    "{ name: \"\(name)\", type: \"\(type)\", json, results } in the scenario, or one of the types \(kinds)"
            )
        ]
        return outcome
    }

    /// Returns the type as a refusal names it: a FeatureServer is an extension of the MapServer, which is the service
    /// (captured: docs/reference/catalog-and-descriptions.md#missing-and-stopped-services).
    static func wordOfType(_ type: String) -> String { type == "FeatureServer" ? "MapServer" : type }

    static func notFound(
        _ name: String, _ type: String, _ server: ServerState, _ context: inout RequestContext
    ) -> Outcome {
        let code = context.choice(.serviceNotFoundCode) == .code500 ? 500 : 404
        let names = server.services.map(\.name)
        let errorBody =
            switch context.choice(.serviceNotFoundWords) {
            case .unauthorized:
                ServerDirectory.ErrorBodies.oldNotFound.about(["name": name, "type": wordOfType(type)])
            case .hosted: ServerDirectory.ErrorBodies.invalidURL
            default: ServerDirectory.ErrorBodies.notFound.about("\(name)/\(wordOfType(type))").with(code: code)
            }
        return .refused(
            errorBody,
            Verdict(
                ServerDirectory.Rules.notFound, facts: [.init("service", name)],
                wouldPass: Suggestion.nearest(to: name, among: names).map { "did you mean \($0)?" }
                    ?? (names.isEmpty ? "a server with services" : "one of \(names.prefix(8).joined(separator: ", "))"),
                evidence: context.evidence(.serviceNotFoundCode)),
            // A page of a newer server has the status of what it says (docs/reference/catalog-and-descriptions.md).
            status: context.format == .html && context.profile.version >= .v11_0 ? 404 : 200)
    }
}
