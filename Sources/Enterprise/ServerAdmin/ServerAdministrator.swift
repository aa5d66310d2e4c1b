// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/` of a server: its root, and who may enter.
enum ServerAdministrator {
    static func root(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        let target = context.call.request.target
        if case .server(let index) = context.site, !target.path.hasSuffix("/") {
            let query = target.query.map { "?\($0)" } ?? ""
            return Outcome(body: .redirect("\(deployment.url(ofServer: index, context))/admin/\(query)"))
        }
        return answer(&deployment, &context) { deployment, context, index in
            let version = deployment.servers[index].version
            // Captured at 10.5.1; what came later or went earlier is not there (documented).
            let names = [
                "machines", "clusters", "system", "services", "security", "data", "uploads", "logs", "mode",
                "usagereports",
            ].filter { Surface.has(.server, "admin/\($0)", version) }
            return .object([
                .init("resources", .array(names.map(JSON.string))),
                .init("currentVersion", version.number.map(JSON.number) ?? .null),
                .init("fullVersion", .string(deployment.servers[index].fullVersion ?? version.text)),
                .init("acceptLanguage", .null),
            ])
        }
    }

    /// Checks the door and answers with the result of `body`.
    static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int) -> JSON
    ) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        if let refused = enter(&deployment, &context, index) { return refused }
        return .json(body(&deployment, &context, index))
    }

    /// Returns the refusal of the door, or `nil` if the caller may enter.
    static func enter(_ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int) -> Outcome? {
        let server = deployment.servers[index]
        if let missing = noSite(server, Administration.ErrorBodies.noSite) { return missing }
        if server.condition == .upgrading {
            return .refused(
                Administration.ErrorBodies.upgrading,
                Verdict(
                    Administration.Rules.upgrading, facts: [.init("server", server.name)],
                    wouldPass: "the same request after the upgrade"))
        }
        if let refused = otherAddress(deployment.sites[index], context) { return refused }
        return refuse(&deployment, &context, index)
    }

    /// Returns the refusal of a machine without a site, in the door's envelope.
    static func noSite(_ server: ServerState, _ errorBody: ErrorBody) -> Outcome? {
        guard !server.hasSite else { return nil }
        return .refused(
            errorBody.about(server.machine),
            Verdict(
                Administration.Rules.noSite, facts: [.init("machine", server.machine)],
                wouldPass: "a server with a site (site: true in the scenario)"))
    }

    /// Refuses an address that may not administer the site, if an administrator has said which may.
    private static func otherAddress(_ site: ServerSetup, _ context: RequestContext) -> Outcome? {
        let allowed = site.administrators
        let address = context.call.connection.peerAddress
        guard !allowed.isEmpty, !allowed.contains(address) else { return nil }
        return .refused(
            Administration.ErrorBodies.forbidden,
            Verdict(
                Administration.Rules.otherAddress,
                facts: [
                    .init("address", address), .init("allowedAdminAccessIPs", allowed.joined(separator: ", ")),
                ], wouldPass: "a request from \(allowed[0])"))
    }

    private static func refuse(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) -> Outcome? {
        guard let presented = presented(&context) else {
            let verdict = Verdict(
                Tokens.Rules.required, facts: [.init("resource", "admin")],
                wouldPass: "token=… in the query, issued by admin/generateToken")
            // A browser gets the sign-in page, as at the services directory.
            if context.format == .html, context.isGet {
                return Outcome(
                    body: .redirect(LoginPage.url(deployment.url(ofServer: index, context) + "/admin", context)),
                    verdict: [verdict])
            }
            return .refused(Administration.ErrorBodies.tokenRequired, verdict)
        }
        switch TokenFilter.check(deployment, &context, presented) {
        case .failure(let refusal):
            let isExpired = refusal.verdict.rule.id == Tokens.Rules.expired.id
            return .refused(
                isExpired ? Administration.ErrorBodies.expired : Administration.ErrorBodies.undecipherable,
                refusal.verdict)
        case .success(let (caller, token)):
            context.caller = deployment.name(of: caller)
            return refuse(deployment, caller, token, index, &context.adminPrivilege)
        }
    }

    /// Returns the presented token. Older servers read it only from the query (DOI-BLM/requests-arcgis-auth).
    private static func presented(_ context: inout RequestContext) -> PresentedToken? {
        guard let presented = PresentedToken.find(context) else { return nil }
        if presented.source == .body, context.choice(.adminTokenInBody) == .ignore { return nil }
        return presented
    }

    private static func refuse(
        _ deployment: Deployment, _ caller: Caller, _ token: Token, _ index: Int, _ privilege: inout AdminPrivilege?
    ) -> Outcome? {
        let role: String
        switch caller {
        case .siteAdmin(index):
            privilege = .administer
            return nil
        case .member(let portal, let account): role = deployment.portals[portal].accounts[account].role
        case .storeUser(let server, let account): role = deployment.servers[server].accounts[account].role
        default: role = "none"
        }
        let facts: [Verdict.Fact] = [.init("user", deployment.name(of: caller) ?? "nobody"), .init("role", role)]
        let isAddress = token.binding.kind == .address || token.binding.kind == .requestAddress
        if isAddress, case .member = caller {
            return .refused(
                Administration.ErrorBodies.undecipherable,
                Verdict(
                    Administration.Rules.addressBound, facts: facts, wouldPass: "a token requested with client=referer")
            )
        }
        if role == "org_admin" || role == "org_publisher" {
            privilege = AdminPrivilege(role: role)
            return nil
        }
        return .refused(
            Administration.ErrorBodies.forbidden,
            Verdict(
                Administration.Rules.notAdministrator, facts: facts,
                wouldPass: "the primary site administrator, or a member with the role org_admin or org_publisher"))
    }
}
