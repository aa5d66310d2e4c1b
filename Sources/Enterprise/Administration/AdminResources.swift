import Facts
import Formats
import MapServices

/// `admin/services/…` and `admin/logs/…`: what clients read besides the root.
enum AdminResources {
    /// A folder's services, the root's without a folder.
    static func services(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        ServerAdministrator.answer(&deployment, &visit) { deployment, _, place in
            let services = deployment.servers[place].services.filter { $0.folder.isEmpty && $0.running != .missing }
            let folders = Set(deployment.servers[place].services.map(\.folder)).subtracting([""]).sorted()
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

    /// `admin/services/Airports.MapServer`: with its portal items once federated (auth-reference 2.2).
    static func service(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .server(let place) = visit.site else { return .page(Page.notFound) }
        if let refused = ServerAdministrator.enter(&deployment, &visit, place) { return refused }
        let asked = [visit.names["folder"], visit.names["service"]].compactMap { $0 }.joined(separator: "/")
        let server = deployment.servers[place]
        guard
            let service = server.services.first(where: { service in
                service.running != .missing && service.types.contains { "\(service.name).\($0)" == asked }
            })
        else {
            return .refused(
                Administration.Said.serviceMissing.about(asked),
                Because(
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
                    .init("itemID", .string(deployment.itemID(server: place, service, type, visit))),
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

    static func logs(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        ServerAdministrator.answer(&deployment, &visit) { _, _, _ in
            .object([.init("operations", .array(["clean", "query", "countErrorReports"].map(JSON.string)))])
        }
    }

    /// The double keeps no log of its own there; the journal under `/_mock` is what it has.
    static func logQuery(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        ServerAdministrator.answer(&deployment, &visit) { _, visit, _ in
            let now = JSON.number(String(visit.now.milliseconds))
            return .object([
                .init("hasMore", .bool(false)), .init("startTime", now), .init("endTime", now),
                .init("logMessages", .array([])),
            ])
        }
    }
}
