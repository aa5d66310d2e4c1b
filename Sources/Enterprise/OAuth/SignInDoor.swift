import Facts
import Formats

/// `oauth2/signin`: what the sign-in page posts. Names are taken in any case here, unlike at generateToken.
enum SignInDoor {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        let key = visit.parameters.given("oauth_state") ?? ""
        guard let signIn = deployment.portals[place].oauth.signIn(key, at: visit.now), !visit.isGet else {
            return unknown(key)
        }
        // The app's registration may have changed while the person was typing (Esri/arcgis-maps-sdk-dotnet-samples#218).
        guard
            RedirectURI.isAllowed(
                signIn.redirectURI, deployment.redirectURIs(portal: place, app: signIn.app, visit))
        else { return unknown(key) }
        if visit.parameters.given("cancel") != nil {
            deployment.portals[place].oauth.end(key)
            return denied(deployment, visit, place, signIn)
        }
        let username = visit.parameters.given("username") ?? ""
        visit.caller = username.isEmpty ? nil : username
        switch check(&deployment, &visit, place, username) {
        case .failure(let refusal):
            let isLocked = refusal.because.rule.id == Tokens.Rules.lockedOut.id
            let message = isLocked ? OAuth.Said.tooManyAttempts : OAuth.Said.wrongCredentials
            var outcome = Outcome.page(SignInPage.page(deployment, &visit, place, key, messages: [message]))
            outcome.because = [refusal.because]
            return outcome
        case .success(let account):
            visit.caller = deployment.portals[place].accounts[account].username
            deployment.portals[place].oauth.end(key)
            return Authorize.finish(&deployment, visit, place, signIn, account)
        }
    }

    private static func check(
        _ deployment: inout Deployment, _ visit: inout Visit, _ place: Int, _ username: String
    ) -> Result<Int, Refusal> {
        guard deployment.portals[place].hasBuiltInLogins else {
            return .failure(
                Refusal(
                    Because(
                        OAuth.Rules.builtInOff, facts: [.init("username", username)],
                        wouldPass: "the way through the identity provider")))
        }
        let accounts = deployment.portals[place].accounts
        let spelt = accounts.number(namedLike: username).map { accounts[$0].username } ?? username
        let lockout = visit.choice(.lockoutPortal)
        return Credentials.check(
            spelt, visit.parameters.given("password") ?? "", in: &deployment.portals[place].accounts, at: visit.now,
            lockout: lockout)
    }

    static func unknown(_ key: String) -> Outcome {
        let page = Page(
            title: "Error: Invalid request", body: "<h1>Error 400</h1>\n<p class=\"error\">Invalid request</p>")
        var outcome = Outcome.page(page)
        outcome.status = 400
        outcome.because = [
            Because(
                OAuth.Rules.signInUnknown, facts: [.init("oauth_state", key.isEmpty ? "none" : "unknown or over")],
                wouldPass: "a sign-in begun at oauth2/authorize less than \(OAuthState.signInMinutes) minutes ago")
        ]
        return outcome
    }

    private static func denied(
        _ deployment: Deployment, _ visit: Visit, _ place: Int, _ signIn: OAuthState.SignIn
    ) -> Outcome {
        var list = [("error", "access_denied"), ("error_description", OAuth.Said.denied)]
        if let state = signIn.state { list.append(("state", state)) }
        let target = Authorize.target(deployment, visit, place, signIn)
        let url =
            signIn.isImplicit
            ? RedirectURI.with(fragment: list, target) : RedirectURI.with(query: list, target)
        return Outcome(
            body: .redirect(url),
            because: [Because(OAuth.Rules.denied, wouldPass: "the same with name and password")])
    }
}
