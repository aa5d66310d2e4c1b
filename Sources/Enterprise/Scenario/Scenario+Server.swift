// SPDX-License-Identifier: Apache-2.0

package import Facts
import Formats
package import Services

extension Scenario {
    /// An ArcGIS Server.
    public struct Server: Sendable {
        /// Whether the directory with its users can be reached.
        package enum Store: String, Sendable, CaseIterable {
            case reachable, unreachable
        }

        /// Its name in the scenario.
        package var name: String
        /// The release, `9.3` or later; `nil`: the newest.
        package var version: String?
        /// The first segment of its paths; `nil`: `arcgis`.
        package var context: String?
        /// Whose tokens it takes; `nil`: its own.
        package var federation: Federation?
        /// Whether it is the portal's hosting server; `nil`: it is not.
        package var isHosting: Bool?
        /// Whether services ask for tokens; `nil`: they do.
        package var isSecured: Bool?
        /// The primary site administrator: its name and password.
        package var siteAdministrator: User?
        /// The users of its own store, of use while it stands alone.
        package var users: [User]
        /// Its services.
        package var services: [Service]
        /// The URL it gives itself in bodies; `nil`: that of the request.
        package var publicURL: String?
        /// Further keys of the format, over those of the other properties.
        package var otherKeys: [String: Value]
        package var machine = "ARCGIS.INTERNAL.LOCAL"
        package var httpPort: Int?
        package var httpsPort: Int?
        package var hosts: [String] = []
        package var hasSite = true
        package var store = Store.reachable
        package var license = ServerLicense.advanced
        package var platform = HostPlatform.linux
        package var availability = SiteAvailability.started
        package var fullVersion: String?
        /// How long an operation on its machine takes; `nil`: no time.
        package var operationTime: Duration?
        package var tokens = TokenManager()
        /// Literal answers by path below the context.
        package var results: [String: Canned] = [:]
        let place: CodeLocation

        /// Writes a server; findings name `file`, `line` and `column`.
        public init(
            _ name: String = "gis", version: String? = nil, context: String? = nil, federation: Federation? = nil,
            isHosting: Bool? = nil, isSecured: Bool? = nil, siteAdministrator: User? = nil, users: [User] = [],
            services: [Service] = [], otherKeys: [String: Value] = [:], file: String = #filePath,
            line: Int = #line, column: Int = #column
        ) {
            self.name = name
            self.version = version
            self.context = context
            self.federation = federation
            self.isHosting = isHosting
            self.isSecured = isSecured
            self.siteAdministrator = siteAdministrator
            self.users = users
            self.services = services
            self.otherKeys = otherKeys
            place = CodeLocation(file: file, line: line, column: column)
        }
    }
}

/// What holds where nothing is said.
extension Scenario.Server {
    package var release: Version { version.flatMap(Version.init) ?? .newest }
    package var root: String { context ?? "arcgis" }
}

extension Scenario.Server: ScenarioPart {
    static let table = KeyTable<Self>("a server", site + content)

    private static let site: [KeyRow<Self>] = [
        KeyRow("name", .string, "Its name in this file.", always: \.name),
        KeyRow("context", .string, "The first segment of its paths.", \.context),
        KeyRow("version", .release, "The release.", \.version),
        KeyRow(
            "fullVersion", .string, "The fullVersion in rest/info, if it is not the release's own.", \.fullVersion),
        KeyRow("state", .word, "Whether it can be reached.", loaded: \.availability),
        KeyRow("tokens", tokenTable, "Its own token service."),
        KeyRow("machine", .string, "The machine's name.", loaded: \.machine),
        KeyRow("httpPort", .integer(Keys.ports), "Its own port.", \.httpPort),
        KeyRow("httpsPort", .integer(Keys.ports), "Its own port.", \.httpsPort),
        KeyRow("hosts", .hosts, "Additional names in its certificate.", loaded: \.hosts),
        KeyRow("publicURL", .publicURL, "Its URL in response bodies.", \.publicURL),
    ]

    private static let content: [KeyRow<Self>] = [
        KeyRow("site", .boolean, "Whether the machine belongs to a site; default: true.", loaded: \.hasSite),
        KeyRow("license", .word, "What its machine is licensed for; default: advanced.", loaded: \.license),
        KeyRow(
            "operationTime", .duration("operationTime", example: "PT5S"),
            "How long starting and stopping its machine takes; default: no time.",
            \.operationTime),
        KeyRow("platform", .word, "The machine's operating system; default: linux.", loaded: \.platform),
        KeyRow("security", .boolean, "Whether services require tokens.", \.isSecured),
        KeyRow("siteAdmin", .administrator, "The primary site administrator.", \.siteAdministrator),
        KeyRow(
            "store", .word, "Whether the directory with its users can be reached; default: reachable.", loaded: \.store),
        KeyRow("users", listOf: .part, "Its own store, used while it is standalone.", \.users),
        KeyRow("federated", .federation, "The portal with which it is federated.", \.federation),
        KeyRow("hosting", .boolean, "Whether it is the portal's hosting server.", \.isHosting),
        KeyRow("services", listOf: .part, "Its services.", \.services),
        KeyRow(
            "results", .map(.any),
            "Literal answers by path below the context, as admin/system/licenses: JSON, or { file }."),
    ]

    private static let tokenTable = KeyTable<Self>(
        "a token service",
        [
            KeyRow(
                "shortTimeout", .minutes, "The default lifetime of a token in minutes; default: 60.",
                loaded: \.tokens.shortMinutes),
            KeyRow(
                "longTimeout", .minutes, "The largest lifetime of a token in minutes; default: 1440.",
                loaded: \.tokens.longMinutes),
            KeyRow(
                "allowHttpGet", .boolean, "Whether GET returns tokens; default: as the release does.",
                \.tokens.allowsGet),
            KeyRow(
                "allowHttpPostQueryParams", .boolean,
                "Whether name and password may be in the query; default: as the release does.",
                \.tokens.allowsQueryCredentials),
        ])

    static func blank(at location: CodeLocation) -> Self { Self("", at: location) }
    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) {
        results = loader.results(node["results"], .server)
    }
    var location: CodeLocation? { place }

    private init(_ name: String, at place: CodeLocation) {
        self.name = name
        (users, services, otherKeys) = ([], [], [:])
        self.place = place
    }
}

extension Notation<Int64> {
    fileprivate static var minutes: Self {
        Self(
            kind: .integer(1...525_600), read: { node, _ in node.integer.map { Int64($0) } },
            write: { $1.node(.number("\($0)")) })
    }
}

extension Notation<Scenario.User> {
    /// A name and a password.
    fileprivate static var administrator: Self {
        let table = Scenario.User.administratorTable
        return Self(
            kind: .object(table.keys),
            read: { node, loader in
                var user = Scenario.User.blank(at: CodeLocation(node))
                table.read(node, into: &user, &loader)
                return user
            },
            write: { $1.object($0) })
    }
}
