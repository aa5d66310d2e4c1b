// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

/// A part of a scenario that is made in Swift: it becomes the same tree that a file does.
protocol Written {
    var location: CodeLocation { get }
    /// Further keys in JSON5, laid over the others.
    var more: String? { get }
    func write(to writing: inout Writing)
}

extension Written {
    func node(_ findings: inout [Finding], _ data: inout [String: [UInt8]]) -> Node {
        var writing = Writing(location: location)
        write(to: &writing)
        if let more { writing.lay(more) }
        findings += writing.findings
        data.merge(writing.data) { own, _ in own }
        return location.node(.object(writing.members))
    }
}

/// An object of the tree while its keys are written; what is `nil` is left out.
struct Writing {
    let location: CodeLocation
    private(set) var members: [Node.Member] = []
    private(set) var findings: [Finding] = []
    /// Data that stands in the code, by the name under which the tree speaks of it.
    private(set) var data: [String: [UInt8]] = [:]

    init(location: CodeLocation) { self.location = location }

    mutating func put(_ name: String, _ node: Node) {
        members.removeAll { $0.name == name }
        members.append(Node.Member(name: name, position: location.position, node: node))
    }

    mutating func put(_ name: String, _ text: String?) {
        if let text { put(name, location.node(.string(text))) }
    }

    mutating func put(_ name: String, _ truth: Bool?) {
        if let truth { put(name, location.node(.bool(truth))) }
    }

    mutating func put(_ name: String, _ number: Int?) {
        if let number { put(name, location.node(.number(String(number)))) }
    }

    mutating func put(_ name: String, _ texts: [String]?) {
        if let texts { put(name, location.node(.array(texts.map { location.node(.string($0)) }))) }
    }

    /// `absent`: names that stand there with `null`.
    mutating func put(_ name: String, _ texts: [String: String], absent: [String] = []) {
        guard !texts.isEmpty || !absent.isEmpty else { return }
        let values = texts.map { ($0.key, Node.Value.string($0.value)) } + absent.map { ($0, .null) }
        let members = values.sorted { $0.0 < $1.0 }.map {
            Node.Member(name: $0.0, position: location.position, node: location.node($0.1))
        }
        put(name, location.node(.object(members)))
    }

    /// Nothing is written of an empty list.
    mutating func put(_ name: String, _ list: [any Written]) {
        guard !list.isEmpty else { return }
        put(name, location.node(.array(list.map { $0.node(&findings, &data) })))
    }

    mutating func put(_ name: String, _ part: (any Written)?) {
        if let part { put(name, part.node(&findings, &data)) }
    }

    mutating func keep(_ bytes: [UInt8], as name: String) { data[name] = bytes }

    /// Lays the keys of a JSON5 object over those written; all of it stands at this place.
    mutating func lay(_ text: String) {
        let (node, found) = JSON5Reader.read(Array(text.utf8), file: location.file)
        for finding in found {
            findings.append(
                Finding(
                    file: location.file, position: location.position,
                    message: "in its further keys, line \(finding.position.line): \(finding.message)"))
        }
        guard let node else { return }
        guard case .object(let extra) = node.value else {
            findings.append(
                Finding(
                    file: location.file, position: location.position,
                    message: "its further keys: expected an object, found \(node.json.kind)"))
            return
        }
        for member in extra { put(member.name, moved(member.node)) }
    }

    private func moved(_ node: Node) -> Node {
        switch node.value {
        case .array(let nodes): location.node(.array(nodes.map(moved)))
        case .object(let members):
            location.node(
                .object(
                    members.map { Node.Member(name: $0.name, position: location.position, node: moved($0.node)) }))
        default: location.node(node.value)
        }
    }
}
