// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `oauth2/mfa`: the page that asks for the code of a second factor, and receives it
/// (docs/reference/enterprise-logins.md#the-web-tier-and-second-factors, 5.9).
enum SecondFactor {
    /// The code of every second factor here.
    static let code = "123456"

    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        let key = context.parameters.given("oauth_state") ?? ""
        guard let signIn = deployment.portals[index].oauth.signIn(key, at: context.now), let account = signIn.account
        else { return SignInDoor.unknown(key) }
        guard !context.isGet else { return .page(page(deployment, &context, key, messages: [])) }
        let member = deployment.portals[index].accounts[account]
        context.caller = member.username
        guard context.parameters.given("mfa_code") == code else {
            var outcome = Outcome.page(page(deployment, &context, key, messages: ["Invalid verification code."]))
            outcome.verdict = [
                Verdict(
                    OAuth.Rules.secondFactor, facts: [.init("user", member.username)], wouldPass: "mfa_code=\(code)")
            ]
            return outcome
        }
        deployment.portals[index].oauth.end(key)
        return SignInDoor.proceed(&deployment, context, index, signIn, account, hasSecondFactor: true)
    }

    private static func page(
        _ deployment: Deployment, _ context: inout RequestContext, _ key: String, messages: [String]
    ) -> Page {
        let told = messages.map { "<p class=\"error\">\(Page.escape($0))</p>\n" }.joined()
        var page = Page(
            title: "Two-step verification",
            body: """
                <h1>Two-step verification</h1>
                \(told)<form method="post" action="mfa">
                <input type="hidden" name="oauth_state" value="\(Page.escape(key))">
                <label for="mfa_code">Code</label><input id="mfa_code" name="mfa_code" inputmode="numeric">
                <br><button type="submit">Sign In</button>
                </form>
                """)
        page.script = SignInPage.script(
            [.init("oauth_state", .string(key)), .init("messages", .strings(messages))], &context)
        return page
    }
}
