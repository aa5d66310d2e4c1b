// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `oauth2/authorize`: docs/reference/oauth.md#endpoints and docs/reference/oauth.md#the-sign-in-page.
enum Authorize {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        let signIn: OAuthState.SignIn
        switch read(deployment, &context, index) {
        case .failure(let wrong): return wrong.outcome
        case .success(let found): signIn = found
        }
        // A user who came through the web server in front has already signed in.
        if let account = context.webTierAccount { return finish(&deployment, context, index, signIn, account) }
        let key = deployment.portals[index].oauth.begin(signIn, &deployment.generator)
        let portal = deployment.portals[index]
        // With a single identity provider there is nothing to choose (captured, ArcGIS Online).
        if portal.hasSAMLLogins, !portal.hasBuiltInLogins, !portal.hasOIDCLogins {
            return Outcome(body: .redirect(SignInPage.samlURL(deployment, context, index, key)))
        }
        return .page(SignInPage.page(deployment, &context, index, key, messages: []))
    }

    private struct Wrong: Error {
        var outcome: Outcome
    }

    private static func read(
        _ deployment: Deployment, _ context: inout RequestContext, _ index: Int
    ) -> Result<OAuthState.SignIn, Wrong> {
        let parameters = context.parameters
        let portal = deployment.portals[index]
        let clientID = parameters.given("client_id") ?? ""
        guard let app = portal.apps.firstIndex(where: { $0.clientID == clientID }) else {
            return .failure(
                wrong(
                    "Invalid client_id",
                    Verdict(
                        OAuth.Rules.unknownClient, facts: [.init("client_id", clientID)],
                        wouldPass: "one of: \(portal.apps.map(\.clientID).joined(separator: ", "))")))
        }
        guard let redirect = parameters.given("redirect_uri") else {
            return .failure(
                wrong(
                    "redirect_uri not specified",
                    Verdict(OAuth.Rules.redirectMissing, wouldPass: "redirect_uri=\(OAuth.outOfBand)")))
        }
        let registered = deployment.redirectURIs(portal: index, app: app, context)
        guard RedirectURI.isAllowed(redirect, registered) else {
            return .failure(
                wrong(
                    "Invalid redirect_uri",
                    Verdict(
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
                    Verdict(
                        OAuth.Rules.responseType, facts: [.init("response_type", type)],
                        wouldPass: "response_type=code or response_type=token")))
        }
        var challenge: OAuthState.Challenge?
        if let value = parameters.given("code_challenge") {
            // The method is plain unless given (RFC 7636 section 4.3).
            let method = parameters.given("code_challenge_method") ?? "plain"
            guard method == "S256" || method == "plain" else {
                return .failure(
                    wrong(
                        "Invalid code_challenge_method",
                        Verdict(
                            OAuth.Rules.challengeMethod, facts: [.init("code_challenge_method", method)],
                            wouldPass: "code_challenge_method=S256")))
            }
            challenge = OAuthState.Challenge(value: value, isPlain: method == "plain")
        }
        return .success(
            OAuthState.SignIn(
                app: app, redirectURI: redirect, isImplicit: type == "token", state: parameters["state"],
                minutes: parameters.given("expiration").flatMap { Int64($0) }, challenge: challenge, began: context.now)
        )
    }

    /// Returns a page with an error, in the lines of a page of ArcGIS Online (Pipedream#16985). Clients look for the text
    /// in the page, mobile ones in its title.
    private static func wrong(_ message: String, _ verdict: Verdict) -> Wrong {
        let page = Page(
            title: "Error: \(message)",
            body: "<h1>ArcGIS Portal Directory</h1>\n<h2>Error</h2>\n<p class=\"error\">\(message)</p>\n"
                + "<p>Error: 400</p>\n<p hidden>Error: \(message)</p>")
        var outcome = Outcome.page(page)
        outcome.verdict = [verdict]
        return Wrong(outcome: outcome)
    }

    /// Redirects to the app with its code or token.
    static func finish(
        _ deployment: inout Deployment, _ context: RequestContext, _ index: Int, _ signIn: OAuthState.SignIn,
        _ account: Int
    ) -> Outcome {
        let portal = deployment.portals[index]
        if signIn.isImplicit {
            // Two hours by default, two weeks at most.
            let limit = min(portal.maximumMinutes ?? 20_160, 20_160)
            let wish = signIn.minutes ?? context.parameters.given("expiration").flatMap { Int64($0) }
            let minutes = min(wish.flatMap { $0 > 0 ? $0 : nil } ?? 120, limit)
            let string = OAuth.accessToken(&deployment, index, account, minutes, context.now)
            var list = [
                ("access_token", string), ("expires_in", "\(minutes * 60)"),
                ("username", portal.accounts[account].username), ("ssl", "\(portal.isSSLOnly)"),
            ]
            // A request for exactly the maximum loses it (ArcGIS Web AppBuilder's token utilities).
            if wish != 20_160 { list.append(("persist", context.parameters.given("persist") ?? "false")) }
            if let state = signIn.state { list.append(("state", state)) }
            return Outcome(
                body: .redirect(RedirectURI.with(fragment: list, target(deployment, context, index, signIn))))
        }
        let code = OAuthState.string(36, &deployment.generator)
        deployment.portals[index].oauth.codes[code] = OAuthState.Code(
            signIn: signIn, account: account, epoch: portal.accounts[account].epoch, made: context.now)
        var list = [("code", code)]
        if let state = signIn.state { list.append(("state", state)) }
        return Outcome(body: .redirect(RedirectURI.with(query: list, target(deployment, context, index, signIn))))
    }

    /// Returns the redirect. An app without a redirect URI is sent to the page that shows the code.
    static func target(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ signIn: OAuthState.SignIn
    ) -> String {
        guard signIn.redirectURI == OAuth.outOfBand else { return signIn.redirectURI }
        return "\(deployment.url(ofPortal: index, context))/sharing/rest/oauth2/approval"
    }
}

extension OAuth {
    /// Returns a member's token that is not bound to anything.
    static func accessToken(
        _ deployment: inout Deployment, _ portal: Int, _ account: Int, _ minutes: Int64, _ now: Instant
    ) -> String {
        let token = Token(
            kind: .member, subject: account, epoch: deployment.portals[portal].accounts[account].epoch, binding: .none,
            issued: now, expires: now.advanced(minutes: minutes))
        return deployment.portals[portal].issuer.string(token, generator: &deployment.generator)
    }
}

extension Deployment {
    /// Returns the redirect URIs of an app, with `{http}` and `{https}` filled in. The apps of every portal also accept
    /// the portal's own origin.
    func redirectURIs(portal index: Int, app: Int, _ context: RequestContext) -> [String] {
        let app = portals[index].apps[app]
        let filled = app.redirectURIs.map { uri in
            Placeholders.expand(uri) { name in
                name == "https"
                    ? listener(isSecure: true, context) : name == "http" ? listener(isSecure: false, context) : nil
            }
        }
        guard app.isStanding else { return filled }
        let own = PlainURL(url(ofPortal: index, context)).map { ["\($0.scheme)://\($0.authority)"] } ?? []
        return filled + own + [listener(isSecure: true, context), listener(isSecure: false, context)]
    }

    /// Returns the shared listener's origin for a scheme, with the host that the client used.
    private func listener(isSecure: Bool, _ context: RequestContext) -> String {
        context.origin(isSecure: isSecure, port: isSecure ? sharedPorts.https : sharedPorts.http)
    }
}
