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
        guard let more = part.more, case .object(var members) = written.value else { return written }
        lay(more, over: &members)
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

    /// Reads JSON5 in code, with this position for all of it; returns `nil` with a finding if it is invalid.
    mutating func read(_ text: String) -> Node? {
        let (node, found) = JSON5Reader<Node>.read(Array(text.utf8), file: location.file)
        for finding in found {
            fail("in its further keys, line \(finding.position.line): \(finding.message)")
        }
        return node.map { location.tree($0.json) }
    }

    /// Overrides the written keys with those of a JSON5 object.
    private mutating func lay(_ text: String, over members: inout [Node.Member]) {
        guard let node = read(text) else { return }
        guard case .object(let extra) = node.value else {
            return fail("its further keys: expected an object, found \(node.json.kind)")
        }
        for member in extra {
            members.removeAll { $0.name == member.name }
            members.append(member)
        }
    }

    private mutating func fail(_ message: String) {
        findings.append(Finding(file: location.file, position: location.position, message: message))
    }
}
