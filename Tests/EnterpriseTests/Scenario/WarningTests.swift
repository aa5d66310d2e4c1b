// SPDX-License-Identifier: Apache-2.0

import Facts
import TestSupport
import Testing

@testable import Enterprise

/// What can be served, and was hardly meant: Tests/Golden/scenario-warnings.txt.
@Suite("Scenario files that are odd")
struct WarningTests {
    private static let all: [String: String] = [
        "method of a fault that nobody sends": "{ faults: [{ when: { method: 'GTE' }, then: { reset: 'head' } }] }",
        "method of a step that HTTP has not":
            "{ portal: {}, steps: [{ request: { url: '{portal}', method: 'PSOT' } }] }",
        "method in small letters": "{ portal: {}, steps: [{ request: { url: '{portal}', method: 'get' } }] }",
        "placeholder of a fault's body that is none":
            "{ portal: {}, faults: [{ then: { answer: { body: 'see {protal}/home' } } }] }",
        "placeholder of a fault's header that is none":
            "{ servers: [{ name: 'gis' }], faults: [{ then: { answer: { headers: { Location: ['{server.gsi}/rest'] } } } }] }",
        "placeholder of a fault's message that is none":
            "{ servers: [{}], faults: [{ then: { error: { code: 500, message: 'ask {sever}', details: ['{hosst}'] } } }] }",
    ]

    @Test("are told of with the place and what was meant", arguments: all.keys.sorted())
    func warning(_ name: String) throws {
        let text = try #require(Self.all[name])
        let (scenario, findings) = ScenarioLoader.load("test.json5", files: MemoryFiles(["test.json5": text]))
        #expect(scenario != nil && !findings.isEmpty)
        #expect(findings.allSatisfy { $0.severity == .warning && $0.suggestion != nil })
        try Golden.expect("scenario-warnings.txt", entry: name, findings.map(\.description).joined(separator: " | "))
    }

    @Test(
        "are not told of where braces are the page's own",
        arguments: ["{x}", "{code}", "a { color: red }", "{{portal}", "{portal}", "{now}", "${name}", "{id}"])
    func braces(_ body: String) {
        let text = "{ portal: {}, faults: [{ then: { answer: { body: '\(body)' } } }] }"
        let (_, findings) = ScenarioLoader.load("test.json5", files: MemoryFiles(["test.json5": text]))
        #expect(findings.isEmpty, "\(findings)")
    }

    @Test("a key for editors changes nothing, and a clock may stand")
    func accepted() {
        let text = "{ $schema: 'schema.json', clock: { set: '2016-01-26T17:29:00Z', freeze: true } }"
        let (scenario, findings) = ScenarioLoader.load("test.json5", files: MemoryFiles(["test.json5": text]))
        #expect(findings.isEmpty && scenario?.isClockFrozen == true)
        #expect(scenario?.clock == Instant(milliseconds: 1_453_829_340_000))
    }
}
