// SPDX-License-Identifier: Apache-2.0

package import Facts

/// A value read from a file that a user wrote, with the place where it stands.
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
        /// Where the name stands.
        package var position: Position
        package var node: Node

        package init(name: String, position: Position, node: Node) {
            self.name = name
            self.position = position
            self.node = node
        }
    }

    package var value: Value
    /// The file it stands in: with `extends` a scenario comes from several.
    package var file: String
    package var position: Position

    package init(_ value: Value, file: String, position: Position) {
        self.value = value
        self.file = file
        self.position = position
    }

    /// The member of that name.
    package subscript(name: String) -> Node? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.name == name }?.node
    }

    /// The value without its places.
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
    /// The tree and what is wrong with the text; `nil` if it could not be read to the end.
    package static func read(_ bytes: [UInt8], file: String) -> (Node?, [Finding]) {
        var reader = JSON5Reader(bytes, file: file)
        let node = reader.document()
        return (node, reader.findings)
    }
}
