// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import MockPortal

@Suite("A package that was unpacked somewhere")
struct InstallationTests {
    private func layout(_ folders: [String]) throws -> String {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("some where \(UUID().uuidString)")
        for folder in folders {
            try FileManager.default.createDirectory(
                at: root.appendingPathComponent(folder), withIntermediateDirectories: true)
        }
        return root.path
    }

    @Test("finds what its libraries look for beside the program")
    func whole() throws {
        let root = try layout(["lib/mock-portal/ossl-modules", "share/mock-portal/proj", "share/mock-portal/fonts"])
        defer { try? FileManager.default.removeItem(atPath: root) }
        let installation = try #require(Installation(executable: "\(root)/lib/mock-portal/mock-portal"))
        var wanted = [
            "OPENSSL_MODULES": "\(root)/lib/mock-portal/ossl-modules", "PROJ_DATA": "\(root)/share/mock-portal/proj",
            "PROJ_USER_WRITABLE_DIRECTORY": "\(root)/share/mock-portal/proj",
        ]
        #expect(installation.variables { _ in nil } == wanted)
        // Grids of one's own are another folder.
        wanted["PROJ_DATA"] = "\(root)/share"
        wanted["PROJ_USER_WRITABLE_DIRECTORY"] = "\(root)/share"
        #expect(installation.variables { $0 == "MOCK_PORTAL_PROJ_DATA" ? "\(root)/share" : nil } == wanted)
    }

    @Test("sets nothing for what is not there, and is none where the program stands alone")
    func parts() throws {
        let root = try layout(["lib/mock-portal", "share/mock-portal", "bin"])
        defer { try? FileManager.default.removeItem(atPath: root) }
        #expect(Installation(executable: "\(root)/lib/mock-portal/mock-portal")?.variables { _ in nil } == [:])
        for path in ["\(root)/bin/mock-portal", "/usr/bin/mock-portal", "/no/lib/mock-portal/mock-portal", ""] {
            #expect(Installation(executable: path) == nil)
        }
    }
}
