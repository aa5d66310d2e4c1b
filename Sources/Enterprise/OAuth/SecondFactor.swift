// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `oauth2/mfa`: the page that asks for the code of a second factor, and receives it
/// (docs/reference/enterprise-logins.md#the-web-tier-and-second-factors, 5.9).
enum SecondFactor {
    /// The code of every second factor that has no secret.
    static let code = "123456"

    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        let key = context.parameters.given("oauth_state") ?? ""
        guard let signIn = deployment.portals[index].oauth.signIn(key, at: context.now), let account = signIn.account
        else { return SignInDoor.unknown(key) }
        guard !context.isGet else { return .page(page(deployment, &context, key, messages: [])) }
        let member = deployment.portals[index].accounts[account]
        context.caller = member.username
        if let verdict = refuse(&deployment.portals[index].accounts[account], context) {
            var outcome = Outcome.page(page(deployment, &context, key, messages: ["Invalid verification code."]))
            outcome.verdict = [verdict]
            return outcome
        }
        deployment.portals[index].oauth.end(key)
        return SignInDoor.proceed(&deployment, context, index, signIn, account, hasSecondFactor: true)
    }

    /// Uses the code of the member's second factor, or one of recovery; returns why it is not good. Of the fields three are
    /// empty, and which one holds the code depends on the kind of factor.
    private static func refuse(_ member: inout Account, _ context: RequestContext) -> Verdict? {
        let given = context.parameters
        if let recovery = given.given("recovery_code") {
            guard let number = member.recoveryCodes.firstIndex(of: recovery) else {
                return wrong(member, "recovery_code", "an unused one of the member's recoveryCodes")
            }
            member.recoveryCodes.remove(at: number)
            return nil
        }
        let sent = given.given("mfa_code") ?? given.given("totp") ?? given.given("authresponse")
        guard let secret = member.oneTimeSecret else {
            return sent == code ? nil : wrong(member, "mfa_code", "mfa_code=\(code)")
        }
        guard let sent, let step = OneTimePassword.step(of: sent, secret: secret, at: context.now) else {
            return wrong(
                member, "mfa_code",
                "mfa_code=\(OneTimePassword.code(secret: secret, step: OneTimePassword.step(at: context.now)))")
        }
        // No password is good twice (RFC 6238 section 5.2).
        guard step > member.lastOneTimeStep ?? -1 else {
            return wrong(member, "mfa_code", "the code of the next half minute: this one was used")
        }
        member.lastOneTimeStep = step
        return nil
    }

    private static func wrong(_ member: Account, _ field: String, _ wouldPass: String) -> Verdict {
        Verdict(
            OAuth.Rules.secondFactor, facts: [.init("user", member.username), .init("field", field)],
            wouldPass: wouldPass)
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
