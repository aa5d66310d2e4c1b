import Facts
import Formats

/// `admin/` of a server: who may see it, and its root.
enum ServerAdministrator {
    static func root(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        let target = visit.call.request.target
        if case .server(let place) = visit.site, !target.path.hasSuffix("/") {
            let query = target.query.map { "?\($0)" } ?? ""
            return Outcome(body: .redirect("\(deployment.url(ofServer: place, visit))/admin/\(query)"))
        }
        return answer(&deployment, &visit) { deployment, visit, place in
            let names = [
                "machines", "clusters", "system", "services", "security", "data", "uploads", "logs", "mode",
                "usagereports",
            ]
            let version = deployment.servers[place].version
            return .object([
                .init("resources", .array(names.map(JSON.string))),
                .init("currentVersion", version.number.map(JSON.number) ?? .null),
                .init("fullVersion", .string(deployment.servers[place].fullVersion ?? version.text)),
                .init("acceptLanguage", .null),
            ])
        }
    }

    /// Passes the door, and answers with what `body` gives.
    static func answer(
        _ deployment: inout Deployment, _ visit: inout Visit, _ body: (inout Deployment, inout Visit, Int) -> JSON
    ) -> Outcome {
        guard case .server(let place) = visit.site else { return .page(Page.notFound) }
        if let refused = enter(&deployment, &visit, place) { return refused }
        return .json(body(&deployment, &visit, place))
    }

    /// What the door says; `nil` if it lets the caller in.
    static func enter(_ deployment: inout Deployment, _ visit: inout Visit, _ place: Int) -> Outcome? {
        let server = deployment.servers[place]
        if let missing = noSite(server, Administration.Said.noSite) { return missing }
        if server.condition == .upgrading {
            return .refused(
                Administration.Said.upgrading,
                Because(
                    Administration.Rules.upgrading, facts: [.init("server", server.name)],
                    wouldPass: "the same request when the upgrade is over"))
        }
        return refuse(&deployment, &visit, place)
    }

    /// What a machine without a site says, in the words of the door.
    static func noSite(_ server: ServerState, _ words: Words) -> Outcome? {
        guard !server.hasSite else { return nil }
        return .refused(
            words.about(server.machine),
            Because(
                Administration.Rules.noSite, facts: [.init("machine", server.machine)],
                wouldPass: "a server with a site (site: true in the scenario)"))
    }

    private static func refuse(_ deployment: inout Deployment, _ visit: inout Visit, _ place: Int) -> Outcome? {
        guard let presented = presented(&visit) else {
            let because = Because(
                Tokens.Rules.required, facts: [.init("resource", "admin")],
                wouldPass: "token=… in the query, of admin/generateToken")
            // A browser is asked to sign in, as at the services directory.
            if visit.format == .html, visit.isGet {
                return Outcome(
                    body: .redirect(LoginPage.url(deployment.url(ofServer: place, visit) + "/admin", visit)),
                    because: [because])
            }
            return .refused(Administration.Said.tokenRequired, because)
        }
        switch TokenFilter.check(deployment, &visit, presented) {
        case .failure(let refusal):
            let isExpired = refusal.because.rule.id == Tokens.Rules.expired.id
            return .refused(
                isExpired ? Administration.Said.expired : Administration.Said.undecipherable, refusal.because)
        case .success(let (caller, token)):
            visit.caller = deployment.name(of: caller)
            return refuse(deployment, caller, token, place)
        }
    }

    /// Older servers look for the token in the query only (DOI-BLM/requests-arcgis-auth).
    private static func presented(_ visit: inout Visit) -> Presented? {
        guard let presented = Presented.find(visit) else { return nil }
        if presented.place == .body, visit.choice(.adminTokenInBody) == .ignore { return nil }
        return presented
    }

    private static func refuse(_ deployment: Deployment, _ caller: Caller, _ token: Token, _ place: Int) -> Outcome? {
        let role: String
        switch caller {
        case .siteAdmin(place): return nil
        case .member(let portal, let account): role = deployment.portals[portal].accounts[account].role
        case .storeUser(let server, let account): role = deployment.servers[server].accounts[account].role
        default: role = "none"
        }
        let facts: [Because.Fact] = [.init("user", deployment.name(of: caller) ?? "nobody"), .init("role", role)]
        let isAddress = token.binding.kind == .address || token.binding.kind == .requestAddress
        if isAddress, case .member = caller {
            return .refused(
                Administration.Said.undecipherable,
                Because(
                    Administration.Rules.addressBound, facts: facts, wouldPass: "a token asked for with client=referer")
            )
        }
        if role == "org_admin" || role == "org_publisher" { return nil }
        return .refused(
            Administration.Said.forbidden,
            Because(
                Administration.Rules.notAdministrator, facts: facts,
                wouldPass: "the primary site administrator, or somebody with the role org_admin or org_publisher"))
    }
}
