// SPDX-License-Identifier: Apache-2.0

import Services

extension Deployment {
    /// Whom and what it has now.
    var knownNames: KnownNames {
        KnownNames(
            portals: portals.map { portal in
                KnownNames.Portal(
                    name: portal.name, users: portal.accounts.list.map { $0.isGone ? "" : $0.username },
                    apps: portal.apps.map(\.clientID), groups: portal.groups.map(\.id),
                    roles: portal.roles.flatMap { [$0.id, $0.name] })
            },
            servers: servers.map { server in
                KnownNames.Server(
                    name: server.name, version: server.version,
                    users: server.accounts.list.map { $0.isGone ? "" : $0.username },
                    siteAdmin: server.siteAdmin?.username,
                    hasFederation: server.federation != nil || server.formerFederation != nil,
                    services: server.services.map { KnownNames.Service(name: $0.name, layers: $0.map.layers) })
            })
    }
}
