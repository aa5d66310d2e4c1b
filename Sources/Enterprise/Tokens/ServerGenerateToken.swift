import Facts
import Formats

/// A server's own `tokens/generateToken`: auth-reference 2.1 and 2.2.
enum ServerGenerateToken {
    /// Bare `tokens/`: a page, and no token whatever is sent; old servers take `request=getToken` there.
    static func form(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        if visit.parameters.given("request")?.lowercased() == "gettoken", visit.choice(.serverTokenGetToken) == .text {
            return issue(&deployment, &visit, asText: true)
        }
        return .page(TokenForm.server(visit), caching: .anybody)
    }

    /// The older name of the door.
    static func getToken(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        issue(&deployment, &visit, asText: visit.choice(.serverTokenGetToken) == .text)
    }

    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        issue(&deployment, &visit, asText: false)
    }

    private static func issue(_ deployment: inout Deployment, _ visit: inout Visit, asText: Bool) -> Outcome {
        guard case .server(let place) = visit.site else { return .page(Page.notFound) }
        let parameters = visit.parameters
        let server = deployment.servers[place]
        if visit.isGet, visit.format == .html, !asText { return .page(TokenForm.server(visit), caching: .anybody) }
        if let refused = refuseTransport(&visit, server.tokens) { return refused }
        let username = parameters.given("username") ?? ""
        let password = parameters.given("password") ?? ""
        visit.caller = username.isEmpty ? nil : username
        let kind: Token.Kind
        let number: Int
        switch subject(&deployment, &visit, place, username, password) {
        case .failure(let refusal):
            let status = visit.choice(.serverTokenRefusalStatus) == .code403 ? 403 : 200
            return .refused(Tokens.Said.serverInvalidCredentials, refusal.because, status: status)
        case .success(let found): (kind, number) = found
        }
        let client = parameters.given("client")?.lowercased()
        let asked = Lifetime.wish(parameters.given("expiration"))
        if client == nil, let asked, asked > server.tokens.shortMinutes,
            visit.choice(.serverTokenLongWithoutClient) == .refuse
        {
            return .refused(
                Tokens.Said.serverLongWithoutClient,
                Because(
                    Tokens.Rules.longWithoutClient,
                    facts: [.init("expiration", "\(asked)"), .init("short", "\(server.tokens.shortMinutes)")],
                    wouldPass: "client=referer with a referer, or expiration=\(server.tokens.shortMinutes)",
                    evidence: visit.evidence(.serverTokenLongWithoutClient)))
        }
        let minutes = Lifetime.server(
            asked: parameters.given("expiration"), short: server.tokens.shortMinutes, long: server.tokens.longMinutes)
        let token = Token(
            kind: kind, subject: number,
            epoch: kind == .storeUser ? server.accounts[number].epoch : server.siteAdminEpoch,
            binding: binding(&deployment.bindings, visit, client), issued: visit.now,
            expires: visit.now.advanced(minutes: minutes))
        let letters = server.issuer.letters(token, generator: &deployment.generator)
        if asText {
            return Outcome(
                body: .bytes(Array(letters.utf8), type: "text/plain;charset=utf-8"), caching: .tokenDispenser)
        }
        return .json(
            .object([
                .init("token", .string(letters)), .init("expires", .number(String(token.expires.milliseconds))),
            ]), caching: .tokenDispenser)
    }

    /// GET, and credentials in the query: as the release does, unless an administrator has set it otherwise.
    private static func refuseTransport(_ visit: inout Visit, _ tokens: TokenManager) -> Outcome? {
        if visit.isGet, !(tokens.allowsGet ?? (visit.choice(.serverTokenGet) == .pass)) {
            return .refused(
                Tokens.Said.serverMethodNotSupported,
                Because(
                    Tokens.Rules.serverMethod, facts: [.init("method", visit.call.request.method)],
                    wouldPass: "POST to the same URL, or allowHttpGet in the server's tokens",
                    evidence: visit.evidence(.serverTokenGet)))
        }
        let inQuery = ["username", "password"].filter { visit.parameters.first($0)?.place == .query }
        if !visit.isGet, !inQuery.isEmpty,
            !(tokens.allowsQueryCredentials ?? (visit.choice(.serverTokenQueryCredentials) == .pass))
        {
            return .refused(
                Tokens.Said.serverQueryCredentials,
                Because(
                    Tokens.Rules.serverQueryCredentials, facts: [.init("inQuery", inQuery.joined(separator: ", "))],
                    wouldPass: "the same in the body, or allowHttpPostQueryParams in the server's tokens",
                    evidence: visit.evidence(.serverTokenQueryCredentials)))
        }
        return nil
    }

    private static func subject(
        _ deployment: inout Deployment, _ visit: inout Visit, _ place: Int, _ username: String, _ password: String
    ) -> Result<(Token.Kind, Int), Refusal> {
        let server = deployment.servers[place]
        if let because = SiteAdministrator.refuse(&deployment, &visit, place, username, password) {
            return .failure(Refusal(because))
        }
        if server.siteAdmin?.username == username {
            guard server.federation == nil || visit.choice(.serverTokenFederated) == .issue else {
                return .failure(
                    Refusal(
                        Because(
                            Tokens.Rules.serverFederated, facts: [.init("username", username)],
                            wouldPass: "the portal's generateToken with a portal user",
                            evidence: visit.evidence(.serverTokenFederated))))
            }
            return .success((.siteAdmin, 0))
        }
        if let federation = server.federation {
            return .failure(
                Refusal(
                    Because(
                        Tokens.Rules.serverPortalUsers,
                        facts: [
                            .init("username", username),
                            .init("federatedWith", deployment.portals[federation.portal].name),
                        ],
                        wouldPass: "the same name and password at "
                            + Federation.tokenServicesURL(deployment, &visit, federation))))
        }
        let lockout = visit.choice(.lockoutServer)
        switch Credentials.check(
            username, password, in: &deployment.servers[place].accounts, at: visit.now, lockout: lockout)
        {
        case .success(let number): return .success((.storeUser, number))
        case .failure(let refusal) where refusal.because.rule.id == Tokens.Rules.lockedOut.id: return .failure(refusal)
        case .failure(let refusal):
            let because = Because(
                Tokens.Rules.serverWrongCredentials,
                facts: refusal.because.facts + [.init("rule", refusal.because.rule.id)],
                wouldPass: refusal.because.wouldPass)
            return .failure(Refusal(because))
        }
    }

    private static func binding(_ bindings: inout Bindings, _ visit: Visit, _ client: String?) -> Binding {
        switch client {
        case "ip": bindings.bind(.address, to: visit.parameters.given("ip") ?? "")
        case "requestip": bindings.bind(.requestAddress, to: visit.call.connection.peerAddress)
        default:
            if let referer = visit.parameters.given("referer") {
                bindings.bind(.referer, to: referer)
            } else {
                .none
            }
        }
    }
}
