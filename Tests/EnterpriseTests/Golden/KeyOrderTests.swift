// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Foundation
import TestSupport
import Testing

/// Between two captures a release has the keys of either, in the order of one of them: no release invents any, and
/// none loses one that all of them have.
///
/// The captures are the descriptions in the golden tables, and those in their `/layers`. What each description was made
/// from is asked at every release. Few groups and tables were captured: their keys are also those of the layers of the
/// same service and runtime. A key of dates is in captures of layers with dates alone.
@Suite("The order of keys")
struct KeyOrderTests {
    /// The captures that are of one kind: `MapServer layer Table`, `FeatureServer root Hosted`.
    struct Kind: Hashable, CustomStringConvertible {
        var service: String
        var part: String
        var runtime: String
        /// Layers with rows and geometries, of which there are the most captures.
        var layer: Kind { Kind(service: service, part: part.hasPrefix("layer") ? "layer" : part, runtime: runtime) }
        var description: String { "\(service) \(part)\(runtime.isEmpty ? "" : " ")\(runtime)" }
    }

    struct Capture: Sendable {
        var kind: Kind
        var version: Version
        var keys: [String]
        var hasDates: Bool
        var row: GoldenTable.Row
        /// Whether the description is the whole answer; those in `/layers` are not asked for.
        var isAsked: Bool

        init(_ description: JSON, service: String, isLayer: Bool, isAsked: Bool, _ row: GoldenTable.Row) {
            let type = description["type"]?.text ?? ""
            let isOnline = row.version == "online"
            let runtime =
                isOnline || row.scenario.contains("Hosted") ? "Hosted" : description["cimVersion"] == nil ? "" : "Pro"
            let part = !isLayer ? "root" : type.isEmpty || type == "Feature Layer" ? "layer" : "layer \(type)"
            kind = Kind(service: service, part: part, runtime: runtime)
            version = isOnline ? .v11_5 : Version(row.version) ?? .newest
            // A name in one capture has a blank behind it.
            keys = (description.members ?? []).map { $0.name.trimmingCharacters(in: .whitespaces) }
            hasDates = (description["fields"]?.elements ?? []).contains { $0["type"]?.text == "esriFieldTypeDate" }
            self.row = row
            self.isAsked = isAsked && !isOnline
        }

        /// The keys of the capture, and those that its row adds and says why.
        var known: [String] {
            keys + row.differs.keys.filter { $0.hasPrefix("adds /") }.map { String($0.dropFirst("adds /".count)) }
        }
    }

    /// Keys that no capture of the kind shows, and that are documented or follow from what the scenario gives.
    private static let documented: Set<String> = [
        "advancedEditingCapabilities", "serviceItemId", "cimVersion", "subLayers", "timeInfo", "editFieldsInfo",
        "supportsDynamicLegends", "parentLayer", "tileMap", "storageInfo",
    ]

    /// Keys of one kind that its captures do not show, with the first release that has each.
    ///
    /// No layer of a FeatureServer in the runtime of ArcGIS Pro was captured after 10.61. That of ArcMap has both from
    /// 10.51 to 10.71 (us-al-cullman-metadata.json, ArcGisFeatureServer_Water_Network_2.json); that the other got them is
    /// inferred. What it says of analytics and bins is documented with the release (query-analytic, query-bins); where
    /// it stands is inferred from hosted layers.
    private static let inferred: [String: [String: Version]] = [
        "FeatureServer layer Pro": [
            "subtypeField": .v10_9, "archivingInfo": .v11_0, "advancedQueryAnalyticCapabilities": .v10_9_1,
            "queryBinsCapabilities": .v11_3,
        ]
    ]

    static let captures: [Capture] = GoldenTable.all.flatMap(\.rows).flatMap { row -> [Capture] in
        guard row.part == nil, !row.isExact, !row.differs.keys.contains(": order"), row.before.isEmpty,
            let real = GoldenTable.answers[row.golden].flatMap({ try? JSONReader.read(Array($0.utf8)) }),
            let match = row.ask.firstMatch(of: #/services/[^?]*?/(\w+Server)(/\d+|/layers)?\?f=p?json$/#)
        else { return [] }
        let service = String(match.1)
        guard match.2 == "/layers" else {
            return [Capture(real, service: service, isLayer: match.2 != nil, isAsked: true, row)]
        }
        // Layers of hosted tiles are those of the root, without fields.
        return ["layers", "tables"].flatMap { real[$0]?.elements ?? [] }.filter { $0["fields"] != nil }
            .map { Capture($0, service: service, isLayer: true, isAsked: false, row) }
    }

    @Test("is that of the captures before or after", arguments: Version.known.dropLast())
    func order(_ version: Version) throws {
        for (kind, all) in Dictionary(grouping: Self.captures, by: \.kind) where Self.exists(kind, version) {
            let layers = kind.layer == kind ? [] : Self.near(version, Self.captures.filter { $0.kind == kind.layer })
            let family = Self.near(version, Self.captures.filter { $0.kind.layer == kind.layer })
            let dated = Self.near(version, Self.captures.filter { $0.kind.layer == kind.layer && $0.hasDates })
            let inferred = (Self.inferred[kind.description] ?? [:]).filter { $0.value <= version }.keys
            let own = Self.near(version, all)
            for capture in own where capture.isAsked {
                let keys = try Self.ask(capture.row, version)
                #expect(
                    (own + layers).contains { Self.agree(keys, $0.keys) },
                    "\(kind) of \(capture.row.golden) at \(version): \(keys)")
                let witnesses = own + layers + family + (capture.hasDates ? dated : [])
                let known = Self.documented.union(inferred).union(witnesses.flatMap(\.known))
                let invented = keys.filter { !known.contains($0) }
                #expect(invented.isEmpty, "\(kind) of \(capture.row.golden) at \(version)")
                let isBetween = own.contains { $0.version <= version } && own.contains { $0.version >= version }
                let lost = isBetween ? capture.keys.filter { key in own.allSatisfy { $0.keys.contains(key) } } : []
                #expect(Set(lost).isSubset(of: keys), "\(kind) of \(capture.row.golden) at \(version)")
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

    /// The captures of the last release before and of the first one after; both are the release's own if there are any.
    private static func near(_ version: Version, _ captures: [Capture]) -> [Capture] {
        let early = captures.map(\.version).filter { $0 <= version }.max()
        let late = captures.map(\.version).filter { $0 >= version }.min()
        return captures.filter { $0.version == early || $0.version == late }
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
