// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `logs/query` of an administrator directory: a page of a site's log, newest first (docs/reference/admin.md#a30).
struct LogQuery {
    /// The least grave level that is shown; `nil` shows nothing.
    var level: SiteLog.Level?
    var codes: [Int]
    var users: [String]
    var services: [String]
    /// `startTime` is the most recent, `endTime` the oldest (documented).
    var newest: Int64?
    var oldest: Int64?
    var size: Int

    init(_ context: RequestContext, level: SiteLog.Level?) {
        self.level = level
        let filter = context.parameters.given("filter").flatMap(JSON.lenient)
        codes = filter?["codes"]?.elements?.compactMap { $0.integer ?? $0.text.flatMap { Int($0) } } ?? []
        users = filter?["users"]?.elements?.compactMap(\.text) ?? []
        services = filter?["services"]?.elements?.compactMap(\.text) ?? []
        newest = Self.time(context, "starttime")
        oldest = Self.time(context, "endtime")
        size = min(10_000, max(1, context.parameters.given("pagesize").flatMap { Int($0) } ?? 1000))
    }

    func page(of log: SiteLog, machine: String, at now: Instant) -> JSON {
        let found = log.entries.reversed().filter(admits)
        let page = found.prefix(size)
        return .object([
            .init("hasMore", .bool(page.count < found.count)),
            .init("startTime", .number("\(page.first?.time.milliseconds ?? newest ?? now.milliseconds)")),
            .init("endTime", .number("\(page.last?.time.milliseconds ?? oldest ?? now.milliseconds)")),
            .init("logMessages", .array(page.map { Self.message($0, machine) })),
        ])
    }

    private func admits(_ entry: SiteLog.Entry) -> Bool {
        guard let level, entry.level.rank <= level.rank else { return false }
        let time = entry.time.milliseconds
        return newest.map { time < $0 } ?? true && oldest.map { time >= $0 } ?? true
            && (codes.isEmpty || codes.contains(entry.code)) && (users.isEmpty || users.contains(entry.user))
            && (services.isEmpty || services.contains(entry.source))
    }

    /// Returns a time in milliseconds, or in the form of the documentation: `2011-08-01T15:17:20,123`.
    private static func time(_ context: RequestContext, _ name: String) -> Int64? {
        guard let text = context.parameters.given(name) else { return nil }
        if let number = Int64(text) { return number }
        return ISO8601.instant(text.replacing(",", with: ".") + (text.hasSuffix("Z") ? "" : "Z"))?.milliseconds
    }

    /// The keys are from memory (docs/reference/admin.md, the last section).
    private static func message(_ entry: SiteLog.Entry, _ machine: String) -> JSON {
        .object([
            .init("type", .string(entry.level.rawValue)), .init("message", .string(entry.message)),
            .init("time", .number("\(entry.time.milliseconds)")), .init("source", .string(entry.source)),
            .init("machine", .string(machine)), .init("user", .string(entry.user)), .init("code", .int(entry.code)),
            .init("elapsed", .string("")), .init("process", .string("1")), .init("thread", .string("1")),
            .init("methodName", .string("")),
        ])
    }
}
