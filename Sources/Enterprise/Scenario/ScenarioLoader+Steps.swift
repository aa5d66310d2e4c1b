// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Checks of steps beyond the tables.
extension ScenarioLoader {
    /// Reports well-formed names in braces that nothing defines, when the scenario is loaded and not when the step
    /// runs.
    mutating func placeholders(_ steps: [Node], _ scenario: Scenario) {
        let own = Self.placeholders(of: scenario)
        var known = own
        let saved = steps.flatMap { $0["save"]?.entries ?? [] }
        let later = Dictionary(saved.map { ($0.name, $0.position.line) }) { first, _ in first }
        for step in steps {
            for saved in step["save"]?.entries ?? [] where own.contains(saved.name) {
                findings.append(
                    Finding(
                        file: saved.node.file, position: saved.position,
                        message: "{\(saved.name)} is reserved; save under another name",
                        suggestion: "\(saved.name)2"))
            }
            for key in ["request", "response"] {
                if let node = step[key] { placeholders(node, known, later) }
            }
            known.formUnion(step["save"]?.entries.map(\.name) ?? [])
        }
    }

    /// Returns the names of placeholders that a deployment defines.
    static func placeholders(of scenario: Scenario) -> Set<String> {
        var known: Set<String> = ["http", "https", "idp", "host", "now"]
        if !scenario.portals.isEmpty { known.insert("portal") }
        if !scenario.servers.isEmpty { known.insert("server") }
        known.formUnion(scenario.portals.map { "portal.\($0.name)" } + scenario.servers.map { "server.\($0.name)" })
        return known
    }

    /// Reports placeholders that are not known. `later` has the names that some step saves, with the line.
    private mutating func placeholders(_ node: Node, _ known: Set<String>, _ later: [String: Int]) {
        if let text = node.text {
            for name in Placeholders.names(in: text) where !known.contains(name) {
                if let line = later[name] {
                    fail(node, "{\(name)} is not available yet: line \(line) saves it after this request")
                    continue
                }
                let nearest = Suggestion.nearest(to: name, among: known.sorted()).map { "{\($0)}" }
                fail(node, "{\(name)} is not defined here; {{ is a brace", suggestion: nearest)
            }
        }
        for node in node.nodes + node.entries.map(\.node) { placeholders(node, known, later) }
    }

    /// Reports impossible events when the scenario is loaded, such as an unknown user or server.
    mutating func events(_ steps: [Node], _ scenario: Scenario) {
        guard steps.contains(where: { $0["event"] != nil }) else { return }
        var names = KnownNames(scenario)
        for step in steps {
            guard let node = step["event"], let event = try? Event(node.json) else { continue }
            do throws(Event.Impossible) {
                try names.happen(event)
            } catch {
                fail(error.key.flatMap { node[$0] } ?? node, error.message, suggestion: error.suggestion)
            }
        }
    }

    /// Reports impossible events of faults, judged by the state at the start.
    mutating func faultEvents(_ faults: [Node], _ scenario: Scenario) {
        let nodes = faults.compactMap { $0["then"]?["event"] }
        guard !nodes.isEmpty else { return }
        let names = KnownNames(scenario)
        for node in nodes {
            guard let event = try? Event(node.json) else { continue }
            do throws(Event.Impossible) {
                var after = names
                try after.happen(event)
            } catch {
                fail(error.key.flatMap { node[$0] } ?? node, error.message, suggestion: error.suggestion)
            }
        }
    }

    /// Reports users without a certificate, who cannot present one.
    mutating func certificates(_ steps: [Node], _ scenario: Scenario) {
        let known = scenario.portals.flatMap(\.users).filter { $0.hasCertificate ?? false }.map(\.username)
        for step in steps {
            guard let node = step["request"]?["certificate"], let name = node.text, !known.contains(name) else {
                continue
            }
            fail(
                node, "\"\(name)\" has no certificate: a user needs certificate: true",
                suggestion: Suggestion.nearest(to: name, among: known))
        }
    }

    mutating func isRegex(_ text: String, _ node: Node) -> Bool {
        if (try? Regex(text)) != nil { return true }
        fail(node, "\"\(text)\" is not a regular expression", suggestion: Self.literal(text))
        return false
    }

    /// Returns the expression that finds exactly this text.
    private static func literal(_ text: String) -> String {
        String(text.flatMap { #"\^$.|?*+()[]{}/"#.contains($0) ? ["\\", $0] : [$0] })
    }
}
