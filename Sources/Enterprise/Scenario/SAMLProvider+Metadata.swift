// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

/// A provider elsewhere, read from its metadata (SAML metadata, section 2.3).
extension SAMLProvider.External {
    /// Reads a provider's metadata; throws the reason if it cannot be used.
    init(metadata bytes: [UInt8]) throws(XMLFailure) {
        let root = try XMLSignature.read(bytes)
        guard root.name == "EntityDescriptor", let entityID = root["entityID"],
            let descriptor = root.first("IDPSSODescriptor")
        else { throw XMLFailure(description: "this is not the metadata of an identity provider (IDPSSODescriptor)") }
        let services = descriptor.elements("SingleSignOnService")
        func location(_ binding: String) -> String? { services.first { $0["Binding"] == binding }?["Location"] }
        func keys(unlike use: String) -> [String] {
            descriptor.elements("KeyDescriptor").filter { $0["use"] != use }
                .flatMap { $0.first("KeyInfo")?.elements("X509Data") ?? [] }.flatMap { $0.elements("X509Certificate") }
                .map { Self.pem($0.text) }
        }
        let certificates = keys(unlike: "encryption")
        let logout = descriptor.elements("SingleLogoutService")
        self.init(
            entityID: entityID, redirectURL: location(SAMLProvider.redirectBinding),
            postURL: location(SAMLProvider.postBinding), certificates: certificates,
            logoutURL: (logout.first { $0["Binding"] == SAMLProvider.redirectBinding } ?? logout.first)?["Location"],
            encryptionCertificate: keys(unlike: "signing").first)
        guard redirectURL != nil || postURL != nil else {
            throw XMLFailure(description: "the metadata has no SingleSignOnService by HTTP-Redirect or HTTP-POST")
        }
        guard !certificates.isEmpty else { throw XMLFailure(description: "the metadata has no signing certificate") }
    }

    /// Returns a certificate in PEM, of which the letters are given, with their frame or without.
    static func pem(_ text: String) -> String {
        let letters = text.split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined()
        let string = Array(letters.filter { !$0.isWhitespace })
        let lines = stride(from: 0, to: string.count, by: 64).map { String(string[$0..<min($0 + 64, string.count)]) }
        return "-----BEGIN CERTIFICATE-----\n\(lines.joined(separator: "\n"))\n-----END CERTIFICATE-----\n"
    }
}
