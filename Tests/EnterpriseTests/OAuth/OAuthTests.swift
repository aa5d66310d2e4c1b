import Facts
import Formats
import Testing
import Trust

@testable import Enterprise

@Suite("OAuth")
struct OAuthTests {
    @Test("the sign-in page has its object on the first line with braces, and a form")
    func page() throws {
        var desk = try OAuthDesk(logins: "builtIn: true, saml: { name: 'Contoso ADFS' }")
        let page = desk.authorize()
        let info = try #require(OAuthDesk.info(page))
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
        var desk = try OAuthDesk()
        let location = try desk.location([("state", "a b&c")])
        #expect(location.hasPrefix("\(OAuthDesk.callback)?code="))
        #expect(location.hasSuffix("&state=a%20b%26c") || location.hasSuffix("&state=a+b%26c"))
        let code = try desk.code()
        let answer = desk.exchange(code)
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
        #expect(desk.desk.ask("/arcgis/rest/services/S/MapServer?f=json&token=\(token)").because.isEmpty)
        #expect(desk.exchange(code).rule == "oauth.code-invalid")
    }

    @Test(
        "implicit: everything in the fragment; exactly the maximum loses persist",
        arguments: [(nil, 7200), (60, 3600), (20_159, 1_209_540), (20_160, 1_209_600), (99_999, 1_209_600)]
            as [(Int?, Int)])
    func implicit(_ minutes: Int?, _ seconds: Int) throws {
        var desk = try OAuthDesk()
        let more = minutes.map { [("expiration", "\($0)")] } ?? []
        let location = try desk.location(more + [("state", "s")], type: "token")
        #expect(location.hasPrefix("\(OAuthDesk.callback)#access_token="))
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
        var desk = try OAuthDesk()
        // RFC 7636 appendix B.
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        let challenge = method == "plain" ? verifier : "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        let more = [("code_challenge", challenge), ("code_challenge_method", method)]
        let code = try desk.code(more)
        #expect(desk.exchange(code, [("code_verifier", "other")]).rule == "oauth.verifier")
        #expect(desk.exchange(code, [("code_verifier", verifier)]).because.isEmpty)
    }

    @Test("the sign-in takes names in any case; wrong passwords and locked accounts are told in messages")
    func signIn() throws {
        var desk = try OAuthDesk()
        let key = try #require(OAuthDesk.info(desk.authorize())?["oauth_state"]?.text)
        let wrong = desk.signIn(key, "bert", "no")
        #expect(wrong.status == 200)
        #expect(OAuthDesk.info(wrong)?["messages"]?.elements?.compactMap(\.text) == ["Invalid username or password."])
        #expect(OAuthDesk.info(wrong)?["oauth_state"]?.text == key)
        #expect(desk.signIn(key, "dirk@CONTOSO", "pw").rule == "generate-token.enterprise-login")
        for _ in 0..<4 { _ = desk.signIn(key, "bert", "no") }
        let locked = desk.signIn(key, "BERT", "pw")
        let messages = OAuthDesk.info(locked)?["messages"]?.elements?.compactMap(\.text)
        #expect(messages == ["Too many invalid attempts. Please try again later."])
        #expect(desk.signIn(key, "ANNA", "pw").status == 302)
        #expect(desk.signIn(key, "anna", "pw").rule == "oauth.sign-in-unknown")
    }

    @Test("out of band: title and field hold the code")
    func outOfBand() throws {
        var desk = try OAuthDesk()
        let location = try desk.location(redirect: OAuthDesk.oob)
        #expect(location.hasPrefix("https://h.example/portal/sharing/rest/oauth2/approval?code="))
        let page = desk.desk.ask(String(location.dropFirst("https://h.example".count)))
        let code = try #require(page.body.firstMatch(of: /<title>SUCCESS code=([^<]+)<\/title>/)).1
        #expect(page.body.contains("<input id=\"code\" value=\"\(code)\""))
        let form = [("code", String(code)), ("redirect_uri", OAuthDesk.oob)]
        #expect(desk.token("authorization_code", form).because.isEmpty)
    }

    @Test(
        "only what the app has registered is a way back",
        arguments: [
            (OAuthDesk.callback, true), ("\(OAuthDesk.callback)?x=1", true), ("\(OAuthDesk.callback)/deep", true),
            ("http://127.0.0.1:8400/callback.evil", false), ("http://127.0.0.1:8400/other", false),
            ("https://127.0.0.1:8400/callback", false), ("http://127.0.0.1:8400@evil.example/callback", false),
            ("http://127.0.0.1:84001/callback", false), ("\(OAuthDesk.callback)/../other", false),
            ("http://evil.example/\(OAuthDesk.callback)", false), ("\(OAuthDesk.callback)\r\nA: b", false),
            ("javascript:alert(1)", false), ("\(OAuthDesk.callback)#x", false), ("", false),
        ])
    func redirects(_ uri: String, _ isAllowed: Bool) throws {
        var desk = try OAuthDesk()
        let page = desk.authorize(redirect: uri)
        #expect(page.because.isEmpty == isAllowed, "\(page.body.suffix(200))")
        if !isAllowed { #expect(page["Location"] == nil) }
    }

    @Test(
        "the apps that every portal has take the code's page and the portal's own origin",
        arguments: ["pythonapi", "arcgisonline", "arcgispro"])
    func standing(_ client: String) throws {
        var desk = try OAuthDesk()
        for uri in [OAuthDesk.oob, "https://h.example"] {
            #expect(desk.authorize(client: client, redirect: uri).because.isEmpty)
        }
        #expect(
            desk.authorize(client: client, redirect: "https://www.arcgis.com").rule == "oauth.redirect-unregistered")
    }

    @Test("refresh, exchange, suspend, revoke")
    func refresh() throws {
        var desk = try OAuthDesk()
        let first = try desk.refreshToken()
        let renewed = desk.token("refresh_token", [("refresh_token", first)])
        #expect(renewed.json?.members?.map(\.name) == ["access_token", "expires_in", "username", "ssl"])
        let bare = desk.token("exchange_refresh_token", [("refresh_token", first)])
        #expect(bare.json?["error"]?["message"]?.text == "redirect_uri not specified")
        let exchanged = desk.token(
            "exchange_refresh_token", [("refresh_token", first), ("redirect_uri", OAuthDesk.callback)])
        let second = try #require(exchanged.json?["refresh_token"]?.text)
        #expect(exchanged.json?["refresh_token_expires_in"]?.integer == 1_209_599)
        let old = desk.token("refresh_token", [("refresh_token", first)])
        #expect(
            old.body
                == #"{"error":{"code":498,"error":"invalid_request","error_description":"invalidated refresh_token","message":"invalidated refresh_token","details":[]}}"#
        )
        #expect(desk.token("suspend_session", [("refresh_token", second)]).body == #"{"success":true}"#)
        #expect(desk.token("refresh_token", [("refresh_token", second)]).rule == "oauth.refresh-invalidated")
        let third = try desk.refreshToken()
        _ = desk.desk.ask("/portal/sharing/rest/oauth2/revokeToken/", form: [("auth_token", third), ("f", "json")])
        #expect(desk.token("refresh_token", [("refresh_token", third)]).rule == "oauth.refresh-invalidated")
    }

    @Test("a refresh token lives two weeks, as long as was asked, or for ever")
    func lives() throws {
        var desk = try OAuthDesk()
        let forEver = try desk.code([("expiration", "-1")])
        let permanent = try #require(desk.exchange(forEver).json?["refresh_token"]?.text)
        let short = try desk.code([("expiration", "60")])
        let answer = desk.exchange(short)
        #expect(answer.json?["refresh_token_expires_in"]?.integer == 3599)
        let hour = try #require(answer.json?["refresh_token"]?.text)
        desk.desk.now = desk.desk.now.advanced(minutes: 60)
        let expired = desk.token("refresh_token", [("refresh_token", hour)])
        #expect(
            expired.body
                == #"{"error":{"code":498,"error":"invalid_request","error_description":"refresh_token expired","message":"refresh_token expired","details":[]}}"#
        )
        desk.desk.now = desk.desk.now.advanced(minutes: 60 * 24 * 365)
        #expect(desk.token("refresh_token", [("refresh_token", permanent)]).because.isEmpty)
    }

    @Test("without f and with any other, the token endpoint answers in JSON")
    func formats() throws {
        var desk = try OAuthDesk()
        for format in ["", "&f=html", "&f=json"] {
            let body = "client_id=app&client_secret=secret&grant_type=client_credentials\(format)"
            let heard = desk.desk.ask(
                "/portal/sharing/rest/oauth2/token/", fields: [("Content-Type", "application/x-www-form-urlencoded")],
                body: Array(body.utf8))
            #expect(heard.json?["expires_in"]?.integer == 7200)
        }
    }

    @Test("with SAML and nothing else, authorize goes straight to the provider")
    func samlOnly() throws {
        var desk = try OAuthDesk(logins: "builtIn: false, saml: {}")
        let heard = desk.authorize()
        #expect(heard.status == 302)
        #expect(heard["Location"]?.hasPrefix("https://h.example/portal/sharing/rest/oauth2/saml/authorize?") == true)
    }

    @Test("without built-in logins the page has no oauth_state for a password")
    func builtInOff() throws {
        var desk = try OAuthDesk("11.1", logins: "builtIn: false")
        #expect(OAuthDesk.info(desk.authorize())?["oauth_state"] == nil)
    }

    @Test("behind a web server that authenticates nobody signs in again")
    func webTier() throws {
        var desk = try OAuthDesk(logins: "webTier: 'ldap'")
        let query = Form.encode([
            ("client_id", "app"), ("response_type", "code"), ("redirect_uri", OAuthDesk.callback),
        ])
        let heard = desk.desk.ask(
            "/portal/sharing/rest/oauth2/authorize?\(query)",
            fields: [("Authorization", "Basic \(Base64.encode(Array("dirk@CONTOSO:pw".utf8)))")])
        #expect(heard["Location"]?.hasPrefix("\(OAuthDesk.callback)?code=") == true)
    }

    @Test("a changed password ends codes and refresh tokens")
    func password() throws {
        var desk = try OAuthDesk()
        let token = try desk.refreshToken()
        let code = try desk.code()
        var event = Event(kind: .changePassword, user: "bert")
        event.password = "new"
        try desk.desk.deployment.happen(event)
        #expect(desk.token("refresh_token", [("refresh_token", token)]).rule == "oauth.refresh-invalidated")
        #expect(desk.exchange(code).rule == "token.ended")
    }

    @Test("tokens for other apps of the organization; apps are for administrators")
    func apps() throws {
        var desk = try OAuthDesk()
        let token = desk.desk.token("anna")
        let fields = [("X-Esri-Auth-Client-Id", "app"), ("X-Esri-Auth-Redirect-Uri", OAuthDesk.callback)]
        let cookie = ("Cookie", "esri_auth=%7B%22token%22%3A%22\(token)%22%7D")
        let own = desk.desk.ask(
            "/portal/sharing/rest/oauth2/platformSelf?f=json", method: "POST", fields: fields + [cookie])
        #expect(own.json?.members?.map(\.name) == ["username", "token", "expires_in"])
        let form = [("client_id", "app"), ("token", token), ("f", "json")]
        #expect(desk.desk.ask("/portal/sharing/rest/oauth2/exchangeToken", form: form).token.count == 152)
        let app = desk.desk.ask("/portal/sharing/rest/oauth2/apps/app?f=json&token=\(token)")
        #expect(app.json?["redirect_uris"]?.elements?.count == 2)
        let new = desk.desk.ask(
            "/portal/sharing/rest/oauth2/registerApp",
            form: [
                ("itemId", "i"), ("appType", "browser"), ("redirect_uris", "[\"https://x.example\"]"), ("token", token),
                ("f", "json"),
            ])
        let id = try #require(new.json?["client_id"]?.text)
        #expect(desk.authorize(client: id, redirect: "https://x.example/a").because.isEmpty)
    }
}
