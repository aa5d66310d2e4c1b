// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// An error of the door.
struct ErrorEffect: FaultEffect, ScenarioPart {
    static let name = "error"
    static let about = "An error in the door's envelope instead."
    static let rule = (
        summary: "The door answers with an error from the scenario.", advice: "Check for error before anything else."
    )
    static let notation = Notation<Self>.part
    static let table = KeyTable<Self>(
        "an error",
        [
            KeyRow("code", .integer(Int.min...Int.max), "Its number.", isRequired: true, always: \.code),
            KeyRow("message", .string, "Its message.", isRequired: true, always: \.message),
            KeyRow("details", .strings, "Its details.", always: \.details),
        ])

    var code = 0
    var message = ""
    var details: [String] = []

    static func blank(at location: CodeLocation) -> Self { Self() }

    func answer(
        _ call: Call, at destination: Destination, _ verdict: Verdict, _ deployment: inout Deployment
    ) -> Answer? {
        deployment.refuse(
            call, at: destination, code, deployment.filled(message, call), details.map { deployment.filled($0, call) },
            verdict)
    }
}

extension Fault.Effect {
    /// Replaces the answer by an error in the door's envelope.
    public static func error(code: Int, message: String, details: [String] = []) -> Self {
        Self(ErrorEffect(code: code, message: message, details: details))
    }
}
