import Facts
import Formats

/// `oauth2/authorize`: auth-reference 4.1 and 4.2.
enum Authorize {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        let signIn: OAuthState.SignIn
        switch read(deployment, &visit, place) {
        case .failure(let wrong): return wrong.outcome
        case .success(let found): signIn = found
        }
        // Who came through the web server in front has signed in already.
        if let account = visit.webTierAccount { return finish(&deployment, visit, place, signIn, account) }
        let key = deployment.portals[place].oauth.begin(signIn, &deployment.generator)
        let portal = deployment.portals[place]
        // With an identity provider and nothing else there is nothing to choose (captured, ArcGIS Online).
        if portal.hasSAMLLogins, !portal.hasBuiltInLogins, !portal.hasOIDCLogins {
            return Outcome(body: .redirect(SignInPage.samlURL(deployment, visit, place, key)))
        }
        return .page(SignInPage.page(deployment, &visit, place, key, messages: []))
    }

    private struct Wrong: Error {
        var outcome: Outcome
    }

    private static func read(
        _ deployment: Deployment, _ visit: inout Visit, _ place: Int
    ) -> Result<OAuthState.SignIn, Wrong> {
        let parameters = visit.parameters
        let portal = deployment.portals[place]
        let clientID = parameters.given("client_id") ?? ""
        guard let app = portal.apps.firstIndex(where: { $0.clientID == clientID }) else {
            return .failure(
                wrong(
                    "Invalid client_id",
                    Because(
                        OAuth.Rules.unknownClient, facts: [.init("client_id", clientID)],
                        wouldPass: "one of: \(portal.apps.map(\.clientID).joined(separator: ", "))")))
        }
        guard let redirect = parameters.given("redirect_uri") else {
            return .failure(
                wrong(
                    "redirect_uri not specified",
                    Because(OAuth.Rules.redirectMissing, wouldPass: "redirect_uri=\(OAuth.outOfBand)")))
        }
        let registered = deployment.redirectURIs(portal: place, app: app, visit)
        guard RedirectURI.isAllowed(redirect, registered) else {
            return .failure(
                wrong(
                    "Invalid redirect_uri",
                    Because(
                        OAuth.Rules.redirectUnregistered,
                        facts: [
                            .init("redirect_uri", redirect), .init("registered", registered.joined(separator: " ")),
                        ], wouldPass: registered.first.map { "redirect_uri=\($0)" } ?? "a registered redirect_uri")))
        }
        let type = parameters.given("response_type") ?? ""
        guard type == "code" || type == "token" else {
            return .failure(
                wrong(
                    "Invalid response_type",
                    Because(
                        OAuth.Rules.responseType, facts: [.init("response_type", type)],
                        wouldPass: "response_type=code or response_type=token")))
        }
        var challenge: OAuthState.Challenge?
        if let value = parameters.given("code_challenge") {
            // RFC 7636 section 4.3: plain unless given.
            let method = parameters.given("code_challenge_method") ?? "plain"
            guard method == "S256" || method == "plain" else {
                return .failure(
                    wrong(
                        "Invalid code_challenge_method",
                        Because(
                            OAuth.Rules.challengeMethod, facts: [.init("code_challenge_method", method)],
                            wouldPass: "code_challenge_method=S256")))
            }
            challenge = OAuthState.Challenge(value: value, isPlain: method == "plain")
        }
        return .success(
            OAuthState.SignIn(
                app: app, redirectURI: redirect, isImplicit: type == "token", state: parameters["state"],
                minutes: parameters.given("expiration").flatMap { Int64($0) }, challenge: challenge, began: visit.now))
    }

    /// Clients look for these words in the page's text, mobile ones in its title.
    private static func wrong(_ words: String, _ because: Because) -> Wrong {
        let page = Page(title: "Error: \(words)", body: "<h1>Error</h1>\n<p class=\"error\">Error: \(words)</p>")
        var outcome = Outcome.page(page)
        outcome.because = [because]
        return Wrong(outcome: outcome)
    }

    /// Sends the app its code or token.
    static func finish(
        _ deployment: inout Deployment, _ visit: Visit, _ place: Int, _ signIn: OAuthState.SignIn, _ account: Int
    ) -> Outcome {
        let portal = deployment.portals[place]
        if signIn.isImplicit {
            // Two hours unless asked, two weeks at most.
            let limit = min(portal.maximumMinutes ?? 20_160, 20_160)
            let wish = signIn.minutes ?? visit.parameters.given("expiration").flatMap { Int64($0) }
            let minutes = min(wish.flatMap { $0 > 0 ? $0 : nil } ?? 120, limit)
            let letters = OAuth.accessToken(&deployment, place, account, minutes, visit.now)
            var list = [
                ("access_token", letters), ("expires_in", "\(minutes * 60)"),
                ("username", portal.accounts[account].username), ("ssl", "\(portal.isSSLOnly)"),
            ]
            // Asking for exactly the maximum loses it (ArcGIS Web AppBuilder's token utilities).
            if wish != 20_160 { list.append(("persist", visit.parameters.given("persist") ?? "false")) }
            if let state = signIn.state { list.append(("state", state)) }
            return Outcome(body: .redirect(RedirectURI.with(fragment: list, target(deployment, visit, place, signIn))))
        }
        let code = OAuthState.letters(36, &deployment.generator)
        deployment.portals[place].oauth.codes[code] = OAuthState.Code(
            signIn: signIn, account: account, epoch: portal.accounts[account].epoch, made: visit.now)
        var list = [("code", code)]
        if let state = signIn.state { list.append(("state", state)) }
        return Outcome(body: .redirect(RedirectURI.with(query: list, target(deployment, visit, place, signIn))))
    }

    /// Who has no address is sent to the page that shows the code.
    static func target(
        _ deployment: Deployment, _ visit: Visit, _ place: Int, _ signIn: OAuthState.SignIn
    ) -> String {
        guard signIn.redirectURI == OAuth.outOfBand else { return signIn.redirectURI }
        return "\(deployment.url(ofPortal: place, visit))/sharing/rest/oauth2/approval"
    }
}

extension OAuth {
    /// A member's token that is bound to nothing.
    static func accessToken(
        _ deployment: inout Deployment, _ portal: Int, _ account: Int, _ minutes: Int64, _ now: Instant
    ) -> String {
        let token = Token(
            kind: .member, subject: account, epoch: deployment.portals[portal].accounts[account].epoch, binding: .none,
            issued: now, expires: now.advanced(minutes: minutes))
        return deployment.portals[portal].issuer.letters(token, generator: &deployment.generator)
    }
}

extension Deployment {
    /// Where an app may be sent back to, `{http}` and `{https}` filled in. The apps that every portal has take the
    /// portal's own origin as well.
    func redirectURIs(portal place: Int, app: Int, _ visit: Visit) -> [String] {
        let app = portals[place].apps[app]
        let filled = app.redirectURIs.map { uri in
            Placeholders.expand(uri) { name in
                name == "https"
                    ? listener(isSecure: true, visit) : name == "http" ? listener(isSecure: false, visit) : nil
            }
        }
        guard app.isStanding else { return filled }
        let own = PlainURL(url(ofPortal: place, visit)).map { ["\($0.scheme)://\($0.authority)"] } ?? []
        return filled + own + [listener(isSecure: true, visit), listener(isSecure: false, visit)]
    }

    /// The shared listener's origin in that scheme, with the host that the client called.
    private func listener(isSecure: Bool, _ visit: Visit) -> String {
        visit.origin(isSecure: isSecure, port: isSecure ? sharedPlace.https : sharedPlace.http)
    }
}
