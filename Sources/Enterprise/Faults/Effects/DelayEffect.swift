// SPDX-License-Identifier: Apache-2.0

import Formats

/// An answer that waits for the deployment's clock.
struct DelayEffect: FaultEffect {
    static let name = "delay"
    static let about = "An ISO 8601 duration by which the clock must move before the answer is sent."
    static let notation = Notation.duration("delay", example: "PT2S").wrapping(DelayEffect.init, \.duration)
    static let rule = (
        summary: "The answer waits until the deployment's clock has advanced.",
        advice: "Wait longer, or time out."
    )

    var duration: Duration
    var delay: Int64? { duration.milliseconds }
}

extension Fault.Effect {
    /// Delays the answer until the deployment's clock has advanced by this duration, in whole milliseconds: moving the
    /// clock releases the answer, a frozen clock holds it.
    public static func delay(_ duration: Duration) -> Self { Self(DelayEffect(duration: duration)) }
}
