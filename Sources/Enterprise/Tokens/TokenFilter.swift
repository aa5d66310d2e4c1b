// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Decides whether a presented token passes the door it came to; the order is
/// docs/reference/refusals.md#in-which-order-a-request-is-checked, whose bad tokens are refused before anybody looks at
/// sharing, on public resources too.
enum TokenFilter {
    static func check(
        _ deployment: Deployment, _ context: inout RequestContext, _ presented: PresentedToken
    ) -> Result<(Caller, Token), Refusal> {
        let index = Verdict.Fact("presentedIn", presented.index.rawValue)
        guard !presented.string.isEmpty else {
            return .failure(
                Refusal(Verdict(Tokens.Rules.empty, facts: [index], wouldPass: "no token parameter at all")))
        }
        let opened: Opened
        switch open(deployment, context, presented) {
        case .success(let found): opened = found
        case .failure(let refusal): return .failure(refusal)
        }
        // Only now: a token that nobody issued cannot have been revoked, and its refusal names the issuer.
        if isRevoked(deployment, presented.string) {
            let verdict = Verdict(
                Tokens.Rules.ended, facts: [index, .init("revoked", "by itself")], wouldPass: "a new token")
            return .failure(Refusal(verdict))
        }
        let subject: Caller
        switch caller(deployment, opened) {
        case .success(let found): subject = found
        case .failure(let refusal): return .failure(refusal)
        }
        let (token, bearer) = (opened.token, Bearer(index: index, caller: subject))
        guard context.now < token.expires else {
            let times: [Verdict.Fact] = [
                .init("expires", ISO8601.format(token.expires)), .init("now", ISO8601.format(context.now)),
            ]
            return .failure(
                Refusal(
                    Verdict(
                        Tokens.Rules.expired, facts: bearer.facts(deployment) + times,
                        wouldPass:
                            "a token requested after \(ISO8601.format(token.expires)), or one with a longer lifetime"))
            )
        }
        if let verdict = refuseKind(deployment, &context, token, bearer) { return .failure(Refusal(verdict)) }
        if let verdict = refuseBinding(deployment, &context, token, bearer) { return .failure(Refusal(verdict)) }
        return .success((subject, token))
    }

    private struct Opened {
        var token: Token
        /// The site whose members or users the subject is one of.
        var site: Site
    }

    /// The presenter of the token. Facts are created for a refusal only, because most tokens are valid.
    private struct Bearer {
        var index: Verdict.Fact
        var caller: Caller

        func facts(_ deployment: Deployment) -> [Verdict.Fact] {
            [index] + (deployment.name(of: caller).map { [.init("user", $0)] } ?? [])
        }
    }

    private static func isRevoked(_ deployment: Deployment, _ string: String) -> Bool {
        deployment.portals.indices.contains { deployment.portals[$0].issuer.isRevoked(string) }
            || deployment.servers.indices.contains { deployment.servers[$0].issuer.isRevoked(string) }
    }

    /// Decrypts a token with the keys of this door. If none fits, the keys of other sites reveal the issuer.
    private static func open(
        _ deployment: Deployment, _ context: RequestContext, _ presented: PresentedToken
    ) -> Result<Opened, Refusal> {
        let string = presented.string
        let trusted: Int?
        switch context.site {
        case .idp: trusted = nil
        case .portal(let index):
            trusted = index
            if let token = deployment.portals[index].issuer.open(string) {
                return .success(Opened(token: token, site: .portal(index)))
            }
        case .server(let index):
            let federation = deployment.servers[index].federation
            trusted = federation?.portal
            if let token = deployment.servers[index].issuer.open(string) {
                // Issued before the server was federated: since then its own store does not apply.
                if token.kind == .storeUser, let federation {
                    return .failure(
                        Refusal(
                            foreign(
                                "tokens/generateToken of server \(deployment.servers[index].name)", presented,
                                "a token of portal \(deployment.portals[federation.portal].name)")))
                }
                if token.kind == .exchangedElsewhere {
                    return .failure(
                        Refusal(
                            Verdict(
                                Tokens.Rules.otherServer,
                                facts: [
                                    .init("exchangedFor", deployment.bindings.text(token.binding)),
                                    .init("registeredAs", deployment.url(ofServer: index, context)),
                                ], wouldPass: "the exchange with serverUrl=\(deployment.url(ofServer: index, context))")
                        ))
                }
                // The server's key seals exchanged tokens, but their subjects are members of the portal.
                let isExchanged = token.kind == .exchangedMember || token.kind == .exchangedApp
                let portal = isExchanged ? federation?.portal : nil
                return .success(Opened(token: token, site: portal.map { .portal($0) } ?? .server(index)))
            }
            if let federation,
                let token = deployment.portals[federation.portal].issuer.open(string)
            {
                guard !federation.hasStaleKey else {
                    return .failure(
                        Refusal(
                            Verdict(
                                Tokens.Rules.staleKey,
                                facts: [
                                    .init("server", deployment.servers[index].name),
                                    .init("portal", deployment.portals[federation.portal].name),
                                ], wouldPass: "the server after it is federated again")))
                }
                return .success(Opened(token: token, site: .portal(federation.portal)))
            }
        }
        let wanted =
            trusted.map { "a token of portal \(deployment.portals[$0].name)" }
            ?? "a token of this server's own tokens/generateToken"
        // A real server only logs that it could not decrypt the token; the verdict can name who issued it.
        for portal in deployment.portals where portal.issuer.open(string) != nil {
            return .failure(Refusal(foreign("portal \(portal.name)", presented, wanted)))
        }
        for server in deployment.servers {
            guard let token = server.issuer.open(string) else { continue }
            if token.kind == .exchangedMember || token.kind == .exchangedApp, case .server = context.site {
                return .failure(
                    Refusal(
                        Verdict(
                            Tokens.Rules.otherServer, facts: [.init("exchangedFor", server.name)],
                            wouldPass: "the exchange with this server's url as serverUrl")))
            }
            return .failure(Refusal(foreign("server \(server.name)", presented, wanted)))
        }
        return .failure(
            Refusal(
                Verdict(
                    Tokens.Rules.undecipherable,
                    facts: [
                        .init("presentedIn", presented.index.rawValue),
                        .init("letters", "\(string.utf8.count)"),
                    ], wouldPass: wanted)))
    }

    private static func foreign(_ issuer: String, _ presented: PresentedToken, _ wanted: String) -> Verdict {
        Verdict(
            Tokens.Rules.otherIssuer,
            facts: [.init("presentedIn", presented.index.rawValue), .init("issuedBy", issuer)], wouldPass: wanted)
    }

    private static func caller(_ deployment: Deployment, _ opened: Opened) -> Result<Caller, Refusal> {
        let token = opened.token
        let number = Int(token.subject)
        switch (token.kind, opened.site) {
        case (.siteAdmin, .server(let server)):
            guard deployment.servers[server].siteAdminEpoch == token.epoch else {
                let name = deployment.servers[server].siteAdmin?.username ?? "the site administrator"
                return .failure(
                    Refusal(Verdict(Tokens.Rules.ended, facts: [.init("user", name)], wouldPass: "a new token")))
            }
            return .success(.siteAdmin(server: server))
        case (.member, .portal(let portal)), (.exchangedMember, .portal(let portal)):
            return living(deployment.portals[portal].accounts, number, token, .member(portal: portal, account: number))
        case (.storeUser, .server(let server)):
            return living(
                deployment.servers[server].accounts, number, token, .storeUser(server: server, account: number))
        case (.app, .portal(let portal)), (.exchangedApp, .portal(let portal)):
            guard number < deployment.portals[portal].apps.count else { fallthrough }
            return .success(.app(portal: portal, app: number))
        default:
            return .failure(
                Refusal(Verdict(Tokens.Rules.ended, wouldPass: "a token of a user or app that still exists")))
        }
    }

    private static func living(
        _ accounts: Accounts, _ number: Int, _ token: Token, _ caller: Caller
    ) -> Result<Caller, Refusal> {
        guard number < accounts.list.count, !accounts[number].isDisabled, accounts[number].epoch == token.epoch else {
            let name = number < accounts.list.count ? accounts[number].username : "somebody who is gone"
            return .failure(
                Refusal(Verdict(Tokens.Rules.ended, facts: [.init("user", name)], wouldPass: "a new token")))
        }
        return .success(caller)
    }

    /// Returns the refusal of a kind of token that this door does not accept.
    private static func refuseKind(
        _ deployment: Deployment, _ context: inout RequestContext, _ token: Token, _ bearer: Bearer
    ) -> Verdict? {
        // The administrator directory has its own rules.
        guard case .server(let index) = context.site, context.route.door != .admin else { return nil }
        let isFederated = deployment.servers[index].federation != nil
        switch token.kind {
        case .app where context.choice(.tokenAppOnService) == .refuse:
            return Verdict(
                Tokens.Rules.appOnService, facts: bearer.facts(deployment), wouldPass: "a user's token",
                evidence: context.evidence(.tokenAppOnService))
        case .exchangedApp where context.choice(.tokenExchangedAppOnService) == .refuse:
            return Verdict(
                Tokens.Rules.exchangedAppOnService, facts: bearer.facts(deployment),
                wouldPass: "a user's token, exchanged or not",
                evidence: context.evidence(.tokenExchangedAppOnService))
        case .siteAdmin where isFederated && context.choice(.tokenSiteAdminOnService) == .refuse:
            return Verdict(
                Tokens.Rules.siteAdminOnService, facts: bearer.facts(deployment),
                wouldPass: "the token of a portal user",
                evidence: context.evidence(.tokenSiteAdminOnService))
        default: return nil
        }
    }

    private static func refuseBinding(
        _ deployment: Deployment, _ context: inout RequestContext, _ token: Token, _ bearer: Bearer
    ) -> Verdict? {
        let bound = deployment.bindings.text(token.binding)
        func bindingFacts() -> [Verdict.Fact] { bearer.facts(deployment) + [.init("boundTo", bound)] }
        var isService: Bool = if case .server = context.site { true } else { false }
        // The administrator directory refuses address-bound tokens by a rule of its own.
        if context.route.door == .admin { isService = false }
        let isPortalToken = token.kind == .member || token.kind == .app
        switch token.binding.kind {
        case .none, .serverURL: return nil
        case .unknownClient:
            // Only services were seen to refuse such a token; other doors accept it.
            guard isService, isPortalToken else { return nil }
            return Verdict(
                Tokens.Rules.unknownClientOnService, facts: bearer.facts(deployment) + [.init("client", bound)],
                wouldPass: "a token requested without client, or with client=referer",
                evidence: context.evidence(.generateTokenUnknownClient))
        case .address, .requestAddress:
            if isService, isPortalToken, context.choice(.tokenIPBoundOnService) == .refuse {
                return Verdict(
                    Tokens.Rules.ipBoundOnService, facts: bindingFacts(),
                    wouldPass: "a token requested with client=referer, or with a referer and no client",
                    evidence: context.evidence(.tokenIPBoundOnService))
            }
            let peer = context.call.connection.peerAddress
            guard peer != bound else { return nil }
            return Verdict(
                Tokens.Rules.otherAddress, facts: bindingFacts() + [.init("requestFrom", peer)],
                wouldPass: "the same request from \(bound), or a token bound to \(peer)")
        case .referer:
            guard let header = context.call.request.fields["referer"] else {
                let asked: Behavior? =
                    isService
                    ? .tokenRefererMissing
                    : context.route.door == .portalAdmin ? .tokenRefererMissingOnPortalAdmin : nil
                guard let asked, context.choice(asked) == .refuse else { return nil }
                return Verdict(
                    Tokens.Rules.refererMissing, facts: bindingFacts(), wouldPass: "Referer: \(bound)",
                    evidence: context.evidence(asked))
            }
            guard !Referer.matches(bound: bound, header: header), context.choice(.tokenOtherReferer) == .refuse else {
                return nil
            }
            return Verdict(
                Tokens.Rules.otherReferer, facts: bindingFacts() + [.init("referer", header)],
                wouldPass: "Referer: \(bound)",
                evidence: context.evidence(.tokenOtherReferer))
        }
    }
}
