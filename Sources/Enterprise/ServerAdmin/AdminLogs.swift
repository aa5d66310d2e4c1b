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
        let levels = ServerLog.Level.allCases.map(\.rawValue)
        let text = (context.parameters.given("level") ?? "WARNING").uppercased()
        guard let level = ServerLog.Level(rawValue: text) else { throw AdminRefusal.badValue("level", text, levels) }
        let filter = context.parameters.given("filter").flatMap(RequestContext.lenient)
        let newest = time(context, "starttime"), oldest = time(context, "endtime")
        let size = min(10_000, max(1, context.parameters.given("pagesize").flatMap { Int($0) } ?? 1000))
        let found = deployment.sites[index].log.entries.reversed().filter { entry in
            entry.level.rank <= level.rank && newest.map { entry.time.milliseconds < $0 } ?? true
                && oldest.map { entry.time.milliseconds >= $0 } ?? true && admits(filter, entry)
        }
        let page = found.prefix(size)
        let now = context.now.milliseconds
        return .json(
            .object([
                .init("hasMore", .bool(page.count < found.count)),
                .init("startTime", .number("\(page.first?.time.milliseconds ?? newest ?? now)")),
                .init("endTime", .number("\(page.last?.time.milliseconds ?? oldest ?? now)")),
                .init("logMessages", .array(page.map { message($0, deployment.servers[index].machine) })),
            ]))
    }

    /// Returns a time in milliseconds, or in the form of the documentation: `2011-08-01T15:17:20,123`.
    private static func time(_ context: RequestContext, _ name: String) -> Int64? {
        guard let text = context.parameters.given(name) else { return nil }
        if let number = Int64(text) { return number }
        return ISO8601.instant(text.replacing(",", with: ".") + (text.hasSuffix("Z") ? "" : "Z"))?.milliseconds
    }

    private static func admits(_ filter: JSON?, _ entry: ServerLog.Entry) -> Bool {
        if let codes = filter?["codes"]?.elements, !codes.isEmpty {
            let known = codes.compactMap { $0.integer ?? $0.text.flatMap { Int($0) } }
            if !known.contains(entry.code) { return false }
        }
        if let users = filter?["users"]?.elements?.compactMap(\.text), !users.isEmpty, !users.contains(entry.user) {
            return false
        }
        if let services = filter?["services"]?.elements?.compactMap(\.text), !services.isEmpty,
            !services.contains(entry.source)
        {
            return false
        }
        return true
    }

    /// The keys are from memory (docs/reference/admin.md, the last section).
    private static func message(_ entry: ServerLog.Entry, _ machine: String) -> JSON {
        .object([
            .init("type", .string(entry.level.rawValue)), .init("message", .string(entry.message)),
            .init("time", .number("\(entry.time.milliseconds)")), .init("source", .string(entry.source)),
            .init("machine", .string(machine)), .init("user", .string(entry.user)), .init("code", .int(entry.code)),
            .init("elapsed", .string("")), .init("process", .string("1")), .init("thread", .string("1")),
            .init("methodName", .string(entry.methodName)),
        ])
    }
}
