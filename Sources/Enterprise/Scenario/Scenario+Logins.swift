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
            /// Integrated Windows authentication with NTLM, and with Kerberos where there is a keytab.
            public static var iwa: WebTier { WebTier(.iwa) }
            /// Client certificates.
            public static var pki: WebTier { WebTier(.pki) }
        }

        /// What is wrong between a portal and its OpenID Connect provider.
        package enum OIDCFault: String, Sendable, CaseIterable, Codable {
            case wrongSecret = "wrong-secret"
            case wrongIssuer = "wrong-issuer"
            case wrongTokenURL = "wrong-token-url"
            case wrongKeys = "wrong-jwks-url"
            case untrustedCertificate = "untrusted-certificate"
            case pkceMismatch = "pkce-mismatch"
        }

        /// What a web server in front of a portal does with client certificates.
        package enum ClientCertificates: String, Sendable, CaseIterable {
            /// It does not ask for any.
            case ignore
            /// It takes those that it knows, and refuses browsers that show another.
            case accept
        }

        /// Whether built-in accounts may sign in.
        package var builtIn: Bool
        /// The SAML identity provider; `nil`: there is none.
        package var saml: SAML?
        /// What the sign-in page calls the OpenID Connect provider, which is built in; `nil`: there is none.
        package var openIDConnect: String?
        /// Who authenticates in front of the portal; `nil`: nobody.
        package var webTier: WebTier?
        /// What the web server in front accepts Kerberos tickets with; `nil`: it accepts none.
        package var kerberos: KerberosSettings?
        /// The OpenID Connect provider elsewhere; without an issuer it is the built-in one.
        package var oidc = OIDCSettings()
        var oidcSignUpMode = SAML.SignUpMode.invitation
        /// What is wrong between the portal and its OpenID Connect provider.
        package var oidcFaults: [OIDCFault] = []
        /// What the web server in front does with client certificates.
        package var certificates = ClientCertificates.ignore
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
            KeyRow(
                Keys.Key("oidc", .object(openIDConnectTable.keys), "An OpenID Connect provider."),
                read: { node, logins, loader in
                    logins.openIDConnect = "OpenID Connect"
                    openIDConnectTable.read(node, into: &logins, &loader)
                    logins.finish(openIDConnect: node, &loader)
                },
                write: { logins, writer in logins.openIDConnect.map { writer.map([("name", .string($0))]) } }),
            KeyRow(
                "clientCertificates", .word,
                "What the web server in front does with client certificates; default: ignore.",
                loaded: \.certificates),
            KeyRow("webTier", .word, "Authentication in front of the portal.", \.webTier),
            KeyRow(
                Keys.Key(
                    "kerberos", .object(kerberosTable.keys), "What a web tier \"iwa\" accepts Kerberos tickets with."),
                read: { node, logins, loader in
                    logins.kerberos = KerberosSettings()
                    kerberosTable.read(node, into: &logins, &loader)
                    logins.finish(kerberos: node, &loader)
                }),
        ])

    private static let kerberosTable = KeyTable<Self>(
        "Kerberos",
        [
            KeyRow("keytab", .string, "The keytab, relative to this file.", isRequired: true),
            KeyRow(
                "service", .string,
                "The service whose tickets count, alone or with its host (HTTP/portal.example.com); default: HTTP.",
                \.kerberosService),
        ])

    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) {
        guard let kerberos = node["kerberos"], webTier?.kind != .iwa else { return }
        loader.fail(kerberos, "\"kerberos\" is for a web tier \"iwa\", which these logins do not have")
    }

    private var kerberosService: String? {
        get { kerberos?.service }
        set { if let newValue { kerberos?.service = newValue } }
    }

    /// Reads the keytab, whose first byte is 5 in all versions of the format.
    private mutating func finish(kerberos node: Node, _ loader: inout ScenarioLoader) {
        guard let file = node["keytab"], let bytes = loader.file(file) else { return }
        if bytes.first != 5 { loader.fail(file, "\"\(file.text ?? "")\" is no keytab") }
        kerberos?.keytab = bytes
    }

    private static let openIDConnectTable = KeyTable<Self>(
        "an OpenID Connect login",
        [
            KeyRow("name", .string, "Its name on the sign-in page.", \.openIDConnect),
            KeyRow(
                "faults", listOf: .word, "What is wrong between the portal and the provider.", \.oidcFaults),
            KeyRow(
                "issuer", .string, "The issuer of a provider elsewhere, on loopback; absent: the built-in provider.",
                loaded: \.oidc.issuer),
            KeyRow("clientId", .string, "The portal's client id there.", loaded: \.oidc.clientID),
            KeyRow("clientSecret", .string, "The portal's secret there.", loaded: \.oidc.clientSecret),
            KeyRow(
                "authorizationEndpoint", .string, "Where browsers sign in.", loaded: \.oidc.authorizationEndpoint),
            KeyRow("tokenEndpoint", .string, "Where the portal redeems codes.", loaded: \.oidc.tokenEndpoint),
            KeyRow("jwksUri", .string, "Where the provider's keys are.", loaded: \.oidc.keysURL),
            KeyRow(
                "userInfoEndpoint", .string, "Where further claims are; default: those of the ID token are all.",
                \.oidc.userInfoEndpoint),
            KeyRow("logoutEndpoint", .string, "Where browsers sign out.", \.oidc.logoutEndpoint),
            KeyRow("scopes", .string, "The scopes; default: openid profile email.", loaded: \.oidc.scopes),
            KeyRow(
                "usernameClaim", .string, "The claim of the user name; default: preferred_username.",
                loaded: \.oidc.usernameClaim),
            KeyRow(
                "userIdentifierClaim", .string, "The claim that a member's nameId is; default: sub.",
                loaded: \.oidc.identifierClaim),
            KeyRow("usePKCE", .boolean, "Whether the portal uses PKCE; default: false.", loaded: \.oidc.usesPKCE),
            KeyRow(
                "sendAccessTokenInHeader", .boolean,
                "Whether the access token goes in a header field, or in the URL; default: true.",
                loaded: \.oidc.sendsTokenInHeader),
            KeyRow("signUpMode", .word, "Who may join; default: invitation.", loaded: \.oidcSignUpMode),
            KeyRow(
                "trustedCertificates", .string,
                "A file with the authorities whose certificates the portal trusts, relative to this file.",
                \.oidc.trust),
        ])

    /// Checks that a provider elsewhere is there in whole, and reads the file of its authorities.
    private mutating func finish(openIDConnect node: Node, _ loader: inout ScenarioLoader) {
        oidc.isOpen = oidcSignUpMode == .automatic
        if let file = node["trustedCertificates"] {
            oidc.trust = loader.file(file).map { String(decoding: $0, as: UTF8.self) }
        }
        guard let issuer = node["issuer"] else { return }
        let missing = oidc.missing
        if !missing.isEmpty {
            loader.fail(
                issuer, "a provider elsewhere also needs \(missing.map { "\"\($0)\"" }.joined(separator: ", "))")
        }
        if let faults = node["faults"] {
            loader.fail(faults, "\"faults\" apply only to the built-in provider")
        }
    }

    static func blank(at location: CodeLocation) -> Self { Self(at: location) }
    var location: CodeLocation? { place }

    private init(at place: CodeLocation) {
        (builtIn, otherKeys) = (true, [:])
        self.place = place
    }
}
