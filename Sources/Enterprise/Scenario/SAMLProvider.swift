// SPDX-License-Identifier: Apache-2.0

/// The SAML identity provider of a portal, as the portal knows it.
package struct SAMLProvider: Sendable {
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

    /// An external provider, read from its metadata.
    package struct External: Sendable {
        package var entityID: String
        /// The URLs for requests, by binding.
        package var redirectURL: String?
        package var postURL: String?
        /// The certificates in PEM.
        package var certificates: [String]
    }

    package init(name: String) { self.name = name }
}
