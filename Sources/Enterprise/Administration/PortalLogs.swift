// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/logs`: what the portal refused, and what its administrators did, as far as its level keeps it
/// (developers.arcgis.com/rest/enterprise-administration/portal/query-logs).
enum PortalLogs {
    @Sendable static func query(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let level = (context.parameters.given("level") ?? "WARNING").uppercased()
        guard SiteLog.Level.settings.contains(level) else {
            throw .badValue("level", level, "one of \(SiteLog.Level.settings.joined(separator: ", "))")
        }
        return .json(
            LogQuery(context, level: SiteLog.Level(rawValue: level)).page(
                of: deployment.portals[index].log, machine: PortalMachines.name, at: context.now))
    }

    @Sendable static func clean(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        deployment.portals[index].log.clean()
        return PortalOperation.done()
    }
}

extension Deployment {
    /// Notes in a portal's log what it refused, and what its administrators did. Codes were never shown.
    mutating func log(_ outcome: Outcome, _ context: RequestContext, portal index: Int) {
        let isDeed = context.route.door == .portalAdmin && !context.isGet
        guard !outcome.verdict.isEmpty || isDeed else { return }
        let refused = outcome.verdict.first
        let level: SiteLog.Level = refused == nil ? .info : .warning
        guard portals[index].log.keeps(level) else { return }
        let entry = SiteLog.Entry(
            level: level, time: context.now, code: refused == nil ? 201_000 : 200_000,
            source: isDeed ? "Portal Admin" : "Sharing", user: context.caller ?? "",
            message: refused.map { "\(context.route.path): \($0.rule.summary)" } ?? context.route.path)
        leave(.portalLog(index, entry))
    }
}
