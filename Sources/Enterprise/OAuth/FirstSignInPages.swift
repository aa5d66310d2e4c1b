// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What a built-in member is asked for at the first sign-in: terms to accept, or a new password and a security question
/// (docs/reference/enterprise-logins.md#the-web-tier-and-second-factors, 5.11). Answers to `f=json` are inferred.
enum FirstSignInPages {
    /// `acceptTermsAndConditions`.
    static func terms(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        pending(&deployment, &context) { deployment, context, index, key, signIn, account in
            guard !context.isGet, ASCII.equal(context.parameters["accepttermsandconditions"] ?? "", "true") else {
                let fields = "<input type=\"hidden\" name=\"acceptTermsAndConditions\" value=\"true\">"
                return .page(page("Terms and conditions", "acceptTermsAndConditions", key, fields, &context))
            }
            deployment.portals[index].accounts[account].firstSignIn = .done
            deployment.portals[index].oauth.end(key)
            return SignInDoor.proceed(&deployment, context, index, signIn, account)
        }
    }

    /// `updateUserProfile`: the page, and the answer to its security question.
    static func profile(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        pending(&deployment, &context) { deployment, context, index, key, signIn, account in
            guard !context.isGet, context.parameters.given("securityanswer") != nil else {
                let fields = ["password", "newPassword", "newPassword2"].map {
                    "<label for=\"\($0)\">\($0)</label><input id=\"\($0)\" name=\"\($0)\" type=\"password\">"
                }
                return .page(
                    page("Update your profile", "resetPassword", key, fields.joined(separator: "\n"), &context))
            }
            deployment.portals[index].accounts[account].firstSignIn = .done
            guard context.format == .html else { return .json(.object([.init("success", .bool(true))])) }
            deployment.portals[index].oauth.end(key)
            return SignInDoor.proceed(&deployment, context, index, signIn, account)
        }
    }

    /// `resetPassword`: the old password and the new one, twice.
    static func password(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        pending(&deployment, &context) { deployment, context, index, _, _, account in
            let given = context.parameters
            guard !context.isGet, let new = given.given("newpassword"), new == given["newpassword2"],
                given["password"] == deployment.portals[index].accounts[account].password,
                new != given["password"]
            else {
                return .refused(
                    OAuth.ErrorBodies.passwordNotReset,
                    Verdict(
                        OAuth.Rules.passwordNotReset,
                        facts: [.init("user", deployment.portals[index].accounts[account].username)],
                        wouldPass: "the old password, and a new one twice"))
            }
            deployment.portals[index].accounts[account].setPassword(new, at: context.now)
            return .json(.object([.init("success", .bool(true))]))
        }
    }

    private static func pending(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int, String, OAuthState.SignIn, Int) -> Outcome
    ) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        let key = context.parameters.given("oauth_state") ?? ""
        guard let signIn = deployment.portals[index].oauth.signIn(key, at: context.now), let account = signIn.account
        else { return SignInDoor.unknown(key) }
        context.caller = deployment.portals[index].accounts[account].username
        return body(&deployment, &context, index, key, signIn, account)
    }

    private static func page(
        _ title: String, _ action: String, _ key: String, _ fields: String, _ context: inout RequestContext
    ) -> Page {
        var page = Page(
            title: title,
            body: """
                <h1>\(title)</h1>
                <form method="post" action="\(action)">
                <input type="hidden" name="oauth_state" value="\(Page.escape(key))">
                \(fields)
                <br><button type="submit">Continue</button>
                </form>
                """)
        page.script = SignInPage.script([.init("oauth_state", .string(key))], &context)
        return page
    }
}
