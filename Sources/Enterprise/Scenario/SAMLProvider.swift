// SPDX-License-Identifier: Apache-2.0

/// The SAML identity provider of a portal, as the portal knows it.
package struct SAMLProvider: Sendable, Codable {
    package typealias Fault = Scenario.SAML.Fault

    static let postBinding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
    static let redirectBinding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"

    /// The provider's name on the sign-in page.
    package var name: String
    /// The external provider; `nil` is the built-in one under `/idp`.
    package var external: External?
    /// A Boolean value that indicates whether every user that the provider vouches for becomes a member.
    package var isOpen = false
    /// The suffix of user names.
    package var usernameSuffix = ""
    /// The portal's entity id; `nil` is its host, a dot and its context.
    package var entityID: String?
    package var faults: Set<Fault> = []
    /// A Boolean value that indicates whether the portal wants encrypted assertions.
    package var wantsEncryption = false
    /// A Boolean value that indicates whether the built-in provider signs the response and not its assertion.
    package var signsResponse = false
    /// A Boolean value that indicates whether the built-in provider signs by SHA-1.
    package var usesSHA1 = false
    /// A Boolean value that indicates whether the built-in provider encrypts its assertions for the portal's key.
    package var encrypts = false
    /// A Boolean value that indicates whether the portal signs what it asks (`supportSignedRequest`).
    package var signsRequests = false
    /// A Boolean value that indicates whether the portal signs by SHA-256 (`useSHA256`), or by SHA-1.
    package var signsBySHA256 = true
    /// A Boolean value that indicates whether a sign-out reaches the provider (`supportsLogoutRequest`).
    package var supportsLogout = false
    /// A Boolean value that indicates whether each sign-in updates the member's name and address.
    package var updatesProfile = false
    /// A Boolean value that indicates whether each sign-in updates the member's groups.
    package var updatesGroups = false
    /// What a client registered: the portal's id of the provider, and what becomes of new members.
    package var registered: Registered?

    /// An external provider, read from its metadata.
    package struct External: Sendable, Codable {
        package var entityID: String
        /// The URLs for requests, by binding.
        package var redirectURL: String?
        package var postURL: String?
        /// The certificates in PEM.
        package var certificates: [String]
        /// The URL for requests to sign out.
        package var logoutURL: String?
        /// What is encrypted for the provider, in PEM.
        package var encryptionCertificate: String?
    }

    /// What `portals/self/idp/register` says beside the provider itself.
    package struct Registered: Sendable, Codable {
        var id: String
        var level = "2"
        var role = "org_user"
        var licenseType: String?
        var groups: [String] = []
        /// The service of a federation where people choose their provider.
        var discoveryURL: String?
    }

    package init(name: String) { self.name = name }
}
