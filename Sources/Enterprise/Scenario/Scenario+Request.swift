// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Scenario.Request: ScenarioPart {
    static let table = KeyTable<Self>("a request", target + content)

    private static let target: [KeyRow<Self>] = [
        KeyRow(
            Keys.Key("method", .string, "The method; default: GET, or POST with a body."),
            read: { node, request, loader in
                request.method = node.text
                guard let name = node.text, !Request.methods.contains(name) else { return }
                loader.warn(
                    node, "HTTP has no method \"\(name)\"; it is sent as it is written",
                    suggestion: Suggestion.nearest(to: name, among: Request.methods))
            }),
        KeyRow("url", .string, "With placeholders: {portal}/…", loaded: \.url),
        KeyRow(
            Keys.Key("over", .word(["https", "http"]), "The scheme of {portal} and {server}."),
            read: { node, request, _ in request.isSecure = node.text != "http" }),
        KeyRow("headers", .fields, "Header fields.", loaded: \.headers),
        KeyRow("query", .parameters, "Appended to the URL.", loaded: \.query),
    ]

    private static let content: [KeyRow<Self>] = [
        KeyRow(
            Keys.Key("form", Notation.parameters.kind, "A urlencoded body."),
            read: { node, request, loader in
                request.body = .form(Notation.parameters.read(node, &loader) ?? [])
            }),
        KeyRow(
            Keys.Key("multipart", Notation.parameters.kind, "A multipart body."),
            read: { node, request, loader in
                request.body = .multipart(Notation.parameters.read(node, &loader) ?? [])
            }),
        KeyRow(
            Keys.Key("json", .any, "A JSON body."), read: { node, request, _ in request.body = .json(node.json) }),
        KeyRow(
            Keys.Key("body", .string, "A literal body."),
            read: { node, request, _ in request.body = .text(node.text ?? "") }),
        KeyRow("raw", .string, "The bytes for the socket, which replace everything else.", \.raw),
        KeyRow("jar", .string, "The jar that keeps cookies and the connection.", loaded: \.jar),
        KeyRow("follow", .integer(0...20), "Redirects followed.", loaded: \.follow),
        KeyRow("certificate", .string, "The user whose client certificate is presented.", \.certificate),
    ]

    static func blank(at location: CodeLocation) -> Self { Self(url: "") }

    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) {
        if node["url"] == nil, node["raw"] == nil { loader.fail(node, "a request needs \"url\" (or \"raw\")") }
        let bodies = ["form", "multipart", "json", "body"].filter { node[$0] != nil }
        if bodies.count > 1, let second = node[bodies[1]] {
            loader.fail(second, "a request has one body: \"\(bodies[0])\" and \"\(bodies[1])\" are both given")
        }
        if let raw = node["raw"] {
            for key in Self.table.rows.map(\.key.name) where !["raw", "over", "jar", "url"].contains(key) {
                guard let extra = node[key] else { continue }
                loader.fail(
                    extra, "\"\(key)\" has no effect: \"raw\", in line \(raw.position.line), is all that is sent")
            }
        }
    }
}
