import Facts
import Formats

/// A server's own `tokens/generateToken`: auth-reference 2.1 and 2.2.
enum ServerGenerateToken {
    static func form(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        .page(TokenForm.server(visit), caching: .anybody)
    }

    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .server(let place) = visit.site else { return .page(Page.notFound) }
        let parameters = visit.parameters
        if visit.isGet {
            if visit.format == .html { return form(&deployment, &visit) }
            if visit.choice(.serverTokenGet) == .refuse {
                return .refused(
                    Tokens.Said.serverMethodNotSupported,
                    Because(
                        Tokens.Rules.serverMethod, facts: [.init("method", visit.call.request.method)],
                        wouldPass: "POST to the same URL", evidence: visit.evidence(.serverTokenGet)))
            }
        }
        let server = deployment.servers[place]
        let username = parameters.given("username") ?? ""
        let password = parameters.given("password") ?? ""
        visit.caller = username.isEmpty ? nil : username
        let kind: Token.Kind
        let number: Int
        switch subject(&deployment, &visit, place, username, password) {
        case .failure(let refusal): return .refused(Tokens.Said.serverInvalidCredentials, refusal.because)
        case .success(let found): (kind, number) = found
        }
        let client = parameters.given("client")?.lowercased()
        let asked = Lifetime.wish(parameters.given("expiration"))
        if client == nil, let asked, asked > server.shortMinutes,
            visit.choice(.serverTokenLongWithoutClient) == .refuse
        {
            return .refused(
                Tokens.Said.serverLongWithoutClient,
                Because(
                    Tokens.Rules.longWithoutClient,
                    facts: [.init("expiration", "\(asked)"), .init("short", "\(server.shortMinutes)")],
                    wouldPass: "client=referer with a referer, or expiration=\(server.shortMinutes)",
                    evidence: visit.evidence(.serverTokenLongWithoutClient)))
        }
        let minutes = Lifetime.server(
            asked: parameters.given("expiration"), short: server.shortMinutes, long: server.longMinutes)
        let token = Token(
            kind: kind, subject: number, epoch: kind == .storeUser ? server.accounts[number].epoch : 0,
            binding: binding(&deployment.bindings, visit, client), issued: visit.now,
            expires: visit.now.advanced(minutes: minutes))
        let letters = server.issuer.letters(token, generator: &deployment.generator)
        return .json(
            .object([
                .init("token", .string(letters)), .init("expires", .number(String(token.expires.milliseconds))),
            ]), caching: .tokenDispenser)
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
