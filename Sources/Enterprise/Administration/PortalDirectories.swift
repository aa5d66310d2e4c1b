// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/system/directories`: where a portal keeps its files; each can be moved
/// (developers.arcgis.com/rest/enterprise-administration/portal/directories).
enum PortalDirectories {
    private static let root = "/opt/arcgis/portal/usr/arcgisportal"
    private static let names = ["content", "db", "index", "logs", "temp"]

    @Sendable static func list(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let portal = deployment.portals[index]
        return .json(.object([.init("directories", .array(names.map { json($0, portal) }))]))
    }

    @Sendable static func one(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome { .json(json(try name(context), deployment.portals[index])) }

    @Sendable static func edit(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let name = try name(context)
        let path = try context.needed("physicalPath")
        deployment.portals[index].documents["system/directories/\(name)"] = .string(path)
        return PortalOperation.done()
    }

    private static func name(_ context: RequestContext) throws(PortalRefusal) -> String {
        let asked = context.names["directory"] ?? ""
        guard let known = names.first(where: { ASCII.equal($0, asked) }) else { throw .missing(asked, names) }
        return known
    }

    private static func json(_ name: String, _ portal: PortalState) -> JSON {
        .object([
            .init("name", .string(name)),
            .init("physicalPath", portal.documents["system/directories/\(name)"] ?? .string("\(root)/\(name)")),
        ])
    }
}
