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
        [.pass, .refuse]: "Admission", [.omit, .show]: "Presence", [.ignore, .pass]: "Regard",
        [.issue, .refuse]: "Issuance", [.json, .text]: "MediaType", [.ignore, .pass, .refuse]: "Handling",
    ]

    private static func type(of behavior: Behavior) -> String {
        let name = "\(behavior)"
        return shared[Set(behavior.choices)] ?? name.prefix(1).uppercased() + name.dropFirst()
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

    private static func functions() -> String {
        let list = Behavior.allCases.map { behavior in
            let line =
                "    public static func \(behavior)(_ value: \(type(of: behavior))) -> Quirk { Quirk(.\(behavior), value) }"
            let wrapped = line.replacing("{ Quirk(", with: "{\n        Quirk(").replacing(") }", with: ")\n    }")
            return "\(comment(behavior.summary, indent: "    "))\n\(line.count > 120 ? wrapped : line)\n"
        }
        return head + "/// A function for each behavior of the profile table.\nextension Quirk {\n"
            + list.joined(separator: "\n") + "}\n"
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

    private static func types() throws -> String {
        let meanings = try meanings()
        var seen: Set<String> = []
        var list: [String] = []
        for behavior in Behavior.allCases where seen.insert(type(of: behavior)).inserted {
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
        return head + "/// What behaviors can be set to, a type for each set of choices.\nextension Quirk {\n"
            + list.joined(separator: "\n") + "}\n"
    }

    @Test("each behavior of the profile table has one, which takes what the table lists and nothing else")
    func generated() throws {
        for (name, text) in [("Quirk+Behaviors", Self.functions()), ("Quirk+Values", try Self.types())] {
            let file = Self.root.appending(path: "Facts/Quirks/\(name).swift")
            if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
                try text.write(to: file, atomically: true, encoding: .utf8)
            }
            #expect(try String(contentsOf: file, encoding: .utf8) == text)
        }
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
