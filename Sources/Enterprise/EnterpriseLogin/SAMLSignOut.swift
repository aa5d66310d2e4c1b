// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// Signing out of portal and provider at once (SAML profiles section 4.4). No source shows the portal's address for it; the
/// name is that of OpenID Connect's, inferred.
enum SAMLSignOut {
    /// Returns the redirect to the provider with the portal's request, for the member whom the browser's cookie names; `nil`:
    /// there is no session at a provider that wants to know. `next`: where the browser goes afterwards.
    static func begin(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, next: String?
    ) -> Deferrable<Outcome>? {
        guard let provider = deployment.portals[index].saml, provider.supportsLogout,
            let target = deployment.logoutURL(of: provider, context),
            let member = deployment.browserMember(portal: index, context),
            let session = deployment.portals[index].samlSessions.removeValue(forKey: member)
        else { return nil }
        context.caller = deployment.portals[index].accounts[member].username
        let id = "_" + Hex.encode(deployment.generator.bytes(16))
        deployment.portals[index].samlSignOuts[id] = .some(next)
        let message = SAMLLogoutMessage(
            id: id, issuer: deployment.entityID(portal: index, context), target: target, content: .request(session),
            at: context.now)
        return sent(message, relayState: nil, provider, fields: [SignOut.gone])
    }

    /// `oauth2/saml/signout`: the provider's response, or its own request.
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Deferrable<Outcome> {
        guard case .portal(let index) = context.site, let provider = deployment.portals[index].saml else {
            return .ready(.page(Page.notFound))
        }
        guard provider.supportsLogout, let target = deployment.logoutURL(of: provider, context) else {
            return refused(
                EnterpriseLogin.Rules.logoutOff, [.init("supportsLogoutRequest", "\(provider.supportsLogout)")],
                "supportsLogoutRequest, and the provider's address for it")
        }
        let isResponse = context.parameters.given("samlresponse") != nil
        guard let message = SAMLMessage(isResponse ? "SAMLResponse" : "SAMLRequest", context),
            message.root.name == (isResponse ? "LogoutResponse" : "LogoutRequest"), let id = message.root["ID"]
        else {
            return refused(
                EnterpriseLogin.Rules.logoutUnreadable, [], "a LogoutRequest or a LogoutResponse of the provider")
        }
        let allowsSHA1 = context.choice(.samlSHA1) == .pass
        let root: XMLTree
        do throws(XMLFailure) {
            root = try message.verified(by: deployment.certificates(of: provider), allowsSHA1: allowsSHA1)
        } catch {
            return refused(
                EnterpriseLogin.Rules.logoutSignature, [.init("found", error.description)],
                "the message as the provider signs it")
        }
        let issuer = root.first("Issuer")?.text ?? "none"
        guard issuer == provider.issuer else {
            return refused(
                EnterpriseLogin.Rules.issuer, [.init("issuer", issuer)], "a message from \(provider.issuer)")
        }
        if isResponse { return .ready(finish(&deployment, context, index, root)) }
        // A name that has no session here is signed out already. A request that comes again, as from a browser that loads the
        // page again, is answered again, and ends no session that began since.
        let nameID = root.first("NameID")?.text ?? ""
        if deployment.portals[index].consumed.insert("sign-out \(id)").inserted,
            let account = deployment.portals[index].samlSessions.first(where: { $0.value.nameID == nameID })?.key
        {
            context.caller = deployment.portals[index].accounts[account].username
            deployment.portals[index].samlSessions[account] = nil
        }
        let answer = SAMLLogoutMessage(
            id: "_" + Hex.encode(deployment.generator.bytes(16)),
            issuer: deployment.entityID(portal: index, context), target: target, content: .response(to: id),
            at: context.now)
        return sent(answer, relayState: context.parameters["relaystate"], provider, fields: [SignOut.gone])
    }

    /// Ends what the portal began, once the provider has answered.
    private static func finish(
        _ deployment: inout Deployment, _ context: RequestContext, _ index: Int, _ root: XMLTree
    ) -> Outcome {
        let request = root["InResponseTo"] ?? "none"
        guard let next = deployment.portals[index].samlSignOuts.removeValue(forKey: request) else {
            return page(
                Verdict(
                    EnterpriseLogin.Rules.logoutUnasked, facts: [.init("inResponseTo", request)],
                    wouldPass: "the response to a request of oauth2/signout, once"))
        }
        let status = root.first("Status")?.first("StatusCode")?["Value"] ?? "none"
        guard status == EnterpriseLogin.success else {
            return page(
                Verdict(
                    EnterpriseLogin.Rules.status, facts: [.init("found", status)],
                    wouldPass: "a provider that signs the person out"))
        }
        return next.map { Outcome(body: .redirect($0)) } ?? SignOut.done
    }

    private static func sent(
        _ message: SAMLLogoutMessage, relayState: String?, _ provider: SAMLProvider, fields: [Response.Field]
    ) -> Deferrable<Outcome> {
        let redirected: @Sendable (SigningKey?) -> Outcome = { key in
            Outcome(
                body: .redirect(
                    SAMLRedirect.url(
                        message.target, message.parameter, message.xml, relayState: relayState, by: key,
                        usesSHA1: !provider.signsBySHA256)), fields: fields)
        }
        guard provider.signsRequests else { return .ready(redirected(nil)) }
        return .deferred { redirected(SigningKey.shared(SigningKey.portal)) }
    }

    private static func refused(
        _ rule: Rule, _ facts: [Verdict.Fact], _ wouldPass: String
    ) -> Deferrable<Outcome> {
        .ready(page(Verdict(rule, facts: facts, wouldPass: wouldPass)))
    }

    private static func page(_ verdict: Verdict) -> Outcome {
        SAMLSignIn.refused(verdict, [EnterpriseLogin.ErrorBodies.notSignedOut])
    }
}

extension Deployment {
    /// Returns the address to which the provider wants requests to sign out, or `nil` if it has none.
    func logoutURL(of provider: SAMLProvider, _ context: RequestContext) -> String? {
        guard let external = provider.external else { return "\(idpURL(context))/logout" }
        return external.logoutURL
    }

    /// Returns the portal's address for messages to sign out.
    func signOutService(portal index: Int, _ context: RequestContext) -> String {
        "\(url(ofPortal: index, context))/sharing/rest/oauth2/saml/signout"
    }
}
