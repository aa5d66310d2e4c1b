// SPDX-License-Identifier: Apache-2.0

import Formats

/// A reset of the connection.
struct ResetEffect: FaultEffect {
    static let name = "reset"
    static let about = "The connection is reset at this stage."
    static let notation = Notation<Fault.Stage>.word.wrapping(ResetEffect.init, \.stage)
    static let rule = (summary: "The connection is reset.", advice: "Retry where that is safe.")

    var stage: Fault.Stage
    var delivery: (@Sendable (inout Delivery) -> Void)? {
        guard let point = stage.point else { return nil }
        return { $0.stop(at: point, with: .reset) }
    }
    var connection: (fault: ConnectionFault, told: String)? { (.reset, "reset at \(stage.rawValue)") }
}

extension Fault.Effect {
    /// Resets the connection at this stage.
    public static func reset(_ stage: Fault.Stage) -> Self { Self(ResetEffect(stage: stage)) }
}

extension Fault.Stage {
    /// The point where a response stops; `nil` before there is one.
    var point: Delivery.Point? {
        switch kind {
        case .accept, .handshake: nil
        case .head: .head
        case .body: .body
        case .end: .end
        }
    }
}
