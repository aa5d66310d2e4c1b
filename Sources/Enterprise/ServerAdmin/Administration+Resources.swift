// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What `admin` shows of a site besides its services and its security: a row a resource.
extension Administration {
    private typealias Body = @Sendable (Deployment, RequestContext, Int) -> JSON

    static let resources: [Route] = machines + system + data + services

    private static func row(
        _ path: String, _ summary: String, since: Version = .v10_1, until: Version? = nil, _ evidence: Evidence,
        _ body: @escaping Body
    ) -> Route {
        Route(.server, "admin/\(path)", .admin, summary, since: since, until: until, evidence: evidence) {
            deployment, context in
            ServerAdministrator.answer(&deployment, &context) { deployment, context, index in
                body(deployment, context, index)
            }
        }
    }

    private static let machines = [
        row(
            "machines", "The machines of the site: one.",
            .documented("resources.arcgis.com/en/help/server-admin-api/machines.html"),
            AdminMachines.list),
        Route(
            .server, "admin/machines/{machine}", .admin, "The machine.", since: .v10_1,
            evidence: .reported("docs/reference/admin.md#a17"), handler: AdminMachines.known(AdminMachines.machine)),
        Route(
            .server, "admin/machines/{machine}/status", .admin, "Whether the machine runs.", since: .v10_1,
            evidence: .reported("docs/reference/admin.md#a19"),
            handler: AdminMachines.known { _, _, _ in AdminMachines.status }),
        Route(
            .server, "admin/machines/{machine}/sslcertificates", .admin, "The machine's certificates: one.",
            since: .v10_1,
            evidence: .reported("docs/reference/admin.md#a23"),
            handler: AdminMachines.known { _, _, _ in
                .object([.init("certificates", .strings(["SelfSignedCertificate"]))])
            }
        ),
        row(
            "clusters", "The clusters of the site: one.", until: .v10_8,
            .documented("resources.arcgis.com/en/help/server-admin-api/clusters.html"), AdminMachines.clusters),
    ]

    private static let system = [
        row(
            "system", "The resources below it.",
            .documented("developers.arcgis.com/rest/enterprise-administration/server/system; the order is inferred")
        ) {
            _, context, _ in
            AdminSystem.system(context.profile.version)
        },
        row("system/configstore", "Where the site keeps its configuration.", .captured("docs/reference/admin.md#a32")) {
            _, _, _ in
            AdminSystem.configStore
        },
        row("system/directories", "The server directories.", .reported("docs/reference/admin.md#a35")) { _, _, _ in
            AdminSystem.directories
        },
        Route(
            .server, "admin/system/directories/{directory}", .admin, "One of them.", since: .v10_1,
            evidence: .reported("docs/reference/admin.md#a35; what agsadmin reads"), handler: AdminSystem.directory),
        row("system/properties", "The server's properties.", .reported("docs/reference/admin.md#a34")) {
            deployment, _, index in
            AdminSystem.properties(deployment.servers[index])
        },
        row("system/webadaptors", "The web adaptors: none.", .reported("docs/reference/admin.md#a36")) { _, _, _ in
            .object([.init("webAdaptors", .array([]))])
        },
        row(
            "system/handlers", "The handlers.",
            .reported("pypi.org/project/arcgis gis/server/admin/_system.py asks it, and names the two")
        ) { _, _, _ in
            AdminSystem.resources(["rest", "soap"])
        },
        row("system/handlers/rest", "The REST handler.", .inferred("the names are documented")) { _, _, _ in
            AdminSystem.resources(["servicesdirectory"])
        },
        row(
            "system/handlers/rest/servicesdirectory", "The settings of the services directory.",
            .reported("docs/reference/admin.md#a38; the values are inferred")
        ) { deployment, context, _ in AdminSystem.servicesDirectory(deployment, context.profile.version) },
        row(
            "system/jobs", "The site's asynchronous jobs: none.",
            .reported("Esri/ArcREST src/arcrest/manageags/_system.py reads jobs")
        ) { _, _, _ in
            .object([.init("jobs", .array([]))])
        },
        row("logs/settings", "The settings of the log.", .captured("docs/reference/admin.md#a28")) { _, _, _ in
            AdminSystem.logSettings
        },
        row(
            "mode", "Whether the site may be edited.", since: .v10_4,
            .documented("developers.arcgis.com/rest/enterprise-administration/server/mode")
        ) {
            deployment, _, index in
            AdminSystem.mode(deployment.servers[index])
        },
        row(
            "info", "The release, and who asks.",
            .reported("Esri/ArcREST src/arcrest/manageags/_info.py reads these keys, and currentbuild")
        ) {
            deployment, context, index in
            AdminSystem.info(deployment.servers[index], context.caller)
        },
        row("usagereports", "The usage reports: none.", since: .v10_3, .inferred("no body was ever shown")) { _, _, _ in
            .object([.init("reports", .array([]))])
        },
        row(
            "usagereports/settings", "The settings of usage reports.", since: .v10_3,
            .inferred("as in the settings of the log")
        ) { _, _, _ in AdminSystem.statistics },
    ]

    private static let data = [
        row("data", "The resources below it.", .inferred("the names are documented")) { _, _, _ in
            AdminSystem.resources(["items", "config"])
        },
        row(
            "data/items", "The roots of registered data.",
            .reported("pypi.org/project/arcgis gis/server/admin/_data.py reads rootItems")
        ) { _, _, _ in
            AdminSystem.dataRoots
        },
        row("data/config", "The settings of data stores.", .reported("docs/reference/admin.md#c12")) { _, _, _ in
            .object([.init("blockDataCopy", .bool(false))])
        },
        row(
            "data/findItems", "The registered data: a hosting server's own.", .documented("docs/reference/admin.md#c11")
        ) {
            deployment, _, index in AdminSystem.dataItems(deployment.servers[index])
        },
        row("uploads", "The uploaded items: none.", .reported("docs/reference/admin.md#c2")) { _, _, _ in
            .object([.init("items", .array([]))])
        },
        row("security", "The resources below it.", .inferred("the names are documented")) { _, _, _ in
            AdminSystem.resources(["users", "roles", "tokens", "config", "psa"])
        },
        row("security/psa", "Whether the primary site administrator is disabled.", .inferred("no body was ever shown"))
        { _, _, _ in
            .object([.init("disabled", .bool(false))])
        },
        row("security/users/getUsers", "The users of the server's own store.", .reported("docs/reference/admin.md#f2"))
        {
            deployment, _, index in AdminSystem.users(deployment.servers[index])
        },
        row(
            "security/roles/getRoles", "The roles of the server's own store: none.",
            .reported("docs/reference/admin.md#f3; pypi.org/project/arcgis gis/server/admin/_security.py reads roles")
        ) {
            _, _, _ in .object([.init("roles", .array([])), .init("hasMore", .bool(false))])
        },
    ]

    private static let services: [Route] =
        [
            Route(
                .server, "admin/services", .admin, "The root folder.", since: .v10_1,
                evidence: .documented("developers.arcgis.com/rest/enterprise-administration/server/services"),
                handler: AdminServices.root),
            Route(
                .server, "admin/services/{plainFolder}", .admin, "A folder.", since: .v10_1,
                evidence: .documented("developers.arcgis.com/rest/enterprise-administration/server/folder"),
                handler: AdminServices.folder),
            Route(
                .server, "admin/services/exists", .admin, "Whether a folder or a service exists.", since: .v10_1,
                evidence: .reported("docs/reference/admin.md#b13"), handler: AdminServices.exists),
            Route(
                .server, "admin/services/exists/exists", .admin, "The same, as a client asks.", since: .v10_1,
                evidence: .reported("docs/reference/admin.md#b13"), handler: AdminServices.exists),
        ]
        + ["admin/services/{name.type}", "admin/services/{plainFolder}/{name.type}"].flatMap { path in
            [
                Route(
                    .server, path, .admin, "A service, with its portal items: Airports.MapServer.", since: .v10_1,
                    evidence: .captured(
                        "docs/reference/server-tokens.md#what-federation-changes; docs/reference/admin.md#b4"),
                    handler: AdminServices.service),
                Route(
                    .server, "\(path)/status", .admin, "Whether the service runs.", since: .v10_1,
                    evidence: .documented("docs/reference/admin.md#b2"), handler: AdminServiceRuns.status),
                Route(
                    .server, "\(path)/start", .admin, "Starts the service.", since: .v10_1,
                    evidence: .reported("docs/reference/admin.md#b8"), handler: AdminServiceRuns.start),
                Route(
                    .server, "\(path)/stop", .admin, "Stops the service.", since: .v10_1,
                    evidence: .reported("docs/reference/admin.md#b8"), handler: AdminServiceRuns.stop),
            ] + AdminServiceResources.routes(path)
        }
}
