// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A server's own `tokens/generateToken`: docs/reference/server-tokens.md#issuing-tokens and
/// docs/reference/server-tokens.md#what-federation-changes.
enum ServerGenerateToken {
    /// Answers bare `tokens/` with a page, and no token whatever is sent; old servers accept `request=getToken` there.
    static func form(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        if context.parameters.given("request")?.lowercased() == "gettoken",
            context.choice(.serverTokenGetToken) == .text
        {
            return issue(&deployment, &context, asText: true)
        }
        return .page(TokenForm.server(context), caching: .anybody)
    }

    /// Answers under the endpoint's older name.
    static func getToken(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        issue(&deployment, &context, asText: context.choice(.serverTokenGetToken) == .text)
    }

    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        issue(&deployment, &context, asText: false)
    }

    private static func issue(_ deployment: inout Deployment, _ context: inout RequestContext, asText: Bool) -> Outcome
    {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        let parameters = context.parameters
        let server = deployment.servers[index]
        if context.isGet, context.format == .html, !asText {
            return .page(TokenForm.server(context), caching: .anybody)
        }
        if server.hasBrokenStore {
            return .refused(
                Tokens.ErrorBodies.storeUnreachable,
                Verdict(
                    Tokens.Rules.storeUnreachable, facts: [.init("server", server.name)],
                    wouldPass: "a store that answers"))
        }
        // Before the credentials are checked, so that a wrong password in the query does not count toward a lockout.
        if let refused = refuseTransport(&context, server.tokens) { return refused }
        let username = parameters.given("username") ?? ""
        let password = parameters.given("password") ?? ""
        context.caller = username.isEmpty ? nil : username
        let kind: Token.Kind
        let number: Int
        switch subject(&deployment, &context, index, username, password) {
        case .failure(let refusal):
            let status = context.choice(.serverTokenRefusalStatus) == .code403 ? 403 : 200
            return .refused(Tokens.ErrorBodies.serverInvalidCredentials, refusal.verdict, status: status)
        case .success(let found): (kind, number) = found
        }
        let client = parameters.given("client")?.lowercased()
        let asked = Lifetime.wish(parameters.given("expiration"))
        if client == nil, let asked, asked > server.tokens.shortMinutes,
            context.choice(.serverTokenLongWithoutClient) == .refuse
        {
            return .refused(
                Tokens.ErrorBodies.serverLongWithoutClient,
                Verdict(
                    Tokens.Rules.longWithoutClient,
                    facts: [.init("expiration", "\(asked)"), .init("short", "\(server.tokens.shortMinutes)")],
                    wouldPass: "client=referer with a referer, or expiration=\(server.tokens.shortMinutes)",
                    evidence: context.evidence(.serverTokenLongWithoutClient)))
        }
        let minutes = Lifetime.server(
            asked: parameters.given("expiration"), short: server.tokens.shortMinutes, long: server.tokens.longMinutes)
        let token = Token(
            kind: kind, subject: number,
            epoch: kind == .storeUser ? server.accounts[number].epoch : server.siteAdminEpoch,
            binding: binding(&deployment.bindings, context, client), issued: context.now,
            expires: context.now.advanced(minutes: minutes))
        let string = server.issuer.string(token, generator: &deployment.generator)
        if asText {
            return Outcome(
                body: .bytes(Array(string.utf8), type: "text/plain;charset=utf-8"), caching: .tokenDispenser)
        }
        return .json(
            .object([
                .init("token", .string(string)), .init("expires", .number(String(token.expires.milliseconds))),
            ]), caching: .tokenDispenser)
    }

    /// Refuses GET, and credentials in the query, as the release does unless an administrator has changed it.
    private static func refuseTransport(_ context: inout RequestContext, _ tokens: TokenManager) -> Outcome? {
        if context.isGet, !(tokens.allowsGet ?? (context.choice(.serverTokenGet) == .pass)) {
            return .refused(
                Tokens.ErrorBodies.serverMethodNotSupported,
                Verdict(
                    Tokens.Rules.serverMethod, facts: [.init("method", context.call.request.method)],
                    wouldPass: "POST to the same URL, or allowHttpGet in the server's tokens",
                    evidence: context.evidence(.serverTokenGet)))
        }
        let inQuery = ["username", "password"].filter { context.parameters.first($0)?.source == .query }
        if !context.isGet, !inQuery.isEmpty,
            !(tokens.allowsQueryCredentials ?? (context.choice(.serverTokenQueryCredentials) == .pass))
        {
            return .refused(
                Tokens.ErrorBodies.serverQueryCredentials,
                Verdict(
                    Tokens.Rules.serverQueryCredentials, facts: [.init("inQuery", inQuery.joined(separator: ", "))],
                    wouldPass: "the same in the body, or allowHttpPostQueryParams in the server's tokens",
                    evidence: context.evidence(.serverTokenQueryCredentials)))
        }
        return nil
    }

    private static func subject(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ username: String,
        _ password: String
    ) -> Result<(Token.Kind, Int), Refusal> {
        let server = deployment.servers[index]
        if let verdict = SiteAdministrator.refuse(&deployment, &context, index, username, password) {
            return .failure(Refusal(verdict))
        }
        if server.siteAdmin?.username == username {
            guard server.federation == nil || context.choice(.serverTokenFederated) == .issue else {
                return .failure(
                    Refusal(
                        Verdict(
                            Tokens.Rules.serverFederated, facts: [.init("username", username)],
                            wouldPass: "the portal's generateToken with a portal user",
                            evidence: context.evidence(.serverTokenFederated))))
            }
            return .success((.siteAdmin, 0))
        }
        // The own store of a federated server does not apply, so every other name is refused unchecked.
        if let federation = server.federation {
            return .failure(
                Refusal(
                    Verdict(
                        Tokens.Rules.serverPortalUsers,
                        facts: [
                            .init("username", username),
                            .init("federatedWith", deployment.portals[federation.portal].name),
                        ],
                        wouldPass: "the same name and password at "
                            + Federation.tokenServicesURL(deployment, &context, federation))))
        }
        let lockout = context.choice(.lockoutServer)
        switch Credentials.check(
            username, password, in: &deployment.servers[index].accounts, at: context.now, lockout: lockout)
        {
        case .success(let number): return .success((.storeUser, number))
        case .failure(let refusal) where refusal.verdict.rule.id == Identity.Rules.lockedOut.id:
            return .failure(refusal)
        case .failure(let refusal):
            // One body answers all causes; the verdict keeps the specific rule as a fact.
            let verdict = Verdict(
                Identity.Rules.serverWrongCredentials,
                facts: refusal.verdict.facts + [.init("rule", refusal.verdict.rule.id)],
                wouldPass: refusal.verdict.wouldPass)
            return .failure(Refusal(verdict))
        }
    }

    private static func binding(_ bindings: inout Bindings, _ context: RequestContext, _ client: String?) -> Binding {
        switch client {
        case "ip": bindings.bind(.address, to: context.parameters.given("ip") ?? "")
        case "requestip": bindings.bind(.requestAddress, to: context.call.connection.peerAddress)
        default:
            if let referer = context.parameters.given("referer") {
                bindings.bind(.referer, to: referer)
            } else {
                .none
            }
        }
    }
}
