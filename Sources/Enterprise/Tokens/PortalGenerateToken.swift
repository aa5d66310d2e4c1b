import Facts
import Formats

/// `sharing/generateToken` and `sharing/rest/generateToken`: auth-reference section 1.
enum PortalGenerateToken {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        if let refused = refuseMethod(&visit) { return refused }
        let parameters = visit.parameters
        let isRest = visit.route.door == .sharingRestGenerateToken
        if visit.isGet, visit.format == .html, isRest || parameters.list.isEmpty, visit.webTierAccount == nil {
            return form(&visit)
        }
        if let refused = refuseTransport(isSSLOnly: deployment.portals[place].isSSLOnly, &visit) { return refused }

        // Decided by the user name, not by request=getToken: the JS API sends both when it signs in.
        let serverURL = parameters.given("serverurl")
        if let serverURL {
            return Exchange.answer(&deployment, &visit, portal: place, serverURL: serverURL)
        }
        // Who came through the web server in front needs no password (ArcGIS Web AppBuilder's token utilities).
        if let account = visit.webTierAccount, parameters.given("username") == nil {
            let client = parameters.given("client")?.lowercased()
            let binding = parameters.given("referer").map { deployment.bindings.bind(.referer, to: $0) }
            return grant(
                &deployment, visit, portal: place, account,
                client == "requestip"
                    ? deployment.bindings.bind(.requestAddress, to: visit.call.connection.peerAddress)
                    : binding ?? .none)
        }
        return login(&deployment, &visit, portal: place)
    }

    private static func form(_ visit: inout Visit) -> Outcome {
        guard visit.choice(.generateTokenForm) == .refuse else {
            return .page(TokenForm.portal(visit), caching: .anybody)
        }
        return .refused(
            Tokens.Said.methodNotSupported,
            Because(
                Tokens.Rules.noForm, facts: [.init("path", visit.route.path)],
                wouldPass: "POST with f=json, or the sign-in page of oauth2/authorize",
                evidence: visit.evidence(.generateTokenForm)))
    }

    private static func refuseMethod(_ visit: inout Visit) -> Outcome? {
        let isRest = visit.route.door == .sharingRestGenerateToken
        if visit.call.request.method == "HEAD", visit.choice(.generateTokenHead) == .refuse {
            return .refused(
                Tokens.Said.methodNotSupported,
                Because(
                    Tokens.Rules.method, facts: [.init("method", "HEAD"), .init("path", visit.route.path)],
                    wouldPass: "POST to the same URL", evidence: visit.evidence(.generateTokenHead)), status: 405)
        }
        guard visit.isGet, isRest, visit.format != .html else { return nil }
        let isExchange =
            visit.parameters.given("token") != nil && visit.parameters.given("serverurl") != nil
            && visit.parameters.given("username") == nil
        switch visit.choice(.generateTokenGetOnRest) {
        case .pass: return nil
        case .exchange where isExchange: return nil
        default: break
        }
        return .refused(
            Tokens.Said.methodNotSupported,
            Because(
                Tokens.Rules.method,
                facts: [.init("method", visit.call.request.method), .init("path", visit.route.path)],
                wouldPass: "POST to the same URL", evidence: visit.evidence(.generateTokenGetOnRest)))
    }

    private static func refuseTransport(isSSLOnly: Bool, _ visit: inout Visit) -> Outcome? {
        if !visit.isSecure, visit.choice(.generateTokenPlainHTTP) == .refuse {
            return .refused(
                Tokens.Said.httpsOnly,
                Because(
                    Tokens.Rules.plainHTTP, facts: [.init("scheme", "http"), .init("allSSL", "\(isSSLOnly)")],
                    wouldPass: "the same request over https", evidence: visit.evidence(.generateTokenPlainHTTP)))
        }
        let inQuery = ["username", "password"].filter { visit.parameters.first($0)?.place == .query }
        if !inQuery.isEmpty, visit.choice(.generateTokenQueryCredentials) == .refuse {
            return .refused(
                Tokens.Said.queryCredentials,
                Because(
                    Tokens.Rules.queryCredentials, facts: [.init("inQuery", inQuery.joined(separator: ", "))],
                    wouldPass: "a POST with them in the body", evidence: visit.evidence(.generateTokenQueryCredentials))
            )
        }
        return nil
    }

    private static func login(_ deployment: inout Deployment, _ visit: inout Visit, portal place: Int) -> Outcome {
        let parameters = visit.parameters
        let client = parameters.given("client")?.lowercased()
        var missing: [String] = []
        if parameters.given("username") == nil { missing.append(Tokens.Said.usernameMissing) }
        if parameters.given("password") == nil { missing.append(Tokens.Said.passwordMissing) }
        switch client {
        case nil, "referer":
            if parameters.given("referer") == nil { missing.append(Tokens.Said.refererMissing) }
        case "ip":
            if parameters.given("ip") == nil { missing.append(Tokens.Said.ipMissing) }
        default: break
        }
        guard missing.isEmpty, let username = parameters.given("username"),
            let password = parameters.given("password")
        else {
            return .refused(
                Tokens.Said.missingParameters.with(details: missing),
                Because(
                    Tokens.Rules.missingParameter, facts: [.init("missing", missing.joined(separator: " "))],
                    wouldPass: "the same request with the parameters named"))
        }
        visit.caller = username
        let number: Int
        let lockout = visit.choice(.lockoutPortal)
        switch Credentials.check(
            username, password, in: &deployment.portals[place].accounts, at: visit.now, lockout: lockout)
        {
        case .success(let found): number = found
        case .failure(let refusal):
            return .refused(Tokens.Said.invalidCredentials, refusal.because)
        }
        let binding: Binding
        switch bind(&deployment.bindings, &visit, client: client) {
        case .success(let bound): binding = bound
        case .failure(let refusal): return .refused(Tokens.Said.missingParameters, refusal.because)
        }
        return grant(&deployment, visit, portal: place, number, binding)
    }

    private static func grant(
        _ deployment: inout Deployment, _ visit: Visit, portal place: Int, _ account: Int, _ binding: Binding
    ) -> Outcome {
        // The portal is not copied: that would be two dozen references, and this is the path that clients wait for.
        let minutes = Lifetime.portal(
            asked: visit.parameters.given("expiration"), limit: deployment.portals[place].maximumMinutes)
        let token = Token(
            kind: .member, subject: account, epoch: deployment.portals[place].accounts[account].epoch,
            binding: binding, issued: visit.now, expires: visit.now.advanced(minutes: minutes))
        let letters = deployment.portals[place].issuer.letters(token, generator: &deployment.generator)
        return granted(letters, token, isSSLOnly: deployment.portals[place].isSSLOnly)
    }

    /// `{"token":…,"expires":…,"ssl":…}`: `expires` a number, `ssl` whether the organization is HTTPS only.
    static func granted(_ letters: String, _ token: Token, isSSLOnly: Bool) -> Outcome {
        .json(
            .object([
                .init("token", .string(letters)), .init("expires", .number(String(token.expires.milliseconds))),
                .init("ssl", .bool(isSSLOnly)),
            ]), caching: .tokenDispenser)
    }

    private static func bind(
        _ bindings: inout Bindings, _ visit: inout Visit, client: String?
    ) -> Result<Binding, Refusal> {
        let parameters = visit.parameters
        switch client {
        case "ip": return .success(bindings.bind(.address, to: parameters.given("ip") ?? ""))
        case "requestip": return .success(bindings.bind(.requestAddress, to: visit.call.connection.peerAddress))
        case nil, "referer": return .success(bindings.bind(.referer, to: parameters.given("referer") ?? ""))
        case let word?:
            switch visit.choice(.generateTokenUnknownClient) {
            case .address: return .success(bindings.bind(.unknownClient, to: word))
            case .refuse:
                return .failure(
                    Refusal(
                        Because(
                            Tokens.Rules.unknownClient, facts: [.init("client", word)],
                            wouldPass: "client=referer with a referer, or no client")))
            default:
                guard let referer = parameters.given("referer") else { return .success(.none) }
                return .success(bindings.bind(.referer, to: referer))
            }
        }
    }
}
