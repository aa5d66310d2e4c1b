import Facts
import Formats
import Testing
import Trust

@testable import Enterprise

/// A browser that signs in by SAML, one page after the other.
struct SAMLDesk {
    var desk: OAuthDesk
    /// The sign-in's key, once it has begun.
    var key = ""

    init(_ saml: String = "", logins: String = "builtIn: true", more: String = "") throws {
        desk = try OAuthDesk(
            logins: "\(logins), saml: { name: 'Contoso ADFS' \(saml.isEmpty ? "" : ", " + saml) }", more: more)
    }

    static func field(_ name: String, _ page: Desk.Heard) throws -> String {
        let pattern = try Regex("name=\"\(name)\" value=\"([^\"]*)\"")
        let value = try #require(page.body.firstMatch(of: pattern)?.output[1].substring, "\(name) in \(page.body)")
        return String(value).replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }

    /// The provider's form, as the browser reaches it from authorize.
    mutating func begin() throws -> Desk.Heard {
        key = try #require(OAuthDesk.info(desk.authorize())?["oauth_state"]?.text)
        let sent = desk.desk.ask("/portal/sharing/rest/oauth2/saml/authorize", form: [("oauth_state", key)])
        let location = try #require(sent["Location"])
        return desk.desk.ask(String(location.dropFirst("https://h.example".count)))
    }

    /// What the provider's form gives for a name and a password.
    mutating func answer(
        _ form: Desk.Heard, _ username: String = "dirk@CONTOSO", _ password: String = "pw"
    ) throws
        -> Desk.Heard
    {
        var fields = [("username", username), ("password", password)]
        for name in ["SAMLRequest", "RelayState", "deflated"] { fields.append((name, try Self.field(name, form))) }
        return desk.desk.ask("/idp/sso", form: fields)
    }

    /// The response's XML.
    static func response(_ page: Desk.Heard) throws -> String {
        String(decoding: try #require(Base64.decode(try field("SAMLResponse", page))), as: UTF8.self)
    }

    mutating func post(_ xml: String, state: String? = nil) -> Desk.Heard {
        post(raw: Base64.encode(Array(xml.utf8)), state: state)
    }

    mutating func post(raw: String, state: String? = nil) -> Desk.Heard {
        let form = [("SAMLResponse", raw), ("RelayState", state ?? key)]
        return desk.desk.ask("/portal/sharing/rest/oauth2/saml/signin", form: form)
    }

    /// All of it.
    mutating func signIn(_ username: String = "dirk@CONTOSO") throws -> Desk.Heard {
        let page = try answer(try begin(), username)
        return post(try Self.response(page))
    }

    /// A request that the rule refuses.
    static func trigger(_ id: String) throws -> Desk.Heard? {
        var saml = try SAMLDesk(
            [
                "saml.certificate-expired": "faults: ['expired-certificate']",
                "saml.signature": "faults: ['rolled-over-certificate']", "saml.not-yet": "faults: ['clock-skew']",
                "saml.audience": "faults: ['wrong-audience']", "saml.invitation-only": "faults: ['name-id-case']",
                "idp.down": "faults: ['down']",
            ][id] ?? "")
        switch id {
        case "oidc.code":
            var oidc = try OAuthDesk(logins: "builtIn: true, oidc: { name: 'Okta' }")
            let key = try #require(OAuthDesk.info(oidc.authorize())?["oauth_state"]?.text)
            return oidc.desk.ask("/portal/sharing/rest/oauth2/oidc/signin?code=x&state=\(key)")
        case "idp.bad-grant": return saml.desk.desk.ask("/idp/oidc/token", form: [("code", "x")])
        case "idp.down": return try saml.begin()
        case "idp.bad-request": return saml.desk.desk.ask("/idp/sso?SAMLRequest=x")
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
            saml.desk.desk.now = saml.desk.desk.now.advanced(minutes: 63)
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
            let request = saml.desk.desk.deployment.portals[0].oauth.signIn(saml.key, at: saml.desk.desk.now)?.requestID
            _ = saml.post(xml)
            _ = try saml.begin()
            saml.desk.desk.deployment.portals[0].oauth.change(saml.key) { $0.requestID = request }
            return saml.post(xml)
        case "saml.issuer", "saml.recipient":
            let page = try saml.answer(try saml.begin())
            let xml = try response(page)
            saml.desk.desk.deployment.portals[0].saml?.external = SAMLProvider.External(
                entityID: id == "saml.issuer" ? "urn:another" : EnterpriseLogin.builtInEntityID, redirectURL: "x",
                postURL: nil, certificates: [SigningKey.made(0)?.certificate ?? ""])
            if id == "saml.recipient" {
                saml.desk.desk.deployment.portals[0].publicURL = "https://h.example/moved"
            }
            return saml.post(xml)
        default: return try saml.signIn()
        }
    }
}
