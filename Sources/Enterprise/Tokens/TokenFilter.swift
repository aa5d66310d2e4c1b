import Facts
import Formats

/// Decides whether a presented token passes the door it came to; the order is auth-reference 7.2, whose bad tokens are
/// refused before anybody looks at sharing, on public resources too.
enum TokenFilter {
    static func check(
        _ deployment: Deployment, _ visit: inout Visit, _ presented: Presented
    ) -> Result<(Caller, Token), Refusal> {
        let place = Because.Fact("presentedIn", presented.place.rawValue)
        guard !presented.letters.isEmpty else {
            return .failure(
                Refusal(Because(Tokens.Rules.empty, facts: [place], wouldPass: "no token parameter at all")))
        }
        let opened: Opened
        switch open(deployment, visit, presented) {
        case .success(let found): opened = found
        case .failure(let refusal): return .failure(refusal)
        }
        if isRevoked(deployment, presented.letters) {
            let because = Because(
                Tokens.Rules.ended, facts: [place, .init("revoked", "by itself")], wouldPass: "a token made now")
            return .failure(Refusal(because))
        }
        let subject: Caller
        switch caller(deployment, opened) {
        case .success(let found): subject = found
        case .failure(let refusal): return .failure(refusal)
        }
        let (token, bearer) = (opened.token, Bearer(place: place, caller: subject))
        guard visit.now < token.expires else {
            let times: [Because.Fact] = [
                .init("expires", ISO8601.format(token.expires)), .init("now", ISO8601.format(visit.now)),
            ]
            return .failure(
                Refusal(
                    Because(
                        Tokens.Rules.expired, facts: bearer.facts(deployment) + times,
                        wouldPass: "a token asked for after \(ISO8601.format(token.expires)), or one asked for longer"))
            )
        }
        if let because = refuseKind(deployment, &visit, token, bearer) { return .failure(Refusal(because)) }
        if let because = refuseBinding(deployment, &visit, token, bearer) { return .failure(Refusal(because)) }
        return .success((subject, token))
    }

    private struct Opened {
        var token: Token
        /// The site whose members or users the subject counts among.
        var site: Site
    }

    /// Who shows the token, and where; made facts of for a refusal only, as most tokens are good.
    private struct Bearer {
        var place: Because.Fact
        var caller: Caller

        func facts(_ deployment: Deployment) -> [Because.Fact] {
            [place] + (deployment.name(of: caller).map { [.init("user", $0)] } ?? [])
        }
    }

    private static func isRevoked(_ deployment: Deployment, _ letters: String) -> Bool {
        deployment.portals.indices.contains { deployment.portals[$0].issuer.isRevoked(letters) }
            || deployment.servers.indices.contains { deployment.servers[$0].issuer.isRevoked(letters) }
    }

    /// Opens the letters with the keys this door has; if none fits, the other sites' keys tell whose it was.
    private static func open(
        _ deployment: Deployment, _ visit: Visit, _ presented: Presented
    ) -> Result<Opened, Refusal> {
        let letters = presented.letters
        let trusted: Int?
        switch visit.site {
        case .idp: trusted = nil
        case .portal(let place):
            trusted = place
            if let token = deployment.portals[place].issuer.open(letters) {
                return .success(Opened(token: token, site: .portal(place)))
            }
        case .server(let place):
            let federation = deployment.servers[place].federation
            trusted = federation?.portal
            if let token = deployment.servers[place].issuer.open(letters) {
                if token.kind == .storeUser, let federation {
                    return .failure(
                        Refusal(
                            foreign(
                                "tokens/generateToken of server \(deployment.servers[place].name)", presented,
                                "a token of portal \(deployment.portals[federation.portal].name)")))
                }
                if token.kind == .exchangedElsewhere {
                    return .failure(
                        Refusal(
                            Because(
                                Tokens.Rules.otherServer,
                                facts: [
                                    .init("exchangedFor", deployment.bindings.text(token.binding)),
                                    .init("registeredAs", deployment.url(ofServer: place, visit)),
                                ], wouldPass: "the exchange with serverUrl=\(deployment.url(ofServer: place, visit))")))
                }
                let isExchanged = token.kind == .exchangedMember || token.kind == .exchangedApp
                let portal = isExchanged ? federation?.portal : nil
                return .success(Opened(token: token, site: portal.map { .portal($0) } ?? .server(place)))
            }
            if let federation,
                let token = deployment.portals[federation.portal].issuer.open(letters)
            {
                guard !federation.hasStaleKey else {
                    return .failure(
                        Refusal(
                            Because(
                                Tokens.Rules.staleKey,
                                facts: [
                                    .init("server", deployment.servers[place].name),
                                    .init("portal", deployment.portals[federation.portal].name),
                                ], wouldPass: "the server federated again")))
                }
                return .success(Opened(token: token, site: .portal(federation.portal)))
            }
        }
        let wanted =
            trusted.map { "a token of portal \(deployment.portals[$0].name)" }
            ?? "a token of this server's own tokens/generateToken"
        for portal in deployment.portals where portal.issuer.open(letters) != nil {
            return .failure(Refusal(foreign("portal \(portal.name)", presented, wanted)))
        }
        for server in deployment.servers {
            guard let token = server.issuer.open(letters) else { continue }
            if token.kind == .exchangedMember || token.kind == .exchangedApp, case .server = visit.site {
                return .failure(
                    Refusal(
                        Because(
                            Tokens.Rules.otherServer, facts: [.init("exchangedFor", server.name)],
                            wouldPass: "the exchange with this server's url as serverUrl")))
            }
            return .failure(Refusal(foreign("server \(server.name)", presented, wanted)))
        }
        return .failure(
            Refusal(
                Because(
                    Tokens.Rules.undecipherable,
                    facts: [
                        .init("presentedIn", presented.place.rawValue),
                        .init("letters", "\(letters.utf8.count)"),
                    ], wouldPass: wanted)))
    }

    private static func foreign(_ issuer: String, _ presented: Presented, _ wanted: String) -> Because {
        Because(
            Tokens.Rules.otherIssuer,
            facts: [.init("presentedIn", presented.place.rawValue), .init("issuedBy", issuer)], wouldPass: wanted)
    }

    private static func caller(_ deployment: Deployment, _ opened: Opened) -> Result<Caller, Refusal> {
        let token = opened.token
        let number = Int(token.subject)
        switch (token.kind, opened.site) {
        case (.siteAdmin, .server(let server)):
            guard deployment.servers[server].siteAdminEpoch == token.epoch else {
                let name = deployment.servers[server].siteAdmin?.username ?? "the site administrator"
                return .failure(
                    Refusal(Because(Tokens.Rules.ended, facts: [.init("user", name)], wouldPass: "a token made now")))
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
                Refusal(Because(Tokens.Rules.ended, wouldPass: "a token of a user or app that still exists")))
        }
    }

    private static func living(
        _ accounts: Accounts, _ number: Int, _ token: Token, _ caller: Caller
    ) -> Result<Caller, Refusal> {
        guard number < accounts.list.count, !accounts[number].isDisabled, accounts[number].epoch == token.epoch else {
            let name = number < accounts.list.count ? accounts[number].username : "somebody who is gone"
            return .failure(
                Refusal(Because(Tokens.Rules.ended, facts: [.init("user", name)], wouldPass: "a token made now")))
        }
        return .success(caller)
    }

    /// Whether this kind of token is any good at this door.
    private static func refuseKind(
        _ deployment: Deployment, _ visit: inout Visit, _ token: Token, _ bearer: Bearer
    ) -> Because? {
        // The administrator directory has rules of its own.
        guard case .server(let place) = visit.site, visit.route.door != .admin else { return nil }
        let isFederated = deployment.servers[place].federation != nil
        switch token.kind {
        case .app where visit.choice(.tokenAppOnService) == .refuse:
            return Because(
                Tokens.Rules.appOnService, facts: bearer.facts(deployment), wouldPass: "a user's token",
                evidence: visit.evidence(.tokenAppOnService))
        case .exchangedApp where visit.choice(.tokenExchangedAppOnService) == .refuse:
            return Because(
                Tokens.Rules.exchangedAppOnService, facts: bearer.facts(deployment),
                wouldPass: "a user's token, exchanged or not",
                evidence: visit.evidence(.tokenExchangedAppOnService))
        case .siteAdmin where isFederated && visit.choice(.tokenSiteAdminOnService) == .refuse:
            return Because(
                Tokens.Rules.siteAdminOnService, facts: bearer.facts(deployment),
                wouldPass: "the token of a portal user",
                evidence: visit.evidence(.tokenSiteAdminOnService))
        default: return nil
        }
    }

    private static func refuseBinding(
        _ deployment: Deployment, _ visit: inout Visit, _ token: Token, _ bearer: Bearer
    ) -> Because? {
        let bound = deployment.bindings.text(token.binding)
        func bindingFacts() -> [Because.Fact] { bearer.facts(deployment) + [.init("boundTo", bound)] }
        var isService: Bool = if case .server = visit.site { true } else { false }
        if visit.route.door == .admin { isService = false }
        let isPortalToken = token.kind == .member || token.kind == .app
        switch token.binding.kind {
        case .none, .serverURL: return nil
        case .unknownClient:
            guard isService, isPortalToken else { return nil }
            return Because(
                Tokens.Rules.unknownClientOnService, facts: bearer.facts(deployment) + [.init("client", bound)],
                wouldPass: "a token asked for without client, or with client=referer",
                evidence: visit.evidence(.generateTokenUnknownClient))
        case .address, .requestAddress:
            if isService, isPortalToken, visit.choice(.tokenIPBoundOnService) == .refuse {
                return Because(
                    Tokens.Rules.ipBoundOnService, facts: bindingFacts(),
                    wouldPass: "a token asked for with client=referer, or with a referer and no client",
                    evidence: visit.evidence(.tokenIPBoundOnService))
            }
            let peer = visit.call.connection.peerAddress
            guard peer != bound else { return nil }
            return Because(
                Tokens.Rules.otherAddress, facts: bindingFacts() + [.init("requestFrom", peer)],
                wouldPass: "the same request from \(bound), or a token bound to \(peer)")
        case .referer:
            guard let header = visit.call.request.fields["referer"] else {
                let asked: Behaviour? =
                    isService
                    ? .tokenRefererMissing
                    : visit.route.door == .portalAdmin ? .tokenRefererMissingOnPortalAdmin : nil
                guard let asked, visit.choice(asked) == .refuse else { return nil }
                return Because(
                    Tokens.Rules.refererMissing, facts: bindingFacts(), wouldPass: "Referer: \(bound)",
                    evidence: visit.evidence(asked))
            }
            guard !Referer.matches(bound: bound, header: header), visit.choice(.tokenOtherReferer) == .refuse else {
                return nil
            }
            return Because(
                Tokens.Rules.otherReferer, facts: bindingFacts() + [.init("referer", header)],
                wouldPass: "Referer: \(bound)",
                evidence: visit.evidence(.tokenOtherReferer))
        }
    }
}
