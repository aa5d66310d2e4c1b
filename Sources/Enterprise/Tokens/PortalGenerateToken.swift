// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `sharing/generateToken` and `sharing/rest/generateToken`: docs/reference/tokens.md.
enum PortalGenerateToken {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        if let refused = refuseMethod(&context) { return refused }
        let parameters = context.parameters
        let isRest = context.route.door == .sharingRestGenerateToken
        if context.isGet, context.format == .html, isRest || parameters.list.isEmpty, context.webTierAccount == nil {
            return form(&context)
        }
        if let refused = refuseTransport(isSSLOnly: deployment.portals[index].isSSLOnly, &context) { return refused }

        // The user name decides, not request=getToken: the JS API sends both when it signs in.
        let serverURL = parameters.given("serverurl")
        if let serverURL {
            return TokenExchange.answer(&deployment, &context, portal: index, serverURL: serverURL)
        }
        // A user who came through the web server in front needs no password (ArcGIS Web AppBuilder's token utilities).
        if let account = context.webTierAccount, parameters.given("username") == nil {
            let client = parameters.given("client")?.lowercased()
            let binding = parameters.given("referer").map { deployment.bindings.bind(.referer, to: $0) }
            return grant(
                &deployment, context, portal: index, account,
                client == "requestip"
                    ? deployment.bindings.bind(.requestAddress, to: context.call.connection.peerAddress)
                    : binding ?? .none)
        }
        return login(&deployment, &context, portal: index)
    }

    private static func form(_ context: inout RequestContext) -> Outcome {
        guard context.choice(.generateTokenForm) == .refuse else {
            return .page(TokenForm.portal(context), caching: .anybody)
        }
        return .refused(
            Tokens.ErrorBodies.methodNotSupported,
            Verdict(
                Tokens.Rules.noForm, facts: [.init("path", context.route.path)],
                wouldPass: "POST with f=json, or the sign-in page of oauth2/authorize",
                evidence: context.evidence(.generateTokenForm)))
    }

    private static func refuseMethod(_ context: inout RequestContext) -> Outcome? {
        let isRest = context.route.door == .sharingRestGenerateToken
        if context.call.request.method == "HEAD", context.choice(.generateTokenHead) == .refuse {
            return .refused(
                Tokens.ErrorBodies.methodNotSupported,
                Verdict(
                    Tokens.Rules.method, facts: [.init("method", "HEAD"), .init("path", context.route.path)],
                    wouldPass: "POST to the same URL", evidence: context.evidence(.generateTokenHead)), status: 405)
        }
        guard context.isGet, isRest, context.format != .html else { return nil }
        let isExchange =
            context.parameters.given("token") != nil && context.parameters.given("serverurl") != nil
            && context.parameters.given("username") == nil
        switch context.choice(.generateTokenGetOnREST) {
        case .pass: return nil
        case .exchange where isExchange: return nil
        default: break
        }
        return .refused(
            Tokens.ErrorBodies.methodNotSupported,
            Verdict(
                Tokens.Rules.method,
                facts: [.init("method", context.call.request.method), .init("path", context.route.path)],
                wouldPass: "POST to the same URL", evidence: context.evidence(.generateTokenGetOnREST)))
    }

    private static func refuseTransport(isSSLOnly: Bool, _ context: inout RequestContext) -> Outcome? {
        if !context.isSecure, context.choice(.generateTokenPlainHTTP) == .refuse {
            return .refused(
                Tokens.ErrorBodies.httpsOnly,
                Verdict(
                    Tokens.Rules.plainHTTP, facts: [.init("scheme", "http"), .init("allSSL", "\(isSSLOnly)")],
                    wouldPass: "the same request over https", evidence: context.evidence(.generateTokenPlainHTTP)))
        }
        let inQuery = ["username", "password"].filter { context.parameters.first($0)?.source == .query }
        if !inQuery.isEmpty, context.choice(.generateTokenQueryCredentials) == .refuse {
            return .refused(
                Tokens.ErrorBodies.queryCredentials,
                Verdict(
                    Tokens.Rules.queryCredentials, facts: [.init("inQuery", inQuery.joined(separator: ", "))],
                    wouldPass: "a POST with them in the body",
                    evidence: context.evidence(.generateTokenQueryCredentials))
            )
        }
        return nil
    }

    private static func login(
        _ deployment: inout Deployment, _ context: inout RequestContext, portal index: Int
    ) -> Outcome {
        let parameters = context.parameters
        let client = parameters.given("client")?.lowercased()
        var missing: [String] = []
        if parameters.given("username") == nil { missing.append(Tokens.ErrorBodies.usernameMissing) }
        if parameters.given("password") == nil { missing.append(Tokens.ErrorBodies.passwordMissing) }
        switch client {
        case nil, "referer":
            if parameters.given("referer") == nil { missing.append(Tokens.ErrorBodies.refererMissing) }
        case "ip":
            if parameters.given("ip") == nil { missing.append(Tokens.ErrorBodies.ipMissing) }
        default: break
        }
        guard missing.isEmpty, let username = parameters.given("username"),
            let password = parameters.given("password")
        else {
            return .refused(
                Tokens.ErrorBodies.missingParameters.with(details: missing),
                Verdict(
                    Tokens.Rules.missingParameter, facts: [.init("missing", missing.joined(separator: " "))],
                    wouldPass: "the same request with the missing parameters"))
        }
        context.caller = username
        let number: Int
        let lockout = context.choice(.lockoutPortal)
        let isPastTier =
            deployment.portals[index].webTier != nil && deployment.address(ofPortal: index, context) == .machine
        switch Credentials.check(
            username, password, in: &deployment.portals[index].accounts, at: context.now, lockout: lockout,
            admitsEnterprise: isPastTier)
        {
        case .success(let found): number = found
        case .failure(let refusal):
            return .refused(Tokens.ErrorBodies.invalidCredentials, refusal.verdict)
        }
        let binding: Binding
        switch bind(&deployment.bindings, &context, client: client) {
        case .success(let bound): binding = bound
        case .failure(let refusal): return .refused(Tokens.ErrorBodies.missingParameters, refusal.verdict)
        }
        return grant(&deployment, context, portal: index, number, binding)
    }

    private static func grant(
        _ deployment: inout Deployment, _ context: RequestContext, portal index: Int, _ account: Int, _ binding: Binding
    ) -> Outcome {
        // Do not copy the portal: that would retain two dozen references on the path that clients wait for.
        let minutes = Lifetime.portal(
            asked: context.parameters.given("expiration"), limit: deployment.portals[index].maximumMinutes)
        let token = Token(
            kind: .member, subject: account, epoch: deployment.portals[index].accounts[account].epoch,
            binding: binding, issued: context.now, expires: context.now.advanced(minutes: minutes))
        let string = deployment.portals[index].issuer.string(token, generator: &deployment.generator)
        return granted(string, token, isSSLOnly: deployment.portals[index].isSSLOnly)
    }

    /// Returns `{"token":…,"expires":…,"ssl":…}`: `expires` is a number, `ssl` says whether the organization requires
    /// HTTPS.
    static func granted(_ string: String, _ token: Token, isSSLOnly: Bool) -> Outcome {
        .json(
            .object([
                .init("token", .string(string)), .init("expires", .number(String(token.expires.milliseconds))),
                .init("ssl", .bool(isSSLOnly)),
            ]), caching: .tokenDispenser)
    }

    private static func bind(
        _ bindings: inout Bindings, _ context: inout RequestContext, client: String?
    ) -> Result<Binding, Refusal> {
        let parameters = context.parameters
        switch client {
        case "ip": return .success(bindings.bind(.address, to: parameters.given("ip") ?? ""))
        case "requestip": return .success(bindings.bind(.requestAddress, to: context.call.connection.peerAddress))
        case nil, "referer": return .success(bindings.bind(.referer, to: parameters.given("referer") ?? ""))
        case let word?:
            switch context.choice(.generateTokenUnknownClient) {
            case .address: return .success(bindings.bind(.unknownClient, to: word))
            case .refuse:
                return .failure(
                    Refusal(
                        Verdict(
                            Tokens.Rules.unknownClient, facts: [.init("client", word)],
                            wouldPass: "client=referer with a referer, or no client")))
            default:
                guard let referer = parameters.given("referer") else { return .success(.none) }
                return .success(bindings.bind(.referer, to: referer))
            }
        }
    }
}
