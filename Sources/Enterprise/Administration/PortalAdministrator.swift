import Facts
import Formats

/// `portaladmin` of a portal: its root and the servers federated with it, for the portal's administrators.
enum PortalAdministrator {
    static func root(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        answer(&deployment, &visit) { deployment, visit, place in
            let names = ["federation", "logs", "machines", "mode", "security", "system"]
            var members: [JSON.Member] = [
                .init("version", .string(deployment.portals[place].version.text)),
                .init("resources", .array(names.map(JSON.string))),
            ]
            if visit.choice(.portalAdminUserTypes) == .show {
                members.append(.init("isUserTypeLicensing", .bool(true)))
            }
            return .object(members)
        }
    }

    static func federation(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        answer(&deployment, &visit) { _, _, _ in .object([.init("resources", .array([.string("servers")]))]) }
    }

    static func servers(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        answer(&deployment, &visit) { deployment, visit, place in
            let servers = FederatedServers.list(deployment, visit, portal: place).map { server in
                JSON.object([
                    .init("id", .string(server.id)), .init("name", .string(server.name)),
                    .init("url", .string(server.url)), .init("isHosted", .bool(server.isHosted)),
                    .init("adminUrl", .string(server.adminURL)), .init("serverRole", .string(server.role)),
                    .init("serverFunction", .string(server.function)), .init("serverType", .string("ArcGIS")),
                    .init("webgisServerTrustKey", .string("")),
                ])
            }
            return .object([.init("servers", .array(servers))])
        }
    }

    private static func answer(
        _ deployment: inout Deployment, _ visit: inout Visit, _ body: (Deployment, inout Visit, Int) -> JSON
    ) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        if let refused = enter(&deployment, &visit) { return refused }
        return .json(body(deployment, &visit, place))
    }

    /// What the door says; `nil` if it lets the caller in.
    static func enter(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome? {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        if let refused = unready(deployment.portals[place]) { return refused }
        let caller: Caller
        if let presented = Presented.find(visit) {
            switch TokenFilter.check(deployment, &visit, presented) {
            case .failure(let refusal): return .refused(Tokens.Said.longInvalidToken, refusal.because)
            case .success(let passed): caller = passed.0
            }
        } else if let account = visit.webTierAccount {
            caller = .member(portal: place, account: account)
        } else {
            let because = Because(
                Tokens.Rules.required, facts: [.init("resource", "portaladmin")],
                wouldPass: "the token of a portal administrator")
            if visit.format == .html, visit.isGet {
                return Outcome(
                    body: .redirect(LoginPage.url(deployment.url(ofPortal: place, visit) + "/portaladmin", visit)),
                    because: [because])
            }
            return .refused(Administration.Said.portalTokenRequired, because)
        }
        visit.caller = deployment.name(of: caller)
        if case .member(_, let number) = caller, deployment.portals[place].accounts[number].isAdministrator {
            return nil
        }
        return SharingDoor.forbidden(
            &visit,
            Because(
                Administration.Rules.notPortalAdministrator,
                facts: [.init("user", deployment.name(of: caller) ?? "nobody")],
                wouldPass: "a member with the role org_admin"))
    }

    /// A portal that was never initialized, or waits for its upgrade, says so before it looks at any token.
    private static func unready(_ portal: PortalState) -> Outcome? {
        let facts: [Because.Fact] = [.init("portal", portal.name)]
        if !portal.hasSite {
            return .refused(
                Administration.Said.portalNoSite,
                Because(Administration.Rules.portalNoSite, facts: facts, wouldPass: "a portal with site: true"))
        }
        guard portal.condition == .upgrading else { return nil }
        return .refused(
            Administration.Said.portalUpgrade,
            Because(Administration.Rules.portalUpgrade, facts: facts, wouldPass: "a portal whose upgrade is done"))
    }
}
