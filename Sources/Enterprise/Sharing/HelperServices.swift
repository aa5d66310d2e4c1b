// SPDX-License-Identifier: Apache-2.0

import Formats

/// `helperServices` of `portals/self`: the scenario's, otherwise the geocoders among the portal's services, and the
/// geometry service of its servers if one has it.
enum HelperServices {
    static func of(portal index: Int, _ deployment: Deployment, _ context: RequestContext) -> JSON {
        if let given = deployment.portals[index].helperServices { return deployment.filled(given, context) }
        let geocoders = deployment.servers.indices.filter { deployment.servers[$0].federation?.portal == index }
            .flatMap { server in
                deployment.servers[server].services
                    .filter { $0.running != .missing && $0.types.contains("GeocodeServer") }
                    .map { service in
                        JSON.object([
                            .init(
                                "url",
                                .string(
                                    "\(deployment.url(ofServer: server, context))/rest/services/\(service.name)/GeocodeServer"
                                )), .init("name", .string(service.name)),
                            .init("singleLineFieldName", .string("SingleLine")), .init("placefinding", .bool(true)),
                            .init("suggest", .bool(true)), .init("zoomScale", .int(10_000)),
                        ])
                    }
            }
        let geometry = geometry(portal: index, deployment, context)
        return .object(
            (geocoders.isEmpty ? [] : [.init("geocode", .array(geocoders))])
                + (geometry.map { [.init("geometry", .object([.init("url", .string($0))]))] } ?? []))
    }

    /// Returns the address of `Utilities/Geometry`, or else of another geometry service.
    private static func geometry(portal index: Int, _ deployment: Deployment, _ context: RequestContext) -> String? {
        let found = deployment.servers.indices.filter { deployment.servers[$0].federation?.portal == index }
            .flatMap { server in
                deployment.servers[server].services
                    .filter { $0.running != .missing && $0.types.contains("GeometryServer") }
                    .map { (server: server, name: $0.name) }
            }
        guard let service = found.first(where: { $0.name == "Utilities/Geometry" }) ?? found.first else { return nil }
        return "\(deployment.url(ofServer: service.server, context))/rest/services/\(service.name)/GeometryServer"
    }
}
