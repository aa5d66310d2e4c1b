// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing
import Trust

@testable import Enterprise

/// `portals/self/idp`: what is registered decides the next sign-in.
@Suite("Registering a SAML provider")
struct ProviderRegistrationTests {
    private struct Portal {
        var fixture: OAuthFixture
        static let idp = "/portal/sharing/rest/portals/self/idp"

        init() throws { fixture = try OAuthFixture() }

        mutating func post(_ path: String, _ form: [(String, String)]) -> PortalFixture.Heard {
            let token = fixture.fixture.token("anna")
            return fixture.fixture.ask(Self.idp + path, form: [("f", "json"), ("token", token)] + form)
        }

        mutating func get(_ path: String = "") -> JSON? {
            let token = fixture.fixture.token("anna")
            return fixture.fixture.ask("\(Self.idp)\(path)?f=json&token=\(token)").json
        }
    }

    private static func metadata(_ key: SigningKey) -> String {
        let letters = key.certificate.split(separator: "\n").dropFirst().dropLast().joined()
        let certificate = "<X509Data><X509Certificate>\(letters)</X509Certificate></X509Data>"
        return """
            <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:other"><IDPSSODescriptor>\
            <KeyDescriptor use="signing"><KeyInfo>\(certificate)</KeyInfo></KeyDescriptor>\
            <SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://o.example/out"/>\
            <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://o.example/in"/>\
            </IDPSSODescriptor></EntityDescriptor>
            """
    }

    @Test("by file: the sign-in page names it, and the request goes to it; updated, unregistered, it is gone")
    func file() throws {
        var portal = try Portal()
        #expect(portal.get() == .object([]))
        let key = try #require(SigningKey.shared(0))
        let settings = [
            ("name", "Other"), ("idpMetadataFile", Self.metadata(key)), ("signUpMode", "Automatic"),
            ("supportsLogoutRequest", "true"), ("userLicenseType", "viewerUT"),
        ]
        let id = try #require(portal.post("/register", settings).json?["id"]?.text)
        #expect(id.count == 16)
        #expect(portal.get("/\(id)")?["entityId"]?.text == "urn:other")
        #expect(portal.get()?["signUpMode"]?.text == "Automatic")
        #expect(portal.get()?["logoutUrl"]?.text == "https://o.example/out")
        let info = OAuthFixture.info(portal.fixture.authorize())
        #expect(info?["federationInfo"]?["idpName"]?.text == "Other")
        let state = try #require(info?["oauth_state"]?.text)
        let sent = portal.fixture.fixture.ask("/portal/sharing/rest/oauth2/saml/authorize?oauth_state=\(state)")
        #expect(sent["Location"]?.hasPrefix("https://o.example/in?SAMLRequest=") == true)
        #expect(portal.post("/\(id)/update", [("signUpMode", "Invitation")]).json?["success"]?.truth == true)
        #expect(portal.get()?["signUpMode"]?.text == "Invitation")
        // A client's unregister posts there: nothing is deleted.
        #expect(portal.post("/\(id)/register", []).rule == "saml.unregistrable")
        #expect(portal.get()?["name"]?.text == "Other")
        #expect(portal.post("/\(id)/unregister", []).json?["success"]?.truth == true)
        #expect(portal.get() == .object([]))
        #expect(OAuthFixture.info(portal.fixture.authorize())?["federationInfo"] == nil)
    }

    @Test("by parameters, and a member is made as they say")
    func parameters() throws {
        var portal = try Portal()
        let key = try #require(SigningKey.shared(0))
        let letters = key.certificate.split(separator: "\n").dropFirst().dropLast().joined()
        let heard = portal.post(
            "/register",
            [
                ("name", "Parts"), ("entityId", EnterpriseLogin.builtInEntityID),
                ("bindingUrl", "https://h.example/idp/sso"), ("certificate", letters), ("signUpMode", "Automatic"),
                ("roleId", "org_publisher"), ("userLicenseType", "editorUT"),
            ])
        #expect(heard.json?["success"]?.truth == true, "\(heard.body)")
        #expect(portal.get()?["roleId"]?.text == "org_publisher")
    }

    @Test("the built-in provider by the URL of its metadata: people sign in there at once")
    func url() throws {
        var portal = try Portal()
        let url = "https://h.example/idp/metadata"
        #expect(portal.post("/register", [("name", "Own"), ("idpMetadataUrl", url)]).json?["success"]?.truth == true)
        var saml = try SAMLFixture()
        saml.fixture = portal.fixture
        #expect(try saml.signIn().status == 302)
    }

    @Test("a provider elsewhere by the URL of its metadata, which the portal fetches")
    func fetched() throws {
        var portal = try Portal()
        let key = try #require(SigningKey.shared(0))
        let metadata = Array(Self.metadata(key).utf8)
        portal.fixture.fixture.elsewhere = { errand in
            guard case .request(let asked) = errand, asked.method == "GET" else { return .failure("no request") }
            return asked.url == "http://127.0.0.1:9/metadata"
                ? .answer(status: 200, body: metadata) : .answer(status: 404, body: [])
        }
        let lost = portal.post("/register", [("name", "X"), ("idpMetadataUrl", "http://127.0.0.1:9/lost")])
        #expect(lost.rule == "saml.unregistrable")
        #expect(lost.verdict.first?.facts.contains { $0.value.hasSuffix("status 404") } == true)
        #expect(portal.get() == .object([]))
        let made = portal.post("/register", [("name", "X"), ("idpMetadataUrl", "http://127.0.0.1:9/metadata")])
        #expect(made.json?["success"]?.truth == true, "\(made.body)")
        #expect(portal.get()?["entityId"]?.text == "urn:other")
    }

    @Test("a federation stands in its place")
    func federation() throws {
        var portal = try Portal()
        let form = [("name", "Fed"), ("entityId", "urn:fed"), ("discoveryServiceUrl", "https://fed.example/choose")]
        #expect(portal.post("/federation/register", form).json?["success"]?.truth == true)
        #expect(portal.get()?["entityId"]?.text == "urn:fed")
        #expect(portal.post("/federation/register", []).rule == "saml.unregistrable")
    }

    private static let wrong: [([(String, String)], String)] = [
        ([], "Invalid parameters."), ([("idpMetadataFile", "<x/>")], "Invalid metadata."),
        ([("idpMetadataFile", "no")], "Invalid metadata."),
        ([("idpMetadataUrl", "https://elsewhere.example/")], "Unable to read the metadata."),
        ([("entityId", "e"), ("bindingUrl", "b"), ("certificate", "nonsense")], "Invalid certificate."),
        (
            [("idpMetadataUrl", "https://h.example/idp/metadata"), ("userLicenseType", "CreatorUT")],
            "Invalid user license type."
        ),
        ([("idpMetadataUrl", "https://h.example/idp/metadata"), ("signUpMode", "sometimes")], "Invalid signUpMode."),
    ]

    @Test("what cannot be registered is refused in the portal's words, and changes nothing", arguments: wrong.indices)
    func refused(_ number: Int) throws {
        var portal = try Portal()
        let (form, text) = Self.wrong[number]
        let heard = portal.post("/register", [("name", "x")] + form)
        #expect(heard.rule == "saml.unregistrable")
        #expect(
            heard.json?["error"]?["message"]?.text
                == "Unable to register idp 'x' for account '0123456789ABCDEF', '\(text)'")
        #expect(portal.get() == .object([]))
    }

    @Test("only administrators, only by POST, only by its id")
    func guarded() throws {
        var portal = try Portal()
        let token = portal.fixture.fixture.token("bert")
        let member = portal.fixture.fixture.ask(
            "\(Portal.idp)/register", form: [("f", "json"), ("token", token), ("name", "x")])
        #expect(member.rule == "sharing.not-administrator")
        #expect(portal.post("/nope/update", []).rule == "saml.provider-missing")
        #expect(portal.post("/nope/unregister", []).rule == "saml.provider-missing")
    }
}
