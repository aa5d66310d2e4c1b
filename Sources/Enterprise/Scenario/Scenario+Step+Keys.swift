// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The steps of a scenario file: docs/contracts.md#scenario-files, Steps.
extension Scenario.Step: ScenarioPart {
    static let table = KeyTable<Self>("a step", action + expectation)

    private static let action: [KeyRow<Self>] = [
        KeyRow("say", .string, "What happens, in one sentence.", \.say),
        KeyRow(
            Keys.Key("request", .object(Scenario.Request.table.keys), "A request to send."),
            read: { node, step, loader in step.action = .request(Scenario.Request.read(node, &loader)) }),
        KeyRow(
            Keys.Key("advance", .duration, "An ISO 8601 duration by which to move the clock."),
            read: { node, step, loader in
                let duration = Notation<Int64>.milliseconds("advance", example: "PT61M")
                step.action = .advance(duration.read(node, &loader) ?? 0)
            }),
        KeyRow(Keys.Key("event", .object(.event), "An event."), read: readEvent),
    ]

    private static let expectation: [KeyRow<Self>] = [
        KeyRow("response", .part, "The expected response; keys that are absent are not checked.", \.response),
        KeyRow(
            Keys.Key("because", .either([.string, .null]), "The expected first rule id; null: none."),
            read: readVerdict),
        KeyRow(
            Keys.Key(
                "save", .map(.either([.string, .object(Scenario.Save.keys)])),
                "Values to keep for later steps, by name."),
            read: { node, step, loader in
                for entry in node.entries {
                    if let save = Scenario.Save(entry, &loader) { step.saves.append(save) }
                }
            }),
        KeyRow("repeat", .integer(1...1000), "The number of runs, which must all pass.", loaded: \.times),
    ]

    static func blank(at location: CodeLocation) -> Self {
        Self(action: .advance(0), file: location.file, position: location.position)
    }

    private static func readEvent(_ node: Node, _ step: inout Self, _ loader: inout ScenarioLoader) {
        do throws(Event.Impossible) {
            step.action = .event(try Event(node.json))
        } catch {
            loader.fail(node["event"] ?? node, error.message, suggestion: error.suggestion)
        }
    }

    private static func readVerdict(_ node: Node, _ step: inout Self, _ loader: inout ScenarioLoader) {
        step.verdict = .some(node.text)
        guard let id = node.text, !Explanation.isKnown(id) else { return }
        loader.fail(
            node, "there is no rule \"\(id)\"",
            suggestion: Suggestion.nearest(
                to: id, among: Explanation.rules.map(\.id) + Behavior.allCases.map { "quirk.\($0.rawValue)" }))
    }

    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) {
        let actions = ["request", "advance", "event"].filter { node[$0] != nil }
        guard actions.count == 1 else {
            return loader.fail(
                node,
                actions.isEmpty
                    ? "a step needs one of \"request\", \"advance\" and \"event\""
                    : "a step has only one of \"request\", \"advance\" and \"event\"")
        }
        for key in ["response", "because", "save"] where actions[0] != "request" {
            guard let extra = node[key] else { continue }
            loader.fail(extra, "\"\(key)\" belongs to a request, not to \"\(actions[0])\"")
        }
    }
}
