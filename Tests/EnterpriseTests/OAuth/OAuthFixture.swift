// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing
import Trust

@testable import Enterprise

/// A desk that signs in as browsers and programs do.
struct OAuthFixture {
    static let oob = OAuth.outOfBand
    static let callback = "http://127.0.0.1:8400/callback"

    var fixture: PortalFixture

    init(_ version: String = "11.4", logins: String = "builtIn: true", more: String = "") throws {
        fixture = try PortalFixture(
            """
            { portal: { version: "\(version)", allSSL: true, logins: { \(logins) }, \(more)
                users: [ { username: "anna", password: "pw", role: "org_admin" }, { username: "bert", password: "pw" },
                         { username: "dirk@CONTOSO", password: "pw", provider: "enterprise" } ],
                apps: [{ clientId: "app", clientSecret: "secret",
                         redirectUris: ["\(OAuthFixture.oob)", "\(OAuthFixture.callback)"] }] },
              servers: [{ federated: true, version: "\(version)", services: [{ name: "S", access: "org" }] }] }
            """)
    }

    /// `oauth2/authorize` with these parameters beside client and redirect.
    mutating func authorize(
        _ more: [(String, String)] = [], client: String = "app", redirect: String? = callback, type: String = "code"
    ) -> PortalFixture.Heard {
        var query = [("client_id", client), ("response_type", type)]
        if let redirect { query.append(("redirect_uri", redirect)) }
        return fixture.ask("/portal/sharing/rest/oauth2/authorize?\(Form.encode(query + more))")
    }

    /// The object on the first line that has braces, as the ArcGIS API for Python reads it.
    static func info(_ page: PortalFixture.Heard) -> JSON? {
        guard let line = page.body.split(separator: "\n").first(where: { $0.contains("{") && $0.contains("}") }),
            let start = line.firstIndex(of: "{"), let end = line.lastIndex(of: "}")
        else { return nil }
        return try? JSONReader.read(Array(line[start...end].utf8))
    }

    mutating func signIn(
        _ key: String, _ username: String = "bert", _ password: String = "pw", _ more: [(String, String)] = []
    ) -> PortalFixture.Heard {
        let form = [("oauth_state", key), ("username", username), ("password", password)] + more
        return fixture.ask("/portal/sharing/oauth2/signin", form: form)
    }

    /// Where the browser is sent in the end.
    mutating func location(
        _ more: [(String, String)] = [], redirect: String = callback, type: String = "code"
    ) throws -> String {
        let key = try #require(Self.info(authorize(more, redirect: redirect, type: type))?["oauth_state"]?.text)
        return try #require(signIn(key)["Location"])
    }

    mutating func code(_ more: [(String, String)] = []) throws -> String {
        let location = try location(more)
        let query = location.drop { $0 != "?" }.dropFirst()
        return try #require(Form.parse(String(query)).first { $0.name == "code" }?.value)
    }

    mutating func token(_ grant: String, _ more: [(String, String)], client: String = "app") -> PortalFixture.Heard {
        fixture.ask("/portal/sharing/rest/oauth2/token", form: [("client_id", client), ("grant_type", grant)] + more)
    }

    mutating func exchange(_ code: String, _ more: [(String, String)] = []) -> PortalFixture.Heard {
        token("authorization_code", [("code", code), ("redirect_uri", Self.callback)] + more)
    }

    mutating func refreshToken() throws -> String {
        let code = try code()
        return try #require(exchange(code).json?["refresh_token"]?.text)
    }

    /// A request that the rule refuses.
    static func trigger(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try OAuthFixture()
        switch id {
        case "oauth.unknown-client": return fixture.authorize(client: "nope")
        case "oauth.client-missing":
            return fixture.fixture.ask("/portal/sharing/rest/oauth2/token", form: [("f", "json")])
        case "oauth.wrong-secret": return fixture.token("client_credentials", [("client_secret", "x")])
        case "oauth.unsupported-grant": return fixture.token("password", [("client_secret", "secret")])
        case "oauth.redirect-missing": return fixture.authorize(redirect: nil)
        case "oauth.redirect-unregistered": return fixture.authorize(redirect: "https://evil.example/")
        case "oauth.other-redirect":
            let code = try fixture.code()
            return fixture.token("authorization_code", [("code", code), ("redirect_uri", oob)])
        case "oauth.response-type": return fixture.authorize(type: "id_token")
        case "oauth.challenge-method":
            return fixture.authorize([("code_challenge", "x"), ("code_challenge_method", "S512")])
        case "oauth.sign-in-unknown": return fixture.signIn("nope")
        case "oauth.denied":
            let key = try #require(info(fixture.authorize())?["oauth_state"]?.text)
            return fixture.signIn(key, "", "", [("cancel", "true")])
        case "oauth.second-factor", "oauth.password-not-reset":
            let isCode = id == "oauth.second-factor"
            fixture.fixture.deployment.portals[0].accounts[1].hasSecondFactor = isCode
            fixture.fixture.deployment.portals[0].accounts[1].firstSignIn = isCode ? .done : .profile
            let key = try #require(info(fixture.authorize())?["oauth_state"]?.text)
            let page = try #require(fixture.signIn(key)["Location"])
            let next = try #require(Form.parse(String(page.drop { $0 != "?" }.dropFirst())).first?.value)
            return fixture.fixture.ask(
                "/portal/sharing/oauth2/\(isCode ? "mfa" : "resetPassword")",
                form: [("oauth_state", next), ("mfa_code", "000000"), ("password", "no"), ("f", "json")])
        case "oauth.code-invalid": return fixture.exchange("nope")
        case "oauth.code-expired":
            let code = try fixture.code()
            fixture.fixture.now = fixture.fixture.now.advanced(minutes: 10)
            return fixture.exchange(code)
        case "oauth.verifier":
            let code = try fixture.code([("code_challenge", "x"), ("code_challenge_method", "S256")])
            return fixture.exchange(code)
        case "oauth.refresh-unknown": return fixture.token("refresh_token", [("refresh_token", "nope")])
        case "oauth.refresh-expired":
            let token = try fixture.refreshToken()
            fixture.fixture.now = fixture.fixture.now.advanced(minutes: 20_160)
            return fixture.token("refresh_token", [("refresh_token", token)])
        case "oauth.refresh-invalidated":
            let token = try fixture.refreshToken()
            _ = fixture.token("exchange_refresh_token", [("refresh_token", token), ("redirect_uri", callback)])
            return fixture.token("refresh_token", [("refresh_token", token)])
        case "oauth.not-administrator":
            let token = fixture.fixture.token()
            return fixture.fixture.ask("/portal/sharing/rest/oauth2/apps/app?f=json&token=\(token)")
        case "oauth.built-in-off":
            var off = try OAuthFixture(logins: "builtIn: false, saml: {}, oidc: {}")
            let page = off.authorize().body
            let key = try #require(page.firstMatch(of: /oauth_state=([A-Za-z0-9_.-]+)/)).1
            return off.signIn(String(key))
        default: return nil
        }
    }
}
