// SPDX-License-Identifier: Apache-2.0

/// Authentication in front of a portal, by its web server: who comes through is known before the portal is asked.
///
/// docs/reference/enterprise-logins.md#the-web-tier and docs/reference/tokens.md#error-bodies.
package enum WebTier: String, Sendable, CaseIterable, Codable {
    /// Integrated Windows authentication with NTLM, and with Kerberos where there is a keytab.
    case iwa
    /// Names and passwords of a directory, by HTTP Basic (RFC 7617).
    case ldap
    /// Client certificates.
    case pki
}
