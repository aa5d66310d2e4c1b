// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

@testable import Enterprise

/// Scenarios with one thing wrong each; the messages stand in Tests/Golden/scenario-findings.txt.
@Suite("Scenario files that are wrong")
struct FindingTests {
    private func findings(_ text: String) -> [Finding] {
        ScenarioLoader.load(Misuses.file, files: MemoryFiles(Misuses.beside.merging([Misuses.file: text]) { $1 })).1
    }

    @Test("say where and what was meant", arguments: Misuses.all.keys.sorted())
    func finding(_ name: String) throws {
        let text = try #require(Misuses.all[name])
        let all = findings(text)
        #expect(!all.isEmpty)
        for finding in all { #expect(finding.position.line > 0 && finding.position.column > 0) }
        let isSuggested = all.contains { $0.suggestion != nil }
        #expect(isSuggested == (Misuses.unsuggested[name] == nil), "\(all)")
        try Golden.expect("scenario-findings.txt", entry: name, all.map(\.description).joined(separator: " | "))
    }

    @Test("what is suggested, written where the finding points, mends the file", arguments: Misuses.all.keys.sorted())
    func mending(_ name: String) throws {
        guard Misuses.unsuggested[name] == nil else { return }
        var texts: Set<String> = [try #require(Misuses.all[name])]
        for _ in 0..<3 {
            texts = Set(
                texts.flatMap { text in
                    findings(text).filter { $0.suggestion != nil }.flatMap { SuggestedFix.texts(text, $0) }
                })
            if texts.contains(where: { findings($0).isEmpty }) { return }
        }
        Issue.record("no suggestion mends it: \(texts.sorted())")
    }

    @Test("are many, and each has a line of its own in the table")
    func table() throws {
        let lines = try Golden.text("scenario-findings.txt").split(separator: "\n")
        let entries = lines.compactMap { $0.firstMatch(of: /^(.+?) => \S+:\d+:\d+: error: (.+)$/) }
        #expect(entries.count == lines.count)
        #expect(entries.map { String($0.1) }.sorted() == Misuses.all.keys.sorted())
        let suggested = entries.filter { $0.2.contains("; did you mean ") }
        #expect(suggested.count >= 60)
        #expect(Set(suggested.map(\.2)).count == suggested.count)
        #expect(Misuses.unsuggested.keys.allSatisfy { Misuses.all[$0] != nil })
    }

    @Test(
        "never crash the loader, wherever they are cut off",
        arguments: ["start/federated", "seed-thread/wrong-dispenser"])
    func everyPrefix(_ name: String) throws {
        let builtIns = EmbeddedScenarios()
        let bytes = try #require(builtIns.builtIn(name).flatMap { builtIns.read($0) })
        let text = String(decoding: bytes, as: UTF8.self)
        for count in stride(from: 0, to: text.count - 2, by: 41) {
            let files = MemoryFiles(["test.json5": String(text.prefix(count))])
            let (scenario, findings) = ScenarioLoader.load("test.json5", files: files)
            #expect(scenario == nil)
            #expect(!findings.isEmpty)
        }
    }

    @Test("all that is wrong is told in one go")
    func several() {
        let text = "{ tilte: 'x', portal: { users: [{ usernmae: 'a', password: 1, role: 'x' }] } }"
        let (_, findings) = ScenarioLoader.load("test.json5", files: MemoryFiles(["test.json5": text]))
        #expect(findings.count >= 3)
    }

    @Test("a scenario changed at random is loaded and grown, or told what is wrong with it")
    func random() throws {
        let files = EmbeddedScenarios()
        let texts = ["start/federated", "start/standalone", "seed-thread/10-4-saml-only-psa"].map { name in
            String(decoding: files.builtIn(name).flatMap { files.read($0) } ?? [], as: UTF8.self)
        }
        var dice = SeededGenerator(seed: 5)
        var loaded = 0
        for _ in 0..<600 {
            let text = String(decoding: dice.changed(texts, upTo: 6000), as: UTF8.self)
            let (scenario, findings) = ScenarioLoader.load("test.json5", files: MemoryFiles(["test.json5": text]))
            #expect(scenario != nil || !findings.isEmpty)
            guard let scenario else { continue }
            loaded += 1
            _ = Deployment.grow(scenario, seed: 1)
        }
        #expect(loaded > 10, "the changes were too wild to test growing")
    }
}
