// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// `oauth2/saml/signin` and `signin2`: receive the identity provider's response and trust only what is signed.
enum SAMLSignIn {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        guard let provider = deployment.portals[index].saml, !context.isGet else { return SignInDoor.unknown("") }
        let key = context.parameters.given("relaystate") ?? ""
        let signIn = deployment.portals[index].oauth.signIn(key, at: context.now)
        // A response to a request says so; its sign-in is over, or was never here.
        if signIn == nil, answersRequest(context) { return SignInDoor.unknown(key) }
        let assertion: SAMLAssertion
        switch read(deployment, &context, index, provider) {
        case .failure(let refusal): return refused(refusal.verdict)
        case .success(let found): assertion = found
        }
        let consumer = deployment.assertionConsumer(portal: index, context)
        if let verdict = assertion.refuse(
            issuer: provider.issuer, audience: deployment.entityID(portal: index, context),
            recipients: [consumer, "\(consumer)2"], asked: signIn.map { .init(requestID: $0.requestID) },
            at: context.now)
        {
            return refused(verdict)
        }
        // After the checks of the assertion: an invalid one does not count as used.
        guard deployment.portals[index].consumed.insert(assertion.id).inserted else {
            return refused(
                Verdict(
                    EnterpriseLogin.Rules.replayed, facts: [.init("assertion", assertion.id)],
                    wouldPass: "a new response from the provider"))
        }
        let username = username(of: assertion.nameID) + provider.usernameSuffix
        context.caller = username
        let account: Int
        switch member(&deployment, index, assertion, username, provider) {
        case .failure(let refusal): return refused(refusal.verdict, nameID: assertion.nameID, username: username)
        case .success(let found): account = found
        }
        context.caller = deployment.portals[index].accounts[account].username
        update(&deployment, index, account, assertion, provider)
        if provider.supportsLogout { deployment.portals[index].samlSessions[account] = assertion.session }
        guard let signIn else { return home(&deployment, context, index, account, relayState: key) }
        // Only a successful sign-in ends the attempt, so that a refused one can be repeated.
        deployment.portals[index].oauth.end(key)
        var outcome = Authorize.finish(&deployment, context, index, signIn, account)
        if provider.supportsLogout {
            outcome.fields.append(WebTier.esriAuth(&deployment, context, index, account, tier: "saml"))
        }
        return outcome
    }

    /// Sends the browser of a sign-in that the provider began to the portal's home, or to the page of the portal that
    /// RelayState names. It is known there by the cookie (inferred).
    private static func home(
        _ deployment: inout Deployment, _ context: RequestContext, _ index: Int, _ account: Int, relayState: String
    ) -> Outcome {
        let root = deployment.url(ofPortal: index, context)
        let isOwn = RedirectURI.isAllowed(relayState, [root])
        return Outcome(
            body: .redirect(isOwn ? relayState : "\(root)/home/"),
            fields: [WebTier.esriAuth(&deployment, context, index, account, tier: "saml")])
    }

    /// Returns whether a response is one to a request. Without one that can be read there was a sign-in at least.
    private static func answersRequest(_ context: RequestContext) -> Bool {
        let text = String(
            decoding: (context.parameters.given("samlresponse") ?? "").utf8.filter { $0 > 32 }, as: UTF8.self)
        guard text.utf8.count <= 400_000, let bytes = Base64.decode(text), let root = try? XMLSignature.read(bytes)
        else {
            return true
        }
        return root["InResponseTo"] != nil
    }

    /// Returns the user name made of a NameID: letters, digits, `_`, `.` and `@` stay, anything else becomes `_`
    /// (docs/reference/enterprise-logins.md#the-portal-as-a-service-provider, 1.5).
    static func username(of nameID: String) -> String {
        String(nameID.map { $0.isLetter || $0.isNumber || "_.@".contains($0) ? $0 : "_" })
    }

    private static func refused(_ verdict: Verdict, nameID: String = "", username: String = "") -> Outcome {
        let messages =
            switch verdict.rule.id {
            case EnterpriseLogin.Rules.invitationOnly.id:
                [EnterpriseLogin.ErrorBodies.invitation, EnterpriseLogin.ErrorBodies.names(nameID, username)]
            case EnterpriseLogin.Rules.encrypted.id: [EnterpriseLogin.ErrorBodies.encrypted]
            case EnterpriseLogin.Rules.unencrypted.id: [EnterpriseLogin.ErrorBodies.unencrypted]
            default: [EnterpriseLogin.ErrorBodies.unable]
            }
        return refused(verdict, messages)
    }

    /// Returns the portal's page with what it says of a failed sign-in.
    static func refused(_ verdict: Verdict, _ messages: [String]) -> Outcome {
        let lines = messages.map { "<p class=\"error\">\(Page.text($0))</p>" }
        var outcome = Outcome.page(
            Page(title: "Error: \(messages.first ?? "")", body: "<h1>Error</h1>\n\(lines.joined(separator: "\n"))"))
        outcome.verdict = [verdict]
        return outcome
    }
}
