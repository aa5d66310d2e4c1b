// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portals/{id}/oidc/register`, `update` and `unregister`. Only the path of `update` is documented
/// (docs/reference/enterprise-logins.md#openid-connect, 4.2); the parameters have the names of the resource's keys.
enum OIDCRegistration {
    static func register(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        administered(&deployment, &context) { deployment, context, index in
            var settings = OIDCSettings()
            settings.id = FederatedServers.id(
                "oidc/\(deployment.portals[index].name)/\(context.parameters["issuer"] ?? "")")
            return keep(&deployment, context, index, settings, name: "OpenID Connect")
        }
    }

    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        named(&deployment, &context) { deployment, context, index in
            // The built-in provider has nothing to set but its name.
            guard let settings = deployment.portals[index].oidc else {
                if let name = context.parameters.given("name") { deployment.portals[index].oidcName = name }
                return succeeded(OIDCLogin.id(deployment.portals[index]))
            }
            return keep(&deployment, context, index, settings, name: deployment.portals[index].oidcName ?? "")
        }
    }

    static func unregister(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        named(&deployment, &context) { deployment, _, index in
            let id = OIDCLogin.id(deployment.portals[index])
            (deployment.portals[index].oidc, deployment.portals[index].oidcName) = (nil, nil)
            return succeeded(id)
        }
    }

    private static func keep(
        _ deployment: inout Deployment, _ context: RequestContext, _ index: Int, _ settings: OIDCSettings, name: String
    ) -> Outcome {
        var settings = settings
        let given = context.parameters
        func text(_ name: String, _ path: WritableKeyPath<OIDCSettings, String>) {
            if let value = given.given(name) { settings[keyPath: path] = value }
        }
        text("clientid", \.clientID)
        text("clientsecret", \.clientSecret)
        text("issuer", \.issuer)
        text("authorizationendpoint", \.authorizationEndpoint)
        text("tokenendpoint", \.tokenEndpoint)
        text("jwksuri", \.keysURL)
        text("scopes", \.scopes)
        text("usernameclaim", \.usernameClaim)
        text("useridentifierclaim", \.identifierClaim)
        settings.userInfoEndpoint = given["userinfoendpoint"] ?? settings.userInfoEndpoint
        settings.logoutEndpoint = given["logoutendpoint"] ?? settings.logoutEndpoint
        if let value = given.given("usepkce") { settings.usesPKCE = ASCII.equal(value, "true") }
        if let value = given.given("signupmode") { settings.isOpen = ASCII.equal(value, "automatic") }
        guard settings.missing.isEmpty else {
            let missing = settings.missing.joined(separator: ", ")
            return SharingDoor.Refused(
                errorBody: EnterpriseLogin.ErrorBodies.unregistrable.about(
                    "idp '\(given.given("name") ?? name)' for account '\(PortalState.organizationID)', 'Invalid parameters.'"
                ),
                verdict: Verdict(
                    EnterpriseLogin.Rules.unregistrable, facts: [.init("why", "\(missing): missing")],
                    wouldPass: missing), context
            ).outcome
        }
        deployment.portals[index].oidc = settings
        deployment.portals[index].oidcName = given.given("name") ?? name
        return succeeded(OIDCLogin.id(deployment.portals[index]))
    }

    private static func succeeded(_ id: String) -> Outcome {
        .json(.object([.init("success", .bool(true)), .init("id", .string(id))]))
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
        _ body: (inout Deployment, inout RequestContext, Int) -> Outcome
    ) -> Outcome {
        administered(&deployment, &context) { deployment, context, index in
            let known = OIDCLogin.id(deployment.portals[index])
            guard deployment.portals[index].hasOIDCLogins, context.names["idp"] == known else {
                return LoginSettings.missing(context.names["idp"] ?? "none", known, context)
            }
            return body(&deployment, &context, index)
        }
    }
}
