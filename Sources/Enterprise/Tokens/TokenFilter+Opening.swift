// SPDX-License-Identifier: Apache-2.0

import Facts

extension TokenFilter {
    /// Decrypts a token with the keys of this door. If none fits, the keys of other sites reveal the issuer.
    static func open(
        _ deployment: Deployment, _ context: RequestContext, _ presented: PresentedToken
    ) throws(Refusal) -> Opened {
        let string = presented.string
        let trusted: Int?
        switch context.site {
        case .idp: trusted = nil
        case .portal(let index):
            trusted = index
            if let token = deployment.portals[index].issuer.open(string) {
                return Opened(token: token, site: .portal(index))
            }
        case .server(let index):
            let federation = deployment.servers[index].federation
            trusted = federation?.portal
            if let token = deployment.servers[index].issuer.open(string) {
                // Issued before the server was federated: since then its own store does not apply.
                if token.kind == .storeUser, let federation {
                    throw Refusal(
                        foreign(
                            "tokens/generateToken of server \(deployment.servers[index].name)", presented,
                            "a token of portal \(deployment.portals[federation.portal].name)"))
                }
                if token.kind == .exchangedElsewhere {
                    throw Refusal(
                        Verdict(
                            Tokens.Rules.otherServer,
                            facts: [
                                .init("exchangedFor", deployment.bindings.text(token.binding)),
                                .init("registeredAs", deployment.url(ofServer: index, context)),
                            ], wouldPass: "the exchange with serverUrl=\(deployment.url(ofServer: index, context))")
                    )
                }
                // The server's key seals exchanged tokens, but their subjects are members of the portal.
                let isExchanged = token.kind == .exchangedMember || token.kind == .exchangedApp
                let portal = isExchanged ? federation?.portal : nil
                return Opened(token: token, site: portal.map { .portal($0) } ?? .server(index))
            }
            if let federation,
                let token = deployment.portals[federation.portal].issuer.open(string)
            {
                guard !federation.hasStaleKey else {
                    throw Refusal(
                        Verdict(
                            Tokens.Rules.staleKey,
                            facts: [
                                .init("server", deployment.servers[index].name),
                                .init("portal", deployment.portals[federation.portal].name),
                            ], wouldPass: "the server after it is federated again"))
                }
                return Opened(token: token, site: .portal(federation.portal))
            }
        }
        let wanted =
            trusted.map { "a token of portal \(deployment.portals[$0].name)" }
            ?? "a token of this server's own tokens/generateToken"
        // A real server only logs that it could not decrypt the token; the verdict can name who issued it.
        for portal in deployment.portals where portal.issuer.open(string) != nil {
            throw Refusal(foreign("portal \(portal.name)", presented, wanted))
        }
        for server in deployment.servers {
            guard let token = server.issuer.open(string) else { continue }
            if token.kind == .exchangedMember || token.kind == .exchangedApp, case .server = context.site {
                throw Refusal(
                    Verdict(
                        Tokens.Rules.otherServer, facts: [.init("exchangedFor", server.name)],
                        wouldPass: "the exchange with this server's url as serverUrl"))
            }
            throw Refusal(foreign("server \(server.name)", presented, wanted))
        }
        throw Refusal(
            Verdict(
                Tokens.Rules.undecipherable,
                facts: [
                    .init("presentedIn", presented.source.rawValue),
                    .init("letters", "\(string.utf8.count)"),
                ], wouldPass: wanted))
    }

    private static func foreign(_ issuer: String, _ presented: PresentedToken, _ wanted: String) -> Verdict {
        Verdict(
            Tokens.Rules.otherIssuer,
            facts: [.init("presentedIn", presented.source.rawValue), .init("issuedBy", issuer)], wouldPass: wanted)
    }
}
