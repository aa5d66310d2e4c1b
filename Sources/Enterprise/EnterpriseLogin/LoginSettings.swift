// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// How members sign in, as administrators read it: `idp` and `oidc` of `portals/self`
/// (docs/reference/enterprise-logins.md#the-configuration-api). Keys are documented; their order and the
/// values are inferred.
enum LoginSettings {
    /// `portals/{id}/idp`, and below it the provider by its id.
    static func identityProvider(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        administered(&deployment, &context) { deployment, context, index in
            guard let provider = deployment.portals[index].saml else { return .json(.object([])) }
            if let asked = context.names["idp"], asked != id(deployment.portals[index]) {
                return missing(asked, id(deployment.portals[index]), context)
            }
            return .json(ProviderDescription.json(provider, deployment, context, id: id(deployment.portals[index])))
        }
    }

    /// `portals/{id}/oidc`.
    static func openIDConnect(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        administered(&deployment, &context) { deployment, context, index in
            let portal = deployment.portals[index]
            guard let name = portal.oidcName else { return .json(.object([])) }
            let url = deployment.idpURL(context)
            var builtIn = OIDCSettings()
            builtIn.clientID = OIDCProvider.clientID(portal)
            builtIn.issuer = url
            builtIn.authorizationEndpoint = "\(url)/oidc/authorize"
            (builtIn.tokenEndpoint, builtIn.keysURL) = ("\(url)/oidc/token", "\(url)/oidc/jwks")
            builtIn.logoutEndpoint = "\(url)/logout"
            let settings = portal.oidc ?? builtIn
            // The secret is nobody's to read.
            return .json(
                .object([
                    .init("id", .string(OIDCLogin.id(portal))), .init("name", .string(name)),
                    .init("clientId", .string(settings.clientID)), .init("scopes", .string(settings.scopes)),
                    .init("issuer", .string(settings.issuer)),
                    .init("authorizationEndpoint", .string(settings.authorizationEndpoint)),
                    .init("tokenEndpoint", .string(settings.tokenEndpoint)),
                    .init("jwksUri", .string(settings.keysURL)),
                    .init("userInfoEndpoint", .orNull(settings.userInfoEndpoint)),
                    .init("logoutEndpoint", .orNull(settings.logoutEndpoint)),
                    .init("usernameClaim", .string(settings.usernameClaim)),
                    .init("userIdentifierClaim", .string(settings.identifierClaim)),
                    .init("usePKCE", .bool(settings.usesPKCE)),
                ]))
        }
    }

    /// Returns the id of the portal's SAML provider: 16 letters and digits.
    static func id(_ portal: PortalState) -> String {
        portal.saml?.registered?.id ?? FederatedServers.id("idp/\(portal.name)")
    }

    static func missing(_ asked: String, _ known: String, _ context: RequestContext) -> Outcome {
        let verdict = Verdict(
            EnterpriseLogin.Rules.providerMissing, facts: [.init("idp", asked)], wouldPass: "idp/\(known)")
        return SharingDoor.Refused(errorBody: EnterpriseLogin.ErrorBodies.providerMissing, verdict: verdict, context)
            .outcome
    }

    private static func administered(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int) -> Outcome
    ) -> Outcome {
        PortalSelf.answer(&deployment, &context) { deployment, context, index, caller in
            OrganizationEdits.refuse(&deployment, &context, index, caller) ?? body(&deployment, &context, index)
        }
    }
}
