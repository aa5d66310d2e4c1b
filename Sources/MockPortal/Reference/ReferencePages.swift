// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

/// What the command prints about the double itself, made from the tables that the double runs on.
package enum ReferencePages {
    /// The endpoint table.
    package static func routes() -> String {
        var lines: [String] = []
        for kind in [SiteKind.portal, .server, .idp] {
            lines += [kind == .idp ? "idp: /idp/…" : "\(kind.rawValue): /<context>/…", ""]
            let routes = Router.routes.filter { $0.kind == kind }
            let width = routes.map(\.path.count).max() ?? 0
            for route in routes {
                let path = route.path + String(repeating: " ", count: width - route.path.count)
                lines.append("  \(path)  \(route.summary) [\(route.evidence.confidence.rawValue)]")
            }
            lines.append("")
        }
        lines += ["control: /_mock/…", ""]
        let width = Control.endpoints.map { $0.method.rawValue.count + $0.path.count }.max() ?? 0
        lines += Control.endpoints.map { endpoint in
            let call = "\(endpoint.method.rawValue) \(endpoint.path)"
            return "  \(call)\(String(repeating: " ", count: max(0, width + 1 - call.count)))  \(endpoint.summary)"
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `schema.json`, and with it every behavior and its choices.
    package static func schema() -> String {
        String(decoding: JSONWriter.pjson(Schema.json), as: UTF8.self) + "\n"
    }

    /// The OpenAPI document of the control endpoints: what `GET /_mock/openapi.json` gives.
    package static func openAPI() -> String {
        String(decoding: JSONWriter.pjson(OpenAPI.json), as: UTF8.self) + "\n"
    }

    /// The rule, its evidence and what a client should do; `nil` if there is none of that id.
    package static func explain(_ id: String) -> String? {
        if let rule = Explanation.rule(id) { return text(rule) }
        guard id.hasPrefix("quirk."), let behavior = Behavior(rawValue: String(id.dropFirst(6))) else { return nil }
        return "\(id)\n\n" + text(behavior)
    }

    /// Every rule id with its summary.
    package static func rules() -> String {
        let rules = Explanation.rules.sorted { $0.id < $1.id }
        let width = rules.map(\.id.count).max() ?? 0
        return rules.map { "\($0.id)\(String(repeating: " ", count: width - $0.id.count))  \($0.summary)\n" }.joined()
    }

    /// Ids like one that is no rule's.
    package static func nearestRule(to id: String) -> String? {
        nearest(to: id, among: Explanation.rules.map(\.id) + Behavior.allCases.map { "quirk.\($0.rawValue)" })
    }

    /// The word most like one that is not known, if any is like it.
    package static func nearest(to word: String, among words: [String]) -> String? {
        Suggestion.nearest(to: word, among: words)
    }

    private static func text(_ rule: Rule) -> String {
        var lines = [
            rule.id, "", "  \(rule.summary)", "", "  What to do:  \(rule.advice)",
            "  Evidence:    \(rule.evidence.source) (\(rule.evidence.confidence.rawValue))",
        ]
        for (index, client) in ClientReactions.make(of: rule).enumerated() {
            lines.append((index == 0 ? "  Clients:     " : "               ") + client)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func text(_ behavior: Behavior) -> String {
        let rows = behavior.rows.map { row in
            "  \(row.version.text)\(String(repeating: " ", count: max(0, 8 - row.version.text.count)))  "
                + "\(row.choice.rawValue)  \(row.evidence.source) (\(row.evidence.confidence.rawValue))\n"
        }
        return "  \(behavior.rawValue): one of \(behavior.choices.map(\.rawValue).joined(separator: ", "))\n\n"
            + rows.joined()
    }
}
