// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing
import Trust

@testable import Enterprise

/// An OpenID Connect provider elsewhere: what it answers is written here.
@Suite("OpenID Connect, elsewhere")
struct OIDCElsewhereTests {
    private static let path = "/portal/sharing/rest/oauth2/oidc/" + FederatedServers.id("oidc/portal")

    /// A provider that answers what it is asked, and what may be wrong about it.
    private struct Provider: Sendable {
        var head: [(String, String)] = [("alg", "RS256"), ("kid", "k")]
        var claims: [JSON.Member]
        var key = 0
        var profile: [JSON.Member]?
        var refusal: String?
        var down: String?

        static func base64URL(_ bytes: [UInt8]) -> String { String(EsriAlphabet.encode(bytes).prefix { $0 != "." }) }

        func token() -> String {
            let head = JSON.object(head.map { .init($0.0, .string($0.1)) })
            let text = [JSONWriter.json(head), JSONWriter.json(.object(claims))].map(Self.base64URL).joined(
                separator: ".")
            switch self.head[0].1 {
            case "none": return "\(text)."
            case "HS256": return "\(text).\(Self.base64URL(Digest.sha256(Array(text.utf8))))"
            default: return "\(text).\(Self.base64URL(SigningKey.shared(key)?.sign(Array(text.utf8)) ?? []))"
            }
        }

        func answer(_ errand: Errand) -> Errand.Reply {
            guard case .request(let errand) = errand else { return .failure("no request") }
            if let down, errand.url.hasSuffix(down) { return .failure("cannot connect") }
            func json(_ members: [JSON.Member], _ status: Int = 200) -> Errand.Reply {
                .answer(status: status, body: JSONWriter.json(.object(members)))
            }
            switch errand.url {
            case "http://127.0.0.1:9/token":
                if let refusal { return json([.init("error", .string(refusal))], 400) }
                return json([.init("access_token", .string("at")), .init("id_token", .string(token()))])
            case "http://127.0.0.1:9/jwks":
                guard let key = SigningKey.shared(0) else { return .failure("no key") }
                let jwk = JSON.object([
                    .init("kty", .string("RSA")), .init("kid", .string("k")),
                    .init("n", .string(Self.base64URL(key.modulus))), .init("e", .string(Self.base64URL(key.exponent))),
                ])
                return json([.init("keys", .array([jwk]))])
            case "http://127.0.0.1:9/me":
                guard errand.fields.contains(.init("Authorization", "Bearer at")) else { return json([], 401) }
                return json(profile ?? [])
            default: return .failure("nothing answers at \(errand.url)")
            }
        }
    }

    private struct Way {
        var fixture: OAuthFixture
        var asked: [String: String] = [:]
        var key = ""

        init(_ more: String = "") throws {
            fixture = try OAuthFixture(
                logins: """
                    builtIn: true, oidc: { name: "Keycloak", issuer: "http://127.0.0.1:9", clientId: "portal", clientSecret: "s",
                      authorizationEndpoint: "http://127.0.0.1:9/auth", tokenEndpoint: "http://127.0.0.1:9/token",
                      jwksUri: "http://127.0.0.1:9/jwks", \(more) }
                    """)
            key = try #require(OAuthFixture.info(fixture.authorize())?["oauth_state"]?.text)
            let sent = try #require(
                fixture.fixture.ask("\(OIDCElsewhereTests.path)/authorize?oauth_state=\(key)")["Location"])
            #expect(sent.hasPrefix("http://127.0.0.1:9/auth?"))
            for pair in Form.parse(String(sent.drop { $0 != "?" }.dropFirst())) { asked[pair.name] = pair.value }
        }

        func provider() -> Provider {
            let seconds = fixture.fixture.now.milliseconds / 1000
            return Provider(claims: [
                .init("iss", .string("http://127.0.0.1:9")), .init("aud", .string("portal")),
                .init("exp", .number("\(seconds + 60)")), .init("iat", .number("\(seconds)")),
                .init("sub", .string("dirk@CONTOSO")), .init("nonce", .string(asked["nonce"] ?? "")),
                .init("preferred_username", .string("dirk@CONTOSO")),
            ])
        }

        mutating func signIn(_ provider: Provider, state: String? = nil) -> PortalFixture.Heard {
            fixture.fixture.elsewhere = { provider.answer($0) }
            return fixture.fixture.ask("\(OIDCElsewhereTests.path)/signin?code=c&state=\(state ?? key)")
        }
    }

    @Test("the portal redeems the code, reads the keys, and believes what they signed")
    func way() throws {
        var way = try Way()
        #expect(way.asked["client_id"] == "portal" && way.asked["code_challenge"] == nil)
        let heard = way.signIn(way.provider())
        #expect(heard["Location"]?.hasPrefix("\(OAuthFixture.callback)?code=") == true, "\(heard.verdict)")
        #expect(heard.user == "dirk@CONTOSO")
        #expect(way.signIn(way.provider()).rule == "oauth.sign-in-unknown")
    }

    private static let wrong = [
        "issuer", "audience", "second audience", "expired", "not yet", "nonce", "none", "HS256", "another's key",
        "another kid", "secret", "code", "token down", "keys down", "no claim", "changed",
    ]

    @Test("whatever is wrong, the page says one thing, and the explanation which", arguments: wrong)
    func refused(_ what: String) throws {
        var way = try Way()
        var provider = way.provider()
        func set(_ name: String, _ value: JSON) {
            provider.claims.removeAll { $0.name == name }
            provider.claims.append(.init(name, value))
        }
        switch what {
        case "issuer": set("iss", .string("http://127.0.0.1:10"))
        case "audience": set("aud", .string("somebody"))
        case "second audience": set("aud", .strings(["portal", "somebody"]))
        case "expired": set("exp", .number("1"))
        case "not yet": set("nbf", .number("4000000000"))
        case "nonce": set("nonce", .string("x"))
        case "none", "HS256": provider.head[0].1 = what
        case "another's key": provider.key = 2
        case "another kid": provider.head[1].1 = "other"
        case "secret": provider.refusal = "invalid_client"
        case "code": provider.refusal = "invalid_grant"
        case "token down": provider.down = "/token"
        case "keys down": provider.down = "/jwks"
        case "no claim": provider.claims.removeAll { $0.name == "preferred_username" }
        default: provider.head[0] = ("alg", "RS512")
        }
        let heard = way.signIn(provider)
        #expect(heard.rule == "oidc.no-profile", "\(heard.rule ?? "none")")
        #expect(heard.body.contains("Did not receive 'user profile' parameter from the provider."))
        #expect(heard.verdict.first?.facts.contains { $0.name == "found" && !$0.value.isEmpty } == true)
        // The sign-in is not over.
        #expect(way.signIn(way.provider()).status == 302)
    }

    @Test("the profile adds claims, and is that of the token's person")
    func profile() throws {
        let settings =
            "userInfoEndpoint: 'http://127.0.0.1:9/me', usernameClaim: 'login', userIdentifierClaim: 'oid', signUpMode: 'automatic'"
        var way = try Way(settings)
        var provider = way.provider()
        provider.profile = [.init("sub", .string("somebody")), .init("login", .string("anna"))]
        #expect(way.signIn(provider).rule == "oidc.no-profile")
        provider.profile = [
            .init("sub", .string("dirk@CONTOSO")), .init("login", .string("new one")), .init("oid", .string("o1")),
            .init("name", .string("New One")),
        ]
        #expect(way.signIn(provider).user == "new_one")
        let member = try #require(way.fixture.fixture.deployment.portals[0].accounts.list.last)
        #expect(member.nameID == "o1" && member.fullName == "New One")
        // A name that a built-in account or another's identifier has is nobody else's.
        for (login, oid) in [("anna", "o2"), ("new one", "o2")] {
            var other = try Way(settings)
            other.fixture.fixture.deployment.portals[0].accounts = way.fixture.fixture.deployment.portals[0].accounts
            var provider = other.provider()
            provider.profile = [
                .init("sub", .string("dirk@CONTOSO")), .init("login", .string(login)), .init("oid", .string(oid)),
            ]
            #expect(other.signIn(provider).rule == "saml.name-taken")
        }
    }

    @Test("nobody who was not invited")
    func invitation() throws {
        var way = try Way()
        var provider = way.provider()
        provider.claims.removeAll { $0.name == "sub" || $0.name == "preferred_username" }
        provider.claims += [.init("sub", .string("s")), .init("preferred_username", .string("stranger"))]
        let heard = way.signIn(provider)
        #expect(heard.rule == "saml.invitation-only")
        #expect(heard.body.contains("IdpUsername: 's' Username\"'stranger'"))
    }

    @Test("signing out leads to the provider's endpoint, once, with nothing added")
    func signOut() throws {
        var way = try Way("logoutEndpoint: \"http://127.0.0.1:9/logout\"")
        let cookie = way.signIn(way.provider())["Set-Cookie"]?.prefix { $0 != ";" } ?? ""
        func signOut() -> PortalFixture.Heard {
            way.fixture.fixture.ask(
                "/portal/sharing/rest/oauth2/signout", fields: [("Cookie", String(cookie))])
        }
        let away = signOut()
        #expect(away["Location"] == "http://127.0.0.1:9/logout")
        #expect(away.fields.contains(SignOut.gone))
        #expect(signOut()["Location"] == nil)
    }

    @Test("who joins gets what the organization gives to new members")
    func defaults() throws {
        var way = try Way("signUpMode: \"automatic\"")
        way.fixture.fixture.deployment.portals[0].documents["userDefaultSettings"] = .object([
            .init("role", .string("org_publisher"))
        ])
        var provider = way.provider()
        provider.claims.removeAll { ["preferred_username", "sub"].contains($0.name) }
        provider.claims += [.init("preferred_username", .string("nina")), .init("sub", .string("n1"))]
        #expect(way.signIn(provider).status == 302)
        let accounts = way.fixture.fixture.deployment.portals[0].accounts
        #expect(accounts.list.last?.username == "nina" && accounts.list.last?.role == "org_publisher")
    }

    @Test("PKCE only where it is on, by S256")
    func pkce() throws {
        var way = try Way("usePKCE: true")
        let challenge = try #require(way.asked["code_challenge"])
        #expect(way.asked["code_challenge_method"] == "S256")
        let provider = way.provider()
        way.fixture.fixture.elsewhere = { errand in
            if case .request(let asked) = errand, asked.url.hasSuffix("/token") {
                let form = Form.parse(asked.body)
                let verifier = form.first { $0.name == "code_verifier" }?.value ?? ""
                #expect(OAuthState.Challenge(value: challenge, isPlain: false).isMet(by: verifier))
                #expect(form.contains { $0.name == "client_secret" && $0.value == "s" })
            }
            return provider.answer(errand)
        }
        #expect(way.fixture.fixture.ask("\(Self.path)/signin?code=c&state=\(way.key)").status == 302)
    }

    @Test("registered by an administrator, who never reads the secret")
    func registered() throws {
        var fixture = try OAuthFixture()
        let token = fixture.fixture.token("anna")
        let root = "/portal/sharing/rest/portals/self/oidc"
        func post(_ path: String, _ form: [(String, String)]) -> PortalFixture.Heard {
            fixture.fixture.ask(root + path, form: [("f", "json"), ("token", token)] + form)
        }
        #expect(post("/register", [("name", "K"), ("issuer", "http://127.0.0.1:9")]).rule == "saml.unregistrable")
        let made = post(
            "/register",
            [
                ("name", "K"), ("issuer", "http://127.0.0.1:9"), ("clientId", "c"), ("clientSecret", "secret!"),
                ("authorizationEndpoint", "http://127.0.0.1:9/a"), ("tokenEndpoint", "http://127.0.0.1:9/t"),
                ("jwksUri", "http://127.0.0.1:9/j"),
            ])
        let id = try #require(made.json?["id"]?.text)
        #expect(post("/\(id)/update", [("usePKCE", "true")]).json?["success"]?.truth == true)
        let read = fixture.fixture.ask("\(root)?f=json&token=\(token)")
        #expect(read.json?["usePKCE"]?.truth == true && read.json?["clientId"]?.text == "c")
        #expect(!read.body.contains("secret!"))
        #expect(fixture.authorize().body.contains(">K</a>"))
        #expect(post("/nope/update", []).rule == "saml.provider-missing")
        #expect(post("/\(id)/unregister", []).json?["success"]?.truth == true)
        #expect(!fixture.authorize().body.contains(">K</a>"))
    }
}
