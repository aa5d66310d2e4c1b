// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats
package import Services

extension Scenario {
    /// A server in a scenario.
    package struct Server: Sendable {
        package var name = "gis"
        package var context = "arcgis"
        package var version = Version.newest
        package var machine = "ARCGIS.INTERNAL.LOCAL"
        package var httpPort: Int?
        package var httpsPort: Int?
        package var hosts: [String] = []
        package var publicURL: String?
        package var isSecured = true
        package var hasSite = true
        package var condition = SiteAvailability.started
        package var fullVersion: String?
        package var tokens = TokenManager()
        package var siteAdmin: (username: String, password: String)?
        package var users: [User] = []
        package var federation: Federation?
        package var isHosting = false
        package var services: [Service] = []
    }

    /// The federation of a server.
    package struct Federation: Sendable {
        /// The name of the portal.
        package var portal: String
        package var url: String?
        package var adminURL: String?
        package var owningSystemURL: String?
        package var role = "FEDERATED_SERVER"
        package var hasStaleKey = false
    }

    /// A service in a scenario.
    package struct Service: Sendable {
        package var name: String
        package var type = "MapServer"
        package var hasFeatureServer = false
        package var feature = FeatureAccess()
        package var locator: Locator?
        package var tasks: [GPTask] = []
        package var imagery: Imagery?
        package var canned: [String: Canned] = [:]
        package var access = Access.organization
        /// The access of the portal item; by default the service's.
        package var itemAccess: Access?
        /// The referers that the item's proxy answers; empty allows all.
        package var referrers: [String] = []
        /// The owner; the portal's first administrator by default.
        package var owner: String?
        package var state = "started"
        package var maxRecordCount: Int?
        package var capabilities: String?
        /// The layers. Services that name files with the same bytes share their rows within the process.
        package var layers: [Layer] = []
        package var json: JSON?
        package var cache: TileCache?
        package var hasWMS = false
        package var hasDynamicLayers: Bool?
        package var runtime: Runtime?
        package var description: String?
        package var copyright: String?
        /// The root from which it is made.
        package var described: JSON?
    }

    /// Who may see a service.
    package enum Access: Sendable, Hashable {
        case everyone, organization, owner
        case groups([String])
    }
}
