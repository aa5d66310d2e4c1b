// SPDX-License-Identifier: Apache-2.0

import Facts
import Services

/// An ArcGIS Server that lives: what was written of it, grown into state.
struct ServerState: Sendable {
    struct Federation: Sendable {
        /// The place of the portal in the deployment's list.
        var portal: Int
        /// What users are told the server's URL is; `nil` is where it answers.
        var url: String?
        var adminURL: String?
        /// What `rest/info` says of the portal; `nil` is where the portal answers.
        var owningSystemURL: String?
        var role: String
        /// What it is licensed for besides, with commas.
        var function = ""
        /// The server lost the portal's key.
        var hasStaleKey: Bool
    }

    var name: String
    var context: String
    var machine: String
    var profile: Profile
    /// Whether services ask for tokens at all (`authInfo.isTokenBasedSecurity`).
    var isSecured: Bool
    var siteAdmin: (username: String, password: String)?
    /// The server's own store: of use only while it is standalone.
    var accounts: Accounts
    var federation: Federation?
    var isHosting: Bool
    var services: [ServiceState]
    var issuer: Issuer
    var publicURL: String?
    var siteAdminLockout = Lockout()
    /// Counts what ends every token of the site administrator.
    var siteAdminEpoch: UInt16 = 0
    /// Whether the machine belongs to a site; without one its administrator directory says so.
    var hasSite: Bool
    var condition = SiteAvailability.started
    /// By how many milliseconds its clock is ahead of the deployment's.
    var skew: Int64 = 0
    /// `fullVersion` where it is not the release's own: `10.5.1.120`.
    var fullVersion: String?
    var tokens = TokenManager()
    /// What `unfederate` took, for `federate`.
    var formerFederation: Federation?

    var version: Version { profile.version }
}
