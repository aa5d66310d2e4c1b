// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

/// How one step went.
package struct StepReport: Sendable {
    package enum Outcome: String, Sendable, Hashable {
        case passed
        case failed
        /// Only a double can do this: `advance` against a real deployment, and what follows from it.
        case cannotRun = "cannot be run"
    }

    package var say: String
    package var file: String
    package var position: Position
    package var outcome = Outcome.passed
    /// What was expected and what came, in pairs.
    package var differences: [(what: String, expected: String, got: String)] = []
    /// What came, in short: status, media type, length, and the beginning of the body; `nil`: nothing.
    package var answer: String?
    /// The rule that shaped the answer, with its facts and what would have passed; `nil` if none did.
    package var verdict: String?
    /// The request as a command.
    package var curl: String?
    package var milliseconds: Int64 = 0

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

/// How the steps of one scenario went; steps after a failed one were not run.
package struct ScenarioReport: Sendable {
    package var name: String
    package var title: String
    package var steps: [StepReport] = []
    /// How many steps the scenario has.
    package var count: Int
    /// What the double was started with; `nil`: a deployment elsewhere was asked.
    package var seed: UInt64?

    package var hasFailed: Bool { steps.contains { $0.outcome == .failed } }

    package var json: JSON {
        .object([
            .init("name", .string(name)), .init("title", .string(title)), .init("passed", .bool(!hasFailed)),
            .init("count", .int(count)), .init("steps", .array(steps.map(\.json))),
        ])
    }
}
