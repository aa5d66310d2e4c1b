// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing
import Trust

@testable import Enterprise

@Suite("SAML")
struct SAMLTests {
    @Test("follow authorize to the provider, post its form, post its response, get the code")
    func way() throws {
        var saml = try SAMLFixture()
        let form = try saml.begin()
        #expect(form.body.contains("name=\"password\""))
        let page = try saml.answer(form)
        #expect(page.body.contains("name=\"hiddenform\""))
        #expect(page.body.contains("action=\"https://h.example/portal/sharing/rest/oauth2/saml/signin\""))
        #expect(try SAMLFixture.field("RelayState", page) == saml.key)
        let back = saml.post(try SAMLFixture.response(page))
        let location = try #require(back["Location"])
        #expect(location.hasPrefix("\(OAuthFixture.callback)?code="))
        let code = try #require(Form.parse(String(location.drop { $0 != "?" }.dropFirst())).first?.value)
        let token = saml.fixture.exchange(code)
        #expect(token.json?["username"]?.text == "dirk@CONTOSO")
        let string = token.json?["access_token"]?.text ?? ""
        #expect(saml.fixture.fixture.ask("/arcgis/rest/services/S/MapServer?f=json&token=\(string)").verdict.isEmpty)
    }

    @Test(
        "names: the provider takes any case, the portal only the very one",
        arguments: [("DIRK@contoso", true), ("dirk@CONTOSO", true)])
    func names(_ username: String, _ passes: Bool) throws {
        var saml = try SAMLFixture()
        #expect(try saml.signIn(username).verdict.isEmpty == passes)
    }

    @Test("nameId and usernameSuffix")
    func nameID() throws {
        var saml = try SAMLFixture("usernameSuffix: '_corp', signUpMode: 'automatic'")
        #expect(try saml.signIn().verdict.isEmpty)
        let names = saml.fixture.fixture.deployment.portals[0].accounts.list.map(\.username)
        #expect(names.last == "dirk@CONTOSO_corp")
    }

    @Test("a provider that takes requests by POST alone gets a page that posts itself")
    func post() throws {
        var saml = try SAMLFixture()
        saml.fixture.fixture.deployment.portals[0].saml?.external = SAMLProvider.External(
            entityID: "urn:x", redirectURL: nil, postURL: "https://idp.example/post", certificates: [])
        let key = try #require(OAuthFixture.info(saml.fixture.authorize())?["oauth_state"]?.text)
        let page = saml.fixture.fixture.ask("/portal/sharing/rest/oauth2/saml/authorize?oauth_state=\(key)")
        #expect(page.body.contains("action=\"https://idp.example/post\""))
        let request = try #require(Base64.decode(try SAMLFixture.field("SAMLRequest", page)))
        let tree = try XMLSignature.read(request)
        #expect(tree.name == "AuthnRequest")
        #expect(tree.first("Issuer")?.text == "h.example.portal")
        #expect(tree["AssertionConsumerServiceURL"] == "https://h.example/portal/sharing/rest/oauth2/saml/signin")
        #expect(try SAMLFixture.field("RelayState", page) == key)
        // The built-in provider takes requests by either binding.
        saml.fixture.fixture.deployment.portals[0].saml?.external = nil
        let form = saml.fixture.fixture.ask(
            "/idp/sso", form: [("SAMLRequest", Base64.encode(request)), ("RelayState", key)])
        #expect(form.body.contains("loginForm"))
    }

    @Test("a portal that is open takes whoever the provider vouches for")
    func automatic() throws {
        var saml = try SAMLFixture("signUpMode: 'automatic', faults: ['missing-claim']")
        let count = saml.fixture.fixture.deployment.portals[0].accounts.list.count
        #expect(try saml.signIn().status == 302)
        #expect(saml.fixture.fixture.deployment.portals[0].accounts.list.count == count + 1)
        var closed = try SAMLFixture("faults: ['missing-claim']")
        let refused = try closed.signIn()
        #expect(refused.rule == "saml.invitation-only")
        #expect(
            refused.body.contains("Unable to sign in, logins are by invitation only. Please contact the administrator"))
    }

    @Test("a provider that changes its certificate is not believed until the portal knows")
    func rollover() throws {
        var saml = try SAMLFixture()
        #expect(try saml.signIn().verdict.isEmpty)
        try saml.fixture.fixture.deployment.happen(Event(.rolloverIdPCertificate))
        #expect(try saml.signIn().rule == "saml.signature")
        try saml.fixture.fixture.deployment.happen(Event(.rolloverIdPCertificate))
        #expect(try saml.signIn().verdict.isEmpty)
    }

    @Test("metadata: of the portal with a token, of the provider for anybody; a portal can be told of it by file")
    func metadata() throws {
        var saml = try SAMLFixture()
        #expect(saml.fixture.fixture.ask("/portal/sharing/rest/portals/self/sp?f=json").rule == "token.required")
        let token = saml.fixture.fixture.token("anna")
        let own = saml.fixture.fixture.ask("/portal/sharing/rest/portals/self/sp?token=\(token)")
        #expect(own.body.contains("entityID=\"h.example.portal\""))
        #expect(own.body.contains("Location=\"https://h.example/portal/sharing/rest/oauth2/saml/signin\""))
        let idp = saml.fixture.fixture.ask("/idp/metadata")
        let external = try SAMLProvider.External(metadata: Array(idp.body.utf8))
        #expect(external.entityID == EnterpriseLogin.builtInEntityID)
        #expect(external.redirectURL == "https://h.example/idp/sso")
        // The very provider, named as one elsewhere: its certificate is the one it signs with.
        saml.fixture.fixture.deployment.portals[0].saml?.external = external
        saml.fixture.fixture.deployment.portals[0].saml?.external = nil
        #expect(external.certificates == [SigningKey.made(0)?.certificate ?? ""])
    }

    private static let tampering = [
        "another name", "another audience", "no signature", "another digest", "another value", "SHA-1", "HMAC",
        "whole document", "a file", "an XPath", "a document type", "a document type in UTF-7",
        "a second assertion before", "a second assertion after", "the signed one inside another",
        "the signed one in an extension", "the signed one in an object", "the same id twice",
        "a comment in the name", "nothing", "no XML", "not UTF-8",
    ]

    /// The response with something done to it, which must sign nobody in.
    private static func changed(_ xml: String, _ how: String) -> String {
        switch how {
        case "another name": return xml.replacing("dirk@CONTOSO", with: "anna")
        case "another audience": return xml.replacing("<saml:Audience>", with: "<saml:Audience>x")
        case "no signature": return xml.replacing(/(?s)<ds:Signature .*<\/ds:Signature>/, with: "")
        case "another digest": return xml.replacing(/<ds:DigestValue>.{4}/, with: "<ds:DigestValue>AAAA")
        case "another value": return xml.replacing(/<ds:SignatureValue>.{4}/, with: "<ds:SignatureValue>AAAA")
        case "SHA-1":
            return xml.replacing(
                "http://www.w3.org/2001/04/xmlenc#sha256", with: "http://www.w3.org/2000/09/xmldsig#sha1")
        case "HMAC": return xml.replacing("xmldsig-more#rsa-sha256", with: "xmldsig-more#hmac-sha256")
        case "whole document": return xml.replacing(/URI="#[^"]*"/, with: "URI=\"\"")
        case "a file": return xml.replacing(/URI="#[^"]*"/, with: "URI=\"file:///etc/passwd\"")
        case "an XPath":
            return xml.replacing(
                "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
                with: "http://www.w3.org/TR/1999/REC-xpath-19991116")
        case "a document type":
            return xml.replacing(
                "<samlp:Response", with: "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><samlp:Response")
        case "a document type in UTF-7":
            return "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADwAIQ-DOCTYPE a>" + xml.drop { $0 != ">" }.dropFirst()
        case "the same id twice":
            let id = xml.firstMatch(of: /<saml:Assertion[^>]* ID="([^"]*)"/).map { String($0.output.1) } ?? ""
            return xml.replacing("<samlp:Status>", with: "<samlp:Status ID=\"\(id)\">")
        case "a comment in the name":
            return xml.replacing("dirk@CONTOSO<", with: "dirk@CON<!-- -->TOSO.evil<")
        case "no XML": return "<"
        case "not UTF-8": return "\u{0}\(xml)"
        case "nothing": return ""
        default: return wrapped(xml, how)
        }
    }

    /// The response with a forged assertion beside the signed one.
    private static func wrapped(_ xml: String, _ how: String) -> String {
        guard let good = xml.firstMatch(of: /(?s)<saml:Assertion.*<\/saml:Assertion>/).map({ String($0.output) }) else {
            return xml
        }
        let signature = good.firstMatch(of: /(?s)<ds:Signature .*<\/ds:Signature>/).map { String($0.output) } ?? ""
        let evil = good.replacing(signature, with: "").replacing("dirk@CONTOSO", with: "anna")
            .replacing(/ID="_[^"]*"/, with: "ID=\"_evil\"")
        let put: String
        switch how {
        case "a second assertion before": put = evil + good
        case "a second assertion after": put = good + evil
        case "the signed one inside another":
            put = evil.replacing("</saml:Assertion>", with: "<saml:Advice>\(good)</saml:Advice></saml:Assertion>")
        case "the signed one in an extension": put = "<samlp:Extensions>\(good)</samlp:Extensions>\(evil)"
        default:
            let moved = signature.replacing("</ds:Signature>", with: "<ds:Object>\(good)</ds:Object></ds:Signature>")
            put = evil.replacing("</saml:Issuer>", with: "</saml:Issuer>\(moved)")
        }
        return xml.replacing(good, with: put)
    }

    @Test("signs nobody in when something was done to it", arguments: tampering)
    func tampered(_ name: String) throws {
        var saml = try SAMLFixture("signUpMode: 'automatic'")
        let xml = try SAMLFixture.response(try saml.answer(try saml.begin()))
        let changed = Self.changed(xml, name)
        #expect(changed != xml)
        let heard = saml.post(changed)
        #expect(heard["Location"] == nil)
        #expect(["saml.signature", "saml.unreadable"].contains(heard.rule ?? ""), "\(heard.rule ?? "none")")
        // The untouched response is good all the same.
        #expect(saml.post(xml).status == 302)
    }

    @Test("1,000 responses changed at random sign nobody in, and nothing breaks")
    func random() throws {
        var dice = Generator(seed: 99)
        var saml = try SAMLFixture()
        var xml = Array(try SAMLFixture.response(try saml.answer(try saml.begin())).utf8)
        let parts = ["<!ENTITY a 'b'>", "&amp;", "<!--", "-->", "<![CDATA[", "]]>", "<a>", "</a>", "&#0;", "\"", "&e;"]
        for round in 0..<1000 {
            var bytes = xml
            for _ in 0..<Int.random(in: 1...4, using: &dice) {
                let index = Int.random(in: 0..<bytes.count, using: &dice)
                switch Int.random(in: 0..<4, using: &dice) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &dice)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(contentsOf: Array((parts.randomElement(using: &dice) ?? "").utf8), at: index)
                default:
                    let end = min(bytes.count, index + Int.random(in: 1...200, using: &dice))
                    bytes.insert(
                        contentsOf: Array(bytes[index..<end]), at: Int.random(in: 0..<bytes.count, using: &dice))
                }
            }
            let heard = saml.post(raw: Base64.encode(bytes))
            guard heard["Location"] != nil else { continue }
            // What stands outside of the signed element may change: it says nothing that is believed.
            #expect(heard.user == "dirk@CONTOSO", "round \(round)")
            saml = try SAMLFixture()
            xml = Array(try SAMLFixture.response(try saml.answer(try saml.begin())).utf8)
        }
    }

    @Test("huge and deep documents are refused", arguments: ["<a>", "<a b='c'/>", "x"])
    func huge(_ part: String) throws {
        var saml = try SAMLFixture()
        _ = try saml.begin()
        for count in [2_000, 20_000, 200_000] {
            let xml = "<r>" + String(repeating: part, count: count)
            #expect(saml.post(xml).rule == "saml.unreadable")
            #expect(saml.post(xml + "</r>").verdict.first != nil)
        }
    }
}
