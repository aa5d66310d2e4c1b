// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing
import Trust

@testable import Enterprise

/// Signing out of portal and provider at once.
@Suite("SAML, signing out")
struct SAMLSignOutTests {
    private static let both = "supportsLogoutRequest: true, supportSignedRequest: true"
    private static let signOut = "/portal/sharing/rest/oauth2/signout"

    @Test("from the portal: to the provider with a signed request, and back to the app")
    func portal() throws {
        var saml = try SAMLFixture(Self.both)
        let cookie = try saml.cookie(try saml.signIn())
        #expect(saml.fixture.fixture.deployment.portals[0].samlSessions.count == 1)
        let query = "?client_id=app&redirect_uri=\(Percent.encode(OAuthFixture.callback))"
        let away = saml.fixture.fixture.ask(Self.signOut + query, fields: [("Cookie", cookie)])
        #expect(try SAMLFixture.path(away).hasPrefix("/idp/logout?SAMLRequest="))
        #expect(away.user == "dirk@CONTOSO")
        #expect(away["Set-Cookie"]?.hasPrefix("esri_auth=;") == true)
        let back = saml.fixture.fixture.ask(try SAMLFixture.path(away))
        #expect(try SAMLFixture.path(back).hasPrefix("/portal/sharing/rest/oauth2/saml/signout?SAMLResponse="))
        #expect(saml.fixture.fixture.ask(try SAMLFixture.path(back))["Location"] == OAuthFixture.callback)
        #expect(saml.fixture.fixture.deployment.portals[0].samlSessions.isEmpty)
        // There is no session any more: the portal alone is left.
        #expect(saml.fixture.fixture.ask(Self.signOut, fields: [("Cookie", cookie)]).status == 200)
    }

    @Test("from the provider: the portal answers with a signed response, for a name it knows and for another")
    func provider() throws {
        var saml = try SAMLFixture(Self.both)
        _ = try saml.signIn()
        for name in ["dirk@CONTOSO", "nobody"] {
            let sent = saml.fixture.fixture.ask(
                "/idp/logout?logoutFrom=h.example.portal&username=\(name)&RelayState=there")
            let answer = saml.fixture.fixture.ask(try SAMLFixture.path(sent))
            let location = try #require(answer["Location"])
            #expect(location.hasPrefix("https://h.example/idp/logout?SAMLResponse="))
            #expect(location.contains("&RelayState=there&SigAlg="))
            #expect(answer["Set-Cookie"]?.hasPrefix("esri_auth=;") == true)
            #expect(saml.fixture.fixture.deployment.portals[0].samlSessions.isEmpty)
        }
    }

    @Test("ADFS wants the request signed by SHA-256: both settings on")
    func digests() throws {
        for (settings, rule) in [
            (Self.both, nil), ("supportsLogoutRequest: true", "idp.unsigned-logout"),
            ("\(Self.both), useSHA256: false", "idp.unsigned-logout"),
        ] as [(String, String?)] {
            var saml = try SAMLFixture(settings)
            let cookie = try saml.cookie(try saml.signIn())
            let away = saml.fixture.fixture.ask(Self.signOut, fields: [("Cookie", cookie)])
            #expect(saml.fixture.fixture.ask(try SAMLFixture.path(away)).rule == rule, "\(settings)")
        }
    }

    @Test("without supportsLogoutRequest nothing changes: no cookie, no way to the provider")
    func off() throws {
        var saml = try SAMLFixture()
        #expect(try saml.signIn()["Set-Cookie"] == nil)
        #expect(saml.fixture.fixture.ask(Self.signOut).status == 200)
    }

    private static let attacks = [
        "unsigned", "a stranger's", "another issuer", "a changed name", "a bomb", "nothing", "a document type",
    ]

    @Test("nobody else signs anybody out", arguments: attacks)
    func refused(_ how: String) throws {
        var saml = try SAMLFixture(Self.both)
        _ = try saml.signIn()
        let sent = try SAMLFixture.path(
            saml.fixture.fixture.ask("/idp/logout?logoutFrom=h.example.portal&username=dirk@CONTOSO"))
        let message = SAMLLogoutMessage(
            id: "_x", issuer: how == "another issuer" ? "urn:evil" : EnterpriseLogin.builtInEntityID,
            target: "https://h.example/portal/sharing/rest/oauth2/saml/signout",
            content: .request(SAMLSession(nameID: "dirk@CONTOSO")), at: saml.fixture.fixture.now)
        let own = try #require(SigningKey.shared(how == "another issuer" ? 0 : 2))
        let path = "/portal/sharing/rest/oauth2/saml/signout"
        let target: String
        switch how {
        case "unsigned": target = String(sent.prefix { $0 != "&" })
        case "a changed name":
            let changed = SAMLRedirect.url(path, "SAMLRequest", message.xml, relayState: nil, by: nil)
            target = changed + sent.drop { $0 != "&" }
        case "a bomb":
            let bomb = Compression.deflate.compress([UInt8](repeating: 32, count: 50_000_000))
            target = RedirectURI.with(query: [("SAMLRequest", Base64.encode(bomb))], path)
        case "nothing": target = path
        case "a document type":
            target = SAMLRedirect.url(
                path, "SAMLRequest", "<!DOCTYPE a [<!ENTITY e 'x'>]>" + message.xml, relayState: nil, by: own)
        default: target = SAMLRedirect.url(path, "SAMLRequest", message.xml, relayState: nil, by: own)
        }
        let heard = saml.fixture.fixture.ask(target)
        #expect(heard["Location"] == nil)
        #expect(heard.rule?.hasPrefix("saml.") == true, "\(heard.rule ?? "none")")
        #expect(saml.fixture.fixture.deployment.portals[0].samlSessions.count == 1)
    }

    @Test("a request that comes again ends no session that began since")
    func replayed() throws {
        var saml = try SAMLFixture(Self.both)
        _ = try saml.signIn()
        let sent = try SAMLFixture.path(
            saml.fixture.fixture.ask("/idp/logout?logoutFrom=h.example.portal&username=dirk@CONTOSO"))
        #expect(saml.fixture.fixture.ask(sent).status == 302)
        #expect(saml.fixture.fixture.deployment.portals[0].samlSessions.isEmpty)
        _ = try saml.signIn()
        #expect(saml.fixture.fixture.ask(sent).status == 302)
        #expect(saml.fixture.fixture.deployment.portals[0].samlSessions.count == 1)
    }

    @Test("a message in a form has its signature inside")
    func posted() throws {
        var saml = try SAMLFixture(Self.both)
        _ = try saml.signIn()
        let message = SAMLLogoutMessage(
            id: "_x", issuer: EnterpriseLogin.builtInEntityID, target: "x",
            content: .request(SAMLSession(nameID: "dirk@CONTOSO")), at: saml.fixture.fixture.now)
        let path = "/portal/sharing/rest/oauth2/saml/signout"
        let signed = try XMLSignature.sign(message.xml, id: "_x", by: try #require(SigningKey.shared(0)))
        func form(_ xml: String) -> [(String, String)] { [("SAMLRequest", Base64.encode(Array(xml.utf8)))] }
        let changed = signed.replacing("dirk@CONTOSO", with: "anna")
        #expect(saml.fixture.fixture.ask(path, form: form(changed)).rule == "saml.logout-signature")
        #expect(saml.fixture.fixture.ask(path, form: form(message.xml)).rule == "saml.logout-signature")
        #expect(saml.fixture.fixture.ask(path, form: form(signed)).status == 302)
        #expect(saml.fixture.fixture.deployment.portals[0].samlSessions.isEmpty)
    }

    @Test("by SHA-1 only where the portal still takes it", arguments: [Choice.pass, .refuse])
    func digest(_ choice: Choice) throws {
        var saml = try SAMLFixture(Self.both)
        _ = try saml.signIn()
        saml.fixture.fixture.deployment.portals[0].profile = Profile(.v11_4, quirks: [.samlSHA1: choice])
        let message = SAMLLogoutMessage(
            id: "_x", issuer: EnterpriseLogin.builtInEntityID, target: "x",
            content: .request(SAMLSession(nameID: "dirk@CONTOSO")), at: saml.fixture.fixture.now)
        let path = "/portal/sharing/rest/oauth2/saml/signout"
        let target = SAMLRedirect.url(
            path, "SAMLRequest", message.xml, relayState: nil, by: SigningKey.shared(0), usesSHA1: true)
        #expect(saml.fixture.fixture.ask(target).rule == (choice == .pass ? nil : "saml.logout-signature"))
    }
}
