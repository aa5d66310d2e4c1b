// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/federation/servers/…`: the operations that change which servers a portal has.
enum FederationOperations {
    /// `federate`: `url`, `adminUrl`, and the server's primary site administrator.
    static func federate(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let portal) = context.site else { return .page(Page.notFound) }
        if let refused = PortalAdministrator.enter(&deployment, &context) { return refused }
        let url = context.parameters.given("url")
        let adminURL = context.parameters.given("adminurl")
        let username = context.parameters.given("username") ?? ""
        let found = deployment.servers.indices.first { index in
            let asked = [adminURL, url].compactMap { $0.flatMap(PlainURL.init) }
            let known = [deployment.url(ofServer: index, context), deployment.servers[index].federation?.adminURL]
                .compactMap { $0.flatMap(PlainURL.init) }
            return asked.contains { url in known.contains { $0.authority == url.authority && $0.path == url.path } }
        }
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
        deployment.servers[found].federation = FederationState(
            portal: portal, url: url, adminURL: adminURL, owningSystemURL: nil, role: "FEDERATED_SERVER",
            hasStaleKey: false)
        return .json(
            .object([
                .init("status", .string("success")),
                .init("serverId", .string(FederatedServers.id(deployment.servers[found].name))),
            ]))
    }

    static func unfederate(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        change(&deployment, &context) { deployment, _, index in
            deployment.unfederate(server: index)
            return .json(Administration.success)
        }
    }

    /// `update`: `serverRole`, `serverFunction`. A hosting server needs a license for it.
    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        change(&deployment, &context) { deployment, context, index in
            let (id, role) = (context.names["id"] ?? "", context.parameters.given("serverrole"))
            let isHosting = role == "HOSTING_SERVER"
            if isHosting, !deployment.servers[index].license.mayHost {
                let server = deployment.servers[index]
                let url = server.federation?.adminURL ?? deployment.url(ofServer: index, context)
                let name = PlainURL(url)?.authority ?? server.machine
                return .refused(
                    Administration.ErrorBodies.hostingUnlicensed.about(["name": name, "id": id]),
                    Verdict(
                        Administration.Rules.hostingUnlicensed,
                        facts: [.init("server", server.name), .init("license", server.license.rawValue)],
                        wouldPass: "a server with license: \"standard\" in the scenario, or serverRole=FEDERATED_SERVER"
                    ))
            }
            if let role {
                deployment.servers[index].federation?.role = role
                deployment.servers[index].isHosting = isHosting
            }
            if let function = context.parameters["serverfunction"] {
                deployment.servers[index].federation?.function = function
            }
            return .json(.object([.init("status", .string("success")), .init("serverId", .string(id))]))
        }
    }

    static func validate(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        change(&deployment, &context) { deployment, context, index in
            .json(validity(deployment, context, index))
        }
    }

    /// `servers/validate`: all of them.
    static func validateAll(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let portal) = context.site else { return .page(Page.notFound) }
        if let refused = PortalAdministrator.enter(&deployment, &context) { return refused }
        let servers = deployment.servers.indices.filter { deployment.servers[$0].federation?.portal == portal }
        return .json(
            .object([
                .init("status", .string("success")),
                .init("serversStatus", .array(servers.map { validity(deployment, context, $0) })),
            ]))
    }

    /// Returns what `validate` says of a server that the portal reaches. `adminUrl` and the last words are documented of
    /// 11.1; older documentation has the others.
    private static func validity(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> JSON {
        let server = deployment.servers[index]
        let url = server.federation?.adminURL ?? deployment.url(ofServer: index, context)
        let isNew = context.profile.version >= .v11_1
        let words = isNew ? "version is compatible with" : "version matches with"
        var members: [JSON.Member] = [
            .init("status", .string("success")), .init("serverId", .string(FederatedServers.id(server.name))),
            .init(
                "messages",
                .strings([
                    "ArcGIS Server administration URL '\(url)' is accessible.",
                    "ArcGIS Server '\(url)' \(words) Portal for ArcGIS.",
                ])),
        ]
        if isNew { members.append(.init("adminUrl", .string(url))) }
        return .object(members)
    }

    /// Checks the door, and answers for the server of the id.
    private static func change(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, RequestContext, Int) -> Outcome
    ) -> Outcome {
        guard case .portal(let portal) = context.site else { return .page(Page.notFound) }
        if let refused = PortalAdministrator.enter(&deployment, &context) { return refused }
        let id = context.names["id"] ?? ""
        let index = deployment.servers.indices.first {
            deployment.servers[$0].federation?.portal == portal
                && FederatedServers.id(deployment.servers[$0].name) == id
        }
        guard let index else {
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
