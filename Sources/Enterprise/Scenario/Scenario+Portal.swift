// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats
package import Services

extension Scenario {
    /// A portal.
    public struct Portal: Sendable {
        /// Whether an organization's subscription is active.
        package enum Subscription: String, Sendable, CaseIterable {
            case active, disabled
        }

        /// Its name in the scenario.
        package var name: String
        /// The release, `10.3.1` or later; `nil`: the newest.
        package var version: String?
        /// The first segment of its paths; `nil`: `portal`.
        package var context: String?
        /// Its members.
        package var users: [User]
        /// Groups of members.
        package var groups: [Group]
        /// Content items, besides those that every service has.
        package var items: [Item]
        /// OAuth apps.
        package var apps: [App]
        /// How people may sign in.
        package var logins: Logins?
        /// Whether the organization is HTTPS only; `nil`: it is not.
        package var isHTTPSOnly: Bool?
        /// The longest life of a token, in minutes; `nil`: the release's own.
        package var maxTokenExpirationMinutes: Int?
        /// The URL it gives itself in bodies; `nil`: that of the request.
        package var publicURL: String?
        /// Further keys of the format, over those of the other properties.
        package var otherKeys: [String: Value]
        /// Ports of its own; `nil` shares the deployment's.
        package var httpPort: Int?
        package var httpsPort: Int?
        package var hosts: [String] = []
        package var availability = SiteAvailability.started
        package var hasSite = true
        package var organization = "Mock Organization"
        /// The names of the web adaptor, and those of the machine.
        package var adaptorHosts: [String] = []
        package var directHosts: [String] = []
        package var subscription = Subscription.active
        package var sharesGroupsPublicly = true
        /// Roles besides those that every portal has.
        package var roles: [PortalRole] = []
        /// The year in which ArcGIS Online is asked.
        package var year: Int?
        /// `helperServices` of the organization; `nil`: the scenario's own services.
        package var helperServices: JSON?
        /// Settings of `portals/self`.
        package var properties: JSON?
        /// Literal answers by path below the context.
        package var results: [String: Canned] = [:]
        /// How it publishes.
        package var publishing = Publishing()
        /// The hosts beside loopback that webhooks may be sent to.
        package var webhookHosts: [String] = []
        let place: CodeLocation

        /// Writes a portal; findings name `file`, `line` and `column`.
        public init(
            _ name: String = "portal", version: String? = nil, context: String? = nil, users: [User] = [],
            groups: [Group] = [], items: [Item] = [], apps: [App] = [], logins: Logins? = nil, isHTTPSOnly: Bool? = nil,
            maxTokenExpirationMinutes: Int? = nil, otherKeys: [String: Value] = [:],
            file: String = #filePath, line: Int = #line, column: Int = #column
        ) {
            self.name = name
            self.version = version
            self.context = context
            self.users = users
            self.groups = groups
            self.items = items
            self.apps = apps
            self.logins = logins
            self.isHTTPSOnly = isHTTPSOnly
            self.maxTokenExpirationMinutes = maxTokenExpirationMinutes
            self.otherKeys = otherKeys
            place = CodeLocation(file: file, line: line, column: column)
        }
    }
}

/// What holds where nothing is said.
extension Scenario.Portal {
    package var release: Version { version.flatMap(Version.init) ?? .newest }
    package var root: String { context ?? "portal" }
    /// `nil`: no limit of its own.
    package var maximumMinutes: Int64? { maxTokenExpirationMinutes.flatMap { $0 < 0 ? nil : Int64($0) } }
    package var saml: SAMLProvider? { logins?.saml?.provider }
    package var webTier: WebTier? { logins?.webTier?.kind }
    /// Whether the web server in front asks browsers for certificates.
    package var asksForCertificate: Bool { webTier == .pki || logins?.certificates == .accept }
    /// Whether the built-in identity provider has anything to do.
    package var hasProvider: Bool { logins?.saml != nil || logins?.openIDConnect != nil }
}

extension Scenario.Portal: ScenarioPart {
    static let table = KeyTable<Self>("a portal", site + content)

    private static let site: [KeyRow<Self>] = [
        KeyRow("name", .string, "Its name in this file.", always: \.name),
        KeyRow(
            "version", .release, "The release; portals exist from 10.3.1 on.", \.version),
        KeyRow(
            "asOf", .integer(2015...SharingRelease.newestYear),
            "The year in which ArcGIS Online is asked; default: the newest that is known.", \.year),
        KeyRow("context", .string, "The first segment of its paths.", \.context),
        KeyRow("site", .boolean, "Whether it was initialized; default: true.", loaded: \.hasSite),
        KeyRow("state", .word, "Whether it can be reached.", loaded: \.availability),
        KeyRow("httpPort", .integer(Keys.ports), "Its own port.", \.httpPort),
        KeyRow("httpsPort", .integer(Keys.ports), "Its own port.", \.httpsPort),
        KeyRow("hosts", .hosts, "Additional names in its certificate.", loaded: \.hosts),
        KeyRow(
            "adaptorHosts", .strings,
            "The host names that its web adaptor answers to; others get no portal. Default: any name.",
            loaded: \.adaptorHosts),
        KeyRow(
            "directHosts", .strings,
            "The host names of the machine itself, which lead past the web adaptor and its authentication.",
            loaded: \.directHosts),
        KeyRow("publicURL", .publicURL, "Its URL in response bodies.", \.publicURL),
    ]

    private static let content: [KeyRow<Self>] = [
        KeyRow("allSSL", .boolean, "Whether the organization requires HTTPS.", \.isHTTPSOnly),
        KeyRow(
            "maxTokenExpirationMinutes", .integer(-1...Int(Int32.max)), "The organization's limit; -1: none.",
            \.maxTokenExpirationMinutes),
        KeyRow("logins", .part, "The ways to sign in.", \.logins),
        KeyRow("users", listOf: .part, "The members.", \.users),
        KeyRow("roles", .list(.part), "Custom roles, besides those that every portal has.", loaded: \.roles),
        KeyRow("groups", listOf: .part, "Groups of members.", \.groups),
        KeyRow("items", listOf: .part, "Content items, in addition to those of services.", \.items),
        KeyRow("apps", listOf: .part, "OAuth apps.", \.apps),
        KeyRow("org", organizationTable, "The organization."),
        KeyRow("publishing", publishingTable, "How it publishes."),
        KeyRow(
            "webhookHosts", .strings, "The hosts that payloads of webhooks may be sent to, beside those on loopback.",
            loaded: \.webhookHosts),
        KeyRow(
            "results", .map(.any),
            "Literal answers by path below the context, as sharing/rest/portals/self/usage: JSON, or { file }."),
    ]

    private static let publishingTable = KeyTable<Self>(
        "publishing",
        [
            KeyRow(
                "duration", .milliseconds(example: "PT2S"),
                "How long its jobs take, and uploads until they are there, ISO 8601; default: PT1S.",
                loaded: \.publishing.duration),
            KeyRow(
                "failure", .string, "The message with which every job of publish fails; default: none does.",
                \.publishing.failure),
            KeyRow(
                "dataStore", .word, "The state of the data store of the hosting server; default: working.",
                loaded: \.publishing.dataStore),
            KeyRow(
                "packages", listOf: .part,
                "Files that MockPortal does not read, such as service definitions, and the layers that they publish as.",
                \.publishing.packages),
        ])

    private static let organizationTable = KeyTable<Self>(
        "an organization",
        [
            KeyRow("name", .string, "Its name.", loaded: \.organization),
            KeyRow(
                "helperServices", .any,
                "The helperServices of portals/self; {server} and {portal} are filled in. Default: the portal's geocoders.",
                \.helperServices),
            KeyRow(
                "subscription", .word, "Whether its subscription is active; default: active.", loaded: \.subscription),
            KeyRow(
                "canShareGroupsPublic", .boolean, "Whether members may share groups with everybody; default: true.",
                loaded: \.sharesGroupsPublicly),
            KeyRow(
                "properties", .any,
                "Settings of portals/self, in place of the double's: bingKey, urlKey, rotatorPanels.",
                \.properties),
        ])

    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) {
        results = loader.results(node["results"], .portal)
        if let year = node["asOf"], !release.isOnline {
            loader.fail(year, "\"asOf\" is a year of version \"online\"; releases of ArcGIS Enterprise do not change")
        }
    }

    static func blank(at location: CodeLocation) -> Self { Self("portal", at: location) }
    var location: CodeLocation? { place }

    private init(_ name: String, at place: CodeLocation) {
        self.name = name
        (users, groups, items, apps, otherKeys) = ([], [], [], [], [:])
        self.place = place
    }
}
