// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

/// The position in a scenario file or a Swift file where a part of a scenario was written, which findings name.
package struct CodeLocation: Sendable, Hashable, Codable {
    package var file: String
    package var position: Position

    package init(file: String, line: Int, column: Int) {
        self.file = file
        position = Position(line: line, column: column)
    }

    init(_ node: Node) { (file, position) = (node.file, node.position) }

    package func node(_ value: Node.Value) -> Node { Node(value, file: file, position: position) }

    /// Returns a tree in which every node has this position.
    package func tree(_ json: JSON) -> Node {
        switch json {
        case .null: node(.null)
        case .bool(let truth): node(.bool(truth))
        case .number(let spelling): node(.number(spelling))
        case .string(let text): node(.string(text))
        case .array(let elements): node(.array(elements.map(tree)))
        case .object(let members):
            node(.object(members.map { Node.Member(name: $0.name, position: position, node: tree($0.value)) }))
        }
    }
}
