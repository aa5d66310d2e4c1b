// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

extension SAMLSignIn {
    /// Returns what the provider vouches for in the response, or why nothing is believed.
    static func read(
        _ deployment: Deployment, _ context: inout RequestContext, _ index: Int, _ provider: SAMLProvider
    ) -> Result<SAMLAssertion, Refusal> {
        let allowsSHA1 = context.choice(.samlSHA1) == .pass
        func failure(_ rule: Rule, _ what: String) -> Result<SAMLAssertion, Refusal> {
            .failure(
                Refusal(
                    Verdict(rule, facts: [.init("found", what)], wouldPass: "the response as the provider signed it")))
        }
        // Browsers may break the text into lines.
        let string = (context.parameters.given("samlresponse") ?? "").utf8.filter { $0 > 32 }
        guard string.count <= 400_000 else { return failure(EnterpriseLogin.Rules.unreadable, "too much") }
        guard let bytes = Base64.decode(String(decoding: string, as: UTF8.self)), !bytes.isEmpty else {
            return failure(EnterpriseLogin.Rules.unreadable, "no base64")
        }
        let certificates = deployment.certificates(of: provider)
        let valid = certificates.filter { SigningKey.isValid($0, at: context.now.milliseconds) }
        if valid.isEmpty, !certificates.isEmpty {
            return .failure(
                Refusal(
                    Verdict(
                        EnterpriseLogin.Rules.certificateExpired, facts: [.init("now", ISO8601.format(context.now))],
                        wouldPass: "the provider's new certificate in the portal's settings")))
        }
        do throws(XMLFailure) {
            let root = try XMLSignature.read(bytes)
            guard root.name == "Response", root.namespace == EnterpriseLogin.protocolNamespace else {
                return failure(EnterpriseLogin.Rules.unreadable, root.name)
            }
            let status = root.first("Status")?.first("StatusCode")?["Value"] ?? "none"
            guard status == EnterpriseLogin.success else { return failure(EnterpriseLogin.Rules.status, status) }
            let isEncrypted = root.first("EncryptedAssertion") != nil
            if isEncrypted, !provider.wantsEncryption { return undecipherable(provider) }
            if provider.wantsEncryption, !isEncrypted {
                return .failure(
                    Refusal(
                        Verdict(
                            EnterpriseLogin.Rules.unencrypted, facts: [.init("encryptionSupported", "true")],
                            wouldPass: "an encrypted assertion, or encryption turned off in the portal")))
            }
            // Of a key that was never made nobody has the other half.
            let key = isEncrypted ? SigningKey.made(SigningKey.portal) : nil
            let verified = try XMLSignature.verify(
                bytes, certificates: valid, key: key, allowsSHA1: allowsSHA1)
            guard let assertion = SAMLAssertion(verified) else {
                return failure(EnterpriseLogin.Rules.unreadable, "an assertion without id, subject or conditions")
            }
            return .success(assertion)
        } catch {
            if error.isUndecipherable { return undecipherable(provider) }
            let isRead = (try? XMLSignature.read(bytes)) != nil
            return failure(
                isRead ? EnterpriseLogin.Rules.signature : EnterpriseLogin.Rules.unreadable, error.description)
        }
    }

    private static func undecipherable(_ provider: SAMLProvider) -> Result<SAMLAssertion, Refusal> {
        .failure(
            Refusal(
                Verdict(
                    EnterpriseLogin.Rules.encrypted,
                    facts: [.init("encryptionSupported", "\(provider.wantsEncryption)")],
                    wouldPass: provider.wantsEncryption
                        ? "an assertion encrypted for the key in the portal's metadata of now"
                        : "an assertion that is not encrypted, or encryption turned on in the portal")))
    }
}

extension Deployment {
    /// Returns the provider's certificates known to the portal, in PEM. A key that was never created has signed
    /// nothing.
    func certificates(of provider: SAMLProvider) -> [String] {
        if let external = provider.external { return Array(external.certificates.prefix(1)) }
        // The provider's metadata name another key first, and only the first counts (Esri/idp, guide for Shibboleth).
        if provider.faults.contains(.otherKeyFirst) {
            return [SigningKey.made(2)?.certificate].compactMap(\.self)
        }
        guard let key = SigningKey.made(0) else { return [] }
        return [provider.faults.contains(.expiredCertificate) ? key.expiredCertificate : key.certificate]
    }
}

extension SAMLProvider {
    /// The entity id in whose name the provider speaks.
    var issuer: String { external?.entityID ?? EnterpriseLogin.builtInEntityID }
}
