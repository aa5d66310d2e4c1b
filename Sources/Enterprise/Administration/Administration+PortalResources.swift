// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What `portaladmin` shows of a portal besides its federation: a row a resource.
extension Administration {
    private typealias Body = @Sendable (Deployment, RequestContext, Int) -> JSON

    private static func row(
        _ path: String, _ summary: String, since: Version? = nil, _ evidence: Evidence, _ body: @escaping Body
    ) -> Route {
        Route(.portal, "portaladmin/\(path)", .portalAdmin, summary, since: since, evidence: evidence) {
            deployment, context in
            PortalAdministrator.answer(&deployment, &context) { deployment, context, index in
                body(deployment, context, index)
            }
        }
    }

    private static let manual = "developers.arcgis.com/rest/enterprise-administration/portal/"

    static let portalResources: [Route] = [
        Route(
            .portal, "portaladmin/healthCheck", .portalAdmin, "Whether the portal is well; without a token.",
            evidence: .reported("docs/reference/admin.md#e30")
        ) { _, _ in .json(Administration.success, caching: .anybody) },
        Route(
            .portal, "portaladmin/info", .portalAdmin, "The release, without a token.", since: .v10_9_1,
            evidence: .documented("\(manual)info; the spelling of its keys is theirs")
        ) { deployment, context in
            guard case .portal(let index) = context.site else { return .page(Page.notFound) }
            let version = deployment.portals[index].version
            return .json(
                .object([
                    .init("currentversion", .string("\(version.full ?? version.text)")),
                    .init("fullVersion", .string("\(version.full ?? version.text)")),
                    .init("currentbuild", .string("0")),
                ]), caching: .anybody)
        },
        row("logs", "The log resources.", .documented("\(manual)logs")) { _, _, _ in
            .object([
                .init("resources", .strings(["settings"])), .init("operations", .strings(["query", "clean"])),
            ])
        },
        row(
            "security", "The resources below it.",
            .documented("\(manual)security; that sslCertificates is last is inferred")
        ) { _, _, _ in
            AdminSystem.resources(["users", "groups", "tokens", "oauth", "config", "sslCertificates"])
        },
        row("security/config", "How members sign in.", .reported("docs/reference/admin.md#e9")) {
            deployment, _, index in
            let builtIn = JSON.object([.init("type", .string("BUILTIN")), .init("properties", .object([]))])
            var security = PortalSecurity()
            for (name, value) in [
                ("disableServicesDirectory", JSON.bool(false)), ("enableAutomaticAccountCreation", .bool(false)),
                ("defaultRoleForUser", .string("account_user")), ("userStoreConfig", builtIn),
                ("groupStoreConfig", builtIn),
            ] {
                let changed = deployment.portals[index].security.changed.first { $0.name == name }
                security.changed.append(changed ?? .init(name, value))
            }
            let known = Set(security.changed.map(\.name))
            let added = deployment.portals[index].security.changed.filter { !known.contains($0.name) }
            return .object(security.changed + added)
        },
        row("system", "The resources below it.", .documented("\(manual)system")) { _, context, _ in
            var names = ["webadaptors", "directories", "database", "indexer", "properties", "languages"]
            if context.profile.version >= .v10_8_1 { names.insert("emailSettings", at: 5) }
            if context.profile.version >= .v10_6_1 { names.append("content") }
            return AdminSystem.resources(names)
        },
        row(
            "system/indexer", "The resources below it.",
            .documented("developers.arcgis.com/rest/enterprise-administration/portal/indexer")
        ) { _, _, _ in
            .object([
                .init("resources", .strings(["status"])), .init("operations", .strings(["reindex"])),
            ])
        },
        row(
            "system/indexer/status", "How many members, groups and items are indexed.",
            .captured("docs/reference/admin.md#e33")
        ) {
            deployment, context, index in
            let portal = deployment.portals[index]
            let items = deployment.content(ofPortal: index, context).count
            let members = portal.accounts.list.count { !$0.isGone }
            let counts = [("users", members), ("groups", portal.groups.count), ("search", items)]
            return .object([
                .init(
                    "indexes",
                    .array(
                        counts.map { name, count in
                            .object([
                                .init("name", .string(name)), .init("databaseCount", .int(count)),
                                .init("indexCount", .int(count)),
                            ])
                        }))
            ])
        },
    ]
}
