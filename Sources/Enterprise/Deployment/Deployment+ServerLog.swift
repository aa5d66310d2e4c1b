// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Deployment {
    /// Notes a request in the log of a server, and counts it among those to its services.
    ///
    /// `verdict` is the reason of a refusal; what is made later is an answer.
    mutating func note(_ verdict: Verdict?, _ context: RequestContext, server index: Int) {
        let service = context.service.typedName
        if let service, sites[index].setting(SettingsPath.usage, "enabled")?.truth ?? true {
            leave(.usage(server: index, service: service, hasFailed: verdict != nil, at: context.now))
        }
        let level: SiteLog.Level =
            verdict.map { $0.rule.id.hasPrefix("service.") ? .severe : .warning } ?? .fine
        guard sites[index].log.keeps(level) else { return }
        let path = context.call.request.target.segments.dropFirst().joined(separator: "/")
        let message = verdict.map { "\($0.rule.summary) (/\(path))" } ?? "Request processed (/\(path))"
        let entry = SiteLog.Entry(
            level: level, time: context.now, code: level == .severe ? 9003 : level == .warning ? 9029 : 9002,
            source: service ?? (context.route.door == .admin ? "Admin" : "Rest"),
            user: context.caller ?? "", message: message)
        leave(.serverLog(index, entry))
    }
}
