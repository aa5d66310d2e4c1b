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
        var inner = Visit(
            call: visit.call, site: .server(server), route: visit.route, names: visit.names,
            parameters: visit.parameters, profile: deployment.servers[server].profile)
        let outcome = ServiceDoor.answer(&deployment, &inner, type: type, resource: resource)
        visit.caller = inner.caller
        visit.add(quirks: inner.quirks)
        return outcome
    }
}
