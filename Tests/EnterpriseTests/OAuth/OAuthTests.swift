// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing
import Trust

@testable import Enterprise

@Suite("OAuth")
struct OAuthTests {
    @Test("the sign-in page has its object on the first line with braces, and a form")
    func page() throws {
        var fixture = try OAuthFixture(logins: "builtIn: true, saml: { name: 'Contoso ADFS' }")
        let page = fixture.authorize()
        let info = try #require(OAuthFixture.info(page))
        #expect(info["oauth_state"]?.text?.count == 64)
        #expect(info["federationInfo"]?["idpName"]?.text == "Contoso ADFS")
        let url = info["federationInfo"]?["idpAuthorizeUrl"]?.text ?? ""
        #expect(url.hasPrefix("https://h.example/portal/sharing/rest/oauth2/saml/authorize?oauth_state="))
        #expect(info["messages"]?.elements?.isEmpty == true)
        for field in ["username", "password", "oauth_state"] { #expect(page.body.contains("name=\"\(field)\"")) }
        #expect(page.status == 200)
    }

    @Test("code: sign in, exchange once, the captured keys and seconds")
    func code() throws {
        var fixture = try OAuthFixture()
        let location = try fixture.location([("state", "a b&c")])
        #expect(location.hasPrefix("\(OAuthFixture.callback)?code="))
        #expect(location.hasSuffix("&state=a%20b%26c") || location.hasSuffix("&state=a+b%26c"))
        let code = try fixture.code()
        let answer = fixture.exchange(code)
        #expect(
            answer.json?.members?.map(\.name) == [
                "access_token", "expires_in", "username", "ssl", "refresh_token", "refresh_token_expires_in",
            ])
        #expect(answer.json?["expires_in"]?.integer == 1800)
        #expect(answer.json?["refresh_token_expires_in"]?.integer == 1_209_599)
        #expect(answer.json?["username"]?.text == "bert")
        #expect(answer["Content-Type"] == "text/plain;charset=utf-8")
        #expect(answer["Cache-Control"] == "no-cache, no-store, must-revalidate")
        #expect(answer["Expires"] == "0")
        #expect(answer["Strict-Transport-Security"] == "max-age=31536000")
        #expect(answer["Vary"] == "X-Esri-Authorization")
        let token = answer.json?["access_token"]?.text ?? ""
        #expect(fixture.fixture.ask("/arcgis/rest/services/S/MapServer?f=json&token=\(token)").verdict.isEmpty)
        #expect(fixture.exchange(code).rule == "oauth.code-invalid")
    }

    @Test(
        "implicit: everything in the fragment; exactly the maximum loses persist",
        arguments: [(nil, 7200), (60, 3600), (20_159, 1_209_540), (20_160, 1_209_600), (99_999, 1_209_600)]
            as [(Int?, Int)])
    func implicit(_ minutes: Int?, _ seconds: Int) throws {
        var fixture = try OAuthFixture()
        let more = minutes.map { [("expiration", "\($0)")] } ?? []
        let location = try fixture.location(more + [("state", "s")], type: "token")
        #expect(location.hasPrefix("\(OAuthFixture.callback)#access_token="))
        let fragment = Form.parse(String(location.drop { $0 != "#" }.dropFirst()))
        let names = fragment.map(\.name)
        #expect(
            names
                == ["access_token", "expires_in", "username", "ssl"] + (minutes == 20_160 ? [] : ["persist"]) + [
                    "state"
                ])
        #expect(fragment.first { $0.name == "expires_in" }?.value == "\(seconds)")
    }

    @Test("PKCE", arguments: ["S256", "plain"])
    func pkce(_ method: String) throws {
        var fixture = try OAuthFixture()
        // RFC 7636 appendix B.
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        let challenge = method == "plain" ? verifier : "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        let more = [("code_challenge", challenge), ("code_challenge_method", method)]
        let code = try fixture.code(more)
        #expect(fixture.exchange(code, [("code_verifier", "other")]).rule == "oauth.verifier")
        #expect(fixture.exchange(code, [("code_verifier", verifier)]).verdict.isEmpty)
    }

    @Test("the sign-in takes names in any case; wrong passwords and locked accounts are told in messages")
    func signIn() throws {
        var fixture = try OAuthFixture()
        let key = try #require(OAuthFixture.info(fixture.authorize())?["oauth_state"]?.text)
        let wrong = fixture.signIn(key, "bert", "no")
        #expect(wrong.status == 200)
        #expect(
            OAuthFixture.info(wrong)?["messages"]?.elements?.compactMap(\.text) == ["Invalid username or password."])
        #expect(OAuthFixture.info(wrong)?["oauth_state"]?.text == key)
        #expect(fixture.signIn(key, "dirk@CONTOSO", "pw").rule == "generate-token.enterprise-login")
        for _ in 0..<4 { _ = fixture.signIn(key, "bert", "no") }
        let locked = fixture.signIn(key, "BERT", "pw")
        let messages = OAuthFixture.info(locked)?["messages"]?.elements?.compactMap(\.text)
        #expect(messages == ["Too many invalid attempts. Please try again later."])
        #expect(fixture.signIn(key, "ANNA", "pw").status == 302)
        #expect(fixture.signIn(key, "anna", "pw").rule == "oauth.sign-in-unknown")
    }

    @Test("out of band: title and field hold the code")
    func outOfBand() throws {
        var fixture = try OAuthFixture()
        let location = try fixture.location(redirect: OAuthFixture.oob)
        #expect(location.hasPrefix("https://h.example/portal/sharing/rest/oauth2/approval?code="))
        let page = fixture.fixture.ask(String(location.dropFirst("https://h.example".count)))
        let code = try #require(page.body.firstMatch(of: /<title>SUCCESS code=([^<]+)<\/title>/)).1
        #expect(page.body.contains("<input id=\"code\" value=\"\(code)\""))
        let form = [("code", String(code)), ("redirect_uri", OAuthFixture.oob)]
        #expect(fixture.token("authorization_code", form).verdict.isEmpty)
    }

    @Test(
        "only what the app has registered is a way back",
        arguments: [
            (OAuthFixture.callback, true), ("\(OAuthFixture.callback)?x=1", true),
            ("\(OAuthFixture.callback)/deep", true),
            ("http://127.0.0.1:8400/callback.evil", false), ("http://127.0.0.1:8400/other", false),
            ("https://127.0.0.1:8400/callback", false), ("http://127.0.0.1:8400@evil.example/callback", false),
            ("http://127.0.0.1:84001/callback", false), ("\(OAuthFixture.callback)/../other", false),
            ("http://evil.example/\(OAuthFixture.callback)", false), ("\(OAuthFixture.callback)\r\nA: b", false),
            ("javascript:alert(1)", false), ("\(OAuthFixture.callback)#x", false), ("", false),
        ])
    func redirects(_ uri: String, _ isAllowed: Bool) throws {
        var fixture = try OAuthFixture()
        let page = fixture.authorize(redirect: uri)
        #expect(page.verdict.isEmpty == isAllowed, "\(page.body.suffix(200))")
        if !isAllowed { #expect(page["Location"] == nil) }
    }

    @Test(
        "the apps that every portal has take the code's page and the portal's own origin",
        arguments: ["pythonapi", "arcgisonline", "arcgispro"])
    func standing(_ client: String) throws {
        var fixture = try OAuthFixture()
        for uri in [OAuthFixture.oob, "https://h.example"] {
            #expect(fixture.authorize(client: client, redirect: uri).verdict.isEmpty)
        }
        #expect(
            fixture.authorize(client: client, redirect: "https://www.arcgis.com").rule == "oauth.redirect-unregistered")
    }

    @Test("refresh, exchange, suspend, revoke")
    func refresh() throws {
        var fixture = try OAuthFixture()
        let first = try fixture.refreshToken()
        let renewed = fixture.token("refresh_token", [("refresh_token", first)])
        #expect(renewed.json?.members?.map(\.name) == ["access_token", "expires_in", "username", "ssl"])
        let bare = fixture.token("exchange_refresh_token", [("refresh_token", first)])
        #expect(bare.json?["error"]?["message"]?.text == "redirect_uri not specified")
        let exchanged = fixture.token(
            "exchange_refresh_token", [("refresh_token", first), ("redirect_uri", OAuthFixture.callback)])
        let second = try #require(exchanged.json?["refresh_token"]?.text)
        #expect(exchanged.json?["refresh_token_expires_in"]?.integer == 1_209_599)
        let old = fixture.token("refresh_token", [("refresh_token", first)])
        #expect(
            old.body
                == #"{"error":{"code":498,"error":"invalid_request","error_description":"invalidated refresh_token","message":"invalidated refresh_token","details":[]}}"#
        )
        #expect(fixture.token("suspend_session", [("refresh_token", second)]).body == #"{"success":true}"#)
        #expect(fixture.token("refresh_token", [("refresh_token", second)]).rule == "oauth.refresh-invalidated")
        let third = try fixture.refreshToken()
        _ = fixture.fixture.ask(
            "/portal/sharing/rest/oauth2/revokeToken/", form: [("auth_token", third), ("f", "json")])
        #expect(fixture.token("refresh_token", [("refresh_token", third)]).rule == "oauth.refresh-invalidated")
    }

    @Test("a refresh token lives two weeks, as long as was asked, or for ever")
    func lives() throws {
        var fixture = try OAuthFixture()
        let forEver = try fixture.code([("expiration", "-1")])
        let permanent = try #require(fixture.exchange(forEver).json?["refresh_token"]?.text)
        let short = try fixture.code([("expiration", "60")])
        let answer = fixture.exchange(short)
        #expect(answer.json?["refresh_token_expires_in"]?.integer == 3599)
        let hour = try #require(answer.json?["refresh_token"]?.text)
        fixture.fixture.now = fixture.fixture.now.advanced(minutes: 60)
        let expired = fixture.token("refresh_token", [("refresh_token", hour)])
        #expect(
            expired.body
                == #"{"error":{"code":498,"error":"invalid_request","error_description":"refresh_token expired","message":"refresh_token expired","details":[]}}"#
        )
        fixture.fixture.now = fixture.fixture.now.advanced(minutes: 60 * 24 * 365)
        #expect(fixture.token("refresh_token", [("refresh_token", permanent)]).verdict.isEmpty)
    }

    @Test("without f and with any other, the token endpoint answers in JSON")
    func formats() throws {
        var fixture = try OAuthFixture()
        for format in ["", "&f=html", "&f=json"] {
            let body = "client_id=app&client_secret=secret&grant_type=client_credentials\(format)"
            let heard = fixture.fixture.ask(
                "/portal/sharing/rest/oauth2/token/", fields: [("Content-Type", "application/x-www-form-urlencoded")],
                body: Array(body.utf8))
            #expect(heard.json?["expires_in"]?.integer == 7200)
        }
    }

    @Test("with SAML and nothing else, authorize goes straight to the provider")
    func samlOnly() throws {
        var fixture = try OAuthFixture(logins: "builtIn: false, saml: {}")
        let heard = fixture.authorize()
        #expect(heard.status == 302)
        #expect(heard["Location"]?.hasPrefix("https://h.example/portal/sharing/rest/oauth2/saml/authorize?") == true)
    }

    @Test("without built-in logins the page has no oauth_state for a password")
    func builtInOff() throws {
        var fixture = try OAuthFixture("11.1", logins: "builtIn: false")
        #expect(OAuthFixture.info(fixture.authorize())?["oauth_state"] == nil)
    }

    @Test("behind a web server that authenticates nobody signs in again")
    func webTier() throws {
        var fixture = try OAuthFixture(logins: "webTier: 'ldap'")
        let query = Form.encode([
            ("client_id", "app"), ("response_type", "code"), ("redirect_uri", OAuthFixture.callback),
        ])
        let heard = fixture.fixture.ask(
            "/portal/sharing/rest/oauth2/authorize?\(query)",
            fields: [("Authorization", "Basic \(Base64.encode(Array("dirk@CONTOSO:pw".utf8)))")])
        #expect(heard["Location"]?.hasPrefix("\(OAuthFixture.callback)?code=") == true)
    }

    @Test("a changed password ends codes and refresh tokens")
    func password() throws {
        var fixture = try OAuthFixture()
        let token = try fixture.refreshToken()
        let code = try fixture.code()
        var event = Event(.changePassword, user: "bert")
        event.password = "new"
        try fixture.fixture.deployment.happen(event)
        #expect(fixture.token("refresh_token", [("refresh_token", token)]).rule == "oauth.refresh-invalidated")
        #expect(fixture.exchange(code).rule == "token.ended")
    }

    @Test("tokens for other apps of the organization; apps are for administrators")
    func apps() throws {
        var fixture = try OAuthFixture()
        let token = fixture.fixture.token("anna")
        let fields = [("X-Esri-Auth-Client-Id", "app"), ("X-Esri-Auth-Redirect-Uri", OAuthFixture.callback)]
        let cookie = ("Cookie", "esri_auth=%7B%22token%22%3A%22\(token)%22%7D")
        let own = fixture.fixture.ask(
            "/portal/sharing/rest/oauth2/platformSelf?f=json", method: "POST", fields: fields + [cookie])
        #expect(own.json?.members?.map(\.name) == ["username", "token", "expires_in"])
        let form = [("client_id", "app"), ("token", token), ("f", "json")]
        #expect(fixture.fixture.ask("/portal/sharing/rest/oauth2/exchangeToken", form: form).token.count == 152)
        let app = fixture.fixture.ask("/portal/sharing/rest/oauth2/apps/app?f=json&token=\(token)")
        #expect(app.json?["redirect_uris"]?.elements?.count == 2)
        let new = fixture.fixture.ask(
            "/portal/sharing/rest/oauth2/registerApp",
            form: [
                ("itemId", "i"), ("appType", "browser"), ("redirect_uris", "[\"https://x.example\"]"), ("token", token),
                ("f", "json"),
            ])
        let id = try #require(new.json?["client_id"]?.text)
        #expect(fixture.authorize(client: id, redirect: "https://x.example/a").verdict.isEmpty)
    }
}
