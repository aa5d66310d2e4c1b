// SPDX-License-Identifier: Apache-2.0

import Facts
import Services

/// An ArcGIS Server that lives: what was written of it, grown into state.
struct ServerState: Sendable {
    var name: String
    var context: String
    var machine: String
    var profile: Profile
    /// Whether services ask for tokens at all (`authInfo.isTokenBasedSecurity`).
    var isSecured: Bool
    var siteAdmin: (username: String, password: String)?
    /// The server's own store: of use only while it is standalone.
    var accounts: Accounts
    var federation: FederationState?
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
    var formerFederation: FederationState?

    var version: Version { profile.version }
}
