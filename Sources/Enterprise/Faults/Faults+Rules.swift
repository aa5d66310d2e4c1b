// SPDX-License-Identifier: Apache-2.0

package import Facts

/// The rules of faults for the header, the journal and `explain`: they come from the scenario, not from a server.
package enum Faults {
    package static let rules: [Rule] = Fault.Effect.kinds.map { kind in
        rule(Fault.Effect.kind(kind), kind.rule.summary, kind.rule.advice)
    }

    private static func rule(_ kind: String, _ summary: String, _ advice: String) -> Rule {
        Rule(
            "fault.\(kind)", summary, advice: advice,
            evidence: .inferred("a failure that the scenario asks for; how real systems fail is in its report"))
    }

    static func verdict(_ id: String, _ fault: Fault, _ number: Int) -> Verdict {
        let rule = rules.first { $0.id == "fault.\(fault.effect.kind)" } ?? rules[0]
        var facts: [Verdict.Fact] = [.init("fault", id), .init("match", "\(number)")]
        facts.append(.init("stage", fault.effect.stage.rawValue))
        if let path = fault.pattern { facts.append(.init("path", path.text)) }
        if let most = fault.longerThan { facts.append(.init("longerThan", "\(most)")) }
        if let event = fault.effect.event { facts.append(.init("event", event.kind.rawValue)) }
        return Verdict(rule, facts: facts, wouldPass: "the same request without fault \(id)")
    }
}
