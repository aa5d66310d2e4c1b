// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// The sharing side of federation: `portals/{id}/servers/register`, `update` and `unregister`, and a server by its id
/// (docs/reference/federation.md#e27). A server that is registered does not trust the portal's tokens until its own security
/// configuration has the secret that `register` shows once.
enum ServerRegistration {
    private static let privilege = "portal:admin:manageServers"

    static func register(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, context, index in
            for name in ["name", "url", "adminUrl"] where context.parameters.given(name.lowercased()) == nil {
                return SharingDoor.notGiven(name, context)
            }
            let (url, adminURL) = (context.parameters.given("url"), context.parameters.given("adminurl"))
            let known = deployment.servers.indices.map { deployment.url(ofServer: $0, context) }
            guard let server = deployment.server(at: [adminURL, url], context),
                deployment.servers[server].federation.map({ $0.portal == index }) ?? true
            else {
                return SharingDoor.refused(
                    Sharing.ErrorBodies.serverNotRegistered, Sharing.Rules.serverNotRegistered,
                    [("adminUrl", adminURL ?? "")],
                    "a server of this deployment that is not another portal's: \(known.joined(separator: ", "))",
                    context)
            }
            deployment.servers[server].federation = FederationState(
                portal: index, url: url, adminURL: adminURL, owningSystemURL: nil, role: "FEDERATED_SERVER",
                hasStaleKey: true)
            let isHosted = ASCII.equal(context.parameters.given("ishosted") ?? "", "true")
            deployment.setRole(
                isHosted && deployment.servers[server].license.mayHost ? "HOSTING_SERVER" : "FEDERATED_SERVER",
                ofServer: server)
            return SharingDoor.done([
                .init("serverId", .string(FederatedServers.id(deployment.servers[server].name))),
                .init("secretKey", .string(Hex.encode(deployment.generator.bytes(32)))),
            ])
        }
    }

    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        changed(&deployment, &context) { deployment, context, server, id in
            if let refused = ServerRole.refuse(deployment, context, server, id) { return refused }
            if let url = context.parameters.given("url") { deployment.servers[server].federation?.url = url }
            if let url = context.parameters.given("adminurl") { deployment.servers[server].federation?.adminURL = url }
            if let role = context.parameters.given("serverrole") {
                deployment.setRole(role, ofServer: server)
            } else if let isHosted = context.parameters.given("ishosted") {
                deployment.setRole(
                    ASCII.equal(isHosted, "true") ? "HOSTING_SERVER" : "FEDERATED_SERVER", ofServer: server)
            }
            if let function = context.parameters["serverfunction"] {
                deployment.servers[server].federation?.function = function
            }
            return SharingDoor.done([.init("serverId", .string(id))])
        }
    }

    static func unregister(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        changed(&deployment, &context) { deployment, _, server, id in
            deployment.unfederate(server: server)
            deployment.servers[server].isHosting = false
            return SharingDoor.done([.init("serverId", .string(id))])
        }
    }

    /// `servers/{id}`.
    static func one(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PortalResources.signedIn(&deployment, &context, "servers") { deployment, context, index, _ in
            let list = FederatedServers.list(deployment, context, portal: index)
            let id = context.names["server"] ?? ""
            guard let server = list.first(where: { $0.id == id }) else {
                return FederatedServers.unknown(id, list.map(\.id))
            }
            return .json(FederatedServers.json(server))
        }
    }

    private static func changed(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, RequestContext, Int, String) -> Outcome
    ) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, context, index in
            let id = context.names["server"] ?? ""
            guard let server = deployment.federated(id, index) else {
                return FederatedServers.unknown(
                    id, FederatedServers.list(deployment, context, portal: index).map(\.id))
            }
            return body(&deployment, context, server, id)
        }
    }
}
