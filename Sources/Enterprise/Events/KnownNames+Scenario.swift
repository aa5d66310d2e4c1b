// SPDX-License-Identifier: Apache-2.0

extension KnownNames {
    /// Client ids that exist in every portal (docs/contracts.md#the-command).
    static let standingApps = ["pythonapi", "arcgisonline", "arcgispro"]

    /// The names in a deployment that grows from the scenario.
    init(_ scenario: Scenario) {
        portals = scenario.portals.map { portal in
            let apps = portal.apps.map(\.clientID)
            return Portal(
                name: portal.name, users: portal.users.map(\.username),
                apps: apps + Self.standingApps.filter { !apps.contains($0) }, groups: portal.groups.map(\.id),
                roles: portal.roles.flatMap { [$0.id, $0.name].compactMap(\.self) })
        }
        let portalNames = portals.map(\.name)
        servers = scenario.servers.map { server in
            Server(
                name: server.name, version: server.release, users: server.users.map(\.username),
                siteAdmin: server.siteAdministrator?.username,
                hasFederation: server.federation.map { federation in
                    federation.isFederated && (federation.portal.map(portalNames.contains) ?? !portalNames.isEmpty)
                } ?? false,
                services: server.services.map { Service(name: $0.name, layers: $0.served) })
        }
    }
}
