// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing
import Trust

@testable import Enterprise

/// A browser that signs in by SAML, one page after the other.
struct SAMLFixture {
    var fixture: OAuthFixture
    /// The sign-in's key, once it has begun.
    var key = ""

    init(_ saml: String = "", logins: String = "builtIn: true", more: String = "") throws {
        fixture = try OAuthFixture(
            logins: "\(logins), saml: { name: 'Contoso ADFS' \(saml.isEmpty ? "" : ", " + saml) }", more: more)
    }

    static func field(_ name: String, _ page: PortalFixture.Heard) throws -> String {
        let pattern = try Regex("name=\"\(name)\" value=\"([^\"]*)\"")
        let value = try #require(page.body.firstMatch(of: pattern)?.output[1].substring, "\(name) in \(page.body)")
        return String(value).replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }

    /// The provider's form, as the browser reaches it from authorize.
    mutating func begin() throws -> PortalFixture.Heard {
        key = try #require(OAuthFixture.info(fixture.authorize())?["oauth_state"]?.text)
        let sent = fixture.fixture.ask("/portal/sharing/rest/oauth2/saml/authorize", form: [("oauth_state", key)])
        let location = try #require(sent["Location"])
        return fixture.fixture.ask(String(location.dropFirst("https://h.example".count)))
    }

    /// What the provider's form gives for a name and a password.
    mutating func answer(
        _ form: PortalFixture.Heard, _ username: String = "dirk@CONTOSO", _ password: String = "pw"
    ) throws
        -> PortalFixture.Heard
    {
        var fields = [("username", username), ("password", password)]
        for name in ["SAMLRequest", "RelayState", "deflated"] { fields.append((name, try Self.field(name, form))) }
        return fixture.fixture.ask("/idp/sso", form: fields)
    }

    /// The response's XML.
    static func response(_ page: PortalFixture.Heard) throws -> String {
        String(decoding: try #require(Base64.decode(try field("SAMLResponse", page))), as: UTF8.self)
    }

    mutating func post(_ xml: String, state: String? = nil) -> PortalFixture.Heard {
        post(raw: Base64.encode(Array(xml.utf8)), state: state)
    }

    mutating func post(raw: String, state: String? = nil) -> PortalFixture.Heard {
        let form = [("SAMLResponse", raw), ("RelayState", state ?? key)]
        return fixture.fixture.ask("/portal/sharing/rest/oauth2/saml/signin", form: form)
    }

    /// The path and query of where an answer leads.
    static func path(_ heard: PortalFixture.Heard) throws -> String {
        String(try #require(heard["Location"]).dropFirst("https://h.example".count))
    }

    /// What the provider sends unasked, for whom it knows.
    mutating func unasked(_ relayState: String = "", _ username: String = "dirk@CONTOSO") -> PortalFixture.Heard {
        fixture.fixture.ask(
            "/idp/initiated",
            form: [
                ("loginToRp", "h.example.portal"), ("RelayState", relayState), ("username", username),
                ("password", "pw"),
            ])
    }

    /// What comes of a response that nobody asked for.
    mutating func post(unasked xml: String, relayState: String = "") -> PortalFixture.Heard {
        fixture.fixture.ask(
            "/portal/sharing/rest/oauth2/saml/signin2",
            form: [("SAMLResponse", Base64.encode(Array(xml.utf8))), ("RelayState", relayState)])
    }

    /// All of it.
    mutating func signIn(_ username: String = "dirk@CONTOSO") throws -> PortalFixture.Heard {
        let page = try answer(try begin(), username)
        return post(try Self.response(page))
    }

    /// The browser's cookie of an answer.
    func cookie(_ heard: PortalFixture.Heard) throws -> String {
        String(try #require(heard["Set-Cookie"]).prefix { $0 != ";" })
    }

    /// What becomes of a sign-in with a response that is signed by SHA-1, at a portal of that profile.
    static func outcome(_ profile: Profile) -> String {
        guard var saml = try? SAMLFixture("signatureAlgorithm: 'rsa-sha1'") else { return "no fixture" }
        saml.fixture.fixture.deployment.portals[0].profile = profile
        return (try? saml.signIn())?.rule ?? "passes"
    }

    /// A request that the rule refuses.
    static func trigger(_ id: String) throws -> PortalFixture.Heard? {
        var saml = try SAMLFixture(
            [
                "saml.certificate-expired": "faults: ['expired-certificate']",
                "saml.signature": "faults: ['rolled-over-certificate']", "saml.not-yet": "faults: ['clock-skew']",
                "saml.audience": "faults: ['wrong-audience']", "saml.invitation-only": "faults: ['missing-claim']",
                "saml.name-case": "faults: ['name-id-case']",
                "saml.unencrypted": "encryption: true", "saml.encrypted": "faults: ['encrypted-assertion']",
                "idp.down": "faults: ['down']", "idp.unsigned-request": "faults: ['wants-signed-requests']",
                "idp.unsigned-logout": "supportsLogoutRequest: true",
                "saml.logout-unreadable": "supportsLogoutRequest: true",
                "saml.logout-signature": "supportsLogoutRequest: true",
                "saml.logout-unasked": "supportsLogoutRequest: true, supportSignedRequest: true",
            ][id] ?? "")
        switch id {
        case "oidc.code":
            var oidc = try OAuthFixture(logins: "builtIn: true, oidc: { name: 'Okta' }")
            let key = try #require(OAuthFixture.info(oidc.authorize())?["oauth_state"]?.text)
            return oidc.fixture.ask(
                "/portal/sharing/rest/oauth2/oidc/\(FederatedServers.id("oidc/portal"))/signin?code=x&state=\(key)")
        case "oidc.no-profile":
            var oidc = try OAuthFixture(logins: "builtIn: true, oidc: { name: 'Okta', faults: ['wrong-issuer'] }")
            let key = try #require(OAuthFixture.info(oidc.authorize())?["oauth_state"]?.text)
            let path = "/portal/sharing/rest/oauth2/oidc/\(FederatedServers.id("oidc/portal"))"
            let asked = try #require(oidc.fixture.ask("\(path)/authorize?oauth_state=\(key)")["Location"])
            let form = Form.parse(String(asked.drop { $0 != "?" }.dropFirst())).map { ($0.name, $0.value) }
            let back = try #require(
                oidc.fixture.ask(
                    "/idp/oidc/authorize", form: form + [("username", "dirk@CONTOSO"), ("password", "pw")])["Location"])
            return oidc.fixture.ask(String(back.dropFirst("https://h.example".count)))
        case "saml.provider-missing":
            let token = saml.fixture.fixture.token("anna")
            return saml.fixture.fixture.ask("/portal/sharing/rest/portals/self/idp/nope?f=json&token=\(token)")
        case "saml.name-taken":
            let page = try saml.answer(try saml.begin())
            // As if the member had been created before the provider came.
            saml.fixture.fixture.deployment.portals[0].accounts[2].provider = .arcgis
            return saml.post(try response(page))
        case "idp.bad-grant": return saml.fixture.fixture.ask("/idp/oidc/token", form: [("code", "x")])
        case "idp.down", "idp.unsigned-request": return try saml.begin()
        case "saml.logout-off", "saml.logout-unreadable":
            return saml.fixture.fixture.ask("/portal/sharing/rest/oauth2/saml/signout?SAMLRequest=x")
        case "saml.logout-signature":
            let sent = saml.fixture.fixture.ask("/idp/logout?logoutFrom=h.example.portal&username=dirk@CONTOSO")
            return saml.fixture.fixture.ask(String(try path(sent).prefix { $0 != "&" }))
        case "idp.unsigned-logout", "saml.logout-unasked":
            let cookie = try saml.cookie(try saml.signIn())
            let away = saml.fixture.fixture.ask("/portal/sharing/rest/oauth2/signout", fields: [("Cookie", cookie)])
            let back = saml.fixture.fixture.ask(try path(away))
            guard id == "saml.logout-unasked" else { return back }
            _ = saml.fixture.fixture.ask(try path(back))
            return saml.fixture.fixture.ask(try path(back))
        case "saml.unregistrable":
            let token = saml.fixture.fixture.token("anna")
            return saml.fixture.fixture.ask(
                "/portal/sharing/rest/portals/self/idp/register",
                form: [("f", "json"), ("token", token), ("name", "x")])
        case "idp.bad-request": return saml.fixture.fixture.ask("/idp/sso?SAMLRequest=x")
        case "idp.wrong-credentials": return try saml.answer(try saml.begin(), "dirk@CONTOSO", "no")
        case "saml.unreadable":
            _ = try saml.begin()
            return saml.post("<x/>")
        case "saml.status":
            let page = try saml.answer(try saml.begin())
            return saml.post(try response(page).replacing("status:Success", with: "status:Responder"))
        case "saml.expired":
            let page = try saml.answer(try saml.begin())
            // The sign-in itself waits half an hour, so only a response that is older can be too old.
            let xml = try response(page)
            saml.fixture.fixture.now = saml.fixture.fixture.now.advanced(minutes: 63)
            _ = try saml.begin()
            return saml.post(xml)
        case "saml.unasked":
            let page = try saml.answer(try saml.begin())
            let xml = try response(page)
            _ = try saml.begin()
            return saml.post(xml)
        case "saml.replayed":
            let page = try saml.answer(try saml.begin())
            let xml = try response(page)
            let request = saml.fixture.fixture.deployment.portals[0].oauth.signIn(
                saml.key, at: saml.fixture.fixture.now)?.requestID
            _ = saml.post(xml)
            _ = try saml.begin()
            saml.fixture.fixture.deployment.portals[0].oauth.change(saml.key) { $0.requestID = request }
            return saml.post(xml)
        case "saml.issuer", "saml.recipient":
            let page = try saml.answer(try saml.begin())
            let xml = try response(page)
            saml.fixture.fixture.deployment.portals[0].saml?.external = SAMLProvider.External(
                entityID: id == "saml.issuer" ? "urn:another" : EnterpriseLogin.builtInEntityID, redirectURL: "x",
                postURL: nil, certificates: [SigningKey.made(0)?.certificate ?? ""])
            if id == "saml.recipient" {
                saml.fixture.fixture.deployment.portals[0].publicURL = "https://h.example/moved"
            }
            return saml.post(xml)
        default: return try saml.signIn()
        }
    }
}
