// SPDX-License-Identifier: Apache-2.0

package import Facts

/// What the header, the journal and `explain` say of faults: they are the scenario's, no server's.
package enum Faults {
    package static let rules: [Rule] = [
        rule(
            "delay", "The answer waits until the deployment's clock has moved on.", "Wait longer, or give up in time."),
        rule("stall", "The answer stops coming, and the connection stays.", "Have a time-out for reading."),
        rule("reset", "The connection is reset.", "Try again where that is safe."),
        rule("dribble", "The answer comes slowly.", "Have a time-out for the whole answer."),
        rule("truncate", "The connection ends inside the body.", "Hold the length against Content-Length."),
        rule("content-length", "Content-Length says another length than the body has.", "Do not trust it."),
        rule("answer", "Something in front of the door answers instead.", "Look at status and Content-Type first."),
        rule(
            "gzip", "The body is compressed where it should not be, or is said to be and is not.",
            "Look at Content-Encoding, and at the first two bytes."),
        rule(
            "handshake", "TLS is not agreed on: an alert, or a certificate that is not to be trusted.",
            "Tell the reason, and do not go on without TLS."),
        rule(
            "event", "Something happens to the deployment just before it answers.",
            "Hold on to nothing between requests."),
        rule("error", "The door says an error that the scenario gives it.", "Read error before anything else."),
    ]

    private static func rule(_ kind: String, _ summary: String, _ advice: String) -> Rule {
        Rule(
            "fault.\(kind)", summary, advice: advice,
            evidence: .inferred("a failure that the scenario asks for; what real systems fail like is in its report"))
    }

    static func verdict(_ id: String, _ fault: Fault, _ number: Int) -> Verdict {
        let rule = rules.first { $0.id == "fault.\(fault.then.kind)" } ?? rules[0]
        var facts: [Verdict.Fact] = [.init("fault", id), .init("match", "\(number)")]
        facts.append(.init("stage", fault.then.stage.rawValue))
        if let path = fault.when.path { facts.append(.init("path", path.text)) }
        if let most = fault.when.longerThan { facts.append(.init("longerThan", "\(most)")) }
        if case .event(let event) = fault.then { facts.append(.init("event", event.kind.rawValue)) }
        return Verdict(rule, facts: facts, wouldPass: "the same request without fault \(id)")
    }
}
