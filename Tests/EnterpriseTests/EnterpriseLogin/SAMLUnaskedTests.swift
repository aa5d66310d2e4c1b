// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing
import Trust

@testable import Enterprise

/// A sign-in that the provider begins: its response answers no request.
@Suite("SAML, unasked")
struct SAMLUnaskedTests {
    @Test("goes to saml/signin2, and the browser to the portal's home, where it is known")
    func way() throws {
        var saml = try SAMLFixture()
        let page = saml.unasked("elsewhere")
        #expect(page.body.contains("action=\"https://h.example/portal/sharing/rest/oauth2/saml/signin2\""))
        let xml = try SAMLFixture.response(page)
        #expect(!xml.contains("InResponseTo"))
        let back = saml.post(unasked: xml, relayState: "elsewhere")
        #expect(back["Location"] == "https://h.example/portal/home/")
        let cookie = try saml.cookie(back)
        let home = saml.fixture.fixture.ask("/portal/home/", fields: [("Cookie", cookie)])
        #expect(home.body.contains("dirk@CONTOSO is signed in."))
        #expect(home.user == "dirk@CONTOSO")
        let own = saml.fixture.fixture.ask(
            "/portal/sharing/rest/community/self?f=json", fields: [("Cookie", cookie)])
        #expect(own.json?["username"]?.text == "dirk@CONTOSO")
    }

    @Test(
        "RelayState leads to a page of the portal, and nowhere else",
        arguments: [
            ("https://h.example/portal/home/item.html?id=1", true), ("https://evil.example/portal", false),
            ("https://h.example/portal.evil", false), ("https://h.example/arcgis", false), ("//evil.example", false),
            ("javascript:alert(1)", false), ("https://h.example/portal/../evil", false),
        ])
    func relayState(_ state: String, _ passes: Bool) throws {
        var saml = try SAMLFixture()
        let back = saml.post(unasked: try SAMLFixture.response(saml.unasked()), relayState: state)
        #expect(back["Location"] == (passes ? state : "https://h.example/portal/home/"))
    }

    @Test("saml/signin takes it too")
    func otherAddress() throws {
        var saml = try SAMLFixture()
        #expect(saml.post(try SAMLFixture.response(saml.unasked()), state: "").status == 302)
    }

    @Test("is good once")
    func replayed() throws {
        var saml = try SAMLFixture()
        let xml = try SAMLFixture.response(saml.unasked())
        #expect(saml.post(unasked: xml).status == 302)
        #expect(saml.post(unasked: xml).rule == "saml.replayed")
        #expect(saml.post(xml, state: "").rule == "saml.replayed")
    }

    @Test("the answer to a request is not taken for one that nobody asked for")
    func stolen() throws {
        var saml = try SAMLFixture()
        let xml = try SAMLFixture.response(try saml.answer(try saml.begin()))
        #expect(saml.post(xml, state: "lost").rule == "oauth.sign-in-unknown")
        // What stands outside of the signed assertion can be taken away; what stands in it cannot.
        let stripped = xml.replacing(/(<samlp:Response[^>]*) InResponseTo="[^"]*"/) { String($0.output.1) }
        #expect(stripped != xml)
        #expect(saml.post(unasked: stripped).rule == "saml.unasked")
    }

    @Test("and an unasked one ends no sign-in that the portal began")
    func injected() throws {
        var saml = try SAMLFixture()
        let xml = try SAMLFixture.response(saml.unasked())
        _ = try saml.begin()
        #expect(saml.post(xml).rule == "saml.unasked")
    }

    @Test("is refused when it is too old, for another portal, or changed")
    func refused() throws {
        var saml = try SAMLFixture("faults: ['wrong-audience']")
        #expect(saml.post(unasked: try SAMLFixture.response(saml.unasked())).rule == "saml.audience")
        saml = try SAMLFixture()
        let xml = try SAMLFixture.response(saml.unasked())
        #expect(saml.post(unasked: xml.replacing("dirk@CONTOSO", with: "anna")).rule == "saml.signature")
        saml.fixture.fixture.now = saml.fixture.fixture.now.advanced(minutes: 63)
        #expect(saml.post(unasked: xml).rule == "saml.expired")
    }
}
