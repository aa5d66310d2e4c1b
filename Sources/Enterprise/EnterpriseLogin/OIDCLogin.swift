// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// The portal as a client of an OpenID Connect provider. The path that receives the code has the provider's id
/// (docs/reference/enterprise-logins.md#openid-connect, 4.1).
enum OIDCLogin {
    /// `oauth2/oidc/{id}/authorize`: sends the browser to the provider.
    static func authorize(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        let key = context.parameters.given("oauth_state") ?? ""
        guard deployment.portals[index].hasOIDCLogins,
            deployment.portals[index].oauth.signIn(key, at: context.now) != nil
        else { return SignInDoor.unknown(key) }
        let nonce = Hex.encode(deployment.generator.bytes(16))
        let settings = deployment.portals[index].oidc
        let verifier = settings?.usesPKCE == true ? OAuthState.string(33, &deployment.generator) : nil
        deployment.portals[index].oauth.change(key) { ($0.requestID, $0.verifier) = (nonce, verifier) }
        var query = [
            ("client_id", settings?.clientID ?? OIDCProvider.clientID(deployment.portals[index])),
            ("response_type", "code"), ("scope", settings?.scopes ?? "openid profile email"),
            ("redirect_uri", deployment.oidcCallback(portal: index, context)), ("state", key), ("nonce", nonce),
        ]
        if let verifier {
            query += [
                ("code_challenge", OAuthState.Challenge.value(of: verifier)), ("code_challenge_method", "S256"),
            ]
        }
        let target = settings?.authorizationEndpoint ?? "\(deployment.idpURL(context))/oidc/authorize"
        return Outcome(body: .redirect(RedirectURI.with(query: query, target)))
    }

    /// `oauth2/oidc/{id}/signin`: receives the provider's code. The portal redeems that of the built-in provider in process,
    /// and another's over a socket.
    static func signIn(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        let key = context.parameters.given("state") ?? ""
        guard let signIn = deployment.portals[index].oauth.signIn(key, at: context.now) else {
            return SignInDoor.unknown(key)
        }
        if let settings = deployment.portals[index].oidc {
            return redeem(&deployment, &context, index, settings, key, signIn)
        }
        let string = context.parameters.given("code") ?? ""
        guard let code = deployment.oidcCodes.removeValue(forKey: string), code.portal == index,
            let nonce = signIn.requestID, code.nonce == nonce,
            context.now < code.made.advanced(minutes: OAuthState.codeMinutes)
        else {
            return SAMLSignIn.refused(
                Verdict(
                    EnterpriseLogin.Rules.oidcCode,
                    facts: [.init("code", string.isEmpty ? "none" : "unknown or used")],
                    wouldPass: "the code that the provider issued for this sign-in"),
                [EnterpriseLogin.ErrorBodies.noProfile])
        }
        // Whatever is wrong between portal and provider, the page says the same.
        if let fault = deployment.portals[index].oidcFaults.first {
            return SAMLSignIn.refused(
                Verdict(
                    EnterpriseLogin.Rules.noProfile, facts: [.init("fault", fault.rawValue)],
                    wouldPass: "a provider and a portal whose settings agree"),
                [EnterpriseLogin.ErrorBodies.noProfile])
        }
        context.caller = deployment.portals[index].accounts[code.account].username
        deployment.portals[index].oauth.end(key)
        return Authorize.finish(&deployment, context, index, signIn, code.account)
    }
}

extension OIDCLogin {
    /// Returns the id of the portal's provider: 16 letters and digits.
    static func id(_ portal: PortalState) -> String {
        portal.oidc?.id ?? FederatedServers.id("oidc/\(portal.name)")
    }
}

extension Deployment {
    func oidcCallback(portal index: Int, _ context: RequestContext) -> String {
        "\(url(ofPortal: index, context))/sharing/rest/oauth2/oidc/\(OIDCLogin.id(portals[index]))/signin"
    }
}
