// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// One kind of thing that a fault does. A file of `Effects/` has all there is to say of it: how it is written, its factory
/// in Swift, its rule, and what it does; `Fault.Effect.kinds` lists it.
protocol FaultEffect: Sendable, Hashable {
    /// Its key in `then`.
    static var name: String { get }
    /// A sentence for the schema.
    static var about: String { get }
    static var notation: Notation<Self> { get }
    /// What the rule says that it prints: a summary, and what a client should do.
    static var rule: (summary: String, advice: String) { get }

    /// Where on the way it strikes.
    var stage: Fault.Stage { get }
    /// What happens to the deployment just before it answers.
    var event: Event? { get }
    /// What is answered instead of the deployment's own answer; `nil`: that stays.
    func answer(
        _ call: Call, at destination: Destination, _ verdict: Verdict, _ deployment: inout Deployment
    ) -> Answer?
    /// Milliseconds of the deployment's clock for which the answer waits.
    var delay: Int64? { get }
    /// What the response is wrong about in its content coding.
    var misencoding: Misencoding? { get }
    /// What it does to the bytes on their way; `nil`: nothing.
    var delivery: (@Sendable (inout Delivery) -> Void)? { get }
    /// What it does to a connection before there is a request, and that in words.
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
