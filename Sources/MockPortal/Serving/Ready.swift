// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the ready file says: docs/contracts.md#the-command. Keys never vanish.
struct Ready {
    let scenario: Scenario
    let sites: Sites
    let ca: String?
    /// The files of users with client certificates.
    let files: [String: (certificate: String, key: String)]

    var json: JSON {
        func text(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }
        func map(_ list: [Sites.Site]) -> JSON { .object(list.map { JSON.Member($0.name, .string($0.url)) }) }
        var users: [JSON] = []
        for portal in scenario.portals { users += portal.users.map { user($0, store: "portal") } }
        for server in scenario.servers { users += server.users.map { user($0, store: server.name) } }
        let apps = scenario.portals.flatMap(\.apps).map { app in
            JSON.object([
                .init("clientId", .string(app.clientID)), .init("clientSecret", .string(app.secret)),
                .init("redirectUris", .array(app.redirectURIs.map { .string(filled($0)) })),
            ])
        }
        let admins = scenario.servers.compactMap { server in
            server.siteAdministrator.map { admin in
                JSON.Member(
                    server.name,
                    .object([
                        .init("username", .string(admin.username)), .init("password", .string(admin.password)),
                    ]))
            }
        }
        return .object([
            .init("version", .string(MockEnterprise.version)), .init("scenario", .string(scenario.name)),
            .init("pid", .int(Int(getpid()))), .init("http", .string(sites.http)), .init("https", .string(sites.https)),
            .init("ca", text(ca)), .init("control", .string("\(sites.http)/_mock")),
            .init("portal", text(sites.portals.first?.url)), .init("portals", map(sites.portals)),
            .init("servers", map(sites.servers)),
            .init(
                "idp",
                scenario.portals.contains(where: \.hasProvider)
                    ? .string("\(sites.https)/idp") : .null),
            .init("users", .array(users)),
            .init("apps", .array(apps)), .init("siteAdmins", .object(admins)),
            .init("warnings", .array(scenario.warnings.map(\.json))),
        ])
    }

    /// Returns a redirect URI filled in: it may refer to the deployment's own origin, which is known only now.
    private func filled(_ uri: String) -> String {
        Placeholders.expand(uri) { name in
            switch name {
            case "http": sites.http
            case "https": sites.https
            default: nil
            }
        }
    }

    private func user(_ user: Scenario.User, store: String) -> JSON {
        .object([
            .init("username", .string(user.username)), .init("password", .string(user.password)),
            .init("provider", .string((user.provider ?? .arcgis).rawValue)),
            .init("role", .string((user.role ?? .user).rawValue)),
            .init("store", .string(store)),
            .init("certificate", files[user.username].map { .string($0.certificate) } ?? .null),
            .init("key", files[user.username].map { .string($0.key) } ?? .null),
        ])
    }
}

extension Scenario {
    /// The built-in name, or the file as the user named it.
    package var name: String {
        guard file.hasPrefix(EmbeddedScenarios.prefix) else { return file }
        return String(file.dropFirst(EmbeddedScenarios.prefix.count).dropLast(".json5".count))
    }
}
