import Facts
import Formats
import MapServices

/// `sharing/servers/{id}/rest/services/…` of a portal: a federated server's service through the portal.
enum ProxiedService {
    static func answer(
        _ deployment: inout Deployment, _ visit: inout Visit, type: Reading.Kind, resource: Resource
    ) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        let id = visit.names["id"] ?? ""
        let known = FederatedServers.list(deployment, visit, portal: place)
        let server = deployment.servers.indices.first {
            deployment.servers[$0].federation?.portal == place && FederatedServers.id(deployment.servers[$0].name) == id
        }
        guard let server else { return FederatedServers.unknown(id, known.map(\.id)) }
        if let refused = refusePage(deployment.servers[server], &visit) { return refused }
        var inner = Visit(
            call: visit.call, site: .server(server), route: visit.route, names: visit.names,
            parameters: visit.parameters, profile: deployment.servers[server].profile)
        let outcome = ServiceDoor.answer(&deployment, &inner, type: type, resource: resource)
        visit.caller = inner.caller
        visit.add(quirks: inner.quirks)
        return outcome
    }

    /// Only the very address of a listed page will do; its bare origin is refused (captured).
    private static func refusePage(_ server: ServerState, _ visit: inout Visit) -> Outcome? {
        let name = visit.serviceName
        let listed = server.services.first { $0.name == name }?.referrers ?? []
        let came = visit.call.request.fields["referer"]
        guard !listed.isEmpty, !listed.contains(where: { $0 == came }) else { return nil }
        return SharingDoor.forbidden(
            &visit,
            Because(
                Tokens.Rules.otherPage, facts: [.init("referer", came ?? "none")],
                wouldPass: "Referer: \(listed.joined(separator: ", or "))"))
    }
}
