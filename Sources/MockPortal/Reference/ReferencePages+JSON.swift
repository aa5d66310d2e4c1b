// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

/// The pages as programs read them. Keys never vanish, and more may come.
extension ReferencePages {
    /// Returns the endpoint table as JSON.
    package static func routesJSON() -> String {
        let sites = [SiteKind.portal, .server, .idp].map { kind in
            JSON.Member(kind.rawValue, .array(Router.routes.filter { $0.kind == kind }.map(json)))
        }
        let control = Control.endpoints.map { endpoint in
            JSON.object([
                .init("method", .string(endpoint.method.rawValue)), .init("path", .string(endpoint.path)),
                .init("summary", .string(endpoint.summary)),
            ])
        }
        return printed(.object(sites + [.init("control", .array(control))]))
    }

    /// Returns every rule as JSON.
    package static func rulesJSON() -> String {
        printed(.array(Explanation.rules.sorted { $0.id < $1.id }.map(json)))
    }

    /// Returns a rule or a quirk as JSON, or `nil` if there is none with that id.
    package static func explainJSON(_ id: String) -> String? {
        if let rule = Explanation.rule(id) { return printed(json(rule)) }
        guard id.hasPrefix("quirk."), let behavior = Behavior(rawValue: String(id.dropFirst(6))) else { return nil }
        return printed(json(behavior))
    }

    /// Returns scenarios as JSON.
    package static func listJSON(_ names: [String]) -> String {
        printed(.array(names.compactMap(json(ofScenario:))))
    }

    static func json(ofScenario name: String) -> JSON? {
        guard let scenario = BuiltInScenarios.scenario(name) else { return nil }
        let report = scenario.report
        return .object([
            .init("name", .string(name)), .init("title", .string(scenario.title)),
            .init("steps", .int(scenario.steps.count)),
            .init("report", text(report?.url)), .init("version", text(report?.version)),
            .init("login", text(report?.login)), .init("client", text(report?.client)),
            .init("confidence", text(report?.confidence?.rawValue)),
        ])
    }

    static func json(_ rule: Rule) -> JSON {
        let errors = ShownErrors.rules.filter { $0.value.contains(rule.id) }.keys.sorted()
        return .object([
            .init("rule", .string(rule.id)), .init("summary", .string(rule.summary)),
            .init("advice", .string(rule.advice)), .init("evidence", json(rule.evidence)),
            .init("clients", .array(ClientReactions.make(of: rule).map(JSON.string))),
            .init("errors", .array(errors.map(JSON.string))),
        ])
    }

    static func printed(_ json: JSON) -> String { String(decoding: JSONWriter.pjson(json), as: UTF8.self) + "\n" }

    private static func json(_ route: Route) -> JSON {
        .object([
            .init("path", .string(route.path)), .init("door", .string(route.door.rawValue)),
            .init("summary", .string(route.summary)), .init("since", text(route.since?.name)),
            .init("until", text(route.until?.name)), .init("evidence", json(route.evidence)),
        ])
    }

    private static func json(_ behavior: Behavior) -> JSON {
        let rows = behavior.rows.map { row in
            JSON.object([
                .init("version", .string(row.version.text)), .init("choice", .string(row.choice.rawValue)),
                .init("evidence", json(row.evidence)),
            ])
        }
        return .object([
            .init("quirk", .string(behavior.rawValue)), .init("summary", .string(behavior.summary)),
            .init("choices", .array(behavior.choices.map { .string($0.rawValue) })), .init("releases", .array(rows)),
        ])
    }

    private static func json(_ evidence: Evidence) -> JSON {
        .object([
            .init("source", .string(evidence.source)), .init("confidence", .string(evidence.confidence.rawValue)),
        ])
    }

    private static func text(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }
}
