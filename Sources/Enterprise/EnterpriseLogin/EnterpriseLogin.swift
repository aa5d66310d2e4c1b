// SPDX-License-Identifier: Apache-2.0

/// The slice of enterprise logins: the portal as a SAML service provider, and the identity provider under `/idp`
/// (docs/reference/enterprise-logins.md).
///
/// Read `EnterpriseLogin+Routes` first.
enum EnterpriseLogin {
    static let protocolNamespace = "urn:oasis:names:tc:SAML:2.0:protocol"
    static let assertionNamespace = "urn:oasis:names:tc:SAML:2.0:assertion"
    static let metadataNamespace = "urn:oasis:names:tc:SAML:2.0:metadata"
    static let persistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
    /// What the portal asks for (Esri/idp, guide for OpenAM).
    static let unspecified = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"
    static let success = "urn:oasis:names:tc:SAML:2.0:status:Success"
    static let bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
    /// The entity id of the built-in provider.
    static let builtInEntityID = "urn:mock-portal:idp"
    /// The allowed difference of the clocks, in milliseconds (inferred).
    static let tolerance: Int64 = 120_000
}
