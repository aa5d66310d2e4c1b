// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `report` of a folder: its services with what is asked of each.
enum ServiceReport {
    static func route(_ path: String) -> Route {
        Administration.resource(
            "\(path)/report", "The services of the folder with their states.",
            .documented("developers.arcgis.com/rest/enterprise-administration/server/servicesreport")
        ) { deployment, context, index throws(AdminRefusal) in
            let folder = context.names["plainFolder"] == nil ? "" : try ServiceFolders.known(deployment, context, index)
            let asked = (context.parameters.given("parameters") ?? "").lowercased()
            let server = deployment.servers[index]
            let reports = server.services.filter { $0.folder == folder && $0.running != .missing }.map { service in
                JSON.object(members(service, server, deployment.sites[index], context, asked))
            }
            return .json(.object([.init("reports", .array(reports))]))
        }
    }

    private static func members(
        _ service: ServiceState, _ server: ServerState, _ site: ServerSetup, _ context: RequestContext, _ asked: String
    ) -> [JSON.Member] {
        func wants(_ name: String) -> Bool {
            asked.isEmpty || asked.contains("\"\(name)\"") || asked.contains("'\(name)'")
        }
        let described = JSON.object(AdminServiceDescription.members(of: service, server, context.profile.version))
            .merging(service.edited)
        var members: [JSON.Member] = [
            .init("folderName", .string(service.folder.isEmpty ? "/" : service.folder)),
            .init("serviceName", .string(service.plainName)), .init("type", .string(service.mainType)),
            .init("isDefault", .bool(false)), .init("isPrivate", .bool(false)),
        ]
        if wants("description") { members.append(.init("description", .string(service.map.description))) }
        if wants("status") { members.append(.init("status", AdminServiceRuns.status(service, context.now))) }
        if wants("instances") {
            let instances = AdminServiceResources.statistics(service, server, site, context)["summary"] ?? .null
            members.append(.init("instances", instances))
        }
        if wants("properties") { members.append(.init("properties", described["properties"] ?? .object([]))) }
        if wants("iteminfo") {
            members.append(.init("iteminfo", AdminServiceResources.information(service, server, site, context)))
        }
        return members
    }
}
