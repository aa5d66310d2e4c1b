// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The slice of federation: the portal that a server belongs to, and what the server reports of it.
enum Federation {
    static let routes: [Route] = [
        Route(
            .server, "rest/info", .info, "The release and the token service; clients read it first.",
            evidence: .captured("docs/reference/server-tokens.md#restinfo, of 10.5.1, 10.6.1 and 11.1"),
            handler: ServerInfo.answer),
        Route(
            .portal, "sharing/rest/portals/{id}/servers", .sharing,
            "The servers federated with the portal; id is self or the organization's. Requires a token.",
            evidence: .captured("Esri/solution.js; developers.arcgis.com/rest/users-groups-and-items/servers"),
            handler: FederatedServers.answer),
        Route(
            .portal, "sharing/portals/{id}/servers", .sharing, "The same resource without rest.",
            evidence: .inferred("as portals/self, which was captured without rest"),
            handler: FederatedServers.answer),
    ]

    /// Returns the token service that a federated server names. The path changed between 10.5.1 and 10.6.1.
    static func tokenServicesURL(
        _ deployment: Deployment, _ context: inout RequestContext, _ federation: FederationState
    ) -> String {
        let portal = federation.owningSystemURL ?? deployment.url(ofPortal: federation.portal, context)
        let path =
            context.choice(.infoTokenServicesURL) == .legacy ? "sharing/generateToken" : "sharing/rest/generateToken"
        return "\(portal)/\(path)"
    }
}
