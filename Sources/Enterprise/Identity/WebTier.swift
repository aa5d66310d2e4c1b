import Facts
import Formats
import Trust

/// Authentication in front of a portal, by its web server: who comes through is known before the portal is asked.
///
/// auth-reference 5.3 and 1.5.
package enum WebTier: String, Sendable, CaseIterable {
    /// Names and passwords of a directory, by HTTP Basic (RFC 7617).
    case ldap
    /// Integrated Windows authentication: NTLM; Negotiate is announced and not spoken.
    case iwa
    /// Client certificates.
    case pki

    enum Rules {
        static let unauthenticated = Rule(
            "web-tier.unauthenticated", "The web server in front of the portal asks who it is, before the portal does.",
            advice: "Sign in as WWW-Authenticate says; Authorization: Bearer is not looked at.",
            clients: "ArcGIS API for Python picks its login by the first word of WWW-Authenticate.",
            evidence: .captured("Esri/resource-proxy#325; ArcGIS API for Python 1.5.2"))
        static let wrongCredentials = Rule(
            "web-tier.wrong-credentials", "The directory has no such user with that password.",
            advice: "Check name and password; built-in users of the portal are not in the directory.",
            evidence: .inferred("HTTP asks again (RFC 9110 section 11.4)"))
        static let noCertificate = Rule(
            "web-tier.no-certificate",
            "The web server in front of the portal wants a client certificate, and none came.",
            advice: "Show the certificate of a user who has one, over HTTPS.",
            evidence: .inferred("as IIS: 403.7; no body was ever shown"))
        static let strangeCertificate = Rule(
            "web-tier.strange-certificate", "The client certificate belongs to no user.",
            advice: "Show the certificate that was made for the user.",
            evidence: .inferred("as IIS: 403.16; no body was ever shown"))
    }

    static let rules: [Rule] = [
        Rules.unauthenticated, Rules.wrongCredentials, Rules.noCertificate, Rules.strangeCertificate,
    ]

    /// Lets nobody through whom the web server does not know; notes who it is.
    static func admit(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome? {
        guard case .portal(let place) = visit.site, let tier = deployment.portals[place].webTier else { return nil }
        let found: Result<Int, Refused>
        switch tier {
        case .ldap: found = basic(deployment, visit, place)
        case .iwa: found = windows(&deployment, visit, place)
        case .pki: found = certificate(deployment, visit, place)
        }
        switch found {
        case .failure(let refused): return refused.outcome
        case .success(let number):
            visit.webTierAccount = number
            visit.caller = deployment.portals[place].accounts[number].username
            return nil
        }
    }

    private struct Refused: Error {
        var outcome: Outcome

        init(_ status: Int, _ because: Because, challenges: [String] = []) {
            let title = status == 401 ? "401 Unauthorized" : "403 Forbidden"
            outcome = Outcome(
                body: .page(Page(title: title, body: "<h1>\(title)</h1>")), status: status, because: [because],
                fields: challenges.map { .init("WWW-Authenticate", $0) })
        }
    }

    /// The enterprise user of that name in any case: directories do not mind it.
    private static func user(_ accounts: Accounts, _ names: [String]) -> Int? {
        names.lazy.compactMap { accounts.number(namedLike: $0) }.first {
            accounts[$0].provider == .enterprise && !accounts[$0].isDisabled
        }
    }

    // MARK: ldap

    private static func basic(_ deployment: Deployment, _ visit: Visit, _ place: Int) -> Result<Int, Refused> {
        let host = visit.origin.drop { $0 != "/" }.dropFirst(2)
        let challenges = ["Basic realm=\"\(host.filter { $0 != "\"" })\""]
        guard let (name, password) = basic(visit.call.request.fields["authorization"]) else {
            return .failure(
                Refused(
                    401,
                    Because(
                        Rules.unauthenticated, facts: [.init("webTier", "ldap")],
                        wouldPass: "Authorization: Basic … with the name and password of an enterprise user"),
                    challenges: challenges))
        }
        let accounts = deployment.portals[place].accounts
        guard let number = user(accounts, [name]), accounts[number].password == password else {
            return .failure(Refused(401, wrong(name), challenges: challenges))
        }
        return .success(number)
    }

    private static func wrong(_ name: String) -> Because {
        Because(
            Rules.wrongCredentials, facts: [.init("username", name)],
            wouldPass: "the password that the scenario gives an enterprise user")
    }

    /// Name and password of a Basic field; `nil` if it is another scheme or cannot be read.
    private static func basic(_ value: String?) -> (name: String, password: String)? {
        guard let text = credentials(value, "basic").map({ String(decoding: $0, as: UTF8.self) }),
            let colon = text.firstIndex(of: ":")
        else { return nil }
        return (String(text[..<colon]), String(text[text.index(after: colon)...]))
    }

    /// The base64 after a scheme.
    private static func credentials(_ value: String?, _ scheme: String) -> [UInt8]? {
        let words = value?.split(separator: " ", omittingEmptySubsequences: true) ?? []
        guard words.count == 2, words[0].lowercased() == scheme else { return nil }
        return Base64.decode(String(words[1]))
    }

    // MARK: iwa

    /// How far a connection has come: NTLM signs in connections, not requests.
    enum Handshake: Sendable {
        case challenged([UInt8])
        case known(portal: Int, account: Int)
    }

    private static func windows(
        _ deployment: inout Deployment, _ visit: Visit, _ place: Int
    ) -> Result<Int, Refused> {
        let connection = visit.call.connection.id
        let announced = ["Negotiate", "NTLM"]
        if case .known(place, let account)? = deployment.handshakes[connection] { return .success(account) }
        let message = credentials(visit.call.request.fields["authorization"], "ntlm")
        let asks = Because(
            Rules.unauthenticated, facts: [.init("webTier", "iwa")],
            wouldPass: "the NTLM handshake of an enterprise user, on one connection")
        switch message.flatMap(NTLM.kind) {
        case 1:
            let challenge = deployment.generator.bytes(8)
            deployment.handshakes[connection] = .challenged(challenge)
            return .failure(Refused(401, asks, challenges: ["NTLM \(Base64.encode(NTLM.challenge(challenge)))"]))
        case 3:
            guard case .challenged(let challenge)? = deployment.handshakes.removeValue(forKey: connection),
                let message, let said = NTLM.Authentication(message)
            else { return .failure(Refused(401, asks, challenges: announced)) }
            let accounts = deployment.portals[place].accounts
            // Members of a domain are called user@DOMAIN (support.esri.com 000023415).
            let names = ["\(said.user)@\(said.domain)", "\(said.user)@\(NTLM.domain)", said.user]
            guard let number = user(accounts, names), said.isMade(with: accounts[number].password, challenge: challenge)
            else { return .failure(Refused(401, wrong(said.user), challenges: announced)) }
            deployment.handshakes[connection] = .known(portal: place, account: number)
            return .success(number)
        default: return .failure(Refused(401, asks, challenges: announced))
        }
    }

    // MARK: pki

    private static func certificate(_ deployment: Deployment, _ visit: Visit, _ place: Int) -> Result<Int, Refused> {
        guard let der = visit.call.connection.tls?.clientCertificate else {
            return .failure(
                Refused(
                    403,
                    Because(
                        Rules.noCertificate, facts: [.init("scheme", visit.isSecure ? "https" : "http")],
                        wouldPass: "the certificate of a user with certificate: true")))
        }
        let fingerprint = Digest.sha256(der)
        guard let number = deployment.portals[place].certificates[fingerprint],
            !deployment.portals[place].accounts[number].isDisabled
        else {
            return .failure(
                Refused(
                    403,
                    Because(
                        Rules.strangeCertificate,
                        facts: [.init("sha256", String(Hex.encode(fingerprint).prefix(16)))],
                        wouldPass: "the certificate that the ready file names for the user")))
        }
        return .success(number)
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
