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
