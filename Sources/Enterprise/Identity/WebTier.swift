import Facts
import Formats

/// Authentication in front of a portal, by its web server: who comes through is known before the portal is asked.
///
/// auth-reference 5.3 and 1.5. So far names and passwords of an LDAP directory, by HTTP Basic (RFC 7617).
package enum WebTier: String, Sendable, CaseIterable {
    case ldap

    enum Rules {
        static let unauthenticated = Rule(
            "web-tier.unauthenticated", "The web server in front of the portal asks who it is, before the portal does.",
            advice:
                "Send the name and password of the directory by HTTP Basic; Authorization: Bearer is not looked at.",
            clients: "ArcGIS API for Python picks its login by the first word of WWW-Authenticate.",
            evidence: .captured("Esri/resource-proxy#325; ArcGIS API for Python 1.5.2"))
        static let wrongCredentials = Rule(
            "web-tier.wrong-credentials", "The directory has no such user with that password.",
            advice: "Check name and password; built-in users of the portal are not in the directory.",
            evidence: .inferred("HTTP asks again (RFC 9110 section 11.4)"))
    }

    static let rules: [Rule] = [Rules.unauthenticated, Rules.wrongCredentials]

    /// Lets nobody through whom the directory does not know; notes who it is.
    static func admit(_ deployment: Deployment, _ visit: inout Visit) -> Outcome? {
        guard case .portal(let place) = visit.site, deployment.portals[place].webTier != nil else { return nil }
        guard let (name, password) = basic(visit.call.request.fields["authorization"]) else {
            return challenge(
                visit,
                Because(
                    Rules.unauthenticated, facts: [.init("webTier", "ldap")],
                    wouldPass: "Authorization: Basic … with the name and password of an enterprise user"))
        }
        let accounts = deployment.portals[place].accounts
        // Directories do not mind the case of names.
        guard let number = accounts.number(namedLike: name), accounts[number].provider == .enterprise,
            accounts[number].password == password, !accounts[number].isDisabled
        else {
            visit.caller = name
            return challenge(
                visit,
                Because(
                    Rules.wrongCredentials, facts: [.init("username", name)],
                    wouldPass: "the password that the scenario gives an enterprise user"))
        }
        visit.webTierAccount = number
        visit.caller = accounts[number].username
        return nil
    }

    private static func challenge(_ visit: Visit, _ because: Because) -> Outcome {
        let host = visit.origin.drop { $0 != "/" }.dropFirst(2)
        return Outcome(
            body: .page(Page(title: "401 Unauthorized", body: "<h1>401 Unauthorized</h1>")), status: 401,
            because: [because], fields: [.init("WWW-Authenticate", "Basic realm=\"\(host.filter { $0 != "\"" })\"")])
    }

    /// Name and password of a Basic field; `nil` if it is another scheme or cannot be read.
    private static func basic(_ value: String?) -> (name: String, password: String)? {
        let words = value?.split(separator: " ", omittingEmptySubsequences: true) ?? []
        guard words.count == 2, words[0].lowercased() == "basic", let bytes = Base64.decode(String(words[1])) else {
            return nil
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let colon = text.firstIndex(of: ":") else { return nil }
        return (String(text[..<colon]), String(text[text.index(after: colon)...]))
    }

    /// The cookie that such portals set on calls of the sharing API: clients take its token for exchanges.
    static func cookie(_ deployment: inout Deployment, _ visit: Visit) -> Response.Field? {
        guard case .portal(let place) = visit.site, visit.route.door == .sharing, let number = visit.webTierAccount
        else { return nil }
        let portal = deployment.portals[place]
        let account = portal.accounts[number]
        let minutes = Lifetime.portal(asked: nil, limit: portal.maximumMinutes)
        let token = Token(
            kind: .member, subject: number, epoch: account.epoch, binding: .none, issued: visit.now,
            expires: visit.now.advanced(minutes: minutes))
        let letters = portal.issuer.letters(token, generator: &deployment.generator)
        let json = JSON.object([
            .init("portalApp", .bool(true)), .init("email", .string(account.username)),
            .init("token", .string(letters)),
            .init("expires", .number(String(token.expires.milliseconds))), .init("allSSL", .bool(portal.isSSLOnly)),
            .init("persistent", .bool(false)), .init("created", .number(String(visit.now.milliseconds))),
            .init("culture", .string("en")), .init("accountId", .string(PortalSelf.organizationID)),
            .init("role", .string(account.role)), .init("auth_tier", .string("web")),
        ])
        let value = Percent.encode(String(decoding: JSONWriter.json(json), as: UTF8.self))
        return .init("Set-Cookie", "esri_auth=\(value); Path=/\(visit.isSecure ? "; Secure" : "")")
    }
}
