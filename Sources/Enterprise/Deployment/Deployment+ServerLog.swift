// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Deployment {
    /// Notes a request in the log of a server, and counts it among those to its services.
    mutating func note(_ outcome: Deferrable<Outcome>, _ context: RequestContext, server index: Int) {
        // What is made later is an answer.
        var verdict: Verdict?
        if case .ready(let outcome) = outcome { verdict = outcome.verdict.first }
        let service = Self.service(of: context)
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

    /// Returns the service that a request is to, with its folder and type: `Demographics/Census.MapServer`.
    private static func service(of context: RequestContext) -> String? {
        guard context.names["service"] != nil, let type = context.route.serviceType else { return nil }
        return context.serviceName + "." + type
    }
}
