// SPDX-License-Identifier: Apache-2.0

import Facts
import Services

/// The state of an ArcGIS Server.
struct ServerState: Sendable, Codable {
    struct Administrator: Sendable, Hashable, Codable {
        var username: String
        var password: String
    }

    var name: String
    var context: String
    var machine: String
    var profile: Profile
    /// A Boolean value that indicates whether services require tokens (`authInfo.isTokenBasedSecurity`).
    var isSecured: Bool
    /// The primary site administrator; `nil`: the site has none.
    var siteAdmin: Administrator?
    /// The server's own store, which is used only while the server is standalone.
    var accounts: Accounts
    var federation: FederationState?
    var isHosting: Bool
    var services: [ServiceState]
    var issuer: Issuer
    var publicURL: String?
    var siteAdminLockout = Lockout()
    /// The count that invalidates every token of the site administrator.
    var siteAdminEpoch: UInt16 = 0
    /// A Boolean value that indicates whether the machine belongs to a site. Its administrator directory reports if
    /// not.
    var hasSite: Bool
    /// A Boolean value that indicates whether the directory with its users cannot be reached.
    var hasBrokenStore = false
    var condition = SiteAvailability.started
    var license = ServerLicense.advanced
    var platform = HostPlatform.linux
    /// The number of milliseconds by which its clock is ahead of the deployment's.
    var skew: Int64 = 0
    /// The `fullVersion`, if it is not the release's own: `10.5.1.120`.
    var fullVersion: String?
    var tokens = TokenManager()
    /// How long an operation on its machine takes, in milliseconds.
    var operationTime: Int64 = 0
    /// The scenario's literal answers, by path below the context, in lower case.
    var results: [String: Canned] = [:]
    /// The asynchronous operations of its hosted services' administration.
    var definitionJobs: [DefinitionJob] = []
    /// The federation that `unfederate` removed, for `federate`.
    var formerFederation: FederationState?

    var version: Version { profile.version }
}
