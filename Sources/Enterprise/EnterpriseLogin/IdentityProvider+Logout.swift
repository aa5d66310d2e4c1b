// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

extension IdentityProvider {
    /// `logout`: answers a portal's request to sign out, and sends one where `logoutFrom` names a portal and `username` a
    /// person. There is no session to end here; otherwise it shows a page.
    static func logout(_ deployment: inout Deployment, _ context: inout RequestContext) -> Deferrable<Outcome> {
        if context.parameters.given("samlrequest") != nil { return respondToLogout(&deployment, &context) }
        if let entityID = context.parameters.given("logoutfrom") { return request(&deployment, &context, entityID) }
        return .ready(.page(Page(title: "Sign out", body: "<h1>You have been signed out.</h1>")))
    }

    private static func respondToLogout(
        _ deployment: inout Deployment, _ context: inout RequestContext
    ) -> Deferrable<Outcome> {
        guard let message = SAMLMessage("SAMLRequest", context), message.root.name == "LogoutRequest",
            let id = message.root["ID"],
            let portal = portal(of: message.root.first("Issuer")?.text ?? "", deployment, context)
        else {
            return .ready(
                error(
                    Verdict(
                        EnterpriseLogin.Rules.badRequest, facts: [.init("found", "no LogoutRequest of a portal here")],
                        wouldPass: "the request that oauth2/signout of a portal here sends")))
        }
        // ADFS wants it signed by SHA-256 (docs/reference/enterprise-logins.md#the-portal-as-a-service-provider, 1.10).
        let certificate = SigningKey.made(SigningKey.portal)?.certificate
        do throws(XMLFailure) {
            _ = try message.verified(by: [certificate].compactMap(\.self), allowsSHA1: false)
        } catch {
            return .ready(
                self.error(
                    Verdict(
                        EnterpriseLogin.Rules.unsignedLogout, facts: [.init("found", error.description)],
                        wouldPass: "supportSignedRequest and useSHA256, both on in the portal")))
        }
        context.caller = message.root.first("NameID")?.text
        let answer = SAMLLogoutMessage(
            id: "_" + Hex.encode(deployment.generator.bytes(16)), issuer: EnterpriseLogin.builtInEntityID,
            target: deployment.signOutService(portal: portal, context), content: .response(to: id), at: context.now)
        return sent(answer, context.parameters["relaystate"], by: deployment.idpKey)
    }

    private static func request(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ entityID: String
    ) -> Deferrable<Outcome> {
        guard let portal = portal(of: entityID, deployment, context) else {
            return .ready(
                error(
                    Verdict(
                        EnterpriseLogin.Rules.badRequest, facts: [.init("logoutFrom", entityID)],
                        wouldPass: "logoutFrom with the entity id of a portal here")))
        }
        let session = SAMLSession(
            nameID: context.parameters["username"] ?? "", format: EnterpriseLogin.persistent, index: nil)
        let message = SAMLLogoutMessage(
            id: "_" + Hex.encode(deployment.generator.bytes(16)), issuer: EnterpriseLogin.builtInEntityID,
            target: deployment.signOutService(portal: portal, context), content: .request(session), at: context.now)
        return sent(message, context.parameters["relaystate"], by: deployment.idpKey)
    }

    private static func sent(
        _ message: SAMLLogoutMessage, _ relayState: String?, by number: Int
    ) -> Deferrable<Outcome> {
        .deferred {
            let url = SAMLRedirect.url(
                message.target, message.parameter, message.xml, relayState: relayState, by: SigningKey.shared(number))
            return Outcome(body: .redirect(url))
        }
    }
}
