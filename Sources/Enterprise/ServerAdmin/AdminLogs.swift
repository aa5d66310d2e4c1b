// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/logs/…`: what the server refused, and what administrators did, as far as its level keeps it.
enum AdminLogs {
    private static let writes = Administration.Terms(isReadOnly: true)

    static let routes: [Route] = [
        Administration.resource("logs", "The log resources.", .reported("pypi.org/project/arcgis asks for it")) {
            _, _, _ throws(AdminRefusal) in
            .json(.object([.init("operations", .strings(["clean", "query", "countErrorReports"]))]))
        },
        Administration.resource(
            "logs/query", "The log, newest first.", .documented("docs/reference/admin.md#a30"), query),
        Administration.operation("logs/clean", "Empties the log.", writes, .reported("docs/reference/admin.md#a31")) {
            deployment, _, index throws(AdminRefusal) in
            deployment.sites[index].log.clean()
            return .json(Administration.success)
        },
        Administration.resource(
            "logs/countErrorReports", "How many crash reports there are: none.",
            .reported("docs/reference/admin.md#a31; the key is inferred")
        ) { deployment, context, index throws(AdminRefusal) in
            let machines = AdminMachines.names(deployment, index).map { name in
                JSON.object([.init("machineName", .string(name)), .init("errorReportsCount", .int(0))])
            }
            return .json(.object([.init("machines", .array(machines))]))
        },
    ]

    @Sendable private static func query(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        let levels = SiteLog.Level.allCases.map(\.rawValue)
        let text = (context.parameters.given("level") ?? "WARNING").uppercased()
        guard let level = SiteLog.Level(rawValue: text) else { throw AdminRefusal.badValue("level", text, levels) }
        return .json(
            LogQuery(context, level: level).page(
                of: deployment.sites[index].log, machine: deployment.servers[index].machine, at: context.now))
    }
}
