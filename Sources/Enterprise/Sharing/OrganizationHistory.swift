// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portals/{id}/history` and `activity`: what members did; `portals/{id}/usage` and `items/{id}/usage`: how often services
/// were asked.
enum OrganizationHistory {
    private static let privilege = "portal:admin:viewUsers"
    private static let python = Evidence.reported(
        "pypi.org/project/arcgis/2.4.4 asks with f=csv, num, all and fromDate; the columns are inferred")

    static let rows: [Sharing.Both] = [
        Sharing.Both("portals/{id}/history", "What members did, as CSV or JSON.", python, history),
        Sharing.Both("portals/{id}/activity", "The same.", .inferred("as history; never shown"), history),
        Sharing.Both(
            "portals/{id}/usage", "How often services were asked, by hour or day.",
            .reported("pypi.org/project/arcgis/2.4.4 reads num of data, pairs of a time and a count"), usage),
        Sharing.Both(
            "content/items/{id}/usage", "The same of one item.", .inferred("as portals/{id}/usage"), usageOfItem),
    ]

    private static func history(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.read(&deployment, &context, needs: privilege) { deployment, context, index in
            let (from, to) = (time("fromdate", context) ?? 0, time("todate", context) ?? Int64.max)
            let actors = ItemEdits.list(context.parameters.given("actors"))
            let changes = deployment.portals[index].changes.reversed().filter { change in
                (from...max(from, to)).contains(change.time.milliseconds)
                    && (actors.isEmpty || actors.contains(change.username))
            }
            if ASCII.equal(context.parameters["f"] ?? "", "csv") {
                let most = context.parameters.given("num").flatMap { Int($0) } ?? 10_000
                return Outcome(
                    body: .bytes(Array(csv(Array(changes.prefix(max(most, 0)))).utf8), type: "text/csv;charset=utf-8"),
                    fields: [.init("Content-Disposition", "attachment; filename=\"history.csv\"")])
            }
            let page = ResultPage(context.parameters, total: changes.count)
            let items = changes[page.range].map { change in
                JSON.object(zip(columns, row(change)).map { .init($0, .string($1)) })
            }
            return .json(.object(page.members + [.init("items", .array(items))]))
        }
    }

    private static let columns = ["id", "idType", "created", "actor", "action", "owner", "ip"]

    private static func row(_ change: PortalChange) -> [String] {
        [
            PortalActivity.id(of: change), change.source.rawValue, String(change.time.milliseconds), change.username,
            change.operation,
            change.username, change.address,
        ]
    }

    private static func csv(_ changes: [PortalChange]) -> String {
        let lines = [columns] + changes.map(row)
        return lines.map { $0.map(quoted).joined(separator: ",") }.joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String {
        text.contains { ",\"\n".contains($0) } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }

    private static func time(_ name: String, _ context: RequestContext) -> Int64? {
        context.parameters.given(name).flatMap { Int64($0.filter(\.isNumber)) }.map { min($0, latest) }
    }

    // MARK: usage

    private static func usage(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.read(&deployment, &context, needs: privilege) { deployment, context, index in
            let name = context.parameters.given("name")
            let found = name.flatMap { service($0, deployment, index) }
            let servers = deployment.servers.indices.filter { deployment.servers[$0].federation?.portal == index }
            return counted(name ?? "", deployment, context) { from, until in
                if let found {
                    return deployment.sites[found.server].usage.total(found.name, from: from, until: until)?.requests
                        ?? 0
                }
                guard name == nil else { return 0 }
                return servers.reduce(0) { sum, server in
                    sum + (deployment.sites[server].usage.total("", from: from, until: until)?.requests ?? 0)
                }
            }
        }
    }

    private static func usageOfItem(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        Item.answer(&deployment, &context) { deployment, context, index, caller, item in
            guard caller != .anonymous else { return SharingDoor.required("content/items", context) }
            let found = service(item.id, deployment, index)
            return counted(item.id, deployment, context) { from, until in
                guard let found else { return 0 }
                return deployment.sites[found.server].usage.total(found.name, from: from, until: until)?.requests ?? 0
            }
        }
    }

    /// Returns the server and the name, `Folder/Name.Type`, of an item's service.
    private static func service(_ id: String, _ deployment: Deployment, _ index: Int) -> (server: Int, name: String)? {
        deployment.service(ofItem: id, index).map { found in
            (found.server, "\(deployment.servers[found.server].services[found.service].name).\(found.type)")
        }
    }

    /// The last time that is counted to, in milliseconds since 1970, and the longest step, in units of its own: years
    /// beyond all calendars, with which one can still calculate.
    private static let (latest, longest): (Int64, Int64) = (1_000_000_000_000_000, 1_000_000)
    /// The most buckets of an answer.
    private static let most = 1000

    private static func counted(
        _ name: String, _ deployment: Deployment, _ context: RequestContext, _ count: (Int64, Int64) -> Int
    ) -> Outcome {
        let period = context.parameters.given("period") ?? "1d"
        let unit: Int64 = period.hasSuffix("h") ? 3_600_000 : period.hasSuffix("m") ? 60_000 : 86_400_000
        let step = unit * min(max(Int64(period.filter(\.isNumber)) ?? 1, 1), longest)
        let until = time("endtime", context) ?? context.now.milliseconds
        let from = min(time("starttime", context) ?? until - 7 * 86_400_000, until)
        let buckets = min(Int((until - from + step - 1) / step), most)
        let counts = (0..<buckets).map { number -> JSON in
            let begins = from + Int64(number) * step
            return .array([
                .string(String(begins)), .string(String(count(begins, min(begins + step, until)))),
            ])
        }
        return .json(
            .object([
                .init("startTime", .number(String(from))), .init("endTime", .number(String(until))),
                .init("period", .string(period)),
                .init(
                    "data",
                    .array([
                        .object([
                            .init("etype", .string("svcusg")), .init("name", .string(name)),
                            .init("num", .array(counts)),
                        ])
                    ])),
            ]))
    }
}
