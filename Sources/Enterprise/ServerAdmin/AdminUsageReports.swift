// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/usagereports`: how often services were asked, counted by the double.
enum AdminUsageReports {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"
    private static let path = "usagereports"
    private static let maker = Evidence.reported("docs/reference/admin.md#a42")

    static let routes: [Route] = [
        Administration.resource(
            path, "The usage reports.", since: .v10_3, .reported("pypi.org/project/arcgis reads metrics")
        ) {
            deployment, _, index throws(AdminRefusal) in
            .json(.object([.init("metrics", .array(deployment.sites[index].lists[path] ?? []))]))
        },
        Administration.operation("usagereports/add", "Adds a report.", .publisher, since: .v10_3, maker) {
            deployment, context, index throws(AdminRefusal) in
            let report = try report(context)
            let name = report["reportname"]?.text ?? ""
            let reports = deployment.sites[index].lists[path] ?? []
            guard !reports.contains(where: { $0["reportname"]?.text == name }) else {
                throw AdminRefusal.taken("Usage report", name)
            }
            deployment.sites[index].lists[path] = reports + [report]
            return .json(Administration.success)
        },
        Administration.resource(
            "usagereports/{report}", "A report.", since: .v10_3, .documented("\(manual)usagereport")
        ) {
            deployment, context, index throws(AdminRefusal) in
            let reports = deployment.sites[index].lists[path] ?? []
            return .json(reports[try find(reports, context)])
        },
        Administration.operation("usagereports/{report}/edit", "Changes a report.", .publisher, since: .v10_3, maker) {
            deployment, context, index throws(AdminRefusal) in
            var reports = deployment.sites[index].lists[path] ?? []
            reports[try find(reports, context)] = try report(context)
            deployment.sites[index].lists[path] = reports
            return .json(Administration.success)
        },
        Administration.operation("usagereports/{report}/delete", "Deletes a report.", .publisher, since: .v10_3, maker)
        {
            deployment, context, index throws(AdminRefusal) in
            var reports = deployment.sites[index].lists[path] ?? []
            reports.remove(at: try find(reports, context))
            deployment.sites[index].lists[path] = reports
            return .json(Administration.success)
        },
        Administration.resource(
            "usagereports/{report}/data", "The numbers of a report.", since: .v10_3,
            .documented("\(manual)queryreportdata"), data),
    ]

    private static func report(_ context: RequestContext) throws(AdminRefusal) -> JSON {
        let report = try context.object("usagereport", "{\"reportname\":…,\"since\":\"LAST_DAY\",\"queries\":[…]}")
        guard let name = report["reportname"]?.text, !name.isEmpty else { throw AdminRefusal.notGiven("reportname") }
        let known = ["LAST_DAY", "LAST_WEEK", "LAST_MONTH", "LAST_YEAR", "CUSTOM"]
        let since = report["since"]?.text ?? "LAST_DAY"
        guard known.contains(since) else { throw AdminRefusal.badValue("since", since, known) }
        return report
    }

    private static func find(_ reports: [JSON], _ context: RequestContext) throws(AdminRefusal) -> Int {
        let asked = context.names["report"] ?? ""
        guard let number = reports.firstIndex(where: { $0["reportname"]?.text == asked }) else {
            throw AdminRefusal.missing(asked, among: reports.compactMap { $0["reportname"]?.text })
        }
        return number
    }

    /// The days of each period, and the minutes of a slice where the report says nothing.
    private static let periods: [String: (days: Int64, minutes: Int64)] = [
        "LAST_DAY": (1, 30), "LAST_WEEK": (7, 240), "LAST_MONTH": (30, 1440), "LAST_YEAR": (365, 10_080),
    ]

    @Sendable private static func data(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        let reports = deployment.sites[index].lists[path] ?? []
        let report = reports[try find(reports, context)]
        let ends = slices(of: report, context.now)
        let usage = deployment.sites[index].usage
        let queries = (report["queries"]?.elements ?? []).map { query in
            JSON.array(
                (query["resourceURIs"]?.elements ?? []).compactMap(\.text).flatMap { uri in
                    (query["metrics"]?.elements ?? []).compactMap(\.text).map { series($0, uri, usage, ends) }
                })
        }
        return .json(
            .object([
                .init(
                    "report",
                    .object([
                        .init("reportname", report["reportname"] ?? .null),
                        .init("metadata", report["metadata"] ?? .null),
                        .init("time-slices", .array(ends.map { .number("\($0.upperBound)") })),
                        .init("report-data", .array(queries)),
                    ]))
            ]))
    }

    /// Returns the slices of a report: its own, or those of the period.
    private static func slices(of report: JSON, _ now: Instant) -> [Range<Int64>] {
        let minute: Int64 = 60_000
        let period = periods[report["since"]?.text ?? "LAST_DAY"]
        // Any number can stand there; dates have their ends (ECMA-262, Time Values).
        let ends: ClosedRange<Int64> = -8_640_000_000_000_000...8_640_000_000_000_000
        func date(_ name: String) -> Int64 {
            min(max(Int64(within: report[name]?.double ?? 0), ends.lowerBound), ends.upperBound)
        }
        let until = period == nil ? date("to") : now.milliseconds
        let from = period.map { until - $0.days * 1440 * minute } ?? date("from")
        let asked = Int64(min(max(report["aggregationInterval"]?.integer ?? 0, 0), 1 << 40)) * minute
        // A slice is a minute at least, and a report has at most a thousand.
        let span = max(until - from, minute)
        let slice = max(asked > 0 ? asked : (period?.minutes ?? 30) * minute, minute, span / 1000)
        let count = (span + slice - 1) / slice
        return (0..<count).map { number in
            let end = until - (count - 1 - number) * slice
            return end - slice..<end
        }
    }

    private static func series(
        _ metric: String, _ uri: String, _ usage: ServerUsage, _ slices: [Range<Int64>]
    ) -> JSON {
        let values = slices.map { value(metric, usage, uri, from: $0.lowerBound, until: $0.upperBound) }
        return .object([
            .init("resourceURI", .string(uri)), .init("metric-type", .string(metric)), .init("data", .array(values)),
        ])
    }

    /// Returns a number of a slice; `null` where no request came (documented).
    private static func value(
        _ metric: String, _ usage: ServerUsage, _ uri: String, from: Int64, until: Int64
    ) -> JSON {
        var name = uri.hasPrefix("services/") ? String(uri.dropFirst(9)) : uri
        if name == "services" || name == "/" { name = "" }
        // A map service is asked with its feature access, and a folder with all its services.
        let isFolder = !name.contains(".")
        let names = isFolder ? [name.isEmpty || name.hasSuffix("/") ? name : "\(name)/"] : [name] + features(name)
        var total: ServerUsage.Count?
        for name in names {
            guard let count = usage.total(name, from: from, until: until) else { continue }
            total = total ?? ServerUsage.Count()
            total?.requests += count.requests
            total?.failed += count.failed
        }
        guard let total else { return .null }
        switch metric {
        case "RequestCount": return .int(total.requests)
        case "RequestsFailed": return .int(total.failed)
        case "RequestsTimedOut": return .int(0)
        case "RequestMaxResponseTime", "RequestAvgResponseTime": return .number("0.0")
        case "ServiceActiveInstances": return .int(1)
        default: return .null
        }
    }

    private static func features(_ name: String) -> [String] {
        name.hasSuffix(".MapServer") ? ["\(name.dropLast("MapServer".count))FeatureServer"] : []
    }
}
