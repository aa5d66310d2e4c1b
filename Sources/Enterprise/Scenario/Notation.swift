// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// The notation of a value in a scenario: its kind, and the conversion between tree and Swift.
struct Notation<Value>: Sendable {
    let kind: Keys.Kind
    /// Converts a tree that was checked against `kind`; returns `nil` with a finding if it is impossible.
    let read: @Sendable (Node, inout ScenarioLoader) -> Value?
    let write: @Sendable (Value, inout TreeWriter) -> Node
}

extension Notation<String> {
    static var string: Self { Self(kind: .string, read: { node, _ in node.text }, write: { $1.node(.string($0)) }) }

    /// The notation of a release by its name.
    static var release: Self { Self(kind: .release, read: { node, _ in node.text }, write: { $1.node(.string($0)) }) }

    /// Returns the notation of one of these words, a string in Swift.
    static func word(_ words: [String]) -> Self {
        Self(kind: .word(words), read: { node, _ in node.text }, write: { $1.node(.string($0)) })
    }
}

extension Notation<Bool> {
    static var boolean: Self { Self(kind: .boolean, read: { node, _ in node.truth }, write: { $1.node(.bool($0)) }) }
}

extension Notation<Int> {
    static func integer(_ range: ClosedRange<Int>) -> Self {
        Self(kind: .integer(range), read: { node, _ in node.integer }, write: { $1.node(.number("\($0)")) })
    }
}

extension Notation<UInt64> {
    /// The seed of what is left to chance.
    static var seed: Self {
        Self(
            kind: .integer(0...Int.max), read: { node, _ in node.integer.map { UInt64($0) } },
            write: { $1.node(.number("\($0)")) })
    }
}

extension Notation<JSON> {
    static var any: Self { Self(kind: .any, read: { node, _ in node.json }, write: { $1.tree($0) }) }
}

extension Notation<[String]> {
    static var strings: Self { .list(.string) }
}

extension Notation where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    /// A case of an enumeration.
    static var word: Self {
        Self(
            kind: .word(Value.allCases.map(\.rawValue)), read: { node, _ in node.text.flatMap(Value.init) },
            write: { $1.node(.string($0.rawValue)) })
    }
}

extension Notation where Value: ScenarioPart {
    /// An object with a table of keys.
    static var part: Self {
        Self(kind: .object(Value.table.keys), read: { Value.read($0, &$1) }, write: { $1.object($0) })
    }
}

extension Notation {
    static func list<Element>(_ element: Notation<Element>) -> Self where Value == [Element] {
        Self(
            kind: .list(element.kind),
            read: { node, loader in
                var values: [Element] = []
                for node in node.nodes {
                    if let value = element.read(node, &loader) { values.append(value) }
                }
                return values
            },
            write: { values, writer in
                var nodes: [Node] = []
                for value in values { nodes.append(element.write(value, &writer)) }
                return writer.node(.array(nodes))
            })
    }
}

extension Notation<Duration> {
    /// Returns the notation of an ISO 8601 duration. `name` is the key for messages; `example` is the suggestion if
    /// nothing better is known.
    static func duration(_ name: String, isPositive: Bool = false, example: String) -> Self {
        Self(
            kind: .duration,
            read: { node, loader in
                let text = node.text ?? ""
                if let count = ISO8601.milliseconds(ofDuration: text), count >= (isPositive ? 1 : 0) {
                    return .milliseconds(count)
                }
                loader.fail(
                    node, "\"\(name)\": \"\(text)\" is not an ISO 8601 duration",
                    suggestion: ISO8601.duration(meant: text) ?? example)
                return nil
            },
            write: { $1.node(.string(ISO8601.format(duration: $0.milliseconds))) })
    }
}

extension Notation {
    /// Returns the notation of a type that wraps such a value.
    func wrapping<Outer>(
        _ wrap: @escaping @Sendable (Value) -> Outer, _ path: any KeyPath<Outer, Value> & Sendable
    ) -> Notation<Outer> {
        Notation<Outer>(
            kind: kind, read: { read($0, &$1).map(wrap) }, write: { write($0[keyPath: path], &$1) })
    }
}

extension Notation<Instant> {
    /// A moment. `name`: the key, for messages that name it.
    static func instant(_ name: String? = nil) -> Self {
        Self(
            kind: .string,
            read: { node, loader in
                let text = node.text ?? ""
                if let instant = ISO8601.instant(text) { return instant }
                loader.fail(
                    node, "\(name.map { "\"\($0)\": " } ?? "")\"\(text)\" is not an ISO 8601 instant",
                    suggestion: ISO8601.instant(meant: text) ?? "2016-01-26T17:29:00Z")
                return nil
            },
            write: { $1.node(.string(ISO8601.format($0))) })
    }
}

extension Notation<Envelope> {
    /// Two corners, as portals write an item's extent.
    static var corners: Self {
        Self(
            kind: .any, read: { node, loader in loader.extent(node) },
            write: { extent, writer in
                func corner(_ x: Double, _ y: Double) -> JSON { .array([.number("\(x)"), .number("\(y)")]) }
                return writer.tree(
                    .array([corner(extent.xmin, extent.ymin), corner(extent.xmax, extent.ymax)]))
            })
    }
}
