import Facts
import Formats
import Trust

/// `oauth2/saml/authorize`: sends the browser to the identity provider with a request of the portal's.
enum SAMLAuthorize {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        let key = visit.parameters.given("oauth_state") ?? ""
        guard let provider = deployment.portals[place].saml,
            deployment.portals[place].oauth.signIn(key, at: visit.now) != nil
        else { return SignInDoor.unknown(key) }
        let id = "_" + Hex.encode(deployment.generator.bytes(16))
        deployment.portals[place].oauth.change(key) { $0.requestID = id }
        let external = provider.external
        let builtIn = "\(deployment.idpURL(visit))/sso"
        let target = external.map { $0.redirectURL ?? $0.postURL ?? "" } ?? builtIn
        let request = XMLElement(
            "samlp:AuthnRequest",
            [
                ("xmlns:samlp", EnterpriseLogin.protocolNamespace),
                ("xmlns:saml", EnterpriseLogin.assertionNamespace), ("ID", id), ("Version", "2.0"),
                ("IssueInstant", ISO8601.format(visit.now)), ("Destination", target),
                ("ProtocolBinding", EnterpriseLogin.postBinding),
                ("AssertionConsumerServiceURL", deployment.assertionConsumer(portal: place, visit)),
            ],
            [
                XMLElement("saml:Issuer", text: deployment.entityID(portal: place, visit)),
                XMLElement("samlp:NameIDPolicy", [("Format", EnterpriseLogin.persistent), ("AllowCreate", "true")]),
            ]
        ).xml
        if let external, external.redirectURL == nil {
            let fields = [("SAMLRequest", Base64.encode(Array(request.utf8))), ("RelayState", key)]
            return .page(PostForm.page("Signing in", target, fields))
        }
        let fields = [("SAMLRequest", Base64.encode(Deflate.compress(Array(request.utf8)))), ("RelayState", key)]
        return Outcome(body: .redirect(RedirectURI.with(query: fields, target)))
    }
}

extension Deployment {
    /// Where the built-in identity provider answers.
    func idpURL(_ visit: Visit) -> String {
        if sharedPlace.answers(on: visit.call.connection.localPort) { return "\(visit.origin)/idp" }
        let port = visit.isSecure ? sharedPlace.https : sharedPlace.http
        return "\(visit.origin(isSecure: visit.isSecure, port: port))/idp"
    }
}
