// SPDX-License-Identifier: Apache-2.0

import Formats

extension Scenario {
    /// How people may sign in to a portal.
    public struct Logins: Sendable {
        /// Who authenticates in front of the portal: who comes through is known before the portal is asked.
        public struct WebTier: Sendable, Hashable, ScenarioWord {
            package let kind: Enterprise.WebTier

            package init(_ kind: Enterprise.WebTier) { self.kind = kind }

            /// Names and passwords of a directory, by HTTP Basic (RFC 7617).
            public static var ldap: WebTier { WebTier(.ldap) }
            /// Integrated Windows authentication with NTLM.
            public static var iwa: WebTier { WebTier(.iwa) }
            /// Client certificates.
            public static var pki: WebTier { WebTier(.pki) }
        }

        /// Whether built-in accounts may sign in.
        package var builtIn: Bool
        /// The SAML identity provider; `nil`: there is none.
        package var saml: SAML?
        /// What the sign-in page calls the OpenID Connect provider, which is built in; `nil`: there is none.
        package var openIDConnect: String?
        /// Who authenticates in front of the portal; `nil`: nobody.
        package var webTier: WebTier?
        /// Further keys of the format, over those of the other properties.
        package var otherKeys: [String: Value]
        let place: CodeLocation

        /// Writes logins; findings name `file`, `line` and `column`.
        public init(
            builtIn: Bool = true, saml: SAML? = nil, openIDConnect: String? = nil, webTier: WebTier? = nil,
            otherKeys: [String: Value] = [:], file: String = #filePath, line: Int = #line, column: Int = #column
        ) {
            self.builtIn = builtIn
            self.saml = saml
            self.openIDConnect = openIDConnect
            self.webTier = webTier
            self.otherKeys = otherKeys
            place = CodeLocation(file: file, line: line, column: column)
        }
    }
}

extension Scenario.Logins: ScenarioPart {
    static let table = KeyTable<Self>(
        "logins",
        [
            KeyRow("builtIn", .boolean, "Whether built-in accounts may sign in.", always: \.builtIn),
            KeyRow("saml", .part, "A SAML identity provider.", \.saml),
            KeyRow("oidc", .named, "An OpenID Connect provider.", \.openIDConnect),
            KeyRow("webTier", .word, "Authentication in front of the portal.", \.webTier),
        ])

    static func blank(at location: CodeLocation) -> Self { Self(at: location) }
    var location: CodeLocation? { place }

    private init(at place: CodeLocation) {
        (builtIn, otherKeys) = (true, [:])
        self.place = place
    }
}

extension Notation<String> {
    /// An object that has a name, and no more.
    fileprivate static var named: Self {
        Self(
            kind: .object(
                Keys(
                    what: "an OpenID Connect login",
                    list: [Keys.Key("name", .string, "Its name on the sign-in page.")])),
            read: { node, _ in node["name"]?.text ?? "OpenID Connect" },
            write: { $1.map([("name", .string($0))]) })
    }
}
