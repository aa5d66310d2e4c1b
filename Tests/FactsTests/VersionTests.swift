// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import Facts

/// The table of releases: no row lacks a column that releases of its time have.
@Suite("Releases")
struct VersionTests {
    @Test("stand in order, each under its own name", arguments: Version.known)
    func row(_ version: Version) {
        #expect(Version(version.name) == version)
        #expect(version.isOnline == (version.name == "online"))
        #expect(version.hasPortal == (version >= .v10_3_1))
        #expect((version.number != nil) == (version >= .v10_0))
        #expect((version.full != nil) == (version >= .v10_1))
        #expect((version.build != nil) == (version >= .v11_3 && !version.isOnline))
        #expect(version.cim.split(separator: ".").count == 3)
        #expect(version.full.map { $0.hasPrefix(version.name) } ?? true || version.isOnline)
    }

    @Test("are in the list of the known ones, oldest first, ArcGIS Online last")
    func order() throws {
        #expect(Version.known == Version.known.sorted())
        #expect(Set(Version.known).count == Version.known.count)
        #expect(Version.known.last == .online)
        #expect(Version.newest == Version.known.dropLast().last)
        let table = try Self.source("Sources/Facts/Version+Table.swift")
        let rows = table.matches(of: /static let \w+ = Version\(\s*"([^"]+)"/).map { String($0.1) }
        #expect(rows == Version.known.map(\.name))
    }

    @Test("are named nowhere else: a name in quotes may be misspelt, a constant may not")
    func constants() throws {
        let sources = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources")
        let paths = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        for path in paths where path.hasSuffix(".swift") && !path.hasSuffix("Version+Table.swift") {
            let text = try Self.source("Sources/\(path)")
            #expect(!text.contains("Version(\""), "\(path): a release by a name in quotes")
            let isSwitched = text.contains(/switch [\w.]*[vV]ersion(\.name|\.text)? \{/)
            #expect(!isSwitched, "\(path): a switch over releases leaves out the next one; compare, or add a column")
        }
    }

    private static func source(_ path: String) throws -> String {
        let root = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
}
