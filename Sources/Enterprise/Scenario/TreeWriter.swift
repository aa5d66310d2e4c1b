// SPDX-License-Identifier: Apache-2.0

package import Facts
import Formats

/// A writer that turns values created in Swift into the tree of a file, so that it merges and is checked in the same
/// way. Each part has the position in the Swift file where it was created.
package struct TreeWriter {
    /// What names of data begin with that stand in the code.
    package static let prefix = "code:"

    private var location: CodeLocation
    package private(set) var findings: [Finding] = []
    /// The data in code, by its name in the tree.
    package private(set) var data: [String: [UInt8]] = [:]

    init(at location: CodeLocation) { self.location = location }

    func node(_ value: Node.Value) -> Node { location.node(value) }
    func tree(_ json: JSON) -> Node { location.tree(json) }

    mutating func object<Part: ScenarioPart>(_ part: Part) -> Node {
        let outer = location
        location = part.location ?? outer
        defer { location = outer }
        let written = object(part, Part.table)
        guard !part.otherKeys.isEmpty, case .object(var members) = written.value else { return written }
        for (name, value) in part.otherKeys.sorted(by: { $0.key < $1.key }) {
            members.removeAll { $0.name == name }
            members.append(member(name, tree(value.json)))
        }
        return node(.object(members))
    }

    mutating func object<Owner>(_ owner: Owner, _ table: KeyTable<Owner>) -> Node {
        var members: [Node.Member] = []
        for row in table.rows {
            if let node = row.write(owner, &self) { members.append(member(row.key.name, node)) }
        }
        return node(.object(members))
    }

    /// Returns an object whose keys are in no table.
    func map(_ values: [(String, Node.Value)]) -> Node {
        node(.object(values.map { member($0.0, node($0.1)) }))
    }

    func member(_ name: String, _ node: Node) -> Node.Member {
        Node.Member(name: name, position: location.position, node: node)
    }

    mutating func keep(_ bytes: [UInt8], as name: String) { data[name] = bytes }
}
