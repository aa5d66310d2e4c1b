// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// What `admin/services/Name.Type` has besides the service itself: statistics, item information, manifest.
enum AdminServiceResources {
    static func routes(_ path: String) -> [Route] {
        let manual = "developers.arcgis.com/rest/enterprise-administration/server/"
        let rows: [(path: String, summary: String, evidence: Evidence, body: Body)] = [
            (
                "statistics", "How many instances are busy, and how many requests there were.",
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
                "extensions", "The extensions of the service.",
                .documented("\(manual)extensions; they are those of its description"), extensions
            ),
        ]
        return rows.map { row in
            Administration.resource("\(path)/\(row.path)", row.summary, row.evidence) {
                deployment, context, index throws(AdminRefusal) in
                let number = try AdminServices.number(deployment, context, index)
                return .json(
                    row.body(
                        deployment.servers[index].services[number], deployment.servers[index], deployment.sites[index],
                        context))
            }
        } + edits(path)
    }

    private static func edits(_ path: String) -> [Route] {
        [
            Administration.operation(
                "\(path)/iteminfo/edit", "Changes the item information.", .publisher,
                .documented("docs/reference/admin.md#b16")
            ) { deployment, context, index throws(AdminRefusal) in
                let number = try AdminServices.number(deployment, context, index)
                let given = try context.object("serviceItemInfo").members ?? []
                let old = JSON.object(deployment.servers[index].services[number].itemInformation)
                deployment.servers[index].services[number].itemInformation = old.merging(given).members ?? []
                return .json(Administration.success)
            },
            Administration.operation(
                "\(path)/iteminfo/delete", "Makes the item information what it was at first.",
                Administration.Terms(privilege: .publish, takesGet: true),
                .reported("pypi.org/project/arcgis asks it by GET, and by POST")
            ) { deployment, context, index throws(AdminRefusal) in
                let number = try AdminServices.number(deployment, context, index)
                deployment.servers[index].services[number].itemInformation = []
                return .json(Administration.success)
            },
            Administration.operation(
                "\(path)/iteminfo/upload", "Adds a file, such as a thumbnail, to the item information.", .publisher,
                .documented("developers.arcgis.com/rest/enterprise-administration/server/uploaditeminformation")
            ) { deployment, context, index throws(AdminRefusal) in
                let number = try AdminServices.number(deployment, context, index)
                guard let file = context.parameters.files.first else { throw AdminRefusal.notGiven("file") }
                let folder = context.parameters.given("folder") ?? ""
                let name = folder.isEmpty ? file.fileName : "\(folder)/\(file.fileName)"
                if folder == "thumbnail" {
                    let old = JSON.object(deployment.servers[index].services[number].itemInformation)
                    deployment.servers[index].services[number].itemInformation =
                        old.merging([.init("thumbnail", .string(name))]).members ?? []
                }
                return .json(Administration.success)
            },
        ]
    }

    private typealias Body = @Sendable (ServiceState, ServerState, ServerSetup, RequestContext) -> JSON

    @Sendable private static func extensions(
        _ service: ServiceState, _ server: ServerState, _ site: ServerSetup, _ context: RequestContext
    ) -> JSON {
        let described = JSON.object(AdminServiceDescription.members(of: service, server, context.profile.version))
            .merging(service.edited)
        return .object([.init("extensions", described["extensions"] ?? .array([]))])
    }

    @Sendable static func statistics(
        _ service: ServiceState, _ server: ServerState, _ site: ServerSetup, _ context: RequestContext
    ) -> JSON {
        let isRunning = service.answers(at: context.now)
        let members: [JSON.Member] = [
            .init("folderName", .string(service.folder.isEmpty ? "/" : service.folder)),
            .init("serviceName", .string(service.plainName)), .init("type", .string(service.mainType)),
            .init("max", .int(2)), .init("busy", .int(0)), .init("free", .int(isRunning ? 1 : 0)),
            .init("initializing", .int(0)), .init("notCreated", .int(isRunning ? 1 : 2)),
            .init("transactions", .int(site.usage.transactions(service))), .init("totalBusyTime", .int(0)),
            .init("isStatisticsAvailable", .bool(true)),
        ]
        let machine = members + [.init("machineName", .string(server.machine))]
        return .object([.init("summary", .object(members)), .init("perMachine", .array([.object(machine)]))])
    }

    @Sendable static func information(
        _ service: ServiceState, _ server: ServerState, _ site: ServerSetup, _ context: RequestContext
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
        ]).merging(service.itemInformation)
    }

    /// The layers are datasets of one database on the server.
    @Sendable static func manifest(
        _ service: ServiceState, _ server: ServerState, _ site: ServerSetup, _ context: RequestContext
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
}
