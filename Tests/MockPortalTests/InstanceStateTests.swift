// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import TestSupport
import Testing
import Trust

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

    @Test("of scenarios that are served at once, and resets, the last one is there, whole")
    func atOnce() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        let scenarios = try ["start/standalone", "start/federated"].map { try #require(MockEnterprise.load($0).0) }
        for _ in 0..<10 {
            Workers.tests.each(20) { [instance = wire.portal.instance] index in
                if index % 5 == 4 { instance.reset() } else { try? instance.replace(with: scenarios[index % 2]) }
            } told: { _ in
            }
            let isThere = try wire.get("/portal/sharing/rest/info?f=json")?.status == 200
            #expect(isThere != wire.portal.instance.scenario.portals.isEmpty)
        }
    }

    @Test("connections have one number each, whichever port they come to")
    func numbers() throws {
        let wire = try SocketFixture {
            ($0.httpPort, $0.httpsPort) = (0, 0)
        }
        defer { wire.portal.stopAndWait() }
        _ = try wire.get("/arcgis/rest/info?f=json")
        _ = try wire.get("/arcgis/rest/info?f=json", tls: true)
        #expect(wire.portal.state.withLock { $0.journal.exchanges.map(\.connection.id) } == [1, 2])
    }
}
