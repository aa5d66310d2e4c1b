// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// Metadata of the portal (SAML metadata, section 2.4).
enum SAMLMetadata {
    /// `portals/self/sp/metadata`: what an administrator gives to the identity provider. The two bindings are those of
    /// Esri's guide; ArcGIS Online misspells both (docs/reference/enterprise-logins.md#the-portal-as-a-service-provider,
    /// 1.2).
    static func portal(_ deployment: inout Deployment, _ context: inout RequestContext) -> Deferrable<Outcome> {
        var shown: (@Sendable (String?) -> XMLElement)?
        var needsKey = false
        let refused = SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            guard caller != .anonymous else { return SharingDoor.required("portals/self/sp", context) }
            let provider = deployment.portals[index].saml
            needsKey =
                provider.map { $0.signsRequests || $0.wantsEncryption || $0.supportsLogout } ?? false
            let (entityID, url) = (
                deployment.entityID(portal: index, context), deployment.url(ofPortal: index, context)
            )
            let organization = deployment.portals[index].organization
            let isOnline = deployment.portals[index].version.isOnline
            shown = { certificate in
                XMLElement(
                    "md:EntityDescriptor",
                    [("xmlns:md", EnterpriseLogin.metadataNamespace), ("entityID", entityID)],
                    [
                        descriptor(provider, url, certificate, isOnline: isOnline),
                        XMLElement(
                            "md:Organization",
                            ["Name", "DisplayName"].map {
                                XMLElement("md:Organization\($0)", [("xml:lang", "en")], text: organization)
                            } + [XMLElement("md:OrganizationURL", [("xml:lang", "en")], text: url)]),
                    ])
            }
            return .page(Page.notFound)
        }
        guard let element = shown else { return .ready(refused) }
        guard needsKey else { return .ready(xml(element(nil))) }
        return .deferred { xml(element(SigningKey.shared(SigningKey.portal)?.certificate)) }
    }

    /// Returns the part of the service provider. It has the key of alias `samlcert` where something is signed or
    /// encrypted, and an address to sign out where that reaches the provider.
    private static func descriptor(
        _ provider: SAMLProvider?, _ url: String, _ certificate: String?, isOnline: Bool
    ) -> XMLElement {
        let bindings = [SAMLProvider.postBinding, SAMLProvider.redirectBinding].map {
            isOnline ? $0.replacing("bindings:HTTP-", with: "bindings:HTTPS-") : $0
        }
        let signs = provider.map { $0.signsRequests || $0.supportsLogout } ?? false
        let keys = [("signing", signs), ("encryption", provider?.wantsEncryption ?? false)].filter(\.1)
            .map { use, _ in key(use, certificate) }
        let logout =
            provider?.supportsLogout == true
            ? [SAMLProvider.redirectBinding, SAMLProvider.postBinding].map {
                XMLElement(
                    "md:SingleLogoutService",
                    [("Binding", $0), ("Location", "\(url)/sharing/rest/oauth2/saml/signout")])
            } : []
        return XMLElement(
            "md:SPSSODescriptor",
            [
                ("AuthnRequestsSigned", "\(provider?.signsRequests ?? false)"), ("WantAssertionsSigned", "false"),
                ("protocolSupportEnumeration", EnterpriseLogin.protocolNamespace),
            ],
            keys + logout + [XMLElement("md:NameIDFormat", text: EnterpriseLogin.unspecified)]
                + bindings.enumerated().map { number, binding in
                    XMLElement(
                        "md:AssertionConsumerService",
                        [
                            ("Binding", binding), ("Location", "\(url)/sharing/rest/oauth2/saml/signin"),
                            ("index", "\(number + 1)"), ("isDefault", "\(number == 0)"),
                        ])
                })
    }

    /// Returns a `KeyDescriptor` with a certificate in PEM.
    static func key(_ use: String, _ certificate: String?) -> XMLElement {
        let letters = certificate?.split(separator: "\n").filter { !$0.hasPrefix("-") }.joined() ?? ""
        return XMLElement(
            "md:KeyDescriptor", [("use", use)],
            [
                XMLElement(
                    "ds:KeyInfo", [("xmlns:ds", "http://www.w3.org/2000/09/xmldsig#")],
                    [XMLElement("ds:X509Data", [XMLElement("ds:X509Certificate", text: letters)])])
            ])
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
