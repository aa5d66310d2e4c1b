// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A kind of effect. A file in `Effects/` contains all of it: its notation, its factory in Swift, its rule, and its
/// implementation. `Fault.Effect.kinds` lists it.
protocol FaultEffect: Sendable, Hashable {
    /// The key in `then`.
    static var name: String { get }
    /// The sentence for the schema.
    static var about: String { get }
    static var notation: Notation<Self> { get }
    /// The summary and the advice of its rule.
    static var rule: (summary: String, advice: String) { get }

    /// The stage at which it strikes.
    var stage: Fault.Stage { get }
    /// The event just before the deployment answers.
    var event: Event? { get }
    /// Returns the answer that replaces the deployment's, or `nil` to keep that.
    func answer(
        _ call: Call, at destination: Destination, _ verdict: Verdict, _ deployment: inout Deployment
    ) -> Answer?
    /// The milliseconds of the deployment's clock for which the answer waits.
    var delay: Int64? { get }
    /// The false content coding of the response.
    var misencoding: Misencoding? { get }
    /// The change of how the bytes are delivered, or `nil`.
    var delivery: (@Sendable (inout Delivery) -> Void)? { get }
    /// The effect on a connection before there is a request, with a description.
    var connection: (fault: ConnectionFault, told: String)? { get }
}

extension FaultEffect {
    var stage: Fault.Stage { .head }
    var event: Event? { nil }
    func answer(
        _ call: Call, at destination: Destination, _ verdict: Verdict, _ deployment: inout Deployment
    ) -> Answer? { nil }
    var delay: Int64? { nil }
    var misencoding: Misencoding? { nil }
    var delivery: (@Sendable (inout Delivery) -> Void)? { nil }
    var connection: (fault: ConnectionFault, told: String)? { nil }
}
