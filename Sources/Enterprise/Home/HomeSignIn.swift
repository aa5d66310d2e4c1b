// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `home/signin.html`: leads to `oauth2/authorize`, takes the code with which the browser comes back, and has the portal know the
/// browser by its cookie.
enum HomeSignIn {
    /// The app of every portal in whose name its own pages sign in.
    static let app = "arcgisonline"

    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        let url = deployment.url(ofPortal: index, context)
        let next = next(context, deployment.portals[index].context)
        if let code = context.parameters.given("code") {
            switch redeem(code, &deployment, context, index) {
            case .success(let number):
                context.caller = deployment.portals[index].accounts[number].username
                return Outcome(
                    body: .redirect("\(context.origin)\(next)"),
                    fields: [WebTier.esriAuth(&deployment, context, index, number, tier: "arcgis")])
            case .failure(let refusal):
                guard let visit = HomeVisit(deployment, &context) else { return .page(Page.notFound) }
                var outcome = visit.page(
                    "Sign in", "<h1>Sign in</h1>\n<p class=\"error\">The sign-in was not completed.</p>", deployment,
                    context)
                outcome.verdict = [refusal.verdict]
                return outcome
            }
        }
        // Whoever cancelled goes back to where the link was.
        if context.parameters.given("error") != nil { return Outcome(body: .redirect("\(context.origin)\(next)")) }
        let back = RedirectURI.with(query: [("next", next)], "\(url)/home/signin.html")
        let query = [("client_id", app), ("response_type", "code"), ("redirect_uri", back)]
        return Outcome(body: .redirect(RedirectURI.with(query: query, "\(url)/sharing/oauth2/authorize")))
    }

    /// Returns the member for whom a code was given out to the portal's own pages.
    private static func redeem(
        _ string: String, _ deployment: inout Deployment, _ context: RequestContext, _ index: Int
    ) -> Result<Int, Refusal> {
        let portal = deployment.portals[index]
        guard let code = portal.oauth.codes[string], !code.isUsed, portal.apps[code.signIn.app].clientID == app,
            context.now < code.made.advanced(minutes: OAuthState.codeMinutes),
            portal.accounts[code.account].epoch == code.epoch, !portal.accounts[code.account].isDisabled
        else {
            return .failure(
                Refusal(
                    Verdict(
                        OAuth.Rules.codeInvalid, facts: [.init("code", "unknown, used or over")],
                        wouldPass: "a new sign-in")))
        }
        deployment.portals[index].oauth.codes[string]?.isUsed = true
        return .success(code.account)
    }

    /// Returns the page of the home to go on to: none of elsewhere.
    private static func next(_ context: RequestContext, _ root: String) -> String {
        let home = "/\(root)/home/"
        guard let asked = context.parameters.given("next"), asked.hasPrefix(home), !asked.contains("signin.html"),
            asked.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\\") })
        else { return home }
        return asked
    }
}
