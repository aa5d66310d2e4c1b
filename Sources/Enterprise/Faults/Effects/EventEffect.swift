// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// An event just before the deployment answers.
struct EventEffect: FaultEffect {
    static let name = "event"
    static let about = "An event just before the deployment answers."
    static let notation = Notation<Event>.part.wrapping(EventEffect.init, \.happening)
    static let rule = (
        summary: "An event changes the deployment just before it answers.",
        advice: "Rely on nothing between requests."
    )

    var happening: Event
    var event: Event? { happening }
}

extension Fault.Effect {
    /// Triggers an event just before the deployment answers.
    public static func event(_ event: Event) -> Self { Self(EventEffect(happening: event)) }
}
