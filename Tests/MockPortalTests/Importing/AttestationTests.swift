// SPDX-License-Identifier: Apache-2.0

import Formats
import Foundation
import TestSupport
import Testing

@testable import MockPortal

@Suite("attestations")
struct AttestationTests {
    @Test("of a double that was changed in five answers, exactly these five facts differ")
    func five() throws {
        // Twelve facts: each is a scenario of one step about one path.
        let paths = [
            "{portal}/sharing/rest", "{portal}/sharing/rest/info", "{portal}/sharing/rest/portals/self",
            "{server}/rest/info", "{server}/rest/services",
            "{server}/rest/services/PublicAirports/MapServer", "{server}/rest/services/PublicAirports/MapServer/0",
            "{server}/rest/services/PublicAirports/FeatureServer", "{server}/rest/services/Airports/MapServer",
            "{portal}/sharing/rest/community/self",
            "{portal}/sharing/rest/search", "{portal}/sharing/rest/community/users/viewer",
        ]
        let changed = [1, 3, 5, 8, 11]
        let faults = changed.map { index in
            let path = paths[index].replacing("{portal}", with: "/portal").replacing("{server}", with: "/arcgis")
            return
                "{ when: { path: \"\(path)\" }, then: { answer: { status: 418, body: 'Jane of contoso-water says 4711-0815' } } }"
        }
        let other = "{ extends: \"start/federated\", faults: [\(faults.joined(separator: ","))] }"
        try ImportTests.with(other, "json5") { path in
            let site = try MockEnterprise.startAndWait(named: path, options: MockEnterprise.Options())
            defer { site.stopAndWait() }
            let ready = String(decoding: JSONWriter.json(site.ready), as: UTF8.self)
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            var names: [String] = []
            for (index, path) in paths.enumerated() {
                let file = folder.appendingPathComponent("fact\(index).json5")
                let step =
                    "{ say: 'asked', request: { url: '\(path)', query: { f: 'json' } }, response: { status: 200 } }"
                try "{ extends: \"start/federated\", steps: [\(step)] }".write(
                    to: file, atomically: true, encoding: .utf8)
                names.append(file.path)
            }
            var run = CheckRun()
            run.check(names, against: ready, certificateAuthority: site.certificateAuthority.pem) { _ in }
            let json = try JSONReader.read(Array(run.attestation.utf8))
            let differing = (json["facts"]?.elements ?? []).filter { $0["verdict"]?.text == "differ" }
            let numbers = differing.compactMap { $0["fact"]?.text?.firstMatch(of: /fact(\d+)/).flatMap { Int($0.1) } }
            #expect(numbers.sorted() == changed)
            #expect(json["differ"]?.integer == 5 && json["agree"]?.integer == 7)
            for word in ["contoso", "4711", "Jane"] { #expect(!run.attestation.contains(word)) }
        }
    }
}
