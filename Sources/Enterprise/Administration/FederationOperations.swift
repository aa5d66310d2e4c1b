import Facts
import Formats

/// `portaladmin/federation/servers/…`: what changes which servers a portal has.
enum FederationOperations {
    /// `federate`: `url`, `adminUrl`, and the server's primary site administrator.
    static func federate(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .portal(let portal) = visit.site else { return .page(Page.notFound) }
        if let refused = PortalAdministrator.enter(&deployment, &visit) { return refused }
        let url = visit.parameters.given("url")
        let adminURL = visit.parameters.given("adminurl")
        let username = visit.parameters.given("username") ?? ""
        let found = deployment.servers.indices.first { place in
            let asked = [adminURL, url].compactMap { $0.flatMap(PlainURL.init) }
            let known = [deployment.url(ofServer: place, visit), deployment.servers[place].federation?.adminURL]
                .compactMap { $0.flatMap(PlainURL.init) }
            return asked.contains { url in known.contains { $0.authority == url.authority && $0.path == url.path } }
        }
        guard let found, deployment.servers[found].version.hasPortal, let admin = deployment.servers[found].siteAdmin,
            admin.username == username, admin.password == visit.parameters.given("password"), !visit.isGet
        else {
            let known = deployment.servers.indices.map { deployment.url(ofServer: $0, visit) }
            return .refused(
                Administration.Said.federationFailed.about(adminURL ?? url ?? ""),
                Because(
                    Administration.Rules.cannotFederate,
                    facts: [.init("adminUrl", adminURL ?? ""), .init("username", username)],
                    wouldPass: "a POST with one of \(known.joined(separator: ", ")) and its site administrator"))
        }
        deployment.servers[found].federation = ServerState.Federation(
            portal: portal, url: url, adminURL: adminURL, owningSystemURL: nil, role: "FEDERATED_SERVER",
            hasStaleKey: false)
        return .json(
            .object([
                .init("status", .string("success")),
                .init("serverId", .string(FederatedServers.id(deployment.servers[found].name))),
            ]))
    }

    /// `{id}/unfederate`, `{id}/update`, `{id}/validate`.
    static func change(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .portal(let portal) = visit.site else { return .page(Page.notFound) }
        if let refused = PortalAdministrator.enter(&deployment, &visit) { return refused }
        let id = visit.names["id"] ?? ""
        let place = deployment.servers.indices.first {
            deployment.servers[$0].federation?.portal == portal
                && FederatedServers.id(deployment.servers[$0].name) == id
        }
        let operation = visit.names["operation"]?.lowercased() ?? ""
        guard let place, ["unfederate", "update", "validate"].contains(operation) else {
            let known = FederatedServers.list(deployment, visit, portal: portal).map(\.id)
            return .refused(
                Administration.Said.federationFailed.about(id),
                Because(
                    Administration.Rules.serverUnknown, facts: [.init("id", id), .init("operation", operation)],
                    wouldPass: known.isEmpty
                        ? "a server federated with the portal" : "one of \(known.joined(separator: ", "))"))
        }
        switch operation {
        case "unfederate": deployment.unfederate(server: place)
        case "update":
            if let role = visit.parameters.given("serverrole") { deployment.servers[place].federation?.role = role }
            if let function = visit.parameters["serverfunction"] {
                deployment.servers[place].federation?.function = function
            }
        default: break
        }
        return .json(Administration.success)
    }
}
