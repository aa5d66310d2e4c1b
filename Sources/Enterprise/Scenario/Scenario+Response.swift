// SPDX-License-Identifier: Apache-2.0

import Formats

extension Scenario.Response: ScenarioPart {
    static let table = KeyTable<Self>(
        "a response",
        [
            KeyRow("status", .integer(100...599), "The HTTP status.", \.status),
            KeyRow(
                Keys.Key("headers", .map(.either([.string, .null])), "Exact, /regex/, or null: absent."),
                read: readHeaders),
            KeyRow("body", .string, "The exact body.", \.body),
            KeyRow("bytes", .integer(0...Int.max), "Its length.", \.bytes),
            KeyRow(
                Keys.Key("json", .any, "A subset of the body."),
                read: { node, response, loader in
                    loader.subset(node)
                    response.json = node.json
                }),
            KeyRow(
                Keys.Key("pbf", .any, "A subset of the body of a query with f=pbf, read as JSON."),
                read: { node, response, loader in
                    loader.subset(node)
                    response.pbf = node.json
                }),
            KeyRow("keys", .lists, "Exact, ordered keys by JSON pointer.", loaded: \.keys),
            KeyRow(
                Keys.Key("matches", .either([.string, .list(.string)]), "Regular expressions to find in the body."),
                read: readMatches),
            KeyRow(
                "closed", .word(["fin", "reset", "timeout", "handshake"]),
                "How the connection ends before the response is complete; the other keys apply to what arrived until then.",
                \.closed),
            KeyRow("raw", .boolean, "Whether the body keeps its content coding.", loaded: \.isRaw),
        ])

    static func blank(at location: CodeLocation) -> Self { Self() }

    private static func readHeaders(_ node: Node, _ response: inout Self, _ loader: inout ScenarioLoader) {
        response.headers = node.entries.map { ($0.name, $0.node.text) }
        for entry in node.entries {
            guard let text = entry.node.text, text.count > 1, text.hasPrefix("/"), text.hasSuffix("/") else { continue }
            _ = loader.isRegex(String(text.dropFirst().dropLast()), entry.node)
        }
    }

    private static func readMatches(_ node: Node, _ response: inout Self, _ loader: inout ScenarioLoader) {
        for regex in node.text == nil ? node.nodes : [node] {
            guard let text = regex.text else { continue }
            if loader.isRegex(text, regex) { response.matches.append(text) }
        }
    }
}
