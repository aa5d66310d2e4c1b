// SPDX-License-Identifier: Apache-2.0

import Formats

extension Scenario {
    /// How people may sign in to a portal.
    public struct Logins: Sendable {
        /// Who authenticates in front of the portal.
        public typealias WebTier = Enterprise.WebTier

        /// Whether built-in accounts may sign in.
        package var builtIn: Bool
        /// The SAML identity provider; `nil`: there is none.
        package var saml: SAML?
        /// What the sign-in page calls the OpenID Connect provider, which is built in; `nil`: there is none.
        package var openIDConnect: String?
        /// Who authenticates in front of the portal; `nil`: nobody.
        package var webTier: WebTier?
        /// Further keys of the format, as a JSON5 object, laid over the others.
        package var more: String?
        let place: CodeLocation

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
            KeyRow("webTier", .word(["iwa", "ldap", "pki"]), "Authentication in front of the portal.", \.webTier),
        ])

    static func blank(at location: CodeLocation) -> Self { Self(at: location) }
    var location: CodeLocation? { place }

    private init(at place: CodeLocation) {
        builtIn = true
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

extension Notation<WebTier> {
    fileprivate static func word(_ words: [String]) -> Self {
        Self(
            kind: .word(words), read: { node, _ in node.text.flatMap(WebTier.init) },
            write: { $1.node(.string($0.rawValue)) })
    }
}
