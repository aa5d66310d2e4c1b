// SPDX-License-Identifier: Apache-2.0

package import Facts

/// A value read from a user's file, with its position.
package struct Node: Sendable, Hashable {
    package enum Value: Sendable, Hashable {
        case null
        case bool(Bool)
        case number(String)
        case string(String)
        case array([Node])
        case object([Member])
    }

    package struct Member: Sendable, Hashable {
        package var name: String
        /// The position of the name.
        package var position: Position
        package var node: Node

        package init(name: String, position: Position, node: Node) {
            self.name = name
            self.position = position
            self.node = node
        }
    }

    package var value: Value
    /// The file: with `extends`, a scenario comes from several.
    package var file: String
    package var position: Position

    package init(_ value: Value, file: String, position: Position) {
        self.value = value
        self.file = file
        self.position = position
    }

    /// The member with that name.
    package subscript(name: String) -> Node? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.name == name }?.node
    }

    /// The value without positions.
    package var json: JSON {
        switch value {
        case .null: .null
        case .bool(let truth): .bool(truth)
        case .number(let spelling): .number(spelling)
        case .string(let text): .string(text)
        case .array(let nodes): .array(nodes.map(\.json))
        case .object(let members): .object(members.map { JSON.Member($0.name, $0.node.json) })
        }
    }
}

extension Node: JSONTree {
    package static var hasPlaces: Bool { true }

    package init(leaf: JSONLeaf, file: String, position: Position) {
        let value: Value =
            switch leaf {
            case .null: .null
            case .bool(let truth): .bool(truth)
            case .number(let spelling): .number(spelling)
            case .string(let text): .string(text)
            }
        self.init(value, file: file, position: position)
    }

    package init(elements: [Node], file: String, position: Position) {
        self.init(.array(elements), file: file, position: position)
    }

    package init(members: [Member], file: String, position: Position) {
        self.init(.object(members), file: file, position: position)
    }

    package static func member(_ name: String, _ position: Position, _ value: Node) -> Member {
        Member(name: name, position: position, node: value)
    }

    package static func index(of name: String, in members: [Member]) -> Position? {
        members.first { $0.name == name }?.position
    }
}

extension JSON5Reader where Tree == Node {
    /// Returns the tree and the findings. The tree is `nil` if the text cannot be read to its end.
    package static func read(_ bytes: [UInt8], file: String) -> (Node?, [Finding]) {
        var reader = JSON5Reader(bytes, file: file)
        let node = reader.document()
        return (node, reader.findings)
    }
}
