// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A portal token for a server token (`token` and `serverUrl`): docs/reference/tokens.md#the-server-token-exchange.
enum TokenExchange {
    static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext, portal index: Int, serverURL: String
    ) -> Outcome {
        let caller: Caller
        let offered: Token
        if let presented = PresentedToken.find(context) {
            switch TokenFilter.check(deployment, &context, presented) {
            case .failure(let refusal): return .refused(Tokens.ErrorBodies.portalInvalidToken, refusal.verdict)
            case .success(let passed): (caller, offered) = passed
            }
        } else if let account = context.webTierAccount {
            // A user who came through the web server in front needs no token (ArcGIS API for Python, _pki and _basic).
            caller = .member(portal: index, account: account)
            offered = Token(
                kind: .member, subject: account, epoch: deployment.portals[index].accounts[account].epoch,
                binding: .none, issued: context.now, expires: context.now)
        } else {
            return .refused(
                Tokens.ErrorBodies.noTokenToExchange,
                Verdict(
                    Tokens.Rules.noTokenToExchange, facts: [.init("serverUrl", serverURL)],
                    wouldPass: "token=<a portal token> with serverUrl, or no serverUrl for a portal token"))
        }
        context.caller = deployment.name(of: caller)
        var kind: Token.Kind = if case .app = caller { .exchangedApp } else { .exchangedMember }
        let server: Int
        if let found = self.server(for: serverURL, portal: index, deployment, context) {
            server = found
        } else {
            // Esri/resource-proxy#320: a token is issued, and the server answers 498 to it.
            let federated = deployment.servers.indices.first { deployment.servers[$0].federation?.portal == index }
            guard let federated, context.choice(.generateTokenOtherServerURL) == .issue else {
                return notFederated(deployment, &context, portal: index, serverURL)
            }
            (server, kind) = (federated, .exchangedElsewhere)
        }
        // The binding of the new token is not known: use the given referer, otherwise the old token's binding.
        var binding = offered.binding
        if kind == .exchangedElsewhere {
            binding = deployment.bindings.bind(.serverURL, to: serverURL)
        } else if let referer = context.parameters.given("referer") {
            binding = deployment.bindings.bind(.referer, to: referer)
        }
        let portal = deployment.portals[index]
        let minutes = Lifetime.portal(asked: context.parameters.given("expiration"), limit: portal.maximumMinutes)
        let token = Token(
            kind: kind, subject: Int(offered.subject), epoch: offered.epoch, binding: binding, issued: context.now,
            expires: context.now.advanced(minutes: minutes))
        let string = deployment.servers[server].issuer.string(token, generator: &deployment.generator)
        return PortalGenerateToken.granted(string, token, isSSLOnly: portal.isSSLOnly)
    }

    private static func notFederated(
        _ deployment: Deployment, _ context: inout RequestContext, portal: Int, _ serverURL: String
    ) -> Outcome {
        let known = deployment.servers.indices.filter { deployment.servers[$0].federation?.portal == portal }
            .map { deployment.url(ofServer: $0, context) }
        return .refused(
            Tokens.ErrorBodies.notFederated,
            Verdict(
                Tokens.Rules.notFederated,
                facts: [
                    .init("serverUrl", serverURL),
                    .init("federated", known.isEmpty ? "no server" : known.joined(separator: " ")),
                ], wouldPass: known.first.map { "serverUrl=\($0)" } ?? "a server federated with this portal",
                evidence: context.evidence(.generateTokenOtherServerURL)))
    }

    /// Returns the federated server of a URL, which may be its root, anything below it, or its bare origin: clients
    /// send all three.
    private static func server(
        for text: String, portal: Int, _ deployment: Deployment, _ context: RequestContext
    ) -> Int? {
        let asked = PlainURL(text)
        let federated = deployment.servers.indices.filter { deployment.servers[$0].federation?.portal == portal }
        let known = federated.flatMap { number in
            [deployment.url(ofServer: number, context), deployment.servers[number].federation?.adminURL]
                .compactMap { $0.flatMap(PlainURL.init) }.map { (number, $0) }
        }
        guard let asked else { return nil }
        if let below = known.first(where: { asked.isBelow($0.1) }) { return below.0 }
        guard asked.path.isEmpty else { return nil }
        return known.first { $0.1.authority == asked.authority }?.0
    }
}
