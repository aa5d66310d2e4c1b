// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `oauth2/signin`: receives the form of the sign-in page. Unlike generateToken, it ignores the case of names.
enum SignInDoor {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        let key = context.parameters.given("oauth_state") ?? ""
        guard let signIn = deployment.portals[index].oauth.signIn(key, at: context.now), !context.isGet else {
            return unknown(key)
        }
        // The app's registration may have changed in the meantime (Esri/arcgis-maps-sdk-dotnet-samples#218).
        guard
            RedirectURI.isAllowed(
                signIn.redirectURI, deployment.redirectURIs(portal: index, app: signIn.app, context))
        else { return unknown(key) }
        if context.parameters.given("cancel") != nil {
            deployment.portals[index].oauth.end(key)
            return denied(deployment, context, index, signIn)
        }
        let username = context.parameters.given("username") ?? ""
        context.caller = username.isEmpty ? nil : username
        switch check(&deployment, &context, index, username) {
        case .failure(let refusal):
            let isLocked = refusal.verdict.rule.id == Identity.Rules.lockedOut.id
            let message = isLocked ? OAuth.ErrorBodies.tooManyAttempts : OAuth.ErrorBodies.wrongCredentials
            var outcome = Outcome.page(SignInPage.page(deployment, &context, index, key, messages: [message]))
            outcome.verdict = [refusal.verdict]
            return outcome
        case .success(let account):
            context.caller = deployment.portals[index].accounts[account].username
            deployment.portals[index].oauth.end(key)
            return proceed(&deployment, context, index, signIn, account)
        }
    }

    /// Asks the member for what is still missing, or redirects to the app.
    static func proceed(
        _ deployment: inout Deployment, _ context: RequestContext, _ index: Int, _ signIn: OAuthState.SignIn,
        _ account: Int, hasSecondFactor: Bool = false
    ) -> Outcome {
        let member = deployment.portals[index].accounts[account]
        let page: String? =
            switch member.firstSignIn {
            case .terms: "acceptTermsAndConditions"
            case .profile: "updateUserProfile"
            case .done: member.hasSecondFactor && !hasSecondFactor ? "mfa" : nil
            }
        guard let page else { return Authorize.finish(&deployment, context, index, signIn, account) }
        var next = signIn
        next.account = account
        let key = deployment.portals[index].oauth.begin(next, &deployment.generator)
        let url = "\(deployment.url(ofPortal: index, context))/sharing/oauth2/\(page)"
        return Outcome(body: .redirect(RedirectURI.with(query: [("oauth_state", key)], url)))
    }

    private static func check(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ username: String
    ) -> Result<Int, Refusal> {
        guard deployment.portals[index].hasBuiltInLogins else {
            return .failure(
                Refusal(
                    Verdict(
                        OAuth.Rules.builtInOff, facts: [.init("username", username)],
                        wouldPass: "a sign-in through the identity provider")))
        }
        let accounts = deployment.portals[index].accounts
        let spelt = accounts.number(namedLike: username).map { accounts[$0].username } ?? username
        let lockout = context.choice(.lockoutPortal)
        return Credentials.check(
            spelt, context.parameters.given("password") ?? "", in: &deployment.portals[index].accounts, at: context.now,
            lockout: lockout, admitsSecondFactor: true)
    }

    static func unknown(_ key: String) -> Outcome {
        let page = Page(
            title: "Error: Invalid request", body: "<h1>Error 400</h1>\n<p class=\"error\">Invalid request</p>")
        var outcome = Outcome.page(page)
        outcome.status = 400
        outcome.verdict = [
            Verdict(
                OAuth.Rules.signInUnknown, facts: [.init("oauth_state", key.isEmpty ? "none" : "unknown or over")],
                wouldPass: "a sign-in started at oauth2/authorize less than \(OAuthState.signInMinutes) minutes ago")
        ]
        return outcome
    }

    private static func denied(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ signIn: OAuthState.SignIn
    ) -> Outcome {
        var list = [("error", "access_denied"), ("error_description", OAuth.ErrorBodies.denied)]
        if let state = signIn.state { list.append(("state", state)) }
        let target = Authorize.target(deployment, context, index, signIn)
        let url =
            signIn.isImplicit
            ? RedirectURI.with(fragment: list, target) : RedirectURI.with(query: list, target)
        return Outcome(
            body: .redirect(url),
            verdict: [Verdict(OAuth.Rules.denied, wouldPass: "the same request with name and password")])
    }
}
