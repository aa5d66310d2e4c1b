// SPDX-License-Identifier: Apache-2.0

import Formats

/// Objects with any names: header fields, parameters.
extension Notation<[(String, String)]> {
    /// Names with a string, a number or a Boolean each, in their order.
    static var parameters: Self {
        Self(
            kind: .map(.either([.string, .integer(Int.min...Int.max), .boolean])),
            read: { node, _ in node.entries.map { ($0.name, $0.node.scalar) } },
            write: { pairs, writer in writer.map(pairs.map { ($0.0, .string($0.1)) }) })
    }
}

extension Notation<[(String, [String])]> {
    /// Names with a string or a list of them each.
    static var fields: Self {
        Self(
            kind: .map(.either([.string, .list(.string)])),
            read: { node, _ in node.entries.map { ($0.name, $0.node.text.map { [$0] } ?? $0.node.texts) } },
            write: { pairs, writer in
                writer.map(pairs.map { ($0.0, .array($0.1.map { writer.node(.string($0)) })) })
            })
    }

    /// Names with a list of strings each.
    static var lists: Self {
        Self(
            kind: .map(.list(.string)), read: { node, _ in node.entries.map { ($0.name, $0.node.texts) } },
            write: { pairs, writer in
                writer.map(pairs.map { ($0.0, .array($0.1.map { writer.node(.string($0)) })) })
            })
    }
}

extension Notation<Int64> {
    /// An ISO 8601 duration in milliseconds. `name` is the key for messages, if they name it.
    static func milliseconds(_ name: String? = nil, example: String) -> Self {
        Self(
            kind: .duration,
            read: { node, loader in
                let text = node.text ?? ""
                if let count = ISO8601.milliseconds(ofDuration: text), count >= 0 { return count }
                loader.fail(
                    node, "\(name.map { "\"\($0)\": " } ?? "")\"\(text)\" is not an ISO 8601 duration",
                    suggestion: ISO8601.duration(meant: text) ?? example)
                return nil
            },
            write: { $1.node(.string(ISO8601.format(duration: $0))) })
    }
}
