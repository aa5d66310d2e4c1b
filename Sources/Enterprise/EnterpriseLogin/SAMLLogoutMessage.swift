// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A message that signs out: a request, or the response to one (SAML core section 3.7).
struct SAMLLogoutMessage: Sendable {
    enum Content: Sendable {
        case request(SAMLSession)
        case response(to: String)
    }

    let id: String
    let issuer: String
    let target: String
    let content: Content
    let at: Instant

    /// The parameter that carries it.
    var parameter: String { if case .request = content { "SAMLRequest" } else { "SAMLResponse" } }

    var xml: String {
        var attributes = [
            ("xmlns:samlp", EnterpriseLogin.protocolNamespace), ("xmlns:saml", EnterpriseLogin.assertionNamespace),
            ("ID", id), ("Version", "2.0"), ("IssueInstant", ISO8601.format(at)), ("Destination", target),
        ]
        let own = XMLElement("saml:Issuer", text: issuer)
        switch content {
        case .request(let session):
            let format = session.format.map { [("Format", $0)] } ?? []
            return XMLElement(
                "samlp:LogoutRequest", attributes,
                [own, XMLElement("saml:NameID", format, text: session.nameID)]
                    + (session.index.map { [XMLElement("samlp:SessionIndex", text: $0)] } ?? [])
            ).xml
        case .response(let request):
            attributes.append(("InResponseTo", request))
            let status = XMLElement("samlp:StatusCode", [("Value", EnterpriseLogin.success)])
            return XMLElement("samlp:LogoutResponse", attributes, [own, XMLElement("samlp:Status", [status])]).xml
        }
    }
}
