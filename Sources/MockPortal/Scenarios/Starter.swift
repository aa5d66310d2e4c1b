// SPDX-License-Identifier: Apache-2.0

import Enterprise
package import Facts

/// A scenario to begin with: a deployment of a release and a kind of login, and steps that show a symptom. It passes
/// `check` as it is.
package struct Starter: Sendable {
    /// Who signs in, and where.
    package enum Login: String, Sendable, CaseIterable {
        case builtIn = "built-in"
        case saml, oidc, ldap, iwa, pki
        /// A server that stands alone, with users of its own.
        case standalone

        package var about: String {
            switch self {
            case .builtIn: "the portal's own accounts"
            case .saml: "a SAML provider, as ADFS"
            case .oidc: "an OpenID Connect provider"
            case .ldap: "a web server with a directory"
            case .iwa: "integrated Windows authentication"
            case .pki: "client certificates"
            case .standalone: "no portal: a server's own users"
            }
        }
    }

    /// What goes wrong.
    package enum Symptom: String, Sendable, CaseIterable {
        case tokenRequired = "499"
        case invalidToken = "498"
        case expired = "expired"
        case otherReferer = "other-referer"
        case wrongPassword = "wrong-password"

        package var about: String {
            switch self {
            case .tokenRequired: "a service asks for a token"
            case .invalidToken: "a forged token is refused"
            case .expired: "a token expires"
            case .otherReferer: "a token is used from a page other than the one it is bound to"
            case .wrongPassword: "a wrong password"
            }
        }
    }

    package var name: String
    package var version: Version
    package var login: Login
    package var symptom: Symptom

    package init(name: String, version: Version, login: Login, symptom: Symptom) {
        (self.name, self.version, self.login, self.symptom) = (name, version, login, symptom)
    }

    /// The logins that a release has: before portals there are servers only.
    package static func logins(of version: Version) -> [Login] { version.hasPortal ? Login.allCases : [.standalone] }

    /// The file.
    package var text: String {
        """
        {
          title: "\(name): \(symptom.about)",
          report: { version: "\(version.name)", login: "\(login.rawValue)", confidence: "inferred" }, // url: "https://…", client: "…"
          seed: 1,
        \(deployment)
          steps: [
        \(steps.map { "    \($0),\n" }.joined())  ],
        }

        """
    }

    private var deployment: String {
        let federated = login == .standalone ? "" : " federated: true,"
        let users = login == .standalone ? "\n    users: [{ username: \"siteuser\", password: \"siteuser\" }]," : ""
        return """
            \(portal),
              servers: [{
                name: "gis", version: "\(version.name)",\(federated)
                siteAdmin: { username: "siteadmin", password: "siteadmin" },\(users)
                services: [{ name: "Airports", type: "MapServer", access: "org",
                  layers: [{ id: 0, name: "Airports", source: "builtin:data/airports.geojson" }] }],
              }],
            """
    }

    private var portal: String {
        let logins =
            switch login {
            case .builtIn, .standalone: ""
            case .saml: "\n    logins: { builtIn: true, saml: { name: \"Contoso ADFS\" } },"
            case .oidc: "\n    logins: { builtIn: true, oidc: { name: \"Contoso\" } },"
            case .ldap, .iwa, .pki: "\n    logins: { webTier: \"\(login.rawValue)\" },"
            }
        guard login != .standalone else { return "  portal: null" }
        let more = login == .pki ? ", certificate: true" : ""
        return """
              portal: {
                version: "\(version.name)",\(logins)
                users: [
                  { username: "viewer", password: "viewer" },
                  { username: "dirk@CONTOSO", password: "secret", provider: "enterprise"\(more) },
                ],
              }
            """
    }
}
