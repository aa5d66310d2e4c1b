// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A portal that lives: what was written of it, grown into state.
struct PortalState: Sendable {
    struct App: Sendable {
        var clientID: String
        var clientSecret: String
        var redirectURIs: [String]
        var itemID: String?
        /// `browser`, `native`, `server` or `multiple`.
        var type = "multiple"
        /// One of those that every portal has.
        var isStanding = false
    }

    typealias Group = Scenario.Group

    /// What Enterprise calls its only organization (SRV, community td-p/135124).
    static let organizationID = "0123456789ABCDEF"

    var name: String
    var context: String
    var profile: Profile
    var accounts: Accounts
    var apps: [App]
    var groups: [Group]
    /// What was written of its content; items of services are made when somebody asks.
    var items: [ContentItem] = []
    /// Folders that clients made; those of items are there without.
    var folders: [(owner: String, name: String)] = []
    /// The age of everything whose age nobody gave.
    var created = Instant(milliseconds: 0)
    var helperServices: JSON?
    var issuer: Issuer
    var isSSLOnly: Bool
    /// `maxTokenExpirationMinutes` of the organization; `nil` is -1, no limit of its own.
    var maximumMinutes: Int64?
    var publicURL: String?
    var organization: String
    /// Whether people may sign in with built-in accounts, and with a SAML provider: portals/self tells.
    var hasBuiltInLogins: Bool
    /// What the sign-in page calls the OpenID Connect provider; `nil`: there is none.
    var oidcName: String?
    var hasOIDCLogins: Bool { oidcName != nil }
    /// Client certificates by their SHA-256, and whose they are.
    var certificates: [[UInt8]: Int] = [:]
    var saml: SAMLProvider?
    var hasSAMLLogins: Bool { saml != nil }
    var samlName: String { saml?.name ?? "" }
    /// Ids of assertions that were taken: none is taken twice.
    var consumed: Set<String> = []
    var oauth = OAuthState()
    /// What authenticates in front of it.
    var webTier: WebTier?
    var condition = SiteAvailability.started
    /// Whether it was initialized; its administrator directory says so if not.
    var hasSite = true

    var version: Version { profile.version }
}
