// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats
import TestSupport
import Testing
import Trust

@testable import MockPortal

/// Whether replicas know what changes something: on all that the built-in scenarios ask, with tokens and sessions.
@Suite("Unchanged state in scenarios")
struct UnchangedScenarioTests {
    private struct Counts: Sendable {
        var asked = 0
        var reading = 0
        /// What counts as a change and is none: it goes through the log for nothing, and is right.
        var needless: [String: Int] = [:]
        var wrong: [String] = []
    }

    @Test("what counts as unchanged is equal by the digest of all, and notes leave what they leave elsewhere")
    func scenarios() throws {
        let names = Sample.of(BuiltInScenarios.names, each: 10)
        let (total, seen) = (Lock(Counts()), Lock<[String: Int]>([:]))
        Workers.tests.each(names.count) { index in
            guard let counts = try? Self.walk(names[index], seen) else {
                return total.withLock { $0.wrong.append("\(names[index]) cannot be walked") }
            }
            total.withLock { total in
                total.asked += counts.asked
                total.reading += counts.reading
                total.needless.merge(counts.needless) { $0 + $1 }
                total.wrong += counts.wrong
            }
        } told: { _ in
        }
        let counts = total.withLock { $0 }
        let needless = counts.needless.values.reduce(0, +)
        let worst = counts.needless.sorted { $0.value > $1.value }.prefix(12).map { "\($0.value) × \($0.key)" }
        let summary = "\(counts.asked) asked, \(counts.reading) unchanged, \(needless) changed for nothing: \(worst)"
        #expect(counts.wrong.isEmpty, "\(summary)")
        // Of what only reads, nearly nothing goes through the log.
        #expect(counts.reading > counts.asked / 3 && counts.reading < counts.asked, "\(summary)")
        // Of a few scenarios, one that does so counts for too much.
        #expect(StackUse.isSanitized || needless * 20 < counts.reading, "\(summary)")
        print(summary)
    }

    /// Has a scenario prove itself, and then asks a deployment all of it again.
    private static func walk(_ name: String, _ seen: Lock<[String: Int]>) throws -> Counts {
        guard let scenario = BuiltInScenarios.scenario(name) else { return Counts() }
        var options = MockEnterprise.Options()
        options.seed = scenario.seed ?? 1
        let portal = try MockEnterprise.startAndWait(named: name, options: options)
        defer { portal.stopAndWait() }
        var deployment = portal.instance.state.withLock { $0.deployment }
        _ = Checking.run(scenario, on: try CheckTarget(portal))
        let exchanges = portal.instance.state.withLock { $0.journal.exchanges }
        var counts = Counts()
        for exchange in exchanges {
            guard let request = exchange.request else { continue }
            let call = Call(request: request, now: exchange.at, connection: exchange.connection)
            let before = deployment
            deployment.collectNotes()
            let answer = deployment.answer(call)
            let notes = deployment.takeNotes()
            let changed = deployment
            deployment.take(notes)
            // A digest takes its time: the same question with the same answer is looked at twice in all scenarios.
            let asked = "\(request.method) \(request.target.raw.prefix { $0 != "?" })"
            var rules = ""
            if case .ready(let sent) = answer.sent { rules = sent.verdict.map(\.rule.id).joined(separator: " ") }
            guard seen.withLock({ count(asked + rules, &$0) }) <= 2 else { continue }
            let (old, new) = (before.digest, changed.digest)
            counts.asked += 1
            if changed.isUnchanged(since: before) {
                counts.reading += 1
                if old != new { counts.wrong.append("\(name): \(asked) counts as unchanged") }
            } else if old == new {
                counts.needless["\(name): \(asked)", default: 0] += 1
            }
            // What an answer leaves behind beside a replica is what it leaves alone.
            var plain = before
            _ = plain.answer(call)
            if plain.digest != (notes.isEmpty ? new : deployment.digest) {
                counts.wrong.append("\(name): \(asked) leaves something else in a replica")
            }
        }
        return counts
    }

    private static func count(_ key: String, _ counts: inout [String: Int]) -> Int {
        counts[key, default: 0] += 1
        return counts[key] ?? 0
    }
}
