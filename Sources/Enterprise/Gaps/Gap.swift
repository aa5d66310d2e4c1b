// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// A path below a door that no route answers, or whose answer the scenario gives.
///
/// It is answered behind the door, in its envelope: with what the scenario's `results` say; else, where real systems
/// have the path, that the double does not emulate it; else with what a real system says of a path that it does not
/// have.
struct Gap: Sendable {
    /// What real systems have there; `nil`: nothing.
    var row: DocumentedPath?
    /// The answer of the scenario.
    var given: Canned?
    /// The path below the site's context, as the client wrote it.
    var path: String
    /// The names of similar paths, and why a documented one is not there.
    var facts: [Verdict.Fact] = []

    /// Returns the facts of a verdict on the path.
    var told: [Verdict.Fact] { [.init("path", path)] + facts }

    /// The last part of the path, which an administrator directory names.
    var last: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// Returns what passes instead of a path that is not there.
    func instead(_ kind: SiteKind) -> String {
        Router.nearest(kind, path.split(separator: "/").map(String.init)[...]).map { "did you mean \($0)?" }
            ?? "a path of docs/fidelity.md"
    }

    /// Returns how the scenario can give the answer.
    var howToGive: String { "results: { \"\(path)\": … } of the site in the scenario, or a path of mock-portal routes" }

    /// Returns the scenario's answer.
    static func outcome(_ given: Canned) -> Outcome {
        switch given {
        case .json(let json): .json(json)
        case .bytes(let bytes, let type): Outcome(body: .bytes(bytes, type: type))
        }
    }
}
