// SPDX-License-Identifier: Apache-2.0

/// The SAML identity provider of a portal, as the portal knows it.
package struct SAMLProvider: Sendable {
    /// What is wrong with it; all of the built-in one.
    package enum Fault: String, Sendable, CaseIterable {
        /// The certificate that the portal knows has expired, by the deployment's clock.
        case expiredCertificate = "expired-certificate"
        /// It signs with another key than the portal knows.
        case rolledOverCertificate = "rolled-over-certificate"
        /// Its clock is ten minutes ahead.
        case clockSkew = "clock-skew"
        /// Its responses are for somebody else.
        case wrongAudience = "wrong-audience"
        /// It writes names in other letters.
        case nameIDCase = "name-id-case"
        /// It sends no name that the portal knows.
        case missingClaim = "missing-claim"
        /// It does not answer.
        case down = "down"
    }

    static let postBinding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
    static let redirectBinding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"

    /// What the sign-in page calls it.
    package var name: String
    /// `nil`: the built-in provider under `/idp`.
    package var external: External?
    /// Whether whoever the provider vouches for becomes a member.
    package var isOpen = false
    /// Appended to names.
    package var usernameSuffix = ""
    /// What the portal calls itself; `nil`: its host, a dot and its context.
    package var entityID: String?
    package var faults: Set<Fault> = []

    /// A provider elsewhere, from its metadata.
    package struct External: Sendable {
        package var entityID: String
        /// Where requests go, and by which binding.
        package var redirectURL: String?
        package var postURL: String?
        /// In PEM.
        package var certificates: [String]
    }

    package init(name: String) { self.name = name }
}
