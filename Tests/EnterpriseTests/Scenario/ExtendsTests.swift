// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

@Suite("extends")
struct ExtendsTests {
    private func load(_ text: String) -> (Scenario?, [String]) {
        let base = """
            { title: 'base', seed: 7, portal: { version: '10.6.1', users: [{ username: 'a', password: '1' }, { username: 'b', password: '2' }] },
              servers: [{ name: 'gis', context: 'arcgis', services: [] }], allowedOrigins: ['x'],
              steps: [{ request: { url: '{portal}' } }] }
            """
        let (scenario, findings) = ScenarioLoader.load(
            "test.json5", files: MemoryFiles(["test.json5": text, "base.json5": base]))
        return (scenario, findings.map(\.description))
    }

    @Test("merges objects key by key and named lists by name; null removes")
    func merge() throws {
        let (scenario, findings) = load(
            """
            { extends: 'base.json5', portal: { context: 'p', users: [{ username: 'b', password: '3' }, { username: 'c', password: '4' }] },
              seed: null, allowedOrigins: ['y', 'z'] }
            """)
        #expect(findings == [])
        let found = try #require(scenario)
        #expect(found.title.isEmpty)
        #expect(found.steps.isEmpty)
        #expect(found.seed == nil)
        #expect(found.allowedOrigins == ["y", "z"])
        #expect(found.portals[0].release.name == "10.6.1")
        #expect(found.portals[0].context == "p")
        #expect(found.portals[0].users.map { "\($0.username)\($0.password)" } == ["a1", "b3", "c4"])
        #expect(found.servers.map(\.name) == ["gis"])
    }

    @Test("a finding points into the file it comes from")
    func positions() {
        let (_, findings) = load("{ extends: 'base.json5',\n portal: { users: [{ username: 'd' }] } }")
        #expect(findings.count == 1)
        #expect(findings.first?.hasPrefix("test.json5:2:") == true)
    }

    @Test("built-in scenarios can be extended")
    func builtIn() throws {
        let (scenario, findings) = load("{ extends: 'start/federated', portal: { version: '10.9.1' } }")
        #expect(findings == [])
        #expect(scenario?.portals[0].users.count == 4)
        #expect(scenario?.servers[0].services.count == 3)
    }

    @Test("every built-in scenario loads without a finding", arguments: EmbeddedScenarios().builtInNames)
    func all(_ name: String) {
        let files = EmbeddedScenarios()
        let (scenario, findings) = ScenarioLoader.load(files.builtIn(name) ?? "", files: files)
        #expect(findings.map(\.description) == [])
        #expect(scenario?.steps.isEmpty == false)
        #expect(scenario?.title.isEmpty == false)
    }
}
