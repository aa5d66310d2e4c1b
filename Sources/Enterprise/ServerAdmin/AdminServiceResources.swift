// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// What `admin/services/Name.Type` has besides the service itself: statistics, item information, permissions, manifest.
enum AdminServiceResources {
    static func routes(_ path: String) -> [Route] {
        let manual = "developers.arcgis.com/rest/enterprise-administration/server/"
        let rows: [(path: String, summary: String, evidence: Evidence, body: Body)] = [
            (
                "statistics", "How many instances are busy: none.",
                .documented("\(manual)servicestatistics; its numbers are of a service at rest"), statistics
            ),
            ("iteminfo", "The item information.", .documented("\(manual)iteminformation"), information),
            (
                "iteminfo/manifest", "The data of the service.", .documented("\(manual)manifest, its keys"), manifest
            ),
            (
                "iteminfo/manifest/manifest.json", "The data of the service.",
                .documented("docs/reference/admin.md#b16"), manifest
            ),
            (
                "permissions", "Who may use the service.", .documented("docs/reference/admin.md#b17"), permissions
            ),
        ]
        return rows.map { row in
            Route(.server, "\(path)/\(row.path)", .admin, row.summary, since: .v10_1, evidence: row.evidence) {
                deployment, context in
                AdminServices.found(&deployment, &context) { deployment, context, index, number in
                    row.body(deployment.servers[index].services[number], deployment.servers[index], context)
                }
            }
        }
    }

    private typealias Body = @Sendable (ServiceState, ServerState, RequestContext) -> JSON

    @Sendable private static func statistics(
        _ service: ServiceState, _ server: ServerState, _ context: RequestContext
    ) -> JSON {
        let isRunning = service.answers(at: context.now)
        let members: [JSON.Member] = [
            .init("folderName", .string(service.folder.isEmpty ? "/" : service.folder)),
            .init("serviceName", .string(service.plainName)), .init("type", .string(service.mainType)),
            .init("max", .int(2)), .init("busy", .int(0)), .init("free", .int(isRunning ? 1 : 0)),
            .init("initializing", .int(0)), .init("notCreated", .int(isRunning ? 1 : 2)),
            .init("transactions", .int(0)), .init("totalBusyTime", .int(0)),
            .init("isStatisticsAvailable", .bool(true)),
        ]
        let machine = members + [.init("machineName", .string(server.machine))]
        return .object([.init("summary", .object(members)), .init("perMachine", .array([.object(machine)]))])
    }

    @Sendable private static func information(
        _ service: ServiceState, _ server: ServerState, _ context: RequestContext
    ) -> JSON {
        let about = JSON.string(service.map.description)
        return .object([
            .init("culture", .string("en-US")), .init("name", .string(service.plainName)),
            .init("guid", .string("")), .init("catalogPath", .string("")), .init("snippet", about),
            .init("description", about), .init("summary", about), .init("title", .string(service.plainName)),
            .init("tags", .array([])), .init("type", .string(ContentItem.type(ofService: service.mainType))),
            .init("typeKeywords", .strings(["Data", "Service", "ArcGIS Server"])),
            .init("thumbnail", .string("thumbnail/thumbnail.png")), .init("url", .string("")),
            .init("accessInformation", .string(service.map.copyright)), .init("licenseInfo", .string("")),
        ])
    }

    /// The layers are datasets of one database on the server.
    @Sendable private static func manifest(
        _ service: ServiceState, _ server: ServerState, _ context: RequestContext
    ) -> JSON {
        let path = "/opt/arcgis/server/usr/directories/arcgissystem/arcgisinput/\(service.name).\(service.mainType)"
        let datasets = service.map.layers.filter { $0.kind == .feature || $0.kind == .table }.map { layer in
            JSON.object([.init("onServerName", .string(layer.name))])
        }
        let database = JSON.object([
            .init("byReference", .bool(false)),
            .init("onServerWorkspaceFactoryProgID", .string("esriDataSourcesGDB.FileGDBWorkspaceFactory.1")),
            .init("onServerConnectionString", .string("DATABASE=\(path)/extracted/v101/data.gdb")),
            .init("onPremiseConnectionString", .string("")), .init("onServerName", .string("data.gdb")),
            .init("onPremisePath", .string("")), .init("datasets", .array(datasets)),
        ])
        return .object([
            .init("databases", .array(datasets.isEmpty ? [] : [database])), .init("resources", .array([])),
        ])
    }

    /// Everyone, or whoever signs in: the roles of a server's own users are not modeled.
    @Sendable private static func permissions(
        _ service: ServiceState, _ server: ServerState, _ context: RequestContext
    ) -> JSON {
        func allowed(_ principal: String, _ isAllowed: Bool) -> JSON {
            let permission: [JSON.Member] = [.init("isAllowed", .bool(isAllowed)), .init("constraint", .string(""))]
            return .object([
                .init("principal", .string(principal)), .init("permission", .object(permission)),
                .init("childURL", .null), .init("operation", .null),
            ])
        }
        let list =
            switch service.access {
            case .everyone: [allowed("esriEveryone", true)]
            case .organization: [allowed("esriEveryone", false), allowed("esriAuthenticated", true)]
            default: [allowed("esriEveryone", false)]
            }
        return .object([.init("permissions", .array(list))])
    }
}
