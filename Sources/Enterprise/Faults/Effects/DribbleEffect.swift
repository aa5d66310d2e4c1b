// SPDX-License-Identifier: Apache-2.0

import Formats

/// A slow answer.
struct DribbleEffect: FaultEffect, ScenarioPart {
    static let name = "dribble"
    static let about = "The answer is sent slowly."
    static let notation = Notation<Self>.part
    static let rule = (summary: "The answer is sent slowly.", advice: "Set a time-out for the whole answer.")
    static let table = KeyTable<Self>(
        "a dribble",
        [
            KeyRow(
                "bytesPerSecond", .integer(1...1_000_000_000), "The speed in wall time.", isRequired: true,
                always: \.bytesPerSecond)
        ])

    var bytesPerSecond: Int
    var stage: Fault.Stage { .body }
    var delivery: (@Sendable (inout Delivery) -> Void)? { { $0.bytesPerSecond = bytesPerSecond } }
    static func blank(at location: CodeLocation) -> Self { Self(bytesPerSecond: 1) }
}

extension Fault.Effect {
    /// Limits the rate of the answer, in wall time.
    public static func dribble(bytesPerSecond: Int) -> Self { Self(DribbleEffect(bytesPerSecond: bytesPerSecond)) }
}
