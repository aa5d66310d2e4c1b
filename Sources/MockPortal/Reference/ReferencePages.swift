// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

/// Pages that the command prints about the double, generated from the tables that it uses.
package enum ReferencePages {
    /// Returns the endpoint table.
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

    /// Returns `schema.json`, including every behavior and its choices.
    package static func schema() -> String {
        String(decoding: JSONWriter.pjson(Schema.json), as: UTF8.self) + "\n"
    }

    /// Returns the OpenAPI document of the control endpoints, as `GET /_mock/openapi.json` does.
    package static func openAPI() -> String {
        String(decoding: JSONWriter.pjson(OpenAPI.json), as: UTF8.self) + "\n"
    }

    /// Returns a rule with its evidence and advice, or `nil` if there is no such rule.
    package static func explain(_ id: String) -> String? {
        if let rule = Explanation.rule(id) { return text(rule) }
        guard id.hasPrefix("quirk."), let behavior = Behavior(rawValue: String(id.dropFirst(6))) else { return nil }
        return "\(id)\n\n" + text(behavior)
    }

    /// Returns every rule id with its summary.
    package static func rules() -> String {
        let rules = Explanation.rules.sorted { $0.id < $1.id }
        let width = rules.map(\.id.count).max() ?? 0
        return rules.map { "\($0.id)\(String(repeating: " ", count: width - $0.id.count))  \($0.summary)\n" }.joined()
    }

    /// Returns the rule id most similar to an unknown one.
    package static func nearestRule(to id: String) -> String? {
        nearest(to: id, among: Explanation.rules.map(\.id) + Behavior.allCases.map { "quirk.\($0.rawValue)" })
    }

    /// Returns the word most similar to an unknown one, if any is similar enough.
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
