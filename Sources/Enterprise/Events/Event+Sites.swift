// SPDX-License-Identifier: Apache-2.0

import Facts

/// Events that change servers and portals.
extension Event {
    static let siteEvents: [Kind] = [.restartServer, .rotateSharedKey, .unfederate, .federate]

    /// Restarts a server: the tokens that it issued do not outlive it.
    public static func restartServer(_ server: String? = nil) -> Event { Event(.restartServer, server: server) }

    /// Changes the key of a server's tokens.
    public static func rotateTokenKey(ofServer server: String) -> Event { Event(.rotateSharedKey, server: server) }

    /// Changes the key of a portal's tokens.
    public static func rotateTokenKey(ofPortal portal: String) -> Event { Event(.rotateSharedKey, portal: portal) }

    /// Removes a server from its portal: its own store applies again, and tokens of either side become invalid.
    public static func unfederateServer(_ server: String? = nil) -> Event { Event(.unfederate, server: server) }

    /// Adds a server to a portal, or back to the one it was in.
    public static func federateServer(_ server: String? = nil, withPortal portal: String? = nil) -> Event {
        Event(.federate, server: server, portal: portal)
    }
}

extension Event.Kind {
    // Tokens do not outlive the process that made them (Esri/esri-leaflet#1058).
    package static let restartServer = Self("restart-server", of: .server, told: { "\($0.itsServer) restarts" }) {
        deployment, event throws(Event.Impossible) in
        deployment.servers[try deployment.index(server: event.server)].issuer.rotate()
    }

    package static let rotateSharedKey = Self(
        "rotate-shared-key", of: .site, told: { "the token key of \($0.itsSite) is rotated" }
    ) { deployment, event throws(Event.Impossible) in try deployment.rotateKey(event) }

    package static let unfederate = Self("unfederate", of: .server, told: { "\($0.itsServer) is no longer federated" })
    {
        deployment, event throws(Event.Impossible) in
        deployment.unfederate(server: try deployment.index(server: event.server))
    }

    package static let federate = Self(
        "federate", of: .federation,
        told: { "\($0.itsServer) is federated\($0.portal.map { " with the portal \($0)" } ?? "")" }
    ) { deployment, event throws(Event.Impossible) in
        try deployment.federate(server: try deployment.index(server: event.server), portal: event.portal)
    }
}

extension Deployment {
    /// Changes the key of a site, which invalidates all tokens that it has issued.
    mutating func rotateKey(_ event: Event) throws(Event.Impossible) {
        if let name = event.portal {
            portals[try index(portal: name)].issuer.rotate()
        } else {
            servers[try index(server: event.server)].issuer.rotate()
        }
    }

    /// Removes a server from its portal: its own store applies again, and tokens of either side become invalid.
    mutating func unfederate(server: Int) {
        guard let federation = servers[server].federation else { return }
        orphan(server, portal: federation.portal)
        servers[server].formerFederation = federation
        servers[server].federation = nil
        servers[server].issuer.rotate()
    }

    fileprivate mutating func federate(server: Int, portal: String?) throws(Event.Impossible) {
        var federation = servers[server].federation ?? servers[server].formerFederation
        if portal != nil || federation == nil {
            let index = try index(portal: portal)
            if federation?.portal != index {
                federation = FederationState(
                    portal: index, url: nil, adminURL: nil, owningSystemURL: nil, role: "FEDERATED_SERVER",
                    hasStaleKey: false)
            }
        }
        federation?.hasStaleKey = false
        servers[server].federation = federation
    }
}
