// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `admin/services/…`: folders, and services by name and type.
enum AdminServices {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"

    static let routes: [Route] =
        [
            Administration.resource("services", "The root folder.", .documented("\(manual)services")) {
                deployment, _, index throws(AdminRefusal) in
                let folders = ServiceFolders.names(deployment, index)
                let details = folders.map { JSON.object(ServiceFolders.about($0, deployment, index)) }
                return .json(
                    .object(
                        ServiceFolders.about("", deployment, index) + [
                            .init("folders", .strings(folders)), .init("foldersDetail", .array(details)),
                            .init("services", .array(list(deployment.servers[index], in: ""))),
                        ]))
            },
            Administration.resource("services/{plainFolder}", "A folder.", .documented("\(manual)folder")) {
                deployment, context, index throws(AdminRefusal) in
                let name = try ServiceFolders.known(deployment, context, index)
                return .json(
                    .object(
                        ServiceFolders.about(name, deployment, index) + [
                            .init("services", .array(list(deployment.servers[index], in: name)))
                        ]))
            },
            exists("services/exists", "Whether a folder or a service exists."),
            exists("services/exists/exists", "The same, as a client asks."),
            exists("services/{plainFolder}/exists", "The same in a folder."),
            ServiceCreation.renaming("services"), ServiceCreation.renaming("services/{plainFolder}"),
        ] + ServiceFolders.routes + ServiceTypes.routes
        + ["services", "services/{plainFolder}"].flatMap { folder in
            ServiceCreation.ofFolder(folder) + AdminServiceRuns.ofFolder(folder)
                + ServicePermissionResources.ofFolder(folder) + [ServiceReport.route(folder)]
        }
        + ["services/{name.type}", "services/{plainFolder}/{name.type}"].flatMap { path in
            [
                Administration.resource(
                    path, "A service, with its portal items: Airports.MapServer.",
                    .captured("docs/reference/server-tokens.md#what-federation-changes; docs/reference/admin.md#b4")
                ) { deployment, context, index throws(AdminRefusal) in
                    let number = try number(deployment, context, index)
                    return .json(description(number, deployment, context, index))
                }
            ] + AdminServiceRuns.ofService(path) + ServiceCreation.ofService(path)
                + AdminServiceResources.routes(path) + ServicePermissionResources.ofService(path)
        }

    /// `exists`: `folderName`, `serviceName`, `type`.
    private static func exists(_ path: String, _ summary: String) -> Route {
        Administration.resource(path, summary, .reported("docs/reference/admin.md#b13")) {
            deployment, context, index throws(AdminRefusal) in
            let folder = context.parameters.given("foldername") ?? context.names["plainFolder"] ?? ""
            let type = context.parameters.given("type")
            guard let name = context.parameters.given("servicename") else {
                let exists = ServiceFolders.names(deployment, index).contains(folder)
                return .json(.object([.init("exists", .bool(exists))]))
            }
            let full = folder.isEmpty || folder == "/" ? name : "\(folder)/\(name)"
            let exists = deployment.servers[index].services.contains { service in
                service.running != .missing && service.name == full && type.map(service.types.contains) ?? true
            }
            return .json(.object([.init("exists", .bool(exists))]))
        }
    }

    /// Returns the services of a folder. Feature access is an extension of a map service, and no service here.
    static func list(_ server: ServerState, in folder: String) -> [JSON] {
        server.services.filter { $0.folder == folder && $0.running != .missing }.map(entry)
    }

    /// Returns all services.
    static func all(_ server: ServerState) -> [JSON] {
        server.services.filter { $0.running != .missing }.map(entry)
    }

    private static func entry(_ service: ServiceState) -> JSON {
        .object([
            .init("folderName", .string(service.folder.isEmpty ? "/" : service.folder)),
            .init("serviceName", .string(service.plainName)), .init("type", .string(service.mainType)),
            .init("description", .string(service.map.description)),
        ])
    }

    /// Returns a service with its portal items once federated (docs/reference/server-tokens.md#what-federation-changes).
    private static func description(
        _ number: Int, _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) -> JSON {
        let server = deployment.servers[index]
        let service = server.services[number]
        let members = AdminServiceDescription.members(of: service, server, context.profile.version)
        let described = JSON.object(members).merging(service.edited)
        guard server.federation != nil else { return described }
        let items = service.types.map { type in
            JSON.object([
                .init("itemID", .string(deployment.itemID(server: index, service, type, context))),
                .init("type", .string(type)),
            ])
        }
        return described.merging([
            .init(
                "portalProperties",
                .object([
                    .init("isHosted", .bool(service.folder == "Hosted")), .init("portalItems", .array(items)),
                ]))
        ])
    }

    /// Returns the number of the service in the path.
    static func number(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Int {
        let asked = context.names["name.type"] ?? ""
        let full = [context.names["plainFolder"], asked].compactMap { $0 }.joined(separator: "/")
        let number = deployment.servers[index].services.firstIndex { service in
            service.running != .missing && service.types.contains { "\(service.name).\($0)" == full }
        }
        guard let number else {
            let first = deployment.servers[index].services.first { $0.running != .missing }
            throw AdminRefusal.missing(
                asked, Administration.Rules.serviceMissing,
                among: first.map { ["admin/services/\($0.name).\($0.mainType)"] } ?? [])
        }
        return number
    }

    /// Returns the number of the service that parameters name.
    static func number(
        named name: String, _ type: String, _ deployment: Deployment, _ index: Int
    ) throws(AdminRefusal) -> Int {
        let services = deployment.servers[index].services
        let number = services.firstIndex { $0.running != .missing && $0.name == name && $0.types.contains(type) }
        guard let number else {
            let known = services.filter { $0.running != .missing }.map { "\($0.name).\($0.mainType)" }
            throw AdminRefusal.unknown("Service", "\(name).\(type)", among: known)
        }
        return number
    }
}
