// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A response of the built-in provider, before it is signed.
struct SAMLResponse: Sendable {
    let id: String
    let assertionID: String
    /// `nil`: the response is unsolicited.
    let requestID: String?
    let consumer: String
    let audience: String
    let nameID: String
    let attributes: [(String, [String])]
    let at: Instant

    /// The validity in minutes, as in ADFS.
    static let minutes: Int64 = 60

    private var issuer: XMLElement { XMLElement("saml:Issuer", text: EnterpriseLogin.builtInEntityID) }

    var xml: String {
        let now = ISO8601.format(at)
        let end = ISO8601.format(at.advanced(minutes: Self.minutes))
        return response(
            XMLElement(
                "saml:Assertion",
                // The namespace is its own, for it may be read alone once it was encrypted.
                [
                    ("xmlns:saml", EnterpriseLogin.assertionNamespace), ("ID", assertionID), ("Version", "2.0"),
                    ("IssueInstant", now),
                ], [issuer, subject(end), conditions(now, end), statement(now), attributeStatement]))
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
                ("IssueInstant", now), ("Destination", consumer),
            ] + inResponseTo,
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
            inResponseTo + [("NotOnOrAfter", end), ("Recipient", consumer)])
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

    private var inResponseTo: [(String, String)] { requestID.map { [("InResponseTo", $0)] } ?? [] }

    private var attributeStatement: XMLElement {
        XMLElement(
            "saml:AttributeStatement",
            attributes.map { name, values in
                XMLElement(
                    "saml:Attribute", [("Name", name)], values.map { XMLElement("saml:AttributeValue", text: $0) })
            })
    }
}
