import Facts
import Formats

/// A portal token for a server token (`token` and `serverUrl`): auth-reference 1.4.
enum Exchange {
    static func answer(
        _ deployment: inout Deployment, _ visit: inout Visit, portal place: Int, presented: Presented,
        serverURL: String
    ) -> Outcome {
        let caller: Caller
        let offered: Token
        switch TokenFilter.check(&deployment, &visit, presented) {
        case .failure(let refusal): return .refused(Tokens.Said.portalInvalidToken, refusal.because)
        case .success(let passed): (caller, offered) = passed
        }
        visit.caller = deployment.name(of: caller)
        guard let server = server(for: serverURL, portal: place, deployment, visit) else {
            let known = deployment.servers.indices.filter { deployment.servers[$0].federation?.portal == place }
                .map { deployment.url(ofServer: $0, visit) }
            return .refused(
                Tokens.Said.notFederated.about(serverURL),
                Because(
                    Tokens.Rules.notFederated,
                    facts: [
                        .init("serverUrl", serverURL),
                        .init("federated", known.isEmpty ? "no server" : known.joined(separator: " ")),
                    ], wouldPass: known.first.map { "serverUrl=\($0)" } ?? "a server federated with this portal"))
        }
        let kind: Token.Kind =
            if case .app = caller { .exchangedApp } else { .exchangedMember }
        // What the new token is bound to is not known: the referer that is given, else what the old one was bound to.
        var binding = offered.binding
        if let referer = visit.parameters.given("referer") {
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

    /// The federated server that a URL means: its root, anything below it, or its bare origin (REQUESTS section 9).
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
