// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `admin/services/…` and `admin/logs/…`: the resources that clients read in addition to the root.
enum AdminResources {
    /// Returns the services of a folder, or of the root.
    static func services(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ServerAdministrator.answer(&deployment, &context) { deployment, _, index in
            let services = deployment.servers[index].services.filter { $0.folder.isEmpty && $0.running != .missing }
            let folders = Set(deployment.servers[index].services.map(\.folder)).subtracting([""]).sorted()
            return .object([
                .init("folderName", .string("/")), .init("description", .string("Root folder")),
                .init("webEncrypted", .bool(false)), .init("isDefault", .bool(true)),
                .init("folders", .array(folders.map(JSON.string))),
                .init(
                    "services",
                    .array(
                        services.map {
                            .object([
                                .init("folderName", .string("/")), .init("serviceName", .string($0.name)),
                                .init("type", .string("MapServer")), .init("description", .string("")),
                            ])
                        })),
            ])
        }
    }

    /// `admin/services/Airports.MapServer`: with its portal items once federated
    /// (docs/reference/server-tokens.md#what-federation-changes).
    static func service(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        if let refused = ServerAdministrator.enter(&deployment, &context, index) { return refused }
        let asked = [context.names["folder"], context.names["service"]].compactMap { $0 }.joined(separator: "/")
        let server = deployment.servers[index]
        guard
            let service = server.services.first(where: { service in
                service.running != .missing && service.types.contains { "\(service.name).\($0)" == asked }
            })
        else {
            return .refused(
                Administration.ErrorBodies.serviceMissing.about(asked),
                Verdict(
                    Administration.Rules.serviceMissing, facts: [.init("service", asked)],
                    wouldPass: server.services.first.map { "admin/services/\($0.name).\($0.types[0])" }
                        ?? "a server with services"))
        }
        let name = service.name.split(separator: "/").last.map(String.init) ?? service.name
        var members: [JSON.Member] = [
            .init("serviceName", .string(name)), .init("type", .string("MapServer")),
            .init("description", .string("")),
            .init("capabilities", .string(service.map.capabilities ?? "Map,Query,Data")),
            .init("configuredState", .string(service.running == .started ? "STARTED" : "STOPPED")),
        ]
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
                    .object([.init("isHosted", .bool(service.folder == "Hosted")), .init("portalItems", .array(items))])
                ))
        }
        return .json(.object(members))
    }

    static func logs(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ServerAdministrator.answer(&deployment, &context) { _, _, _ in
            .object([.init("operations", .array(["clean", "query", "countErrorReports"].map(JSON.string)))])
        }
    }

    /// Returns an empty log. The double keeps none here; its journal is under `/_mock`.
    static func logQuery(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ServerAdministrator.answer(&deployment, &context) { _, context, _ in
            let now = JSON.number(String(context.now.milliseconds))
            return .object([
                .init("hasMore", .bool(false)), .init("startTime", now), .init("endTime", now),
                .init("logMessages", .array([])),
            ])
        }
    }
}
