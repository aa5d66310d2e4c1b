// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Decoding of the tree into values. The tree was checked against the tables: kinds fit, and required keys exist.
extension ScenarioLoader {
    mutating func decode(_ root: Node) -> Scenario {
        let scenario = Scenario.read(root, &self)
        let steps = root["steps"]?.nodes ?? []
        placeholders(steps, scenario)
        events(steps, scenario)
        faultEvents(root["faults"]?.nodes ?? [], scenario)
        faultUsers(root["faults"]?.nodes ?? [], scenario)
        faultPlaceholders(root["faults"]?.nodes ?? [], scenario)
        certificates(steps, scenario)
        return scenario
    }

    mutating func quirk(_ entry: Node.Member, _ quirks: inout [Behavior: Choice]) {
        guard let behavior = Behavior(rawValue: entry.name) else {
            findings.append(
                Finding(
                    file: entry.node.file, position: entry.position, message: "there is no behavior \"\(entry.name)\"",
                    suggestion: Suggestion.nearest(to: entry.name, among: Behavior.allCases.map(\.rawValue))))
            return
        }
        let text = entry.node.text ?? ""
        guard let choice = Choice(rawValue: text), behavior.choices.contains(choice) else {
            let choices = behavior.choices.map(\.rawValue)
            fail(
                entry.node, "\"\(entry.name)\" must be one of \(choices.joined(separator: ", ")), not \"\(text)\"",
                suggestion: Suggestion.nearest(to: text, among: choices))
            return
        }
        quirks[behavior] = choice
    }

    /// A server is federated with a portal that is there.
    mutating func federations(_ servers: [Node], _ portals: [Scenario.Portal]) {
        for node in servers.compactMap({ $0["federated"] }) where node.truth != false {
            let named = node.text ?? node["portal"]?.text
            if named.map({ name in portals.contains { $0.name == name } }) ?? !portals.isEmpty { continue }
            fail(
                node["portal"] ?? node,
                named.map { "there is no portal \"\($0)\"" } ?? "there is no portal to federate with",
                suggestion: named.map { Suggestion.nearest(to: $0, among: portals.map(\.name)) }
                    ?? (node.truth == true ? "false" : nil))
        }
    }
}
