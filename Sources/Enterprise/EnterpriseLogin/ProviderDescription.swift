// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

/// A SAML provider as administrators read it (docs/reference/enterprise-logins.md#the-configuration-api, 2.1).
enum ProviderDescription {
    static func json(
        _ provider: SAMLProvider, _ deployment: Deployment, _ context: RequestContext, id: String
    ) -> JSON {
        let url = "\(deployment.idpURL(context))/sso"
        let registered = provider.registered
        return .object([
            .init("id", .string(id)), .init("name", .string(provider.name)),
            .init("entityId", .string(provider.issuer)),
            .init("bindingUrl", .string(provider.external?.redirectURL ?? url)),
            .init("bindingPostUrl", .string(provider.external?.postURL ?? url)),
            .init("certificate", .orNull(deployment.certificates(of: provider).first.map(letters))),
            .init("encryptionCertificate", .orNull(provider.external?.encryptionCertificate.map(letters))),
            .init("encryptionSupported", .bool(provider.wantsEncryption)),
            .init("supportSignedRequest", .bool(provider.signsRequests)),
            .init("useSHA256", .bool(provider.signsBySHA256)),
            .init("supportsLogoutRequest", .bool(provider.supportsLogout)),
            .init("logoutUrl", .orNull(provider.supportsLogout ? deployment.logoutURL(of: provider, context) : nil)),
            .init("signUpMode", .string(provider.isOpen ? "Automatic" : "Invitation")),
            .init("level", .string(registered?.level ?? "2")),
            .init("roleId", .string(registered?.role ?? "org_user")),
            .init("groups", .strings(registered?.groups ?? [])),
            .init("userCreditAssignment", .int(-1)),
            .init("updateProfileAtSignin", .bool(provider.updatesProfile)),
        ])
    }

    /// Returns what stands between the lines of a certificate's frame.
    private static func letters(_ pem: String) -> String {
        pem.split(separator: "\n").filter { !$0.hasPrefix("-") }.joined()
    }
}
