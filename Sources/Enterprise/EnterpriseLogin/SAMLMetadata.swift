// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

/// Metadata of the portal and of an external provider (SAML metadata, sections 2.3 and 2.4).
enum SAMLMetadata {
    /// `portals/self/sp`: the metadata that an administrator gives to the identity provider.
    static func portal(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            guard caller != .anonymous else { return SharingDoor.required("portals/self/sp", context) }
            let consumer = deployment.assertionConsumer(portal: index, context)
            let element = XMLElement(
                "md:EntityDescriptor",
                [
                    ("xmlns:md", EnterpriseLogin.metadataNamespace),
                    ("entityID", deployment.entityID(portal: index, context)),
                ],
                [
                    XMLElement(
                        "md:SPSSODescriptor",
                        [
                            ("AuthnRequestsSigned", "false"), ("WantAssertionsSigned", "true"),
                            ("protocolSupportEnumeration", EnterpriseLogin.protocolNamespace),
                        ],
                        [
                            XMLElement("md:NameIDFormat", text: EnterpriseLogin.persistent),
                            XMLElement(
                                "md:AssertionConsumerService",
                                [
                                    ("Binding", EnterpriseLogin.postBinding), ("Location", consumer), ("index", "1"),
                                    ("isDefault", "true"),
                                ]),
                        ])
                ])
            return xml(element)
        }
    }

    static func xml(_ element: XMLElement) -> Outcome {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(element.xml)\n"
        return Outcome(body: .bytes(Array(text.utf8), type: "application/samlmetadata+xml"))
    }

    /// Reads a provider's metadata; throws the reason if it cannot be used.
    static func provider(_ bytes: [UInt8]) throws(XMLFailure) -> SAMLProvider.External {
        let root = try XMLSignature.read(bytes)
        guard root.name == "EntityDescriptor", let entityID = root["entityID"],
            let descriptor = root.first("IDPSSODescriptor")
        else { throw XMLFailure(description: "this is no metadata of an identity provider (IDPSSODescriptor)") }
        let services = descriptor.elements("SingleSignOnService")
        func location(_ binding: String) -> String? { services.first { $0["Binding"] == binding }?["Location"] }
        let certificates = descriptor.elements("KeyDescriptor").filter { $0["use"] != "encryption" }
            .flatMap { $0.first("KeyInfo")?.elements("X509Data") ?? [] }.flatMap { $0.elements("X509Certificate") }
            .map { pem($0.text) }
        let external = SAMLProvider.External(
            entityID: entityID, redirectURL: location(EnterpriseLogin.redirectBinding),
            postURL: location(EnterpriseLogin.postBinding), certificates: certificates)
        guard external.redirectURL != nil || external.postURL != nil else {
            throw XMLFailure(description: "the metadata has no SingleSignOnService by HTTP-Redirect or HTTP-POST")
        }
        guard !certificates.isEmpty else { throw XMLFailure(description: "the metadata has no signing certificate") }
        return external
    }

    private static func pem(_ text: String) -> String {
        let string = Array(text.filter { !$0.isWhitespace })
        let lines = stride(from: 0, to: string.count, by: 64).map { String(string[$0..<min($0 + 64, string.count)]) }
        return "-----BEGIN CERTIFICATE-----\n\(lines.joined(separator: "\n"))\n-----END CERTIFICATE-----\n"
    }
}

extension Deployment {
    /// Returns the portal's entity id: its host, a dot and its context. It has no port, with which some providers would
    /// not accept it as a URI.
    func entityID(portal index: Int, _ context: RequestContext) -> String {
        if let given = portals[index].saml?.entityID { return given }
        let authority = PlainURL(url(ofPortal: index, context))?.authority ?? "localhost"
        let host =
            authority.hasPrefix("[") ? authority.dropFirst().prefix { $0 != "]" } : authority.prefix { $0 != ":" }
        return "\(host.replacing(":", with: "-")).\(portals[index].context)"
    }

    /// Returns the URL of the assertion consumer service, to which responses go.
    func assertionConsumer(portal index: Int, _ context: RequestContext) -> String {
        "\(url(ofPortal: index, context))/sharing/rest/oauth2/saml/signin"
    }
}
