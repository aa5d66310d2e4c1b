// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The state of a portal.
struct PortalState: Sendable {
    struct App: Sendable {
        var clientID: String
        var clientSecret: String
        var redirectURIs: [String]
        var itemID: String?
        /// `browser`, `native`, `server` or `multiple`.
        var type = "multiple"
        /// A Boolean value that indicates whether it is one of those that every portal has.
        var isStanding = false
    }

    typealias Group = Scenario.Group

    /// The id of Enterprise's only organization (SRV, community td-p/135124).
    static let organizationID = "0123456789ABCDEF"

    var name: String
    var context: String
    var profile: Profile
    var accounts: Accounts
    var apps: [App]
    var groups: [Group]
    /// The content in the scenario. Items of services are created on demand.
    var items: [ContentItem] = []
    /// The folders that clients created; those of items exist without this.
    var folders: [(owner: String, name: String)] = []
    /// The creation time of everything that has none in the scenario.
    var created = Instant(milliseconds: 0)
    var helperServices: JSON?
    var issuer: Issuer
    var isSSLOnly: Bool
    /// `maxTokenExpirationMinutes` of the organization; `nil` is -1, no limit of its own.
    var maximumMinutes: Int64?
    var publicURL: String?
    var organization: String
    /// A Boolean value that indicates whether built-in accounts may sign in, as portals/self reports.
    var hasBuiltInLogins: Bool
    /// The name of the OpenID Connect provider on the sign-in page, or `nil` if there is none.
    var oidcName: String?
    var hasOIDCLogins: Bool { oidcName != nil }
    /// The accounts by the SHA-256 of their client certificates.
    var certificates: [[UInt8]: Int] = [:]
    var saml: SAMLProvider?
    var hasSAMLLogins: Bool { saml != nil }
    var samlName: String { saml?.name ?? "" }
    /// The ids of accepted assertions; none is accepted twice.
    var consumed: Set<String> = []
    var oauth = OAuthState()
    /// The authentication in front of the portal.
    var webTier: WebTier?
    var condition = SiteAvailability.started
    /// A Boolean value that indicates whether the portal was initialized. Its administrator directory reports if not.
    var hasSite = true

    var version: Version { profile.version }
}
