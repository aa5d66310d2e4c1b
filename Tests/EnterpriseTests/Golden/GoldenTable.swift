// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Foundation
import TestSupport
import Testing

/// The tables beside the answers of real servers: how each is asked for here, and where ours is another, and why.
struct GoldenTable {
    struct Row: Sendable, CustomTestStringConvertible {
        /// The real answer, below `Tests/Golden/arcgis`.
        var golden: String
        var version: String
        /// A scenario, in JSON.
        var scenario: String
        /// Asked before, one after the other: edits, jobs.
        var before: [String]
        /// `GET` or `POST`, the target, and a urlencoded form.
        var ask: String
        /// The member of the portal who asks; the password is pw.
        var user: String?
        /// The primary site administrator of the only server asks: `psa` with the password pw.
        var isSiteAdministrator: Bool
        /// Where in our answer the real one is, where only that was kept of it: `/layers/0`.
        var part: String?
        /// The name of the file that the request uploads as an attachment, beside the form.
        var file: String?
        /// In bytes, not in shape: errors.
        var isExact: Bool
        /// What was stored had every run of white space made one blank.
        var isCollapsed: Bool
        /// Difference to reason.
        var differs: [String: String]

        var testDescription: String { "\(golden) \(version)" }

        /// Whether a key of `differs` names the difference.
        func names(_ difference: String) -> Bool { differs.keys.contains { names(difference, by: $0) } }

        /// Whether it is the key, or is of a value that the key `below /a` names.
        func names(_ difference: String, by key: String) -> Bool {
            guard key.hasPrefix("below ") else { return difference == key }
            let path = "\(key.dropFirst("below ".count))/"
            return difference.hasPrefix(path) || difference.hasPrefix("lacks \(path)")
                || difference.hasPrefix("adds \(path)")
        }
    }

    var file: String
    var rows: [Row] = []
    /// Answers that nothing here is asked for, and why.
    var without: [String: String] = [:]
    var mistakes: [String] = []

    static let folder = Golden.folder.appendingPathComponent("arcgis")

    /// Every table, in the order of their names.
    static let all: [GoldenTable] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/tables")) ?? []
        return names.filter { $0.hasSuffix(".json5") }.sorted().map(GoldenTable.init)
    }()

    /// Every real answer, by its path below the folder; those that are no text are empty here.
    static let answers: [String: String] = {
        var answers: [String: String] = [:]
        for case let name as String in FileManager.default.enumerator(atPath: folder.path) ?? .init()
        where ["json", "geojson", "pbf"].contains((name as NSString).pathExtension) {
            answers[name] = (try? Golden.text("arcgis/\(name)")) ?? ""
        }
        return answers
    }()

    init(file: String) {
        self.file = file
        let (root, findings) = JSON5Reader.read(
            Array(((try? Golden.text("arcgis/tables/\(file)")) ?? "").utf8), file: file)
        mistakes = findings.map(\.description)
        for member in root?["without"]?.json.members ?? [] { without[member.name] = member.value.text ?? "" }
        guard case .array(let nodes) = root?["rows"]?.value else { return }
        for node in nodes { row(node) }
    }

    private mutating func row(_ node: Node) {
        let row = node.json
        let known: Set = [
            "golden", "version", "services", "portal", "quirks", "scenario", "before", "ask", "user", "siteAdmin",
            "part", "file", "exact", "collapsed", "differs",
        ]
        for member in row.members ?? [] where !known.contains(member.name) {
            mistakes.append("\(file):\(node.position.line): a row has no key \(member.name)")
        }
        guard let golden = row["golden"]?.text, let version = row["version"]?.text, let ask = row["ask"]?.text else {
            mistakes.append("\(file):\(node.position.line): a row needs golden, version and ask")
            return
        }
        let real = Self.answers[golden].flatMap { try? JSONReader.read(Array($0.utf8)) }
        rows.append(
            Row(
                golden: golden, version: version, scenario: Self.scenario(row, version),
                before: row["before"]?.elements?.compactMap(\.text) ?? [], ask: ask, user: row["user"]?.text,
                isSiteAdministrator: row["siteAdmin"]?.truth ?? false, part: row["part"]?.text,
                file: row["file"]?.text,
                isExact: row["exact"]?.truth ?? (real?["error"] != nil), isCollapsed: row["collapsed"]?.truth ?? false,
                differs: Dictionary(
                    (row["differs"]?.members ?? []).map { ($0.name, $0.value.text ?? "") },
                    uniquingKeysWith: { first, _ in first })))
    }

    /// The row's own scenario, or a server of its version with its services, which anybody may see.
    private static func scenario(_ row: JSON, _ version: String) -> String {
        if let whole = row["scenario"] { return String(decoding: JSONWriter.json(whole), as: UTF8.self) }
        let services = (row["services"]?.elements ?? []).map { service -> JSON in
            guard case .object(let members) = service, service["access"] == nil else { return service }
            return .object(members + [.init("access", .string("public"))])
        }
        let whole = JSON.object([
            .init("portal", row["portal"] ?? .null), .init("quirks", row["quirks"] ?? .object([])),
            .init(
                "servers",
                .array([
                    .object([
                        .init("version", .string(version)), .init("machine", .string("GIS.EXAMPLE.COM")),
                        .init("services", .array(services)),
                    ])
                ])),
        ])
        return String(decoding: JSONWriter.json(whole), as: UTF8.self)
    }
}
