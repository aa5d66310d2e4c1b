import Facts
import Formats

/// `portaladmin` of a portal: its root and the servers federated with it, for the portal's administrators.
enum PortalAdministrator {
    static func root(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        answer(&deployment, &visit) { deployment, _, place in
            let version = deployment.portals[place].version
            let names = ["federation", "logs", "machines", "mode", "security", "system"]
            return .object([
                .init("version", .string(version.full)), .init("resources", .array(names.map(JSON.string))),
            ])
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
                    .init("serverFunction", .string("")), .init("serverType", .string("ArcGIS")),
                    .init("webgisServerTrustKey", .string("")),
                ])
            }
            return .object([.init("servers", .array(servers))])
        }
    }

    private static func answer(
        _ deployment: inout Deployment, _ visit: inout Visit, _ body: (Deployment, Visit, Int) -> JSON
    ) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        guard let presented = Presented(visit) else {
            return .refused(
                Administration.Said.portalTokenRequired,
                Because(
                    Tokens.Rules.required, facts: [.init("resource", "portaladmin")],
                    wouldPass: "the token of a portal administrator"))
        }
        switch TokenFilter.check(&deployment, &visit, presented) {
        case .failure(let refusal): return .refused(Administration.Said.portalInvalidToken, refusal.because)
        case .success(let (caller, _)):
            visit.caller = deployment.name(of: caller)
            if case .member(_, let number) = caller, deployment.portals[place].accounts[number].role == "org_admin" {
                return .json(body(deployment, visit, place))
            }
            return .refused(
                Tokens.Said.portalForbidden,
                Because(
                    Administration.Rules.notPortalAdministrator,
                    facts: [.init("user", deployment.name(of: caller) ?? "nobody")],
                    wouldPass: "a member with the role org_admin"))
        }
    }
}
