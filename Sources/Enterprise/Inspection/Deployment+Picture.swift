// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats
import Services

/// The deployment as the inspector draws it: what there is now, whatever the scenario said.
extension Deployment {
    /// How many of a list are shown; of the rest there is a count.
    private static let shown = 500

    /// Returns the portals and servers with their addresses below a host. Passwords and secrets only with `secrets`.
    package func picture(at now: Instant, secrets: Bool) -> [JSON.Member] {
        [
            .init("portals", .array(portals.indices.map { portal($0, at: now, secrets) })),
            .init("servers", .array(servers.indices.map { server($0, at: now, secrets) })),
        ]
    }

    private func portal(_ index: Int, at now: Instant, _ secrets: Bool) -> JSON {
        let portal = portals[index]
        let items = items(ofPortal: index)
        let users = portal.accounts.list.filter { !$0.isGone }
        let groups = portal.groups
        let apps = portal.apps.filter { !$0.isStanding && !$0.isGone }
        return .object([
            .init("name", .string(portal.name)), .init("context", .string(portal.context)),
            .init("title", .string(portal.organization)), .init("version", .string(portal.profile.version.name)),
            .init("state", .string(portal.condition.rawValue)), Self.ports(ports[index]),
            .init("users", list(users) { user($0, at: now, secrets) }),
            .init("userCount", .int(users.count)),
            .init(
                "groups",
                list(groups) { group in
                    .object([
                        .init("id", .string(group.id)), .init("title", .string(group.heading)),
                        .init("owner", group.owner.map(JSON.string) ?? .null),
                        .init("members", .array(group.members.prefix(Self.shown).map(JSON.string))),
                    ])
                }),
            .init("items", list(items, Self.item)), .init("itemCount", .int(items.count)),
            .init(
                "apps",
                list(apps) { app in
                    .object([
                        .init("clientId", .string(app.clientID)),
                        .init("clientSecret", secrets ? .string(app.clientSecret) : .null),
                    ])
                }),
        ])
    }

    private func server(_ index: Int, at now: Instant, _ secrets: Bool) -> JSON {
        let server = servers[index]
        let services = server.services.filter { $0.running != .missing }
        let users = server.accounts.list.filter { !$0.isGone }
        let known = server.federation.map { writtenIDs(ofPortal: $0.portal) } ?? [:]
        return .object([
            .init("name", .string(server.name)), .init("context", .string(server.context)),
            .init("version", .string(server.profile.version.name)), .init("state", .string(server.condition.rawValue)),
            Self.ports(serverPorts[index]), .init("isSecured", .bool(server.isSecured)),
            .init("isHosting", .bool(server.isHosting)),
            .init("portal", server.federation.map { .string(portals[$0.portal].name) } ?? .null),
            .init("hasStaleKey", .bool(server.federation?.hasStaleKey ?? false)),
            .init(
                "siteAdmin",
                server.siteAdmin.map { admin in
                    .object([
                        .init("username", .string(admin.username)),
                        .init("password", secrets ? .string(admin.password) : .null),
                    ])
                } ?? .null),
            .init("users", list(users) { user($0, at: now, secrets) }), .init("userCount", .int(users.count)),
            .init(
                "services",
                list(services) { service in
                    let ids = service.types.map {
                        writtenID(index, service, $0, known) ?? Item.id(server.name, service.name, $0)
                    }
                    return .object([
                        .init("name", .string(service.name)), .init("types", .array(service.types.map(JSON.string))),
                        .init("state", .string(service.answers(at: now) ? "started" : service.running.rawValue)),
                        .init("access", Self.access(service.access)),
                        .init("owner", service.owner.map(JSON.string) ?? .null),
                        .init("items", .array(server.federation == nil ? [] : ids.map(JSON.string))),
                    ])
                }),
            .init("serviceCount", .int(services.count)),
        ])
    }

    private func user(_ account: Account, at now: Instant, _ secrets: Bool) -> JSON {
        .object([
            .init("username", .string(account.username)), .init("fullName", .string(account.fullName)),
            .init("role", .string(account.role)), .init("provider", .string(account.provider.rawValue)),
            .init("isDisabled", .bool(account.isDisabled)),
            .init("isLocked", .bool(account.lockout.until.map { now < $0 } ?? false)),
            .init("hasSecondFactor", .bool(account.hasSecondFactor)),
            .init("password", secrets ? .string(account.password) : .null),
        ])
    }

    /// The items of a portal, with those that its services have by default.
    private func items(ofPortal index: Int) -> [ContentItem] {
        let known = writtenIDs(ofPortal: index)
        let made = servers.indices.filter { servers[$0].federation?.portal == index }.flatMap { server in
            servers[server].services.filter { $0.running != .missing }.flatMap { service in
                service.types.compactMap { type in
                    let item = serviceItem(server, service, type)
                    return writtenID(server, service, type, known) == nil ? item : nil
                }
            }
        }
        return portals[index].items + made
    }

    /// The ids of a portal's items by their URLs, as they are written.
    private func writtenIDs(ofPortal index: Int) -> [String: String] {
        let pairs = portals[index].items.compactMap { item in item.url.map { ($0, item.id) } }
        return Dictionary(pairs) { first, _ in first }
    }

    /// Returns the id of the written item of a service.
    private func writtenID(
        _ server: Int, _ service: ServiceState, _ type: String, _ known: [String: String]
    ) -> String? {
        let path = "/rest/services/\(service.name)/\(type)"
        return known["{server.\(servers[server].name)}\(path)"] ?? (server == 0 ? known["{server}\(path)"] : nil)
    }

    private static func item(_ item: ContentItem) -> JSON {
        .object([
            .init("id", .string(item.id)), .init("title", .string(item.title)), .init("type", .string(item.type)),
            .init("owner", item.owner.map(JSON.string) ?? .null), .init("access", access(item.access)),
            .init("groups", .array(item.groups.map(JSON.string))),
        ])
    }

    private static func access(_ access: Scenario.Access) -> JSON {
        switch access {
        case .everyone: .string("public")
        case .organization: .string("org")
        case .owner: .string("private")
        case .groups(let ids): .object([.init("groups", .array(ids.map(JSON.string)))])
        }
    }

    /// The port over TLS and without, of a site with ports of its own; else `null`: those of the deployment.
    private static func ports(_ ports: SitePorts) -> JSON.Member {
        let own = JSON.object([.init("http", .int(Int(ports.http))), .init("https", .int(Int(ports.https)))])
        return .init("ports", ports.isOwn ? own : .null)
    }

    private func list<Element>(_ elements: [Element], _ json: (Element) -> JSON) -> JSON {
        .array(elements.prefix(Self.shown).map(json))
    }
}
