import Facts
import Formats

/// A portal token for a server token (`token` and `serverUrl`): auth-reference 1.4.
enum Exchange {
    static func answer(
        _ deployment: inout Deployment, _ visit: inout Visit, portal place: Int, serverURL: String
    ) -> Outcome {
        let caller: Caller
        let offered: Token
        if let presented = Presented.find(visit) {
            switch TokenFilter.check(deployment, &visit, presented) {
            case .failure(let refusal): return .refused(Tokens.Said.portalInvalidToken, refusal.because)
            case .success(let passed): (caller, offered) = passed
            }
        } else if let account = visit.webTierAccount {
            // Who came through the web server in front needs no token (ArcGIS API for Python, _pki and _basic).
            caller = .member(portal: place, account: account)
            offered = Token(
                kind: .member, subject: account, epoch: deployment.portals[place].accounts[account].epoch,
                binding: .none, issued: visit.now, expires: visit.now)
        } else {
            return .refused(
                Tokens.Said.noTokenToExchange,
                Because(
                    Tokens.Rules.noTokenToExchange, facts: [.init("serverUrl", serverURL)],
                    wouldPass: "token=<a portal token> beside serverUrl, or no serverUrl for a portal token"))
        }
        visit.caller = deployment.name(of: caller)
        var kind: Token.Kind = if case .app = caller { .exchangedApp } else { .exchangedMember }
        let server: Int
        if let found = self.server(for: serverURL, portal: place, deployment, visit) {
            server = found
        } else {
            // Esri/resource-proxy#320: a token comes, and the server says 498 to it.
            let federated = deployment.servers.indices.first { deployment.servers[$0].federation?.portal == place }
            guard let federated, visit.choice(.generateTokenOtherServerURL) == .issue else {
                return notFederated(deployment, &visit, portal: place, serverURL)
            }
            (server, kind) = (federated, .exchangedElsewhere)
        }
        // What the new token is bound to is not known: the referer that is given, else what the old one was bound to.
        var binding = offered.binding
        if kind == .exchangedElsewhere {
            binding = deployment.bindings.bind(.serverURL, to: serverURL)
        } else if let referer = visit.parameters.given("referer") {
            binding = deployment.bindings.bind(.referer, to: referer)
        }
        let portal = deployment.portals[place]
        let minutes = Lifetime.portal(asked: visit.parameters.given("expiration"), limit: portal.maximumMinutes)
        let token = Token(
            kind: kind, subject: Int(offered.subject), epoch: offered.epoch, binding: binding, issued: visit.now,
            expires: visit.now.advanced(minutes: minutes))
        let letters = deployment.servers[server].issuer.letters(token, generator: &deployment.generator)
        return PortalGenerateToken.granted(letters, token, isSSLOnly: portal.isSSLOnly)
    }

    private static func notFederated(
        _ deployment: Deployment, _ visit: inout Visit, portal: Int, _ serverURL: String
    ) -> Outcome {
        let known = deployment.servers.indices.filter { deployment.servers[$0].federation?.portal == portal }
            .map { deployment.url(ofServer: $0, visit) }
        return .refused(
            Tokens.Said.notFederated.about(serverURL),
            Because(
                Tokens.Rules.notFederated,
                facts: [
                    .init("serverUrl", serverURL),
                    .init("federated", known.isEmpty ? "no server" : known.joined(separator: " ")),
                ], wouldPass: known.first.map { "serverUrl=\($0)" } ?? "a server federated with this portal",
                evidence: visit.evidence(.generateTokenOtherServerURL)))
    }

    /// The federated server that a URL means: its root, anything below it, or its bare origin: clients send all three.
    private static func server(for text: String, portal: Int, _ deployment: Deployment, _ visit: Visit) -> Int? {
        let asked = PlainURL(text)
        let federated = deployment.servers.indices.filter { deployment.servers[$0].federation?.portal == portal }
        let known = federated.flatMap { number in
            [deployment.url(ofServer: number, visit), deployment.servers[number].federation?.adminURL]
                .compactMap { $0.flatMap(PlainURL.init) }.map { (number, $0) }
        }
        guard let asked else { return nil }
        if let below = known.first(where: { asked.isBelow($0.1) }) { return below.0 }
        guard asked.path.isEmpty else { return nil }
        return known.first { $0.1.authority == asked.authority }?.0
    }
}
