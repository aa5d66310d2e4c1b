// SPDX-License-Identifier: Apache-2.0

import Formats

/// Metadata of the portal (SAML metadata, section 2.4).
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
                                    ("Binding", SAMLProvider.postBinding), ("Location", consumer), ("index", "1"),
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
