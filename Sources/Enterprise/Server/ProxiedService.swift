// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `sharing/servers/{id}/rest/services/…` of a portal: a service that the portal asks for its caller. The id is that of a
/// federated server, or of an item, which may keep the credentials that the portal asks with
/// (docs/reference/sharing.md#p1).
enum ProxiedService {
    static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext, type: ServiceKind, resource: Resource
    ) -> Deferrable<Outcome> {
        switch enter(deployment, &context) {
        case .failure(let refused): return .ready(refused.outcome)
        case .success(var inner):
            let outcome = ServiceDoor.answer(&deployment, &inner, type: type, resource: resource)
            context.caller = inner.caller
            context.add(quirks: inner.quirks)
            return outcome
        }
    }

    /// Returns the request as the server gets it, which the id in the path names.
    static func enter(
        _ deployment: Deployment, _ context: inout RequestContext
    ) -> Result<RequestContext, ServiceDoor.Refused> {
        guard case .portal(let index) = context.site else {
            return .failure(ServiceDoor.Refused(outcome: .page(Page.notFound)))
        }
        let id = context.names["id"] ?? ""
        let known = FederatedServers.list(deployment, context, portal: index)
        let federated = deployment.servers.indices.first {
            deployment.servers[$0].federation?.portal == index && FederatedServers.id(deployment.servers[$0].name) == id
        }
        let item = deployment.service(ofItem: id, index)
        guard let server = federated ?? item?.server else {
            return .failure(ServiceDoor.Refused(outcome: FederatedServers.unknown(id, known.map(\.id))))
        }
        if let refused = refusePage(deployment.servers[server], &context) {
            return .failure(ServiceDoor.Refused(outcome: refused))
        }
        var inner = RequestContext(
            call: context.call, site: .server(server), route: context.route, names: context.names,
            parameters: context.parameters, profile: deployment.servers[server].profile)
        if let item {
            let service = deployment.servers[item.server].services[item.service]
            switch service.credentials {
            case .dead: return .failure(ServiceDoor.Refused(outcome: deadCredentials(id)))
            case .valid:
                // The portal asks as the item's owner, whoever the caller is.
                let owner = service.owner.flatMap { deployment.portals[index].accounts.number(named: $0) }
                inner.proxied = owner.map { .member(portal: index, account: $0) }
            case .none: break
            }
        }
        return .success(inner)
    }

    private static func deadCredentials(_ id: String) -> Outcome {
        .refused(
            Sharing.ErrorBodies.proxyFailed,
            Verdict(
                Sharing.Rules.deadCredentials, facts: [.init("item", id)],
                wouldPass: "new credentials in the item"))
    }

    /// Refuses pages that are not listed. Only the exact URL of a listed page is accepted; its bare origin is refused
    /// (captured).
    private static func refusePage(_ server: ServerState, _ context: inout RequestContext) -> Outcome? {
        let name = context.serviceName
        let listed = server.services.first { $0.name == name }?.referrers ?? []
        let came = context.call.request.fields["referer"]
        guard !listed.isEmpty, !listed.contains(where: { $0 == came }) else { return nil }
        return SharingDoor.forbidden(
            &context,
            Verdict(
                Tokens.Rules.otherPage, facts: [.init("referer", came ?? "none")],
                wouldPass: "Referer: \(listed.joined(separator: ", or "))"))
    }
}
