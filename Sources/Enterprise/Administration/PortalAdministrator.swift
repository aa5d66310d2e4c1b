// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin` of a portal: its root and the servers federated with it, for the portal's administrators.
enum PortalAdministrator {
    /// The root. A member who is no administrator reads it too, without the version: by that Esri's scanner tells
    /// (docs/reference/admin.md#e11).
    static func root(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        let refused = enter(&deployment, &context)
        let isMember = refused?.verdict.first?.rule == Administration.Rules.notPortalAdministrator
        if let refused, !isMember { return refused }
        let version = deployment.portals[index].version
        let names = ["federation", "logs", "machines", "mode", "security", "system"].filter {
            Surface.has(.portal, "portaladmin/\($0)", version)
        }
        var members: [JSON.Member] = [.init("resources", .strings(names))]
        if isMember {
            var outcome = Outcome.json(.object(members))
            outcome.verdict = refused?.verdict ?? []
            return outcome
        }
        members.insert(.init("version", .string(version.text)), at: 0)
        if context.choice(.portalAdminUserTypes) == .show { members.append(.init("isUserTypeLicensing", .bool(true))) }
        return .json(.object(members))
    }

    static func federation(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        answer(&deployment, &context) { _, _, _ in .object([.init("resources", .array([.string("servers")]))]) }
    }

    static func servers(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        answer(&deployment, &context) { deployment, context, index in
            let servers = FederatedServers.list(deployment, context, portal: index).map(json)
            return .object([.init("servers", .array(servers))])
        }
    }

    /// A federated server, as the list has it.
    static func json(_ server: FederatedServers.Known) -> JSON {
        .object([
            .init("id", .string(server.id)), .init("name", .string(server.name)), .init("url", .string(server.url)),
            .init("isHosted", .bool(server.isHosted)), .init("adminUrl", .string(server.adminURL)),
            .init("serverRole", .string(server.role)), .init("serverFunction", .string(server.function)),
            .init("serverType", .string("ArcGIS")), .init("webgisServerTrustKey", .string("")),
        ])
    }

    static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (Deployment, inout RequestContext, Int) -> JSON
    ) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        if let refused = enter(&deployment, &context) { return refused }
        return .json(body(deployment, &context, index))
    }

    /// Returns the refusal of the door, or `nil` if the caller may enter.
    static func enter(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome? {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        if let refused = unready(deployment.portals[index]) { return refused }
        let caller: Caller
        if let presented = PresentedToken.find(context) {
            switch TokenFilter.check(deployment, &context, presented) {
            case .failure(let refusal): return .refused(Tokens.ErrorBodies.longInvalidToken, refusal.verdict)
            case .success(let passed): caller = passed.0
            }
        } else if let account = context.webTierAccount {
            caller = .member(portal: index, account: account)
        } else {
            let verdict = Verdict(
                Tokens.Rules.required, facts: [.init("resource", "portaladmin")],
                wouldPass: "the token of a portal administrator")
            if context.format == .html, context.isGet {
                return Outcome(
                    body: .redirect(LoginPage.url(deployment.url(ofPortal: index, context) + "/portaladmin", context)),
                    verdict: [verdict])
            }
            return .refused(Administration.ErrorBodies.portalTokenRequired, verdict)
        }
        context.caller = deployment.name(of: caller)
        if case .member(_, let number) = caller, deployment.portals[index].accounts[number].isAdministrator {
            return nil
        }
        return SharingDoor.forbidden(
            &context,
            Verdict(
                Administration.Rules.notPortalAdministrator,
                facts: [.init("user", deployment.name(of: caller) ?? "nobody")],
                wouldPass: "a member with the role org_admin"))
    }

    /// Returns the refusal of a portal that is not initialized or not upgraded. It comes before any check of a token.
    private static func unready(_ portal: PortalState) -> Outcome? {
        let facts: [Verdict.Fact] = [.init("portal", portal.name)]
        if !portal.hasSite {
            return .refused(
                Administration.ErrorBodies.portalNoSite,
                Verdict(Administration.Rules.portalNoSite, facts: facts, wouldPass: "a portal with site: true"))
        }
        guard portal.condition == .upgrading else { return nil }
        return .refused(
            Administration.ErrorBodies.portalUpgrade,
            Verdict(Administration.Rules.portalUpgrade, facts: facts, wouldPass: "a portal whose upgrade is complete"))
    }
}
