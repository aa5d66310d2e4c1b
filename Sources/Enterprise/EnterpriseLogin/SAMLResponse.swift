// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A response of the built-in provider, before it is signed.
struct SAMLResponse: Sendable {
    let id: String
    let assertionID: String
    let requestID: String
    let consumer: String
    let audience: String
    let nameID: String
    let fullName: String
    let email: String
    let at: Instant

    /// The validity in minutes, as in ADFS.
    static let minutes: Int64 = 60

    private var issuer: XMLElement { XMLElement("saml:Issuer", text: EnterpriseLogin.builtInEntityID) }

    var xml: String {
        let now = ISO8601.format(at)
        let end = ISO8601.format(at.advanced(minutes: Self.minutes))
        return response(
            XMLElement(
                "saml:Assertion", [("ID", assertionID), ("Version", "2.0"), ("IssueInstant", now)],
                [issuer, subject(end), conditions(now, end), statement(now), attributes]))
    }

    /// Returns the response with an assertion that nobody here can decrypt (XML encryption, section 3).
    func encrypted(_ cipher: [UInt8]) -> String {
        let namespace = "http://www.w3.org/2001/04/xmlenc#"
        let value = XMLElement("xenc:CipherValue", text: Base64.encode(cipher))
        return response(
            XMLElement(
                "saml:EncryptedAssertion", [],
                [
                    XMLElement(
                        "xenc:EncryptedData", [("xmlns:xenc", namespace), ("Type", "\(namespace)Element")],
                        [
                            XMLElement("xenc:EncryptionMethod", [("Algorithm", "\(namespace)aes256-cbc")]),
                            XMLElement("xenc:CipherData", [value]),
                        ])
                ]))
    }

    private func response(_ assertion: XMLElement) -> String {
        let now = ISO8601.format(at)
        return XMLElement(
            "samlp:Response",
            [
                ("xmlns:samlp", EnterpriseLogin.protocolNamespace),
                ("xmlns:saml", EnterpriseLogin.assertionNamespace), ("ID", id), ("Version", "2.0"),
                ("IssueInstant", now), ("Destination", consumer), ("InResponseTo", requestID),
            ],
            [
                issuer,
                XMLElement("samlp:Status", [XMLElement("samlp:StatusCode", [("Value", EnterpriseLogin.success)])]),
                assertion,
            ]
        ).xml
    }

    private func subject(_ end: String) -> XMLElement {
        let data = XMLElement(
            "saml:SubjectConfirmationData",
            [("InResponseTo", requestID), ("NotOnOrAfter", end), ("Recipient", consumer)])
        return XMLElement(
            "saml:Subject",
            [
                XMLElement("saml:NameID", [("Format", EnterpriseLogin.persistent)], text: nameID),
                XMLElement("saml:SubjectConfirmation", [("Method", EnterpriseLogin.bearer)], [data]),
            ])
    }

    private func conditions(_ now: String, _ end: String) -> XMLElement {
        XMLElement(
            "saml:Conditions", [("NotBefore", now), ("NotOnOrAfter", end)],
            [XMLElement("saml:AudienceRestriction", [XMLElement("saml:Audience", text: audience)])])
    }

    private func statement(_ now: String) -> XMLElement {
        let password = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"
        return XMLElement(
            "saml:AuthnStatement", [("AuthnInstant", now), ("SessionIndex", assertionID)],
            [XMLElement("saml:AuthnContext", [XMLElement("saml:AuthnContextClassRef", text: password)])])
    }

    private var attributes: XMLElement {
        // As the portal reads them (docs/reference/enterprise-logins.md#the-portal-as-a-service-provider, 1.7).
        let list = [("givenName", fullName), ("emailaddress", email)]
        return XMLElement(
            "saml:AttributeStatement",
            list.map { name, value in
                XMLElement("saml:Attribute", [("Name", name)], [XMLElement("saml:AttributeValue", text: value)])
            })
    }
}
