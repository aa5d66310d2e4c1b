// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// The state of a portal.
struct PortalState: Sendable, Codable {
    struct App: Sendable, Codable {
        var clientID: String
        var clientSecret: String
        var redirectURIs: [String]
        var itemID: String?
        /// `browser`, `native`, `server` or `multiple`.
        var type = "multiple"
        /// A Boolean value that indicates whether it is one of those that every portal has.
        var isStanding = false
        /// The time of its registration by a client; `nil`: it is as old as the portal.
        var registered: Instant?
        /// The privileges of its API keys.
        var privileges: [String] = []
        /// The pages that may use it.
        var referrers: [String] = []
        /// A Boolean value that indicates whether it was unregistered.
        var isGone = false
        /// The numbers of its API keys that were issued, 1 and 2.
        var activeKeys: Set<Int> = []
    }

    /// A folder of a member.
    struct MemberFolder: Sendable, Hashable, Codable {
        var owner: String
        var name: String
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
    var folders: [MemberFolder] = []
    /// The resources of items, by the item's id.
    var resources: [String: [ItemResource]] = [:]
    /// What clients did to the content beside the items.
    var content = ContentState()
    var invitations: [GroupInvitation] = []
    /// The invitations to the organization that nobody has accepted.
    var organizationInvitations: [OrganizationInvitation] = []
    /// The roles besides `org_admin`, `org_publisher` and `org_user`.
    var roles: [CustomRole] = Privileges.standing
    var log = SiteLog()
    /// The documents that its administrators changed, by path.
    var documents: [String: JSON] = [:]
    /// The files of the organization, by name.
    var files: [String: ItemResource] = [:]
    /// The thumbnails of members and groups, by `users/{username}` and `groups/{id}`.
    var thumbnails: [String: ItemResource] = [:]
    var notifications: [MemberNotification] = []
    /// What members did, oldest first.
    var changes: [PortalChange] = []
    /// What was sent to webhooks, oldest first, and how much ever was.
    var deliveries: [WebhookDelivery] = []
    var deliveryCount = 0
    /// The hosts beside loopback that payloads may be sent to.
    var webhookHosts: [String] = []
    /// The properties of members, by name.
    var userProperties: [String: JSON] = [:]
    /// The creation time of everything that has none in the scenario.
    var created = Instant(milliseconds: 0)
    var helperServices: JSON?
    /// A Boolean value that indicates whether members may share groups with everybody.
    var sharesGroupsPublicly = true
    /// A Boolean value that indicates whether the subscription is disabled.
    var isDisabled = false
    /// The settings of `portals/self` that the scenario gives.
    var properties: JSON?
    /// A Boolean value that indicates whether members may have a second factor.
    var hasSecondFactors: Bool { accounts.list.contains { $0.hasSecondFactor } }
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
    /// The OpenID Connect provider elsewhere; `nil`: the built-in one.
    var oidc: OIDCSettings?
    /// What is wrong between the portal and its OpenID Connect provider.
    var oidcFaults: [Scenario.Logins.OIDCFault] = []
    /// A Boolean value that indicates whether the web server in front accepts client certificates, of which it knows none.
    var acceptsCertificates = false
    /// The accounts by the SHA-256 of their client certificates.
    var certificates: [[UInt8]: Int] = [:]
    var saml: SAMLProvider?
    var hasSAMLLogins: Bool { saml != nil }
    var samlName: String { saml?.name ?? "" }
    /// The ids of accepted assertions; none is accepted twice.
    var consumed: Set<String> = []
    /// Who signed in by the provider, by account, where a sign-out is to reach it.
    var samlSessions: [Int: SAMLSession] = [:]
    /// Who signed in by the OpenID Connect provider, by account, where a sign-out is to reach it.
    var oidcSessions: Set<Int> = []
    /// Requests to sign out that await the provider's response: where the browser goes then.
    var samlSignOuts: [String: String?] = [:]
    var oauth = OAuthState()
    /// The names by which the web adaptor answers, and those of the machine itself; both empty: any name is the adaptor's.
    var adaptorHosts: [String] = []
    var directHosts: [String] = []
    /// The authentication in front of the portal.
    var webTier: WebTier?
    /// What its web server accepts tickets with; `nil`: it announces Negotiate, and accepts none.
    var kerberos: KerberosSettings?
    var condition = SiteAvailability.started
    /// A Boolean value that indicates whether the portal was initialized. Its administrator directory reports if not.
    var hasSite = true
    /// What `portaladmin/security/config/update` changed of the way in which members are made.
    var security = PortalSecurity()
    /// The certificates of its web server, by alias.
    var certificateAliases = ["portal"]
    /// The certificates among them that have been read or made.
    var webCertificates: [String: SiteCertificate] = [:]
    /// The portal whose site the machine has joined.
    var joined: Int?
    /// The scenario's literal answers, by path below the context, in lower case.
    var results: [String: Canned] = [:]

    /// The year of ArcGIS Online, whose answers have no release.
    var year = SharingRelease.newestYear

    var version: Version { profile.version }
    var release: SharingRelease { SharingRelease(version: profile.version, year: year) }
}
