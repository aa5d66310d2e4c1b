// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import Testing

@testable import MockPortal

/// What `mock-portal new` writes proves itself, whatever was chosen.
@Suite("new")
struct StarterTests {
    static let combinations: [Starter] = Version.known.flatMap { version in
        Starter.logins(of: version).flatMap { login in
            Starter.Symptom.allCases.map { Starter(name: "mine", version: version, login: login, symptom: $0) }
        }
    }

    @Test("every release has a scenario of every login and symptom that passes check")
    func all() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try Self.combinations.enumerated().map { number, starter in
            let words = "\(starter.version.name) \(starter.login.rawValue) \(starter.symptom.rawValue)"
            let file = folder.appendingPathComponent("\(number) \(words).json5")
            try starter.text.write(to: file, atomically: true, encoding: .utf8)
            return file.path
        }
        var run = CheckRun()
        run.check(files, against: nil, certificateAuthority: nil) { told in
            #expect(told.text.hasPrefix("ok"), "\(told.text)")
        }
        #expect(run.reports.count == Self.combinations.count && Self.combinations.count > 300)
    }

    @Test("words that are none are told")
    func words() {
        #expect(Starters.text(name: "x", version: "10.2", login: "saml", symptom: "498") == nil)
        #expect(Starters.text(name: "x", version: "11.4", login: "saml", symptom: "497") == nil)
    }
}
