// SPDX-License-Identifier: Apache-2.0

/// How long replicas wait for what they share, in milliseconds.
package struct Patience: Sendable {
    /// How long a change waits for the engine; then it is refused.
    package var change: Int64 = 3000
    /// How long an answer that is made waits for it; then it goes.
    package var answer: Int64 = 1000
    /// How long the engine may say nothing; then it counts as silent.
    package var engine: Int64 = 1000

    package init() {}

    /// So long that nothing is given up: for tests, on machines of any speed.
    package static var long: Patience {
        var patience = Patience()
        (patience.change, patience.answer, patience.engine) = (60_000, 60_000, 60_000)
        return patience
    }
}
