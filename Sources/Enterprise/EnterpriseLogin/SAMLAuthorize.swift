// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// `oauth2/saml/authorize`: redirects the browser to the identity provider with the portal's request, which a worker
/// signs where that is wanted.
enum SAMLAuthorize {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Deferrable<Outcome> {
        guard case .portal(let index) = context.site else { return .ready(.page(Page.notFound)) }
        let key = context.parameters.given("oauth_state") ?? ""
        guard let provider = deployment.portals[index].saml,
            deployment.portals[index].oauth.signIn(key, at: context.now) != nil
        else { return .ready(SignInDoor.unknown(key)) }
        let id = "_" + Hex.encode(deployment.generator.bytes(16))
        // The response must name this request (InResponseTo); a repeated attempt replaces the id.
        deployment.portals[index].oauth.change(key) { $0.requestID = id }
        let external = provider.external
        let builtIn = "\(deployment.idpURL(context))/sso"
        let target = external.map { $0.redirectURL ?? $0.postURL ?? "" } ?? builtIn
        let request = XMLElement(
            "samlp:AuthnRequest",
            [
                ("xmlns:samlp", EnterpriseLogin.protocolNamespace),
                ("xmlns:saml", EnterpriseLogin.assertionNamespace), ("ID", id), ("Version", "2.0"),
                ("IssueInstant", ISO8601.format(context.now)), ("Destination", target),
                ("ProtocolBinding", SAMLProvider.postBinding),
                ("AssertionConsumerServiceURL", deployment.assertionConsumer(portal: index, context)),
            ],
            [
                XMLElement("saml:Issuer", text: deployment.entityID(portal: index, context)),
                XMLElement("samlp:NameIDPolicy", [("Format", EnterpriseLogin.unspecified), ("AllowCreate", "true")]),
            ]
        ).xml
        let byPost = external != nil && external?.redirectURL == nil
        guard provider.signsRequests else {
            return .ready(sent(request, id, target, key, byPost: byPost, by: nil, provider))
        }
        return .deferred {
            sent(request, id, target, key, byPost: byPost, by: SigningKey.shared(SigningKey.portal), provider)
        }
    }

    private static func sent(
        _ request: String, _ id: String, _ target: String, _ relayState: String, byPost: Bool, by key: SigningKey?,
        _ provider: SAMLProvider
    ) -> Outcome {
        let usesSHA1 = !provider.signsBySHA256
        guard byPost else {
            return Outcome(
                body: .redirect(
                    SAMLRedirect.url(
                        target, "SAMLRequest", request, relayState: relayState, by: key, usesSHA1: usesSHA1)))
        }
        let signed = key.flatMap { try? XMLSignature.sign(request, id: id, by: $0, usesSHA1: usesSHA1) } ?? request
        let fields = [("SAMLRequest", Base64.encode(Array(signed.utf8))), ("RelayState", relayState)]
        return .page(PostForm.page("Signing in", target, fields))
    }
}

extension Deployment {
    /// Returns the URL of the built-in identity provider.
    func idpURL(_ context: RequestContext) -> String {
        if sharedPorts.answers(on: context.call.connection.localPort) { return "\(context.origin)/idp" }
        let port = context.isSecure ? sharedPorts.https : sharedPorts.http
        return "\(context.origin(isSecure: context.isSecure, port: port))/idp"
    }
}
