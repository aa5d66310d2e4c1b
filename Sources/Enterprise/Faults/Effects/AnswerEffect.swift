// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// An answer that replaces the deployment's.
struct AnswerEffect: FaultEffect, ScenarioPart {
    static let name = "answer"
    static let about = "Another answer instead."
    static let rule = (
        summary: "Something in front of the server answers instead.", advice: "Check the status and Content-Type first."
    )
    static let notation = Notation<Self>(
        kind: .object(table.keys), read: { Self.read($0, &$1) },
        write: { effect, writer in
            let node = writer.object(effect)
            guard case .object(let members) = node.value, String(validating: effect.body, as: UTF8.self) == nil else {
                return node
            }
            let body = writer.node(.string(Base64.encode(effect.body)))
            return writer.node(.object(members + [writer.member("bodyBase64", body)]))
        })
    static let table = KeyTable<Self>(
        "an answer",
        [
            KeyRow("status", .integer(100...599), "The HTTP status; default: 200.", always: \.status),
            KeyRow(
                Keys.Key("headers", .map(.either([.string, .list(.string)])), "Header fields, with placeholders."),
                read: readHeaders,
                write: writeHeaders),
            KeyRow(
                Keys.Key("body", .string, "The body, with placeholders."),
                read: { node, effect, _ in effect.body = Array((node.text ?? "").utf8) },
                write: { effect, writer in
                    String(validating: effect.body, as: UTF8.self).map { writer.node(.string($0)) }
                }),
            KeyRow(
                Keys.Key("bodyFile", .string, "A file with the body, relative to this file."),
                read: { node, effect, loader in
                    (effect.body, effect.isFilled) = (loader.file(node) ?? [], false)
                }),
        ])

    var status = 200
    var headers: [Header] = []
    var body: [UInt8] = []
    /// Whether the body's placeholders are filled in; a file is sent as it is.
    var isFilled = true

    struct Header: Sendable, Hashable {
        var name: String
        var value: String
    }

    static func blank(at location: CodeLocation) -> Self { Self() }

    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) {
        guard node["body"] != nil, let file = node["bodyFile"] else { return }
        loader.fail(file, "an answer has one body: \"body\" and \"bodyFile\" are both given")
    }

    private static func readHeaders(_ node: Node, _ effect: inout Self, _ loader: inout ScenarioLoader) {
        effect.headers = node.entries.flatMap { entry in
            (entry.node.text.map { [$0] } ?? entry.node.texts).map { Header(name: entry.name, value: $0) }
        }
    }

    private static func writeHeaders(_ effect: Self, _ writer: inout TreeWriter) -> Node? {
        var fields: [(String, [String])] = []
        for header in effect.headers {
            if let index = fields.firstIndex(where: { $0.0 == header.name }) {
                fields[index].1.append(header.value)
            } else {
                fields.append((header.name, [header.value]))
            }
        }
        return writer.map(
            fields.map { name, values in
                let nodes = values.map { writer.node(.string($0)) }
                return (name, nodes.count == 1 ? nodes[0].value : .array(nodes))
            })
    }

    /// Adds only Date and the explaining header.
    func answer(
        _ call: Call, at destination: Destination, _ verdict: Verdict, _ deployment: inout Deployment
    ) -> Answer? {
        var fields = headers.map { Response.Field($0.name, deployment.filled($0.value, call)) }
        var body = body
        if isFilled, let text = String(validating: body, as: UTF8.self) {
            body = Array(deployment.filled(text, call).utf8)
        }
        if !fields.contains(where: { ASCII.equal($0.name, "date") }) {
            fields.append(.init("Date", HTTPDate.format(call.now)))
        }
        if deployment.explains { fields.append(.init(ResponseEncoder.header, verdict.rule.id)) }
        let response = Response(status: status, fields: fields, body: body)
        return Answer(
            door: destination.door, user: nil, sent: .ready(Answer.Sent(response: response, verdict: [verdict])))
    }
}

extension Fault.Effect {
    /// Replaces the answer; header fields are names and values.
    public static func answer(status: Int = 200, headers: [String: String] = [:], body: String = "") -> Self {
        let fields = headers.sorted { $0.key < $1.key }.map { AnswerEffect.Header(name: $0.key, value: $0.value) }
        return Self(AnswerEffect(status: status, headers: fields, body: Array(body.utf8)))
    }
}
