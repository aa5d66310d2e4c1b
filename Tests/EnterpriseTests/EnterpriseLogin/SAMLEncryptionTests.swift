// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing
import Trust

@testable import Enterprise

/// Encrypted assertions, and requests that the portal signs: both with the key of alias `samlcert`.
@Suite("SAML, encrypted and signed")
struct SAMLEncryptionTests {
    @Test("an encrypted assertion signs in, with its signature inside or around", arguments: ["assertion", "response"])
    func way(_ signs: String) throws {
        var saml = try SAMLFixture("encryption: true, encrypts: true, signs: '\(signs)'")
        let xml = try SAMLFixture.response(try saml.answer(try saml.begin()))
        #expect(xml.contains("EncryptedAssertion"))
        #expect(!xml.contains("dirk@CONTOSO"))
        let heard = saml.post(xml)
        #expect(heard.status == 302, "\(heard.verdict)")
        #expect(heard.user == "dirk@CONTOSO")
    }

    @Test("each side alone: the pages that Esri's support shows")
    func alone() throws {
        var plain = try SAMLFixture("encryption: true")
        let first = try plain.signIn()
        #expect(first.rule == "saml.unencrypted")
        #expect(first.body.contains("IDP supports Encrypted SAML Assertion, but sends unencrypted Assertion"))
        var encrypted = try SAMLFixture("encrypts: true")
        let second = try encrypted.signIn()
        #expect(second.rule == "saml.encrypted")
        #expect(second.body.contains("Error validating encrypted Assertion. Unwrapping failed."))
        var otherKey = try SAMLFixture("encryption: true, faults: ['encrypted-assertion']")
        #expect(try otherKey.signIn().rule == "saml.encrypted")
    }

    private static let attacks = [
        "a plain one beside", "an unsigned one encrypted", "another cipher", "two", "a reference to a file",
        "a key by reference", "another's key", "plain instead",
    ]

    @Test("nothing else signs anybody in", arguments: attacks)
    func attacked(_ how: String) throws {
        var saml = try SAMLFixture("encryption: true, encrypts: true")
        let good = try SAMLFixture.response(try saml.answer(try saml.begin()))
        let portal = try #require(SigningKey.made(SigningKey.portal)).certificate
        let stranger = try #require(SigningKey.shared(2))
        let encrypted = try #require(
            good.firstMatch(of: /(?s)<saml:EncryptedAssertion.*<\/saml:EncryptedAssertion>/).map { String($0.output) })
        let evil = """
            <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_e" Version="2.0"><saml:Issuer>\
            urn:mock-portal:idp</saml:Issuer><saml:Subject><saml:NameID>dirk@CONTOSO</saml:NameID></saml:Subject>\
            <saml:Conditions/></saml:Assertion>
            """
        let changed: String
        switch how {
        case "a plain one beside": changed = good.replacing(encrypted, with: evil + encrypted)
        case "an unsigned one encrypted":
            changed = try XMLSignature.encrypt(good.replacing(encrypted, with: evil), for: portal)
        case "another cipher": changed = good.replacing(/(?s)(<CipherValue>.{8}).{4}/) { "\($0.output.1)AAAA" }
        case "two": changed = good.replacing(encrypted, with: encrypted + encrypted)
        case "a reference to a file":
            changed = good.replacing(
                /(?s)<CipherValue>.*?<\/CipherValue>/, with: "<CipherReference URI=\"file:///etc/passwd\"/>")
        case "a key by reference":
            changed = good.replacing(
                /(?s)<EncryptedKey.*<\/EncryptedKey>/,
                with: "<ds:RetrievalMethod xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" URI=\"file:///etc/passwd\"/>"
            )
        case "another's key":
            changed = try XMLSignature.encrypt(good.replacing(encrypted, with: evil), for: stranger.certificate)
        default: changed = good.replacing(encrypted, with: evil)
        }
        #expect(changed != good)
        let heard = saml.post(changed)
        #expect(heard["Location"] == nil)
        #expect(
            ["saml.signature", "saml.unreadable", "saml.encrypted", "saml.unencrypted"].contains(heard.rule ?? ""),
            "\(heard.rule ?? "none")")
        #expect(saml.post(good).status == 302)
    }

    @Test(
        "a signed request: the provider that wants one takes it, by either digest, and no changed one",
        arguments: [true, false])
    func request(_ usesSHA256: Bool) throws {
        let key = "supportSignedRequest: true, useSHA256: \(usesSHA256), faults: ['wants-signed-requests']"
        var saml = try SAMLFixture(key)
        #expect(try saml.begin().body.contains("loginForm"))
        #expect(try saml.signIn().status == 302)
        let sent = saml.fixture.fixture.ask(
            "/portal/sharing/rest/oauth2/saml/authorize?oauth_state=\(try #require(OAuthFixture.info(saml.fixture.authorize())?["oauth_state"]?.text))"
        )
        let path = try SAMLFixture.path(sent)
        #expect(path.contains(usesSHA256 ? "rsa-sha256" : "rsa-sha1"))
        for changed in [
            path.replacing("RelayState=", with: "RelayState=x"), path.replacing("Signature=", with: "Signature=AAAA"),
            path + "&RelayState=other", String(path.prefix { $0 != "&" }), path.replacing("rsa-sha", with: "dsa-sha"),
        ] {
            #expect(saml.fixture.fixture.ask(changed).rule == "idp.unsigned-request", "\(changed)")
        }
    }

    @Test("the metadata name the portal's keys and its address to sign out, where there is a use")
    func metadata() throws {
        var plain = try SAMLFixture()
        var token = plain.fixture.fixture.token("anna")
        let path = "/portal/sharing/rest/portals/self/sp/metadata?token="
        let bare = plain.fixture.fixture.ask(path + token).body
        #expect(!bare.contains("KeyDescriptor") && !bare.contains("SingleLogoutService"))
        var saml = try SAMLFixture("encryption: true, supportSignedRequest: true, supportsLogoutRequest: true")
        token = saml.fixture.fixture.token("anna")
        let own = saml.fixture.fixture.ask(path + token)
        let tree = try XMLSignature.read(own.bytes)
        let descriptor = try #require(tree.first("SPSSODescriptor"))
        #expect(descriptor["AuthnRequestsSigned"] == "true")
        #expect(descriptor.elements("KeyDescriptor").map { $0["use"] } == ["signing", "encryption"])
        #expect(
            descriptor.first("SingleLogoutService")?["Location"]
                == "https://h.example/portal/sharing/rest/oauth2/saml/signout")
    }
}
