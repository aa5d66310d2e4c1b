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

    /// `{id}/unfederate`, `{id}/update`, `{id}/validate`.
    static func change(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let portal) = context.site else { return .page(Page.notFound) }
        if let refused = PortalAdministrator.enter(&deployment, &context) { return refused }
        let id = context.names["id"] ?? ""
        let index = deployment.servers.indices.first {
            deployment.servers[$0].federation?.portal == portal
                && FederatedServers.id(deployment.servers[$0].name) == id
        }
        let operation = context.names["operation"]?.lowercased() ?? ""
        guard let index, ["unfederate", "update", "validate"].contains(operation) else {
            let known = FederatedServers.list(deployment, context, portal: portal).map(\.id)
            return .refused(
                Administration.ErrorBodies.federationFailed.about(id),
                Verdict(
                    Administration.Rules.serverUnknown, facts: [.init("id", id), .init("operation", operation)],
                    wouldPass: known.isEmpty
                        ? "a server federated with the portal" : "one of \(known.joined(separator: ", "))"))
        }
        switch operation {
        case "unfederate": deployment.unfederate(server: index)
        case "update":
            if let role = context.parameters.given("serverrole") { deployment.servers[index].federation?.role = role }
            if let function = context.parameters["serverfunction"] {
                deployment.servers[index].federation?.function = function
            }
        default: break
        }
        return .json(Administration.success)
    }
}
