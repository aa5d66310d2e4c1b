// SPDX-License-Identifier: Apache-2.0

extension MockEnterprise.Scenario {
    /// An ArcGIS Server.
    public struct Server: Sendable, Written {
        /// Whose tokens it takes.
        public enum Federation: Sendable, Hashable {
            /// Its own: it stands alone.
            case standalone
            /// Those of the first portal.
            case federated
            /// Those of the portal of that name.
            case with(portal: String)
        }

        /// Its name in the scenario.
        public var name: String
        /// The release, `9.3` or later; `nil`: the newest.
        public var version: String?
        /// The first segment of its paths; `nil`: `arcgis`.
        public var context: String?
        /// Whose tokens it takes; `nil`: its own.
        public var federation: Federation?
        /// Whether it is the portal's hosting server; `nil`: it is not.
        public var isHosting: Bool?
        /// Whether services ask for tokens; `nil`: they do.
        public var isSecured: Bool?
        /// The primary site administrator: its name and password.
        public var siteAdministrator: User?
        /// The users of its own store, of use while it stands alone.
        public var users: [User]
        /// Its services.
        public var services: [Service]
        /// The URL it gives itself in bodies; `nil`: that of the request.
        public var publicURL: String?
        /// Further keys of the format, as a JSON5 object, laid over the others.
        public var more: String?
        let location: CodeLocation

        /// Writes a server; findings name `file`, `line` and `column`.
        public init(
            _ name: String = "gis", version: String? = nil, context: String? = nil, federation: Federation? = nil,
            isHosting: Bool? = nil, isSecured: Bool? = nil, siteAdministrator: User? = nil, users: [User] = [],
            services: [Service] = [], publicURL: String? = nil, more: String? = nil, file: String = #filePath,
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
            self.publicURL = publicURL
            self.more = more
            location = CodeLocation(file: file, line: line, column: column)
        }

        func write(to writing: inout Writing) {
            writing.put("name", name)
            writing.put("version", version)
            writing.put("context", context)
            switch federation {
            case nil: break
            case .standalone: writing.put("federated", false)
            case .federated: writing.put("federated", true)
            case .with(let portal): writing.put("federated", portal)
            }
            writing.put("hosting", isHosting)
            writing.put("security", isSecured)
            writing.put("siteAdmin", siteAdministrator)
            writing.put("users", users)
            writing.put("services", services)
            writing.put("publicURL", publicURL)
        }
    }
}
