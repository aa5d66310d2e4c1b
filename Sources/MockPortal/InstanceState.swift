// SPDX-License-Identifier: Apache-2.0

package import Enterprise

/// The state that one lock guards: the deployment, its clock, its faults and its journal. So the journal's order is the
/// order of effects.
package struct InstanceState: Sendable {
    package var deployment: Deployment
    package var clock: Clock
    package var faults: FaultBook
    package var journal: Journal
    /// The number of resets and new scenarios. What waits for the clock of one era does not wait in the next.
    package var era = 0
    /// The number of changes that came from the log of replicas: what was answered before one may not hold after it.
    package var changes: UInt64 = 0

    package init(_ scenario: Scenario, seed: UInt64, journal: Journal, clock: Clock? = nil) {
        deployment = Deployment.grow(scenario, seed: seed)
        self.clock = clock ?? Clock(start: scenario.clock)
        if scenario.isClockFrozen {
            self.clock.isFrozen = true
            // A millisecond may have passed since it began.
            if let start = scenario.clock { self.clock.set(start) }
        }
        faults = FaultBook(scenario.faults, seed: seed)
        self.journal = journal
    }
}
