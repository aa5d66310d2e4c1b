// SPDX-License-Identifier: Apache-2.0

import Formats

/// A connection that ends inside the body.
struct TruncateEffect: FaultEffect, ScenarioPart {
    static let name = "truncate"
    static let about = "The connection ends inside the body."
    static let notation = Notation<Self>.part
    static let rule = (
        summary: "The connection ends inside the body.", advice: "Compare the length with Content-Length."
    )
    static let table = KeyTable<Self>(
        "a truncate",
        [
            KeyRow(
                "afterBytes", .integer(0...Int(Int32.max)), "The number of bytes of the body to send.",
                isRequired: true,
                always: \.count)
        ])

    var count: Int
    var stage: Fault.Stage { .body }
    var delivery: (@Sendable (inout Delivery) -> Void)? {
        {
            $0.bytes.removeLast(max(0, $0.bytes.count - $0.headLength - count))
            $0.ending = .close
        }
    }
    static func blank(at location: CodeLocation) -> Self { Self(count: 0) }
}

extension Fault.Effect {
    /// Closes the connection after this many bytes of the body.
    public static func truncate(afterBytes count: Int) -> Self { Self(TruncateEffect(count: count)) }
}
