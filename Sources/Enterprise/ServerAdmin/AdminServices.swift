// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `admin/services/…`: folders, and services by name and type.
enum AdminServices {
    /// Returns the root folder (documented: services).
    static func root(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ServerAdministrator.answer(&deployment, &context) { deployment, _, index in
            let server = deployment.servers[index]
            let folders = folders(server)
            return .object(
                about("/", "Root folder") + [
                    .init("folders", .strings(folders)),
                    .init("foldersDetail", .array(folders.map { .object(about($0, "")) })),
                    .init("services", .array(list(server, in: ""))),
                ])
        }
    }

    /// Returns another folder (documented: folder).
    static func folder(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        if let refused = ServerAdministrator.enter(&deployment, &context, index) { return refused }
        let (name, server) = (context.names["plainFolder"] ?? "", deployment.servers[index])
        let known = folders(server)
        guard known.contains(name) else {
            return missing(
                name, known.isEmpty ? "admin/services: there are no folders" : "one of \(known.joined(separator: ", "))"
            )
        }
        return .json(.object(about(name, "") + [.init("services", .array(list(server, in: name)))]))
    }

    private static func about(_ folder: String, _ description: String) -> [JSON.Member] {
        [
            .init("folderName", .string(folder)), .init("description", .string(description)),
            .init("webEncrypted", .bool(false)), .init("isDefault", .bool(folder == "/")),
        ]
    }

    private static func folders(_ server: ServerState) -> [String] {
        Set(server.services.map(\.folder)).subtracting([""]).sorted()
    }

    /// Returns the services of a folder. Feature access is an extension of a map service, and no service here.
    private static func list(_ server: ServerState, in folder: String) -> [JSON] {
        server.services.filter { $0.folder == folder && $0.running != .missing }.map { service in
            .object([
                .init("folderName", .string(folder.isEmpty ? "/" : folder)),
                .init("serviceName", .string(service.plainName)),
                .init("type", .string(service.mainType)), .init("description", .string(service.map.description)),
            ])
        }
    }

    /// `admin/services/Airports.MapServer`: with its portal items once federated
    /// (docs/reference/server-tokens.md#what-federation-changes).
    static func service(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        found(&deployment, &context) { deployment, context, index, number in
            let server = deployment.servers[index]
            let service = server.services[number]
            var members = AdminServiceDescription.members(of: service, server, context.profile.version)
            if server.federation != nil {
                let items = service.types.map { type in
                    JSON.object([
                        .init("itemID", .string(deployment.itemID(server: index, service, type, context))),
                        .init("type", .string(type)),
                    ])
                }
                members.append(
                    .init(
                        "portalProperties",
                        .object([
                            .init("isHosted", .bool(service.folder == "Hosted")), .init("portalItems", .array(items)),
                        ])))
            }
            return .object(members)
        }
    }

    /// `exists`: `folderName`, `serviceName`, `type`.
    static func exists(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ServerAdministrator.answer(&deployment, &context) { deployment, context, index in
            let (folder, name) = (context.parameters.given("foldername") ?? "", context.parameters.given("servicename"))
            let type = context.parameters.given("type")
            let server = deployment.servers[index]
            guard let name else { return .object([.init("exists", .bool(folders(server).contains(folder)))]) }
            let full = folder.isEmpty || folder == "/" ? name : "\(folder)/\(name)"
            let exists = server.services.contains { service in
                service.running != .missing && service.name == full && type.map(service.types.contains) ?? true
            }
            return .object([.init("exists", .bool(exists))])
        }
    }

    /// Checks the door, and answers for the service in the path.
    static func found(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, RequestContext, Int, Int) -> JSON
    ) -> Outcome {
        switch locate(&deployment, &context) {
        case .failure(let refused): refused.outcome
        case .success(let place): .json(body(&deployment, context, place.server, place.service))
        }
    }

    /// Checks the door, and returns where the service in the path is.
    static func locate(
        _ deployment: inout Deployment, _ context: inout RequestContext
    ) -> Result<(server: Int, service: Int), ServiceDoor.Refused> {
        guard case .server(let index) = context.site else { return .failure(.init(outcome: .page(Page.notFound))) }
        if let refused = ServerAdministrator.enter(&deployment, &context, index) {
            return .failure(.init(outcome: refused))
        }
        let asked = context.names["name.type"] ?? ""
        let full = [context.names["plainFolder"], asked].compactMap { $0 }.joined(separator: "/")
        let number = deployment.servers[index].services.firstIndex { service in
            service.running != .missing && service.types.contains { "\(service.name).\($0)" == full }
        }
        guard let number else {
            let first = deployment.servers[index].services.first
            let wouldPass = first.map { "admin/services/\($0.name).\($0.mainType)" } ?? "a server with services"
            return .failure(.init(outcome: missing(asked, wouldPass)))
        }
        return .success((index, number))
    }

    private static func missing(_ name: String, _ wouldPass: String) -> Outcome {
        .refused(
            Administration.ErrorBodies.noResource.about(name),
            Verdict(Administration.Rules.serviceMissing, facts: [.init("service", name)], wouldPass: wouldPass))
    }
}
