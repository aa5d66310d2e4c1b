// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import TestSupport
import Testing
import Trust

@testable import MockPortal

/// The written form of the state, after all that the built-in scenarios do.
@Suite("Written state")
struct WrittenStateTests {
    /// What no state is written of for ten minutes: tiles that are drawn when they are fetched.
    private static let postponed = ["maps/tiles-taken-along"]
    /// What is encrypted with a key of chance.
    private static let chance = ["/idp/sso"]

    /// A time at which the time of no file is over.
    private static let early = Instant(milliseconds: 0)

    @Test("what is read is what was written, and answers as it does")
    func scenarios() throws {
        let names = Sample.of(BuiltInScenarios.names.filter { !Self.postponed.contains($0) }, each: 10)
        let problems = Lock<[String]>([])
        Workers.tests.each(names.count) { index in
            do {
                let found = try Self.walk(names[index])
                problems.withLock { $0 += found.map { "\(names[index]): \($0)" } }
            } catch {
                problems.withLock { $0.append("\(names[index]): \(error)") }
            }
        } told: { _ in
        }
        #expect(problems.withLock { $0 } == [])
    }

    @Test("a job of tiles is written once its files are gone, and an estimate with what it found")
    func tiles() throws {
        let name = Self.postponed[0]
        let scenario = try #require(BuiltInScenarios.scenario(name))
        let portal = try MockEnterprise.startAndWait(named: name)
        defer { portal.stopAndWait() }
        let fresh = portal.instance.state.withLock { $0.deployment }
        _ = Checking.run(scenario, on: try CheckTarget(portal))
        let (old, now) = portal.instance.state.withLock { ($0.deployment, $0.clock.now) }
        #expect(throws: RecordEncoder.Postponed.self) { try old.written(over: fresh, at: Self.early) }
        let later = now.advanced(minutes: 11)
        let new = try Deployment(
            written: try old.written(over: fresh, at: later), over: fresh, identifiedAs: old)
        #expect(old.digest == new.digest)
    }

    /// Has a scenario prove itself, writes the state and reads it, and asks both all of it again.
    private static func walk(_ name: String) throws -> [String] {
        guard let scenario = BuiltInScenarios.scenario(name) else { return ["is not there"] }
        var options = MockEnterprise.Options()
        options.seed = scenario.seed ?? 1
        let portal = try MockEnterprise.startAndWait(named: name, options: options)
        defer { portal.stopAndWait() }
        let fresh = portal.instance.state.withLock { $0.deployment }
        _ = Checking.run(scenario, on: try CheckTarget(portal))
        let state = portal.instance.state.withLock { $0 }
        var old = state.deployment
        var new = try Deployment(written: try old.written(over: fresh, at: Self.early), over: fresh, identifiedAs: old)
        guard old.digest == new.digest else { return ["is another state"] }
        var problems: [String] = []
        for exchange in state.journal.exchanges {
            guard let request = exchange.request else { continue }
            let call = Call(request: request, now: exchange.at, connection: exchange.connection)
            let (first, second) = (old.answer(call).sent.get().response, new.answer(call).sent.get().response)
            let isSame = first.status == second.status && first.fields == second.fields && first.body == second.body
            if !isSame, !Self.chance.contains(request.target.path) {
                problems.append("\(request.target.raw) is answered otherwise")
            }
        }
        if old.digest != new.digest { problems.append("goes on otherwise") }
        return problems
    }
}
