// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// `portals/self/servers` and `portals/{id}/servers`: the servers federated with a portal, for callers with a token.
enum FederatedServers {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
            guard caller != .anonymous else { return SharingDoor.required("portals/self/servers", context) }
            if let unknown = PortalSelf.unknown(context) { return unknown }
            let servers = list(deployment, context, portal: index)
            return .json(
                .object([
                    .init(
                        "servers",
                        .array(servers.map(json)))
                ]))
        }
    }

    static func json(_ server: Known) -> JSON {
        .object([
            .init("id", .string(server.id)), .init("name", .string(server.name)),
            .init("adminUrl", .string(server.adminURL)), .init("url", .string(server.url)),
            .init("isHosted", .bool(server.isHosted)), .init("serverKey", .null),
            .init("serverType", .string("ArcGIS")), .init("serverRole", .string(server.role)),
            // A string and never null, because clients split it at commas.
            .init("serverFunction", .string(server.function)),
        ])
    }

    static func unknown(_ id: String, _ known: [String]) -> Outcome {
        .refused(
            Sharing.ErrorBodies.serverMissing,
            Verdict(
                Sharing.Rules.serverMissing, facts: [.init("id", id)],
                wouldPass: known.isEmpty
                    ? "a server federated with the portal" : "one of \(known.joined(separator: ", "))"))
    }

    /// What a portal knows about a server federated with it.
    struct Known {
        var id: String
        /// The host and port of `adminURL`.
        var name: String
        var url: String
        var adminURL: String
        var isHosted: Bool
        var role: String
        var function: String
    }

    static func list(_ deployment: Deployment, _ context: RequestContext, portal: Int) -> [Known] {
        deployment.servers.indices.compactMap { number in
            let server = deployment.servers[number]
            guard let federation = server.federation, federation.portal == portal else { return nil }
            let url = deployment.url(ofServer: number, context)
            let admin = federation.adminURL ?? url
            return Known(
                id: id(server.name), name: PlainURL(admin)?.authority ?? server.machine, url: url, adminURL: admin,
                isHosted: server.isHosting, role: server.isHosting ? "HOSTING_SERVER" : federation.role,
                function: federation.function)
        }
    }

    /// Returns 16 letters and digits derived from the server's name, such as `A5jgUpHKuk8thd8R`.
    static func id(_ name: String) -> String {
        let string = EsriAlphabet.encode(Digest.sha256(Array(name.utf8))).filter { $0.isLetter || $0.isNumber }
        return String(string.prefix(16))
    }
}
