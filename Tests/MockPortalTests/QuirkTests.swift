// SPDX-License-Identifier: Apache-2.0

import Facts
import Foundation
import TestSupport
import Testing

@testable import MockPortal

/// The typed quirks are written from the profile table, and held against it here: no behavior lacks one.
@Suite("Quirks in Swift")
struct QuirkTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources")

    private static let head = """
        // SPDX-License-Identifier: Apache-2.0

        // Written by QuirkTests from the profile table: RECORD_GOLDEN=1 swift test --no-parallel --filter QuirkTests


        """

    /// Sets of choices that several behaviors have, and what their type is called; others have the behavior's name.
    private static let shared: [Set<Choice>: String] = [
        [.pass, .refuse]: "PassOrRefuse", [.omit, .show]: "ShowOrOmit", [.ignore, .pass]: "PassOrIgnore",
        [.issue, .refuse]: "IssueOrRefuse", [.json, .text]: "MediaType",
        [.ignore, .pass, .refuse]: "PassRefuseOrIgnore",
    ]

    /// Behaviors whose name begins with an initialism, which is written in capitals at the beginning of a type.
    private static let initialisms = ["oauth": "OAuth", "rest": "REST"]

    /// The files of the quirks, by the first words of the behaviors' names.
    private static let rooms: [(name: String, about: String, prefixes: [String])] = [
        ("Tokens", "how tokens are issued and accepted", ["token", "generateToken"]),
        ("Portals", "portals", ["oauth", "saml", "cors", "sharing", "lockoutPortal", "portalAdmin"]),
        (
            "Servers", "ArcGIS Servers and their token service",
            ["lockoutServer", "serverToken", "admin", "info", "server", "rest"]
        ),
        ("Services", "services and their catalog", ["service", "catalog", "map"]), ("Editing", "edits", ["edit"]),
        ("Queries", "queries", ["query"]),
    ]

    private static func room(of behavior: Behavior) -> String? {
        // The longest beginning counts, as "service" begins with "serv".
        let found = rooms.flatMap { room in room.prefixes.map { (room.name, $0) } }.filter { _, prefix in
            "\(behavior)".hasPrefix(prefix) && "\(behavior)".dropFirst(prefix.count).first?.isLowercase != true
        }
        return found.max { $0.1.count < $1.1.count }?.0
    }

    private static func type(of behavior: Behavior) -> String {
        let name = "\(behavior)"
        if let known = shared[Set(behavior.choices)] { return known }
        if let (word, capitals) = initialisms.first(where: { name.hasPrefix($0.key) }) {
            return capitals + name.dropFirst(word.count)
        }
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    private static func comment(_ text: String, indent: String) -> String {
        var lines: [String] = []
        var line = "\(indent)///"
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if line.count + 1 + word.count > 120 {
                lines.append(line)
                line = "\(indent)///"
            }
            line += " \(word)"
        }
        return (lines + [line]).joined(separator: "\n")
    }

    private static func functions(_ behaviors: [Behavior], _ about: String) -> String {
        let list = behaviors.map { behavior in
            let line =
                "    public static func \(behavior)(_ value: \(type(of: behavior))) -> Quirk { Quirk(.\(behavior), value) }"
            let wrapped = line.replacing("{ Quirk(", with: "{\n        Quirk(").replacing(") }", with: ")\n    }")
            return "\(comment(behavior.summary, indent: "    "))\n\(line.count > 120 ? wrapped : line)\n"
        }
        return head + "/// Quirks of \(about).\nextension Quirk {\n" + list.joined(separator: "\n") + "}\n"
    }

    /// What the comments of `Choice` say.
    private static func meanings() throws -> [String: String] {
        let source = try String(contentsOf: root.appending(path: "Facts/Choice.swift"), encoding: .utf8)
        var meanings: [String: String] = [:]
        for match in source.matches(of: /\/\/\/ (.*(?:\n    \/\/\/ .*)*)\n    case (\w+)/) {
            meanings[String(match.2)] = String(match.1).replacing("\n    /// ", with: " ")
        }
        return meanings
    }

    /// The types of values that only behaviors of one list have, or that several behaviors share.
    private static func types(_ behaviors: [Behavior], _ about: String) throws -> String {
        let meanings = try meanings()
        var seen: Set<String> = []
        var list: [String] = []
        for behavior in behaviors where seen.insert(type(of: behavior)).inserted {
            let others = Behavior.allCases.count { Set($0.choices) == Set(behavior.choices) } - 1
            let more = others == 0 ? "" : " and \(others) other behavior\(others == 1 ? "" : "s")"
            let name = type(of: behavior)
            let members = try behavior.choices.map { choice in
                let meaning = try #require(meanings["\(choice)"])
                return comment(meaning, indent: "        ")
                    + "\n        public static var \(choice): \(name) { \(name)(choice: .\(choice)) }\n"
            }
            list.append(
                """
                    /// What `\(behavior)`\(more) can be set to.
                    public struct \(name): QuirkValue {
                        let choice: Choice

                \(members.joined())    }

                """)
        }
        return head + "/// What quirks of \(about) can be set to.\nextension Quirk {\n"
            + list.joined(separator: "\n") + "}\n"
    }

    /// The page of the documentation: every quirk and every type of values under a topic.
    private static func page() -> String {
        func topic(_ title: String, _ links: [String]) -> String {
            "\n### \(title)\n\n" + links.map { "- ``\($0)``\n" }.joined()
        }
        let rooms = rooms.map { room in
            let own = Behavior.allCases.filter { self.room(of: $0) == room.name }
            return topic(
                room.about.prefix(1).uppercased() + room.about.dropFirst(), own.map { "\($0)(_:)" }.sorted())
        }
        let types = Set(Behavior.allCases.map(type(of:))).sorted()
        return "# ``Facts/Quirk``\n\n## Topics\n" + rooms.joined() + topic("Values", types)
            + topic("Text", ["description"])
    }

    /// All files, by their names.
    private static func files() throws -> [String: String] {
        func isShared(_ behavior: Behavior) -> Bool { shared[Set(behavior.choices)] != nil }
        var files = ["Quirk+SharedValues": try types(Behavior.allCases.filter(isShared), "several rooms")]
        for room in rooms {
            let own = Behavior.allCases.filter { self.room(of: $0) == room.name }
            files["Quirk+\(room.name)"] = functions(own, room.about)
            files["Quirk+\(room.name)Values"] = try types(own.filter { !isShared($0) }, room.about)
        }
        return files
    }

    @Test("each behavior of the profile table has one, which takes what the table lists and nothing else")
    func generated() throws {
        #expect(Behavior.allCases.filter { Self.room(of: $0) == nil }.isEmpty, "no room")
        let folder = Self.root.appending(path: "Facts/Quirks")
        let page = Self.root.appending(path: "MockPortal/MockPortal.docc/Types/Quirk.md")
        let files = try Self.files()
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
            try Self.page().write(to: page, atomically: true, encoding: .utf8)
            for (name, text) in files {
                try text.write(to: folder.appending(path: "\(name).swift"), atomically: true, encoding: .utf8)
            }
        }
        for (name, text) in files {
            #expect(try String(contentsOf: folder.appending(path: "\(name).swift"), encoding: .utf8) == text)
        }
        #expect(try String(contentsOf: page, encoding: .utf8) == Self.page())
        let there = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
        #expect(there == (["Quirk"] + files.keys).map { "\($0).swift" }.sorted())
    }

    @Test("a quirk writes what scenario files have")
    func written() {
        #expect(Quirk.tokenRefererMissing(.refuse).description == #""token.referer-missing": "refuse""#)
        let quirks: [Quirk] = [.queryPaging(.ignore), .tokenRefererMissing(.pass), .tokenRefererMissing(.refuse)]
        let (made, findings) = MockEnterprise.Scenario.standalone(quirks: quirks).loaded()
        #expect(findings.isEmpty)
        #expect(made?.quirks == [.queryPaging: .ignore, .tokenRefererMissing: .refuse])
    }
}
