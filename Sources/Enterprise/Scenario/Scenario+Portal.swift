// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

extension Scenario {
    /// A portal in a scenario.
    package struct Portal: Sendable {
        package var name = "portal"
        package var version = Version.newest
        package var context = "portal"
        /// Its own port; `nil` shares the deployment's.
        package var httpPort: Int?
        package var httpsPort: Int?
        package var hosts: [String] = []
        package var publicURL: String?
        package var isSSLOnly = true
        /// The largest lifetime; `nil` means no limit of its own.
        package var maximumMinutes: Int64?
        package var organization = "Mock Organization"
        package var hasBuiltInLogins = true
        package var oidcName: String?
        package var saml: SAMLProvider?
        package var webTier: WebTier?
        package var condition = SiteAvailability.started
        package var hasSite = true
        package var users: [User] = []
        package var groups: [Group] = []
        package var items: [ContentItem] = []
        /// The `helperServices` of the organization; `nil` means the scenario's own services.
        package var helperServices: JSON?
        package var apps: [App] = []
    }

    /// A member of a portal, or a user of a server's own store.
    package struct User: Sendable {
        package var username: String
        package var password: String
        package var provider = Scenario.User.Provider.arcgis
        package var role = "org_user"
        package var fullName: String?
        package var email: String?
        package var isDisabled = false
        package var nameID: String?
        package var hasCertificate = false
    }

    /// An OAuth app of a portal.
    package struct App: Sendable {
        package var clientID: String
        package var clientSecret: String
        package var redirectURIs: [String]
    }
}
