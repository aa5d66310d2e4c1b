// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/logs`: what the portal refused, and what its administrators did, as far as its level keeps it
/// (developers.arcgis.com/rest/enterprise-administration/portal/query-logs).
enum PortalLogs {
    static let levels = PortalLog.levels + ["OFF"]

    @Sendable static func query(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let level = (context.parameters.given("level") ?? "WARNING").uppercased()
        guard levels.contains(level) else {
            throw .badValue("level", level, "one of \(levels.joined(separator: ", "))")
        }
        let filter = context.parameters.given("filter").flatMap { try? JSONReader.read(Array($0.utf8)) }
        let codes = filter?["codes"]?.elements?.compactMap { $0.integer ?? $0.text.flatMap { Int($0) } } ?? []
        let users = filter?["users"]?.elements?.compactMap(\.text) ?? []
        // startTime is the most recent, endTime the oldest (documented).
        let newest = time(context, "starttime")
        let oldest = time(context, "endtime")
        let found = deployment.portals[index].log.entries.reversed().filter { entry in
            PortalLog.keeps(level, entry.level) && (codes.isEmpty || codes.contains(entry.code))
                && (users.isEmpty || users.contains(entry.user))
                && newest.map { entry.time.milliseconds <= $0 } ?? true
                && oldest.map { entry.time.milliseconds >= $0 } ?? true
        }
        let size = min(10_000, max(1, context.parameters.given("pagesize").flatMap { Int($0) } ?? 1_000))
        let page = found.prefix(size)
        let now = context.now.milliseconds
        return .json(
            .object([
                .init("hasMore", .bool(page.count < found.count)),
                .init("startTime", .number("\(page.first?.time.milliseconds ?? newest ?? now)")),
                .init("endTime", .number("\(page.last?.time.milliseconds ?? oldest ?? now)")),
                .init("logMessages", .array(page.map(json))),
            ]))
    }

    /// Returns a time in milliseconds, or in the form of the documentation: `2011-08-01T15:17:20,123`.
    private static func time(_ context: RequestContext, _ name: String) -> Int64? {
        guard let text = context.parameters.given(name) else { return nil }
        return Int64(text)
            ?? ISO8601.instant(text.replacing(",", with: ".") + (text.hasSuffix("Z") ? "" : "Z"))?.milliseconds
    }

    @Sendable static func clean(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        deployment.portals[index].log.clean()
        return PortalOperation.done()
    }

    /// The keys are those of a server's log (docs/reference/admin.md, the last section).
    private static func json(_ entry: PortalLog.Entry) -> JSON {
        .object([
            .init("type", .string(entry.level)), .init("message", .string(entry.message)),
            .init("time", .time(entry.time)), .init("source", .string(entry.source)),
            .init("machine", .string(PortalMachines.name)), .init("user", .string(entry.user)),
            .init("code", .int(entry.code)), .init("elapsed", .string("")), .init("process", .string("1")),
            .init("thread", .string("1")), .init("methodName", .string("")),
        ])
    }
}

extension Deployment {
    /// Notes in a portal's log what it refused, and what its administrators did. Codes were never shown.
    mutating func log(_ outcome: Outcome, _ context: RequestContext) {
        guard case .portal(let index) = context.site else { return }
        let refused = outcome.verdict.first
        let isDeed = context.route.door == .portalAdmin && !context.isGet
        guard refused != nil || isDeed else { return }
        let level = refused == nil ? "INFO" : "WARNING"
        let kept = portals[index].documents["logs/settings"]?["logLevel"]?.text ?? "INFO"
        guard PortalLog.keeps(kept, level) else { return }
        portals[index].log.add(
            PortalLog.Entry(
                level: level,
                message: refused.map { "\(context.route.path): \($0.rule.summary)" } ?? context.route.path,
                time: context.now, user: context.caller ?? "", code: refused == nil ? 201_000 : 200_000,
                source: isDeed ? "Portal Admin" : "Sharing"))
    }
}
