// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Metadata of the portal (SAML metadata, section 2.4).
enum SAMLMetadata {
    /// `portals/self/sp/metadata`: what an administrator gives to the identity provider. The two bindings are those of
    /// Esri's guide; ArcGIS Online misspells both (docs/reference/enterprise-logins.md#the-portal-as-a-service-provider,
    /// 1.2).
    static func portal(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            guard caller != .anonymous else { return SharingDoor.required("portals/self/sp", context) }
            let consumer = deployment.assertionConsumer(portal: index, context)
            let isOnline = deployment.portals[index].version.isOnline
            let bindings = [SAMLProvider.postBinding, SAMLProvider.redirectBinding].map {
                isOnline ? $0.replacing("bindings:HTTP-", with: "bindings:HTTPS-") : $0
            }
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
                            ("AuthnRequestsSigned", "false"), ("WantAssertionsSigned", "false"),
                            ("protocolSupportEnumeration", EnterpriseLogin.protocolNamespace),
                        ],
                        [
                            XMLElement("md:NameIDFormat", text: EnterpriseLogin.unspecified)
                        ]
                            + bindings.enumerated().map { number, binding in
                                XMLElement(
                                    "md:AssertionConsumerService",
                                    [
                                        ("Binding", binding), ("Location", consumer), ("index", "\(number + 1)"),
                                        ("isDefault", "\(number == 0)"),
                                    ])
                            }),
                    XMLElement(
                        "md:Organization",
                        ["Name", "DisplayName"].map {
                            XMLElement(
                                "md:Organization\($0)", [("xml:lang", "en")],
                                text: deployment.portals[index].organization)
                        }
                            + [
                                XMLElement(
                                    "md:OrganizationURL", [("xml:lang", "en")],
                                    text: deployment.url(ofPortal: index, context))
                            ]),
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
        if portals[index].version.isOnline, let key = portals[index].properties?["urlKey"]?.text {
            return "\(key).maps.arcgis.com"
        }
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
