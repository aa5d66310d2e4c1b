import Facts
import Formats

/// The forms a browser signs in with at the services directory and the administrator directories: they put a token into
/// the cookie `agstoken` and send the browser back to where it came from.
enum LoginPage {
    enum Rules {
        static let wrong = Rule(
            "login.refused", "The name and password, or the token, do not sign in here.",
            advice: "At a federated server use a portal member; the site administrator signs in at admin only.",
            evidence: .documented("accessing-the-administrator-directory-on-a-federated-server"))
    }

    static let rules: [Rule] = [Rules.wrong]

    /// The URL of the form below `root`, which brings the browser back to this request.
    static func url(_ root: String, _ visit: Visit) -> String {
        "\(root)/login?redirect=\(Percent.encode(visit.call.request.target.raw))"
    }

    /// `rest/login`: a user of the server's own store, or of the portal once federated; never its site administrator then.
    static func services(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .server(let place) = visit.site else { return .page(Page.notFound) }
        let context = deployment.servers[place].context
        let wantsToken = deployment.servers[place].federation != nil && visit.choice(.restLogin) == .token
        let form = Form(
            title: "ArcGIS REST Services Directory Login", isTokenPasted: wantsToken, cookiePath: "/\(context)",
            home: "/\(context)/rest/services")
        return answer(&deployment, &visit, form) { deployment, visit, username, password in
            guard let federation = deployment.servers[place].federation else {
                if let found = siteAdmin(&deployment, &visit, place, username, password) { return found }
                return store(&deployment, &visit, place, username, password)
            }
            return member(&deployment, &visit, federation.portal, username, password)
        }
    }

    /// `rest/logout`: takes the cookie away, and leads to the services directory. A token that is in the URL goes with it.
    static func logout(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .server(let place) = visit.site else { return .page(Page.notFound) }
        let context = deployment.servers[place].context
        return Outcome(
            body: .redirect("\(visit.origin)/\(context)/rest/services"),
            fields: [.init("Set-Cookie", "agstoken=; Path=/\(context); Max-Age=0; HttpOnly")])
    }

    /// `admin/login`: the primary site administrator, and the own store's administrators while standalone.
    static func admin(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .server(let place) = visit.site else { return .page(Page.notFound) }
        let context = deployment.servers[place].context
        let form = Form(
            title: "ArcGIS Server Administrator Directory Login", isTokenPasted: false, cookiePath: "/\(context)/admin",
            home: "/\(context)/admin/")
        return answer(&deployment, &visit, form) { deployment, visit, username, password in
            if let found = siteAdmin(&deployment, &visit, place, username, password) { return found }
            guard deployment.servers[place].federation == nil else {
                return .failure(
                    Refusal(
                        Because(
                            Tokens.Rules.serverPortalUsers, facts: [.init("username", username)],
                            wouldPass: "the server's primary site administrator, or a portal token in the URL")))
            }
            return store(&deployment, &visit, place, username, password)
        }
    }

    /// `portaladmin/login`: a member of the portal; what the directory shows is its administrators' alone.
    static func portalAdmin(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        let context = deployment.portals[place].context
        let form = Form(
            title: "Portal Administrator Directory Login", isTokenPasted: false, cookiePath: "/\(context)/portaladmin",
            home: "/\(context)/portaladmin")
        return answer(&deployment, &visit, form) { deployment, visit, username, password in
            member(&deployment, &visit, place, username, password)
        }
    }

    private struct Form {
        var title: String
        var isTokenPasted: Bool
        var cookiePath: String
        var home: String
    }

    private typealias Check = (inout Deployment, inout Visit, String, String) -> Result<String, Refusal>

    private static func answer(
        _ deployment: inout Deployment, _ visit: inout Visit, _ form: Form, _ check: Check
    ) -> Outcome {
        let parameters = visit.parameters
        guard !visit.isGet else { return .page(page(form, visit, error: nil), caching: .anybody) }
        let letters: String
        if form.isTokenPasted {
            // Whatever was pasted is tried where the browser goes next.
            letters = parameters.given("token") ?? ""
        } else {
            let username = parameters.given("username") ?? ""
            visit.caller = username.isEmpty ? nil : username
            switch check(&deployment, &visit, username, parameters.given("password") ?? "") {
            case .success(let token): letters = token
            case .failure(let refusal):
                var outcome = Outcome.page(page(form, visit, error: "Invalid username or password."))
                outcome.because = [
                    Because(
                        Rules.wrong, facts: refusal.because.facts + [.init("rule", refusal.because.rule.id)],
                        wouldPass: refusal.because.wouldPass, evidence: refusal.because.evidence)
                ]
                return outcome
            }
        }
        let secure = visit.isSecure ? "; Secure" : ""
        return Outcome(
            body: .redirect(back(visit, home: form.home)),
            fields: [.init("Set-Cookie", "agstoken=\(letters); Path=\(form.cookiePath); HttpOnly\(secure)")])
    }

    /// Where the browser came from: a path of this host and nothing else, so that the form sends nobody away.
    private static func back(_ visit: Visit, home: String) -> String {
        let asked = visit.parameters.given("redirect") ?? home
        let isPath =
            asked.hasPrefix("/") && !asked.hasPrefix("//") && !asked.hasPrefix("/\\")
            && asked.utf8.allSatisfy { $0 > 32 && $0 < 127 }
        return visit.origin + (isPath ? asked : home)
    }

    private static func page(_ form: Form, _ visit: Visit, error: String?) -> Page {
        let redirect = Page.escape(visit.parameters.given("redirect") ?? "")
        let fields =
            form.isTokenPasted
            ? "<label for=\"token\">Portal token</label><input id=\"token\" name=\"token\">"
            : """
            <label for="username">User name</label><input id="username" name="username" autocomplete="username">
            <label for="password">Password</label>\
            <input id="password" name="password" type="password" autocomplete="current-password">
            """
        let told = error.map { "<p class=\"error\">\($0)</p>\n" } ?? ""
        return Page(
            title: form.title,
            body: """
                <h1>\(form.title)</h1>
                \(told)<form method="post">
                <input type="hidden" name="redirect" value="\(redirect)">
                \(fields)
                <br><button type="submit">Log In</button>
                </form>
                """)
    }

    // MARK: who it is

    private static func member(
        _ deployment: inout Deployment, _ visit: inout Visit, _ place: Int, _ username: String, _ password: String
    ) -> Result<String, Refusal> {
        let lockout = deployment.portals[place].profile[.lockoutPortal].choice
        return Credentials.check(
            username, password, in: &deployment.portals[place].accounts, at: visit.now, lockout: lockout
        ).map { number in
            let portal = deployment.portals[place]
            let minutes = Lifetime.portal(asked: nil, limit: portal.maximumMinutes)
            return portal.issuer.letters(
                token(.member, number, portal.accounts[number].epoch, visit.now, minutes),
                generator: &deployment.generator)
        }
    }

    private static func store(
        _ deployment: inout Deployment, _ visit: inout Visit, _ place: Int, _ username: String, _ password: String
    ) -> Result<String, Refusal> {
        let lockout = visit.choice(.lockoutServer)
        return Credentials.check(
            username, password, in: &deployment.servers[place].accounts, at: visit.now, lockout: lockout
        ).map { number in
            let server = deployment.servers[place]
            return server.issuer.letters(
                token(.storeUser, number, server.accounts[number].epoch, visit.now, server.tokens.shortMinutes),
                generator: &deployment.generator)
        }
    }

    /// `nil` if the name is somebody else's.
    private static func siteAdmin(
        _ deployment: inout Deployment, _ visit: inout Visit, _ place: Int, _ username: String, _ password: String
    ) -> Result<String, Refusal>? {
        guard deployment.servers[place].siteAdmin?.username == username else { return nil }
        if let because = SiteAdministrator.refuse(&deployment, &visit, place, username, password) {
            return .failure(Refusal(because))
        }
        let server = deployment.servers[place]
        return .success(
            server.issuer.letters(
                token(.siteAdmin, 0, server.siteAdminEpoch, visit.now, server.tokens.shortMinutes),
                generator: &deployment.generator))
    }

    private static func token(
        _ kind: Token.Kind, _ subject: Int, _ epoch: UInt16, _ now: Instant, _ minutes: Int64
    ) -> Token {
        Token(
            kind: kind, subject: subject, epoch: epoch, binding: .none, issued: now,
            expires: now.advanced(minutes: minutes))
    }
}
