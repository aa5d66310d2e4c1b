// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// What the root of `admin` has of its own: `info`, `local`, `healthCheck`, `publicKey`, `upgrade`, exports.
enum AdminSite {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"

    static let routes: [Route] = [
        Administration.resource(
            "info", "The release, and who asks.",
            .reported("Esri/ArcREST src/arcrest/manageags/_info.py reads these keys, and currentbuild")
        ) {
            deployment, context, index throws(AdminRefusal) in
            .json(AdminSystem.info(deployment.servers[index], context))
        },
        Administration.resource(
            "info/getAvailableTimeZones", "The time zones.",
            .documented("\(manual)getavailabletimezones; its keys are inferred")
        ) { _, _, _ throws(AdminRefusal) in
            let zones = ["UTC", "America/Los_Angeles", "America/New_York", "Europe/Berlin", "Asia/Tokyo"]
            return .json(
                .object([
                    .init(
                        "timezones",
                        .array(zones.map { .object([.init("id", .string($0)), .init("displayName", .string($0))]) }))
                ]))
        },
        Administration.resource(
            "info/healthCheck", "Whether the site is well.", since: .v10_3,
            .reported("Esri/ArcREST src/arcrest/manageags/_info.py asks it; the answer is inferred")
        ) { _, _, _ throws(AdminRefusal) in .json(Administration.success) },
        Route(
            .server, "admin/local", .admin, "The machine's name, without a token.", since: .v10_1,
            evidence: .reported("docs/reference/admin.md#a12")
        ) { deployment, context in
            guard case .server(let index) = context.site else { return .page(Page.notFound) }
            return .json(.object([.init("machineName", .string(deployment.servers[index].machine))]))
        },
        Route(
            .server, "admin/healthCheck", .admin, "Whether the site is well; without a token.", since: .v10_8_1,
            evidence: .inferred("as a portal's: docs/reference/admin.md#e30")
        ) { deployment, context in
            guard case .server(let index) = context.site else { return .page(Page.notFound) }
            if let missing = ServerAdministrator.noSite(
                deployment.servers[index], Administration.ErrorBodies.noSite)
            {
                return missing
            }
            return .json(Administration.success, caching: .anybody)
        },
        Route(
            .server, "admin/about", .admin, "The release, without a token.", since: .v11_5,
            evidence: .documented("\(manual)about; fullVersion is inferred")
        ) { deployment, context in
            guard case .server(let index) = context.site else { return .page(Page.notFound) }
            let server = deployment.servers[index]
            return .json(
                .object([
                    .init("currentBuild", .string(server.version.build ?? "0")),
                    .init("currentVersion", .string(server.version.full ?? server.version.text)),
                    .init("fullVersion", .string(server.fullVersion ?? server.version.text)),
                ]), caching: .anybody)
        },
        Route(
            .server, "admin/publicKey", .admin, "The key to encrypt parameters with.", since: .v10_1,
            evidence: .documented("resources.arcgis.com/en/help/server-admin-api/publicKey.html"), handler: publicKey),
        Route(
            .server, "admin/upgrade", .admin, "Whether the site needs an upgrade, and the upgrade.", since: .v10_1,
            evidence: .reported("docs/reference/admin.md#a13"), handler: upgrade),
        Administration.operation(
            "exportSite", "Keeps the site as it is, under a location.", Administration.Terms(isReadOnly: true),
            .reported("docs/reference/admin.md#a11")
        ) { deployment, context, index throws(AdminRefusal) in
            let folder = context.parameters.given("location") ?? "/opt/arcgis/server/usr/directories/arcgisbackup"
            let location = "\(folder)/\(ISO8601.format(context.now).replacing(":", with: "-")).agssite"
            keep(&deployment, index, location, site: deployment.sites[index])
            return .json(.object([.init("location", .string(location))]))
        },
        Administration.operation(
            "importSite", "Makes the site what it was when it was exported.", .reported("docs/reference/admin.md#a11")
        ) { deployment, context, index throws(AdminRefusal) in
            let export = try exported(deployment, context, index)
            let exports = deployment.sites[index].exports
            deployment.servers[index] = export.server
            if let site = export.site { deployment.sites[index] = site }
            deployment.sites[index].exports = exports
            deployment.recentRoutes.removeAll()
            return .json(Administration.success)
        },
        Administration.operation(
            "services/exportServices", "Keeps the services as they are, under a location.",
            .reported("docs/reference/admin.md#b19")
        ) { deployment, context, index throws(AdminRefusal) in
            let folder = context.parameters.given("location") ?? "/opt/arcgis/server/usr/directories/arcgisbackup"
            let location = "\(folder)/\(ISO8601.format(context.now).replacing(":", with: "-")).agsservices"
            keep(&deployment, index, location, site: nil)
            return .json(.object([.init("location", .string(location))]))
        },
        Administration.operation(
            "services/importServices", "Makes the services what they were when they were exported.",
            .reported("pypi.org/project/arcgis/2.4.4 gis/server/admin/_services.py sends it")
        ) { deployment, context, index throws(AdminRefusal) in
            deployment.servers[index].services = try exported(deployment, context, index).server.services
            deployment.recentRoutes.removeAll()
            return .json(Administration.success)
        },
    ]

    private static func keep(_ deployment: inout Deployment, _ index: Int, _ location: String, site: ServerSetup?) {
        var site = site
        site?.exports = [:]
        if deployment.sites[index].exports.count >= ServerExport.most,
            let oldest = deployment.sites[index].exports.keys.min()
        {
            deployment.sites[index].exports[oldest] = nil
        }
        deployment.sites[index].exports[location] = ServerExport(server: deployment.servers[index], site: site)
    }

    private static func exported(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(AdminRefusal) -> ServerExport {
        let location = try context.required("location")
        guard let export = deployment.sites[index].exports[location] else {
            throw AdminRefusal.unknown("Export", location, among: deployment.sites[index].exports.keys.sorted())
        }
        return export
    }

    /// The key is made on first use, off the loop.
    private static let publicKey: Route.DeferringHandler = { _, _ in
        .deferred {
            guard let key = SigningKey.shared(SigningKey.parameters) else { return .json(.object([])) }
            let exponent = Hex.encode(key.exponent)
            return .json(
                .object([
                    .init("publicKey", .string(String(exponent.drop { $0 == "0" }))),
                    .init("modulus", .string(Hex.encode(key.modulus))),
                ]), caching: .anybody)
        }
    }

    /// Answers without a token, as clients ask (docs/reference/admin.md#a14).
    @Sendable private static func upgrade(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        let server = deployment.servers[index]
        if let missing = ServerAdministrator.noSite(server, Administration.ErrorBodies.noSite) { return missing }
        guard server.condition == .upgrading else {
            return .refused(
                Administration.ErrorBodies.upgraded,
                Verdict(
                    Administration.Rules.upgraded, facts: [.init("server", server.name)],
                    wouldPass: "a server with state: \"upgrading\" in the scenario"))
        }
        if context.isGet {
            return .refused(
                Administration.ErrorBodies.upgrading,
                Verdict(
                    Administration.Rules.upgrading, facts: [.init("server", server.name)],
                    wouldPass: "the same request after the upgrade, which a POST completes"))
        }
        deployment.servers[index].condition = .started
        return .json(
            .object([
                .init("upgradeStatus", .string("Success")), .init("stages", .array([])),
                .init("warnings", .array([])), .init("upgradeToVersion", .string(server.version.text)),
            ]))
    }
}
