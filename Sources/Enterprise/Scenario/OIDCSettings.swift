// SPDX-License-Identifier: Apache-2.0

/// An OpenID Connect provider elsewhere, as a portal is set up for it
/// (docs/reference/enterprise-logins.md#openid-connect, 4.3).
package struct OIDCSettings: Sendable, Codable {
    package var clientID = ""
    package var clientSecret = ""
    package var issuer = ""
    package var authorizationEndpoint = ""
    package var tokenEndpoint = ""
    package var keysURL = ""
    package var userInfoEndpoint: String?
    package var logoutEndpoint: String?
    package var scopes = "openid profile email"
    package var usernameClaim = "preferred_username"
    package var identifierClaim = "sub"
    package var usesPKCE = false
    package var sendsTokenInHeader = true
    /// Whether everybody whom the provider vouches for becomes a member.
    package var isOpen = false
    /// The authorities whose certificates the portal trusts beside its own, in PEM.
    package var trust: String?
    /// The id that the portal gave it when it was registered.
    package var id: String?

    /// What must be there before anybody is sent to it, by the names in a scenario.
    package var missing: [String] {
        [
            ("clientId", clientID), ("issuer", issuer), ("authorizationEndpoint", authorizationEndpoint),
            ("tokenEndpoint", tokenEndpoint), ("jwksUri", keysURL),
        ].filter(\.1.isEmpty).map(\.0)
    }
}
