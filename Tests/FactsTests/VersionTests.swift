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
        #expect((version.number != nil) == (version >= .v10_0_0))
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
        #expect(Version.known.contains(.newest) && !Version.newest.isOnline)
        let table = try Self.source("Sources/Facts/Version+Table.swift")
        let constants = table.matches(of: /static let \w+ = Version\(order: ([\d_]+|\.max)\)/).map { match in
            Int(match.1.replacing("_", with: "")) ?? .max
        }
        #expect(constants == Version.known.map(\.order))
    }

    @Test("number themselves in their order")
    func numbers() {
        let numbers = Version.known.dropLast().compactMap { $0.number.flatMap(Double.init) }
        #expect(numbers == numbers.sorted())
        #expect(Set(numbers).count == numbers.count)
    }

    @Test(
        "are meant by names without a profile: the nearest in time, not in spelling",
        arguments: [
            ("10.2.3", "10.2.2"), ("10.4.2", "10.4.1"), ("10.6.2", "10.6.1"), ("10.7.2", "10.7.1"),
            ("10.9.2", "10.9.1"),
            ("10.10", "10.9.1"), ("11.6", "11.5"), ("13.0", "12.1"), ("12.5", "12.1"), ("9.2", "9.3"), ("8", "9.3"),
            ("10.31", "10.3.1"), ("10.91", "10.9.1"), ("10.04", "10.0"), ("10.11", "10.1.1"), ("11", "11.0"),
            ("v10.4", "10.4"), ("ArcGIS 10.5.1", "10.5.1"), ("10.7.0", "10.7"), ("10.3.0", "10.3"),
        ])
    func nearest(_ name: String, _ meant: String) {
        #expect(Version.nearest(to: name)?.name == meant)
    }

    @Test("may be written with the zero that their fullVersion has", arguments: Version.known)
    func zero(_ version: Version) {
        guard version.name.count(where: { $0 == "." }) == 1, version > .v10_0 else { return }
        #expect(Version(version.name + ".0") == version)
        #expect(Version(version.name + ".0.0") == nil)
    }

    @Test("are not meant by words without a number", arguments: ["", "x", "online", "v", ".", "..", "10..3"])
    func words(_ name: String) {
        #expect(Version.nearest(to: name) == nil)
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
