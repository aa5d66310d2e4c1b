// SPDX-License-Identifier: Apache-2.0

extension MockEnterprise.Scenario {
    /// A portal.
    public struct Portal: Sendable, Written {
        /// Its name in the scenario.
        public var name: String
        /// The release, `10.3.1` or later; `nil`: the newest.
        public var version: String?
        /// The first segment of its paths; `nil`: `portal`.
        public var context: String?
        /// Its members.
        public var users: [User]
        /// Groups of members.
        public var groups: [Group]
        /// Content items, besides those that every service has.
        public var items: [Item]
        /// OAuth apps.
        public var apps: [App]
        /// How people may sign in.
        public var logins: Logins?
        /// Whether the organization is HTTPS only; `nil`: it is not.
        public var isHTTPSOnly: Bool?
        /// The longest life of a token, in minutes; `nil`: the release's own.
        public var maxTokenExpirationMinutes: Int?
        /// The URL it gives itself in bodies; `nil`: that of the request.
        public var publicURL: String?
        /// Further keys of the format, as a JSON5 object, laid over the others.
        public var more: String?
        let location: CodeLocation

        /// Writes a portal; findings name `file`, `line` and `column`.
        public init(
            _ name: String = "portal", version: String? = nil, context: String? = nil, users: [User] = [],
            groups: [Group] = [], items: [Item] = [], apps: [App] = [], logins: Logins? = nil, isHTTPSOnly: Bool? = nil,
            maxTokenExpirationMinutes: Int? = nil, publicURL: String? = nil, more: String? = nil,
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
            self.publicURL = publicURL
            self.more = more
            location = CodeLocation(file: file, line: line, column: column)
        }

        func write(to writing: inout Writing) {
            writing.put("name", name)
            writing.put("version", version)
            writing.put("context", context)
            writing.put("users", users)
            writing.put("groups", groups)
            writing.put("items", items)
            writing.put("apps", apps)
            writing.put("logins", logins)
            writing.put("allSSL", isHTTPSOnly)
            writing.put("maxTokenExpirationMinutes", maxTokenExpirationMinutes)
            writing.put("publicURL", publicURL)
        }
    }

    /// How people may sign in to a portal.
    public struct Logins: Sendable, Written {
        /// Who authenticates in front of the portal.
        public enum WebTier: String, Sendable {
            /// Integrated Windows Authentication: Negotiate and NTLM.
            case iwa
            /// HTTP Basic.
            case ldap
            /// Client certificates.
            case pki
        }

        /// Whether built-in accounts may sign in.
        public var builtIn: Bool
        /// The SAML identity provider; `nil`: there is none.
        public var saml: SAML?
        /// What the sign-in page calls the OpenID Connect provider, which is built in; `nil`: there is none.
        public var openIDConnect: String?
        /// Who authenticates in front of the portal; `nil`: nobody.
        public var webTier: WebTier?
        /// Further keys of the format, as a JSON5 object, laid over the others.
        public var more: String?
        let location: CodeLocation

        /// Writes logins; findings name `file`, `line` and `column`.
        public init(
            builtIn: Bool = true, saml: SAML? = nil, openIDConnect: String? = nil, webTier: WebTier? = nil,
            more: String? = nil, file: String = #filePath, line: Int = #line, column: Int = #column
        ) {
            self.builtIn = builtIn
            self.saml = saml
            self.openIDConnect = openIDConnect
            self.webTier = webTier
            self.more = more
            location = CodeLocation(file: file, line: line, column: column)
        }

        func write(to writing: inout Writing) {
            func named(_ name: String?) -> (any Written)? { name.map { Named(name: $0, location: location) } }
            writing.put("builtIn", builtIn)
            writing.put("saml", saml)
            writing.put("oidc", named(openIDConnect))
            writing.put("webTier", webTier?.rawValue)
        }

        private struct Named: Written {
            var name: String
            var location: CodeLocation
            var more: String? { nil }
            func write(to writing: inout Writing) { writing.put("name", name) }
        }
    }

    /// A group of a portal.
    public struct Group: Sendable, Written {
        /// Its id.
        public var id: String
        /// Its title; `nil`: the id.
        public var title: String?
        /// User names of its members.
        public var members: [String]
        /// Further keys of the format, as a JSON5 object, laid over the others.
        public var more: String?
        let location: CodeLocation

        /// Writes a group; findings name `file`, `line` and `column`.
        public init(
            _ id: String, title: String? = nil, members: [String] = [], more: String? = nil, file: String = #filePath,
            line: Int = #line, column: Int = #column
        ) {
            self.id = id
            self.title = title
            self.members = members
            self.more = more
            location = CodeLocation(file: file, line: line, column: column)
        }

        func write(to writing: inout Writing) {
            writing.put("id", id)
            writing.put("title", title)
            writing.put("members", members)
        }
    }

    /// An OAuth app of a portal.
    public struct App: Sendable, Written {
        /// Its client id.
        public var clientID: String
        /// Its client secret.
        public var secret: String
        /// Where people may be sent back to; `{http}` and `{https}` stand for the deployment's own origins.
        public var redirectURIs: [String]
        /// Further keys of the format, as a JSON5 object, laid over the others.
        public var more: String?
        let location: CodeLocation

        /// Writes an app; findings name `file`, `line` and `column`.
        public init(
            _ clientID: String, secret: String, redirectURIs: [String] = ["urn:ietf:wg:oauth:2.0:oob"],
            more: String? = nil, file: String = #filePath, line: Int = #line, column: Int = #column
        ) {
            self.clientID = clientID
            self.secret = secret
            self.redirectURIs = redirectURIs
            self.more = more
            location = CodeLocation(file: file, line: line, column: column)
        }

        func write(to writing: inout Writing) {
            writing.put("clientId", clientID)
            writing.put("clientSecret", secret)
            writing.put("redirectUris", redirectURIs)
        }
    }
}
