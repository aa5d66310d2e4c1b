// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/federation/servers/…`: the operations that change which servers a portal has.
enum FederationOperations {
    /// `federate`: `url`, `adminUrl`, and the server's primary site administrator. The server then belongs to the portal:
    /// it hands out no tokens of its own, and takes the portal's.
    static func federate(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let portal) = context.site else { return .page(Page.notFound) }
        if let refused = PortalAdministrator.enter(&deployment, &context) { return refused }
        let url = context.parameters.given("url")
        let adminURL = context.parameters.given("adminurl")
        let found = deployment.server(at: [adminURL, url], context)
        let username = context.parameters.given("username") ?? ""
        guard let found, deployment.servers[found].version.hasPortal, let admin = deployment.servers[found].siteAdmin,
            admin.username == username, admin.password == context.parameters.given("password"), !context.isGet
        else {
            let known = deployment.servers.indices.map { deployment.url(ofServer: $0, context) }
            return .refused(
                Administration.ErrorBodies.federationFailed.about(adminURL ?? url ?? ""),
                Verdict(
                    Administration.Rules.cannotFederate,
                    facts: [.init("adminUrl", adminURL ?? ""), .init("username", username)],
                    wouldPass: "a POST with one of \(known.joined(separator: ", ")) and its site administrator"))
        }
        if let refused = refuse(found, deployment, portal, adminURL ?? url ?? "") { return refused }
        deployment.servers[found].federation = FederationState(
            portal: portal, url: url, adminURL: adminURL, owningSystemURL: nil, role: "FEDERATED_SERVER",
            hasStaleKey: false)
        deployment.servers[found].isHosting = false
        return .json(
            .object([
                .init("status", .string("success")),
                .init("serverId", .string(FederatedServers.id(deployment.servers[found].name))),
            ]))
    }

    /// Returns the refusal of a server that cannot be federated as it is.
    private static func refuse(_ server: Int, _ deployment: Deployment, _ portal: Int, _ url: String) -> Outcome? {
        let name = deployment.servers[server].name
        if let other = deployment.servers[server].federation?.portal, other != portal {
            return .refused(
                Administration.ErrorBodies.federatedElsewhere.about(url),
                Verdict(
                    Administration.Rules.federatedElsewhere,
                    facts: [.init("server", name), .init("portal", deployment.portals[other].name)],
                    wouldPass: "the server after it left the portal \(deployment.portals[other].name)"))
        }
        guard deployment.servers[server].condition != .started || !deployment.servers[server].hasSite else {
            return nil
        }
        return .refused(
            Administration.ErrorBodies.federationFailed.about(url),
            Verdict(
                Administration.Rules.serverNotReached,
                facts: [
                    .init("server", name), .init("state", deployment.servers[server].condition.rawValue),
                    .init("site", "\(deployment.servers[server].hasSite)"),
                ], wouldPass: "a server that runs and has a site"))
    }

    /// `unfederate`: the server's own store and tokens apply again, and the portal's are worth nothing there.
    static func unfederate(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        change(&deployment, &context) { deployment, context, index in
            if context.isGet { return .json(Administration.success) }
            deployment.unfederate(server: index)
            deployment.servers[index].isHosting = false
            return .json(Administration.success)
        }
    }

    /// `update`: `serverRole`, `serverFunction`. A hosting server needs a license for it, and there is one: the former
    /// one is a federated server then (documented).
    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        change(&deployment, &context) { deployment, context, index in
            let (id, role) = (context.names["id"] ?? "", context.parameters.given("serverrole"))
            if let refused = ServerRole.refuse(deployment, context, index, id) { return refused }
            if let role { deployment.setRole(role, ofServer: index) }
            if let function = context.parameters["serverfunction"] {
                deployment.servers[index].federation?.function = function
            }
            return .json(.object([.init("status", .string("success")), .init("serverId", .string(id))]))
        }
    }

    /// `federation/servers/{id}`: one of them.
    static func server(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        change(&deployment, &context) { deployment, context, index in
            let id = FederatedServers.id(deployment.servers[index].name)
            let portal = deployment.servers[index].federation?.portal ?? 0
            let known = FederatedServers.list(deployment, context, portal: portal).first { $0.id == id }
            return .json(known.map(PortalAdministrator.json) ?? .object([]))
        }
    }

    static func validate(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        change(&deployment, &context) { deployment, context, index in
            .json(ServerValidation.json(deployment, context, index))
        }
    }

    /// `servers/validate`: all of them. The status is a failure if one fails (inferred).
    static func validateAll(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let portal) = context.site else { return .page(Page.notFound) }
        if let refused = PortalAdministrator.enter(&deployment, &context) { return refused }
        let servers = deployment.servers.indices.filter { deployment.servers[$0].federation?.portal == portal }
        let all = servers.map { ServerValidation.json(deployment, context, $0) }
        let isWell = all.allSatisfy { $0["status"]?.text == "success" }
        return .json(
            .object([
                .init("status", .string(isWell ? "success" : "failure")), .init("serversStatus", .array(all)),
            ]))
    }

    /// Checks the door, and answers for the server of the id.
    private static func change(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, RequestContext, Int) -> Outcome
    ) -> Outcome {
        guard case .portal(let portal) = context.site else { return .page(Page.notFound) }
        if let refused = PortalAdministrator.enter(&deployment, &context) { return refused }
        let id = context.names["id"] ?? ""
        guard let index = deployment.federated(id, portal) else {
            let known = FederatedServers.list(deployment, context, portal: portal).map(\.id)
            return .refused(
                Administration.ErrorBodies.federationFailed.about(id),
                Verdict(
                    Administration.Rules.serverUnknown, facts: [.init("id", id)],
                    wouldPass: known.isEmpty
                        ? "a server federated with the portal" : "one of \(known.joined(separator: ", "))"))
        }
        return body(&deployment, context, index)
    }
}
