// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

/// Between two captures a release has the keys of either, in the order of one of them: no release invents any.
///
/// The captures are the descriptions in the golden tables. What each was made from is asked at every release.
@Suite("The order of keys")
struct KeyOrderTests {
    /// The captures that are of one kind: `MapServer layer Table`, `FeatureServer root Hosted`.
    struct Kind: Hashable, CustomStringConvertible {
        var service: String
        var part: String
        var runtime: String
        var description: String { "\(service) \(part)\(runtime.isEmpty ? "" : " ")\(runtime)" }
    }

    struct Capture: Sendable {
        var kind: Kind
        var version: Version
        var keys: [String]
        var row: GoldenTable.Row
    }

    /// Keys that no capture of the kind shows, and that are documented or follow from what the scenario gives.
    private static let documented: Set<String> = [
        "advancedEditingCapabilities", "serviceItemId", "cimVersion", "subLayers", "timeInfo", "editFieldsInfo",
        "supportsDynamicLegends", "parentLayer", "tileMap", "storageInfo",
    ]

    static let captures: [Capture] = GoldenTable.all.flatMap(\.rows).compactMap { row in
        guard row.part == nil, !row.isExact, !row.differs.keys.contains(": order"), row.before.isEmpty,
            let real = GoldenTable.answers[row.golden].flatMap({ try? JSONReader.read(Array($0.utf8)) }),
            let match = row.ask.firstMatch(of: #/services/[^?]*?/(\w+Server)(/\d+)?\?f=p?json$/#)
        else { return nil }
        let service = String(match.1)
        let isLayer = match.2 != nil
        let type = real["type"]?.text ?? ""
        let isOnline = row.version == "online"
        let runtime =
            isOnline ? "Hosted" : row.scenario.contains("Hosted") ? "Hosted" : real["cimVersion"] == nil ? "" : "Pro"
        let part = !isLayer ? "root" : type == "Table" || type == "Group Layer" ? "layer \(type)" : "layer"
        return Capture(
            kind: Kind(service: service, part: part, runtime: runtime),
            version: isOnline ? .v11_5 : Version(row.version) ?? .newest,
            keys: (real.members ?? []).map(\.name), row: row)
    }

    @Test("is that of the captures before or after", arguments: Version.known.dropLast())
    func order(_ version: Version) throws {
        for (kind, all) in Dictionary(grouping: Self.captures, by: \.kind) where Self.exists(kind, version) {
            let early = all.map(\.version).filter { $0 <= version }.max()
            let late = all.map(\.version).filter { $0 >= version }.min()
            let near = all.filter { $0.version == early || $0.version == late }
            let known = Self.documented.union(near.flatMap(\.keys))
            for capture in near where capture.row.version != "online" {
                let keys = try Self.ask(capture.row, version)
                #expect(
                    near.contains { Self.agree(keys, $0.keys) },
                    "\(kind) of \(capture.row.golden) at \(version): \(keys)")
                let invented = keys.filter { !known.contains($0) }
                #expect(invented.isEmpty, "\(kind) of \(capture.row.golden) at \(version)")
                #expect(Set(keys).count == keys.count, "\(kind) of \(capture.row.golden) at \(version): \(keys)")
            }
        }
    }

    @Test("has captures of every kind that matters")
    func kinds() {
        let kinds = Set(Self.captures.map(\.kind.description))
        let expected: Set = [
            "MapServer root", "MapServer layer", "MapServer layer Group Layer", "MapServer root Hosted",
            "FeatureServer root", "FeatureServer layer", "FeatureServer layer Table", "FeatureServer root Hosted",
            "FeatureServer layer Hosted", "FeatureServer layer Pro", "ImageServer root",
        ]
        #expect(expected.isSubset(of: kinds), "\(expected.subtracting(kinds))")
        #expect(Self.captures.count >= 60)
    }

    /// Services that a release has: features came at 10.0, the runtime of ArcGIS Pro at 10.4 and alone at 11.0.
    private static func exists(_ kind: Kind, _ version: Version) -> Bool {
        switch kind.runtime {
        case "Hosted": version >= .v10_3 && version <= .v11_5
        case "Pro": version >= .v10_6
        default: version < .v11_0 && (kind.service == "MapServer" || version >= .v10_0_0)
        }
    }

    /// Asks what a row asks for, of the same services at another release.
    private static func ask(_ row: GoldenTable.Row, _ version: Version) throws -> [String] {
        let scenario = row.scenario.replacing("\"version\":\"\(row.version)\"", with: "\"version\":\"\(version.name)\"")
        var fixture = try PortalFixture(scenario, files: GoldenTable.answers)
        let target = row.ask.split(separator: " ")[1]
        let body = fixture.ask(String(target)).body
        return (try JSONReader.read(Array(body.utf8)).members ?? []).map(\.name)
    }

    /// Whether the keys that both have stand in the same order.
    private static func agree(_ keys: [String], _ others: [String]) -> Bool {
        keys.filter(others.contains) == others.filter(keys.contains)
    }
}
