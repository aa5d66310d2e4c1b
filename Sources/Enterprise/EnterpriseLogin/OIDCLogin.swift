import Facts
import Formats
import Trust

/// The portal as a client of an OpenID Connect provider. Esri's paths were never shown; these are inferred.
enum OIDCLogin {
    /// `oauth2/oidc/authorize`: sends the browser to the provider.
    static func authorize(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        let key = visit.parameters.given("oauth_state") ?? ""
        guard deployment.portals[place].hasOIDCLogins,
            deployment.portals[place].oauth.signIn(key, at: visit.now) != nil
        else { return SignInDoor.unknown(key) }
        let nonce = Hex.encode(deployment.generator.bytes(16))
        deployment.portals[place].oauth.change(key) { $0.requestID = nonce }
        let query = [
            ("client_id", OIDCProvider.clientID(deployment.portals[place])), ("response_type", "code"),
            ("scope", "openid profile email"), ("redirect_uri", deployment.oidcCallback(portal: place, visit)),
            ("state", key), ("nonce", nonce),
        ]
        return Outcome(body: .redirect(RedirectURI.with(query: query, "\(deployment.idpURL(visit))/oidc/authorize")))
    }

    /// `oauth2/oidc/signin`: the provider's code. The portal asks the provider in process, not over a socket.
    static func signIn(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        let key = visit.parameters.given("state") ?? ""
        guard let signIn = deployment.portals[place].oauth.signIn(key, at: visit.now) else {
            return SignInDoor.unknown(key)
        }
        let letters = visit.parameters.given("code") ?? ""
        guard let code = deployment.oidcCodes.removeValue(forKey: letters), code.portal == place,
            let nonce = signIn.requestID, code.nonce == nonce,
            visit.now < code.made.advanced(minutes: OAuthState.codeMinutes)
        else {
            var outcome = Outcome.page(
                Page(
                    title: "Error",
                    body: "<h1>Error</h1>\n<p class=\"error\">Unable to sign you in to ArcGIS Enterprise</p>"))
            outcome.because = [
                Because(
                    EnterpriseLogin.Rules.oidcCode,
                    facts: [.init("code", letters.isEmpty ? "none" : "unknown or used")],
                    wouldPass: "the code that the provider gave for this very sign-in")
            ]
            return outcome
        }
        visit.caller = deployment.portals[place].accounts[code.account].username
        deployment.portals[place].oauth.end(key)
        return Authorize.finish(&deployment, visit, place, signIn, code.account)
    }
}

extension Deployment {
    func oidcCallback(portal place: Int, _ visit: Visit) -> String {
        "\(url(ofPortal: place, visit))/sharing/rest/oauth2/oidc/signin"
    }
}
