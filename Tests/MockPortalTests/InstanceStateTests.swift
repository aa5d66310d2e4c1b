// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Testing

@testable import MockPortal

@Suite("The state of an instance")
struct InstanceStateTests {
    @Test("begins with a clock that stands at the scenario's moment, however long the beginning took")
    func frozen() {
        var scenario = BuiltInScenarios.scenario("start/standalone") ?? Scenario()
        let start = Instant(milliseconds: 1_500_000_000_000)
        (scenario.clock, scenario.isClockFrozen) = (start, true)
        // A shared clock that began an hour ago.
        let clock = Clock(start: start, began: 0, lead: 3_600_000)
        let state = InstanceState(scenario, seed: 1, journal: MockEnterprise.Options().emptyJournal, clock: clock)
        #expect(state.clock.now == start)
    }
}
