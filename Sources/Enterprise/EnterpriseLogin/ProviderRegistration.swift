// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// `portals/{id}/idp/register`, `update`, `unregister` and `federation/register`: what is registered decides the next sign-in
/// (docs/reference/enterprise-logins.md#the-configuration-api, 2.2 to 2.5).
enum ProviderRegistration {
    /// `idp/register`. A portal has one provider: another takes its place.
    static func register(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        administered(&deployment, &context) { deployment, context, index in
            let name = context.parameters.given("name") ?? ""
            let external: SAMLProvider.External?
            switch ProviderMetadata.read(deployment, context) {
            case .failure(let reason): return unregistrable(name, reason, context)
            case .success(let found): external = found
            }
            var provider = SAMLProvider(name: name.isEmpty ? "Enterprise login" : name)
            provider.external = external
            provider.registered = .init(
                id: FederatedServers.id("idp/\(deployment.portals[index].name)/\(provider.issuer)"))
            if let reason = ProviderSettings.apply(context.parameters, to: &provider) {
                return unregistrable(name, reason, context)
            }
            deployment.portals[index].saml = provider
            return .json(succeeded(LoginSettings.id(deployment.portals[index])))
        }
    }

    /// `idp/{idp}/update`.
    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        named(&deployment, &context) { deployment, context, index, provider in
            var provider = provider
            if ProviderMetadata.isGiven(context) {
                switch ProviderMetadata.read(deployment, context) {
                case .failure(let reason): return unregistrable(provider.name, reason, context)
                case .success(let found): provider.external = found
                }
            }
            let id = LoginSettings.id(deployment.portals[index])
            provider.registered = provider.registered ?? .init(id: id)
            if let reason = ProviderSettings.apply(context.parameters, to: &provider) {
                return unregistrable(provider.name, reason, context)
            }
            deployment.portals[index].saml = provider
            return .json(succeeded(id))
        }
    }

    /// `idp/{idp}/unregister`. Its members stay, and have no way in.
    static func unregister(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        named(&deployment, &context) { deployment, _, index, _ in
            let id = LoginSettings.id(deployment.portals[index])
            deployment.portals[index].saml = nil
            deployment.portals[index].samlSessions = [:]
            return .json(succeeded(id))
        }
    }

    /// `idp/federation/register`: a federation stands in the place of the one provider (1.11).
    static func registerFederation(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        administered(&deployment, &context) { deployment, context, index in
            let given = context.parameters
            let name = given.given("name") ?? "Federation"
            guard let entityID = given.given("entityid"), let url = given.given("discoveryserviceurl") else {
                return unregistrable(name, .missing("entityId and discoveryServiceUrl"), context)
            }
            var provider = SAMLProvider(name: name)
            provider.external = SAMLProvider.External(
                entityID: entityID, redirectURL: url, postURL: nil,
                certificates: [given.given("certificate").map(SAMLProvider.External.pem)].compactMap(\.self))
            provider.registered = .init(
                id: FederatedServers.id("idp/\(deployment.portals[index].name)/\(entityID)"), discoveryURL: url)
            if let reason = ProviderSettings.apply(given, to: &provider) {
                return unregistrable(name, reason, context)
            }
            deployment.portals[index].saml = provider
            return .json(succeeded(LoginSettings.id(deployment.portals[index])))
        }
    }

    private static func succeeded(_ id: String) -> JSON {
        .object([.init("success", .bool(true)), .init("id", .string(id))])
    }

    private static func unregistrable(_ name: String, _ reason: Unregistrable, _ context: RequestContext) -> Outcome {
        var outcome = SharingDoor.Refused(
            errorBody: EnterpriseLogin.ErrorBodies.unregistrable.about(
                "idp '\(name)' for account '\(PortalState.organizationID)', '\(reason.text)'"),
            verdict: Verdict(
                EnterpriseLogin.Rules.unregistrable, facts: [.init("name", name), .init("why", reason.why)],
                wouldPass: reason.wouldPass), context
        ).outcome
        outcome.errand = reason.errand
        return outcome
    }

    private static func administered(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int) -> Outcome
    ) -> Outcome {
        ItemEdits.posted(&context) { context in
            PortalSelf.answer(&deployment, &context) { deployment, context, index, caller in
                OrganizationEdits.refuse(&deployment, &context, index, caller) ?? body(&deployment, &context, index)
            }
        }
    }

    private static func named(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int, SAMLProvider) -> Outcome
    ) -> Outcome {
        administered(&deployment, &context) { deployment, context, index in
            let known = LoginSettings.id(deployment.portals[index])
            guard let provider = deployment.portals[index].saml, context.names["idp"] == known else {
                return LoginSettings.missing(context.names["idp"] ?? "none", known, context)
            }
            return body(&deployment, &context, index, provider)
        }
    }
}
