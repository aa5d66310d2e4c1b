// SPDX-License-Identifier: Apache-2.0

import Formats

/// An answer that stops.
struct StallEffect: FaultEffect {
    static let name = "stall"
    static let about = "Nothing more is sent from this stage on; the connection stays open."
    static let notation = Notation<Fault.Stage>.word.wrapping(StallEffect.init, \.stage)
    static let rule = (
        summary: "The answer stops, and the connection stays open.", advice: "Set a time-out for reads."
    )

    var stage: Fault.Stage
    var delivery: (@Sendable (inout Delivery) -> Void)? {
        guard let point = stage.point else { return nil }
        return { $0.stop(at: point, with: .stall) }
    }
    var connection: (fault: ConnectionFault, told: String)? { (.stall, "stall at \(stage.rawValue)") }
}

extension Fault.Effect {
    /// Sends nothing more from this stage on and keeps the connection open.
    public static func stall(_ stage: Fault.Stage) -> Self { Self(StallEffect(stage: stage)) }
}
