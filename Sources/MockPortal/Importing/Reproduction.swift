// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Recording

/// Finds how a scenario comes to each recorded answer: by itself, by a body that is given, by a fault, or not at all.
enum Reproduction {
    /// The rounds after which what still differs is left so.
    private static let rounds = 10

    /// Settles the steps of a draft, and returns the findings about its scenario.
    static func run(_ draft: inout ScenarioDraft) -> [Finding] {
        for _ in 0..<rounds {
            let (loaded, findings) = ScenarioLoader.load(TextFiles.name, files: TextFiles(draft.text))
            guard let scenario = loaded else {
                guard degrade(&draft) else { return findings }
                continue
            }
            if !settle(&draft, scenario) { break }
        }
        return finish(&draft)
    }

    /// Writes less into a scenario that a release refuses.
    private static func degrade(_ draft: inout ScenarioDraft) -> Bool {
        if draft.describesServices {
            draft.describesServices = false
            return true
        }
        let given = draft.steps.indices.filter { draft.steps[$0].origin == .result }
        for index in given { draft.steps[index].origin = .fault }
        return !given.isEmpty
    }

    /// Asks all, and returns whether a step has to be helped in another way.
    private static func settle(_ draft: inout ScenarioDraft, _ scenario: Scenario) -> Bool {
        var hasChanged = false
        var unasked: [Int] = []
        let whole = draft
        each(&draft, scenario) { index, step, asked, fill in
            guard let exchange = step.exchange.map({ whole.recognition.exchanges[$0] }), let recorded = exchange.answer
            else { return }
            step.response = nil
            guard let received = asked.answer else {
                // Once the answers before it are right, the value may be there.
                unasked.append(index)
                return
            }
            let got = RecordedAnswer(status: received.status, fields: received.fields, body: received.body)
            let comparison = AnswerComparison(
                recorded, with: got, whole.urls, isSecure: exchange.url.isSecure, isGiven: step.origin != .own,
                fill: fill)
            if comparison.differences.isEmpty {
                step.response = comparison.response
            } else {
                hasChanged = help(&step, comparison.differences, exchange, whole) || hasChanged
            }
        }
        guard !hasChanged else { return true }
        for index in unasked {
            var step = draft.steps[index]
            guard let exchange = step.exchange.map({ whole.recognition.exchanges[$0] }) else { continue }
            hasChanged = help(&step, ["nothing could be asked, for a value is missing"], exchange, whole) || hasChanged
            draft.steps[index] = step
        }
        return hasChanged
    }

    private static func help(
        _ step: inout DraftStep, _ differences: [String], _ exchange: RecordedExchange, _ draft: ScenarioDraft
    ) -> Bool {
        switch step.origin {
        case .own:
            step.differences = differences
            step.origin = draft.canGiveResult(exchange) ? .result : .fault
        case .result: step.origin = .fault
        case .fault: step.origin = .neither
        case .neither: return false
        }
        return true
    }

    /// Holds the scenario, as it will be written, against its own steps, and leaves out what cannot be asked again.
    private static func finish(_ draft: inout ScenarioDraft) -> [Finding] {
        var last: [Finding] = []
        for _ in 0..<rounds {
            let (loaded, findings) = ScenarioLoader.load(TextFiles.name, files: TextFiles(draft.text))
            guard let scenario = loaded else { return findings }
            last = findings
            var isRight = true
            each(&draft, scenario) { _, step, asked, fill in
                guard let received = asked.answer else {
                    (step.isLeftOut, isRight) = (true, false)
                    return
                }
                if !asked.unsaved.isEmpty {
                    step.saves.removeAll { asked.unsaved.contains($0.name) }
                    isRight = false
                }
                guard let response = asked.expected else { return }
                let differences = Expectation(response: response, fill: fill).compare(received)
                guard !differences.isEmpty else { return }
                (step.response, step.origin, isRight) = (nil, .neither, false)
                if step.differences.isEmpty { step.differences = ["it does not answer so a second time"] }
            }
            if isRight { break }
        }
        return last
    }

    /// What came of a step.
    private struct Asked {
        /// The answer, or `nil` if nothing could be asked.
        var answer: ResponseReader.Received?
        /// The names of values that the answer does not have.
        var unsaved: [String]
        /// What the scenario expects.
        var expected: Scenario.Response?
    }

    /// Asks each step's request in order.
    private static func each(
        _ draft: inout ScenarioDraft, _ scenario: Scenario,
        _ judge: (_ index: Int, _ step: inout DraftStep, _ asked: Asked, _ fill: @escaping (String) -> String) -> Void
    ) {
        var replay = Replay(scenario)
        var indices = draft.steps.indices.filter { !draft.steps[$0].isLeftOut }[...]
        for step in scenario.steps {
            switch step.action {
            case .advance(let milliseconds): replay.advance(milliseconds: milliseconds)
            case .event: break
            case .request(let request):
                guard let index = indices.popFirst() else { return }
                let (answer, unsaved) = replay.ask(step)
                let asked = Asked(answer: answer, unsaved: unsaved, expected: step.response)
                judge(index, &draft.steps[index], asked, replay.filling(isSecure: request.isSecure))
            }
        }
    }
}
