// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// The slice of the services directory: the catalog, and the door of every service.
enum ServerDirectory {
    static let routes: [Route] =
        [
            Route(
                .server, "rest/services", .catalog, "The catalog: the folders and services that the caller may see.",
                evidence: .captured("visgl/loaders.gl and TerriaJS/terriajs captures of sampleserver6"),
                handler: Catalog.root),
            Route(
                .server, "rest/info/healthCheck", .info, "Whether the site is well; without a token.", since: .v10_6_1,
                evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/health-check/")
            ) { _, _ in .json(.object([.init("success", .bool(true))]), caching: .anybody) },
            Route(
                .server, "rest/login", .catalog, "The sign-in form for browsers.",
                evidence: .captured("CartoDB/cartodb#6829: 302 to a login page; its path and fields are inferred"),
                handler: LoginPage.services),
            Route(
                .server, "rest/logout", .catalog, "Ends the session of the form.",
                evidence: .inferred("the link of pages for those who signed in; no answer was shown"),
                handler: LoginPage.logout),
            Route(
                .server, "rest/services/{folder}", .catalog, "One folder of the catalog.",
                evidence: .captured("visgl/loaders.gl services_agp_index"), handler: Catalog.folder),
        ]
        + OutputDirectory.routes + OGCServices.routes

    /// The resources of services, each with a placeholder for the service's name.
    static let services: [Route] =
        below(.server, "rest/services/{service}") + below(.server, "rest/services/{folder}/{service}")
        + below(.portal, "sharing/servers/{id}/rest/services/{service}")
        + below(.portal, "sharing/servers/{id}/rest/services/{folder}/{service}") + geocoders

    /// A portal's proxy ignores what stands behind a GeocodeServer that it does not know, and gives the root
    /// (docs/reference/sharing.md#p3).
    private static let geocoders: [Route] = ServiceCatalog.resources.filter {
        $0.path.isEmpty && $0.kinds.contains(.geocodeServer)
    }.flatMap { root in
        ["{service}/GeocodeServer/{layer}", "{service}/GeocodeServer/{layer}/{operation}"].map { path in
            Route(
                .portal, "sharing/servers/{id}/rest/services/\(path)", .service,
                "GeocodeServer, through the portal: the root, whatever stands behind it.",
                evidence: .reported("docs/reference/sharing.md#p3")
            ) { deployment, context in
                ProxiedService.answer(&deployment, &context, type: .geocodeServer, resource: root)
            }
        }
    }

    /// Returns the resources of services in the root and in a folder, and, at a portal, through its proxy.
    private static func below(_ kind: SiteKind, _ path: String) -> [Route] {
        ServiceCatalog.resources.flatMap { resource in
            resource.kinds.map { type in
                let path = "\(path)/\(type.rawValue)\(resource.path.isEmpty ? "" : "/\(resource.path)")"
                if kind == .portal {
                    return Route(
                        kind, path, .service, "\(type.rawValue), through the portal: \(resource.summary)",
                        since: resource.since,
                        evidence: .captured(
                            "docs/reference/federation.md#the-list-of-servers; that they answer alike is inferred")
                    ) { deployment, context in
                        ProxiedService.answer(&deployment, &context, type: type, resource: resource)
                    }
                }
                return Route(
                    kind, path, .service, "\(type.rawValue): \(resource.summary)", since: resource.since,
                    evidence: resource.evidence
                ) { deployment, context in
                    // Vector tile services answer in JSON without `f` (documented), and scenes do (inferred).
                    type == .vectorTileServer || type == .sceneServer
                        ? PlainDoor.answer(&deployment, &context, type: type, resource: resource)
                        : ServiceDoor.answer(&deployment, &context, type: type, resource: resource)
                }
            }
        }
    }

    enum ErrorBodies {
        /// The trailing space is captured, as is that a FeatureServer's answer names the MapServer.
        static let notFound = ErrorBody(
            "server.service-not-found", 404, "Service ‹› not found ",
            evidence: .captured("Tests/Golden/arcgis/errors/err_service_not_found_404_b.json and seven other hosts"))
        static let oldNotFound = ErrorBody(
            "server.service-not-found-old", 400, "Unable to complete operation.",
            details: .list(["Service '‹name›' of type '‹type›' does not exist or is inaccessible."]),
            evidence: .captured("Tests/Golden/arcgis/errors/err_service_missing_10_0_pretty.json"))
        static let invalidURL = ErrorBody(
            "server.invalid-url", 400, "Invalid URL", details: .list(["Invalid URL"]),
            evidence: .captured("Tests/Golden/arcgis/errors/err_hosted_invalid_url.json"))
        static let notEmulated = ErrorBody(
            "server.not-emulated", 501, "MockPortal does not emulate ‹›.",
            evidence: .inferred("a limit of this double; the words are its own"))
        static let restAdminMissing = ErrorBody(
            "server.rest-admin-missing", 500, "Service '‹name›'.'‹type›' does not exist in folder '‹folder›'.",
            evidence: .reported("Esri/ArcREST#335, of a service that is not hosted"))
        static let notStarted = ErrorBody(
            "server.service-not-started", 500, "Service ‹› not started ",
            evidence: .captured("Tests/Golden/arcgis/errors/err_service_not_started_fs_names_mapserver.json"))
        static let folderNotFound = ErrorBody(
            "server.folder-not-found", 404, "Folder not found",
            evidence: .inferred("docs/reference/open-questions.md#q10: the best guess there"))
        static let unknownFormat = ErrorBody(
            "server.unknown-format", 400, "Output format ‹› not supported",
            evidence: .inferred(
                "Esri/resource-proxy#44 and Esri/resource-proxy#62 report an error page; its words were never shown"))
    }

    static let errorBodies: [ErrorBody] = [
        ErrorBodies.notFound, ErrorBodies.oldNotFound, ErrorBodies.invalidURL, ErrorBodies.notStarted,
        ErrorBodies.folderNotFound, ErrorBodies.unknownFormat, ErrorBodies.notEmulated, ErrorBodies.restAdminMissing,
    ]

    enum Rules {
        static let notFound = Rule(
            "service.not-found", "The server has no service with that name and type.",
            advice: "Names are case-sensitive; take them from rest/services.",
            evidence: .captured(
                "docs/reference/catalog-and-descriptions.md#missing-and-stopped-services, of eight hosts"))
        static let otherType = Rule(
            "service.other-type", "MockPortal does not emulate services of that type.",
            advice: "Name the service in the scenario, with its json and results.",
            evidence: .inferred("a limit of this double; answered as where no such service is published"))
        static let notStarted = Rule(
            "service.not-started", "The service is stopped.", advice: "Ask an administrator to start it.",
            evidence: .captured("docs/reference/catalog-and-descriptions.md#missing-and-stopped-services"))
        static let folderNotFound = Rule(
            "service.folder-not-found", "The server has no folder with that name.",
            advice: "Take the name from rest/services.", evidence: .inferred("no body was ever shown"))
        static let notEmulated = Rule(
            "service.not-emulated", "Real services have this path, but MockPortal does not emulate it.",
            advice: "Give the answer that the client needs under results of the service in the scenario.",
            evidence: .inferred("a limit of this double; the answer is its own, and no server's"))
        static let noResource = Rule(
            "service.no-resource", "No service of this type and release has a resource or an operation at this path.",
            advice: "Compare it with docs/fidelity.md, which lists the documented paths.",
            evidence: .captured(
                "Tests/Golden/arcgis/errors/err_hosted_invalid_url.json: of a hosted service; of others inferred"))
        static let restNotEmulated = Rule(
            "rest.not-emulated", "Real servers have this path, but MockPortal does not emulate it.",
            advice: "Give the answer that the client needs under results of the server in the scenario.",
            evidence: .inferred("a limit of this double; the answer is its own, and no server's"))
        static let restNoResource = Rule(
            "rest.no-resource", "No server of this release has a resource or an operation at this path.",
            advice: "Compare it with docs/fidelity.md, which lists the documented paths; a service needs its type.",
            evidence: .inferred("Tests/Golden/arcgis/errors/err_hosted_invalid_url.json is of a hosted service"))
        static let restAdminMissing = Rule(
            "rest-admin.service-missing", "Only hosted services can be administered at rest/admin.",
            advice: "Use a service of the hosting server's folder Hosted.", evidence: .reported("Esri/ArcREST#335"))
        static let format = Rule(
            "service.format", "The resource does not answer in that format.",
            advice: "Send f=json; without f, the answer is a page.",
            evidence: .reported(
                "Esri/resource-proxy#44: an error in HTML; Esri/resource-proxy#62: with an HTTP status of its own"))
    }

    static let rules: [Rule] = [
        Rules.notFound, Rules.otherType, Rules.notStarted, Rules.folderNotFound, Rules.format, Rules.notEmulated,
        Rules.noResource, Rules.restNotEmulated, Rules.restNoResource, Rules.restAdminMissing,
    ]
}
