// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

/// The result of one step.
package struct StepReport: Sendable {
    package enum Outcome: String, Sendable, Hashable {
        case passed
        case failed
        /// Only a double can perform the step (such as `advance`), or it follows from one that could not be performed.
        case cannotRun = "cannot be run"
    }

    package var say: String
    package var file: String
    package var position: Position
    package var outcome = Outcome.passed
    /// The rule that the step names.
    package var rule: String?
    /// The differences, as pairs of what was expected and what arrived.
    package var differences: [(what: String, expected: String, got: String)] = []
    /// A summary of the answer: status, media type, length, and the beginning of the body. `nil` if there was none.
    package var answer: String?
    /// The rule that shaped the answer, with its facts and what would have passed, or `nil` if there is none.
    package var verdict: String?
    /// The request as a command.
    package var curl: String?
    package var milliseconds: Int64 = 0
    /// Why the step was not asked of a real site, or its answer not judged.
    package var unsent: Unsent?
    /// The behaviors that the step shows, with what the scenario has them at.
    var shown: [QuirkTrials.Setting] = []
    /// The quirks that make the double answer as the site does.
    var explanation: [QuirkTrials.Setting] = []
    /// The release of the site's own at which the double answers as the site does.
    var release: String?

    /// What the scenario has a behavior at that the step shows.
    func own(_ behavior: Behavior) -> QuirkTrials.Setting? { shown.first { $0.behavior == behavior } }

    package var json: JSON {
        .object([
            .init("say", .string(say)), .init("file", .string(file)), .init("line", .int(position.line)),
            .init("outcome", .string(outcome.rawValue)),
            .init(
                "differences",
                .array(
                    differences.map {
                        .object([
                            .init("what", .string($0.what)), .init("expected", .string($0.expected)),
                            .init("got", .string($0.got)),
                        ])
                    })),
            .init("answer", answer.map(JSON.string) ?? .null), .init("because", verdict.map(JSON.string) ?? .null),
            .init("curl", curl.map(JSON.string) ?? .null),
            .init("milliseconds", .number(String(milliseconds))),
        ])
    }
}

/// The results of the steps of one scenario. Steps after a failed one were not run.
package struct ScenarioReport: Sendable {
    package var name: String
    package var title: String
    package var steps: [StepReport] = []
    /// The number of steps in the scenario.
    package var count: Int
    /// The seed of the double, or `nil` for another deployment.
    package var seed: UInt64?
    /// The releases of the portals and servers of the scenario.
    package var releases: [String] = []

    package var hasFailed: Bool { steps.contains { $0.outcome == .failed } }

    package var json: JSON {
        .object([
            .init("name", .string(name)), .init("title", .string(title)), .init("passed", .bool(!hasFailed)),
            .init("count", .int(count)), .init("steps", .array(steps.map(\.json))),
        ])
    }
}
