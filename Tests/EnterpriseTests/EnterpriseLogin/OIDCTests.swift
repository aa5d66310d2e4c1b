// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing
import Trust

@testable import Enterprise

@Suite("OpenID Connect")
struct OIDCTests {
    private struct Way {
        /// The path of the portal has the provider's id.
        static let path = "/portal/sharing/rest/oauth2/oidc/" + FederatedServers.id("oidc/portal")

        var fixture: OAuthFixture
        var key = ""

        init() throws { fixture = try OAuthFixture(logins: "builtIn: true, oidc: { name: 'Okta' }") }

        /// The parameters that the portal sends to the provider.
        mutating func begin() throws -> [(String, String)] {
            let page = fixture.authorize()
            #expect(page.body.contains(">Okta</a>"))
            key = try #require(OAuthFixture.info(page)?["oauth_state"]?.text)
            let sent = fixture.fixture.ask("\(Self.path)/authorize?oauth_state=\(key)")
            let location = try #require(sent["Location"])
            #expect(location.hasPrefix("https://h.example/idp/oidc/authorize?"))
            return Form.parse(String(location.drop { $0 != "?" }.dropFirst())).map { ($0.name, $0.value) }
        }

        mutating func answer(_ asked: [(String, String)], _ user: String, _ password: String) -> PortalFixture.Heard {
            fixture.fixture.ask("/idp/oidc/authorize", form: asked + [("username", user), ("password", password)])
        }
    }

    @Test("from the sign-in page to the provider and back, with a code at the end")
    func way() throws {
        var way = try Way()
        let asked = try way.begin()
        #expect(asked.contains { $0.0 == "scope" && $0.1.contains("openid") })
        #expect(way.answer(asked, "dirk@CONTOSO", "no").rule == "idp.wrong-credentials")
        let back = try #require(way.answer(asked, "dirk@CONTOSO", "pw")["Location"])
        #expect(back.hasPrefix("https://h.example\(Way.path)/signin?code="))
        let target = String(back.dropFirst("https://h.example".count))
        let location = try #require(way.fixture.fixture.ask(target)["Location"])
        #expect(location.hasPrefix("\(OAuthFixture.callback)?code="))
        let code = try #require(Form.parse(String(location.drop { $0 != "?" }.dropFirst())).first?.value)
        #expect(way.fixture.exchange(code).json?["username"]?.text == "dirk@CONTOSO")
        #expect(way.fixture.fixture.ask(target).rule == "oauth.sign-in-unknown")
    }

    @Test("a code is good for its own sign-in")
    func other() throws {
        var way = try Way()
        let back = try #require(way.answer(try way.begin(), "dirk@CONTOSO", "pw")["Location"])
        let code = try #require(Form.parse(String(back.drop { $0 != "?" }.dropFirst())).first?.value)
        _ = try way.begin()
        let heard = way.fixture.fixture.ask("\(Way.path)/signin?code=\(code)&state=\(way.key)")
        #expect(heard.rule == "oidc.code")
    }

    @Test("the provider sends nobody to another address")
    func redirect() throws {
        var way = try Way()
        let asked = try way.begin().map { ($0.0, $0.0 == "redirect_uri" ? "https://evil.example/" : $0.1) }
        let heard = way.answer(asked, "dirk@CONTOSO", "pw")
        #expect(heard.rule == "idp.bad-request")
        #expect(heard["Location"] == nil)
    }

    @Test("portals/self tells")
    func told() throws {
        var way = try Way()
        let heard = way.fixture.fixture.ask("/portal/sharing/rest/portals/self?f=json")
        #expect(heard.json?["canSignInOIDC"]?.truth == true)
    }
}
