// SPDX-License-Identifier: Apache-2.0

package import Facts
import Formats
import Services
import Trust

/// The loader from text to scenario: it reads, merges `extends`, checks the tree against the tables, and decodes it.
package struct ScenarioLoader {
    let files: any ScenarioFiles
    var findings: [Finding] = []

    package init(files: any ScenarioFiles) {
        self.files = files
    }

    /// Returns the scenario, unless a finding is an error.
    package static func load(_ path: String, files: any ScenarioFiles) -> (Scenario?, [Finding]) {
        var loader = ScenarioLoader(files: files)
        let scenario = DeepStack.run { loader.load(path) }
        return loader.result(scenario)
    }

    /// The same of one that was made in Swift. `files`: those beside it, given the data that stand in the code.
    package static func load(
        _ written: Scenario, files: ([String: [UInt8]]) -> any ScenarioFiles
    ) -> (Scenario?, [Finding]) {
        var writer = TreeWriter(at: written.place)
        let root = writer.object(written)
        guard writer.findings.isEmpty else { return (nil, writer.findings) }
        let file = written.place.file
        var loader = ScenarioLoader(files: files(writer.data))
        let scenario = DeepStack.run {
            loader.tree(root, file, seen: []).flatMap { loader.load($0, as: file) }
        }
        return loader.result(scenario)
    }

    /// Returns the scenario with its warnings, unless a finding is an error, and the findings.
    private func result(_ scenario: Scenario?) -> (Scenario?, [Finding]) {
        guard var scenario, !findings.contains(where: { $0.severity == .error }) else { return (nil, findings) }
        scenario.warnings = findings
        return (scenario, findings)
    }

    private mutating func load(_ path: String) -> Scenario? {
        tree(path, seen: []).flatMap { load($0, as: path) }
    }

    private mutating func load(_ root: Node, as path: String) -> Scenario? {
        var validator = Validator()
        validator.check(root, .object(.scenario), "the scenario")
        findings += validator.findings
        guard findings.isEmpty else { return nil }
        var scenario = decode(root)
        scenario.file = path
        check(root)
        return scenario
    }

    // MARK: extends

    private mutating func tree(_ path: String, seen: [String]) -> Node? {
        guard let bytes = files.read(path) else {
            findings.append(
                Finding(file: path, position: Position(line: 1, column: 1), message: "this file cannot be read"))
            return nil
        }
        let (node, found) = JSON5Reader.read(bytes, file: path)
        findings += found
        return node.flatMap { tree($0, path, seen: seen) }
    }

    private mutating func tree(_ node: Node, _ path: String, seen: [String]) -> Node? {
        guard case .object(let members) = node.value else {
            fail(node, "expected an object, found \(node.json.kind)")
            return nil
        }
        guard let parent = node["extends"] else { return node }
        guard case .string(let name) = parent.value else {
            fail(parent, "\"extends\": expected a string, found \(parent.json.kind)")
            return nil
        }
        let isPath =
            name.hasSuffix(".json5") || name.hasSuffix(".json") || name.hasPrefix(".") || name.hasPrefix("/")
        guard let parentPath = isPath ? files.resolve(name, from: path) : files.builtIn(name) else {
            fail(
                parent, "there is no built-in scenario \"\(name)\"",
                suggestion: Suggestion.nearest(to: name, among: files.builtInNames))
            return nil
        }
        guard parentPath != path, !seen.contains(parentPath) else {
            fail(parent, "\"extends\" forms a cycle")
            return nil
        }
        guard files.read(parentPath) != nil else {
            fail(parent, "there is no file \"\(name)\"", suggestion: near(name, from: parent.file))
            return nil
        }
        guard let base = tree(parentPath, seen: seen + [path]) else { return nil }
        let inherited = Self.without(["title", "report", "steps", "extends"], base)
        let own = Node(.object(members.filter { $0.name != "extends" }), file: node.file, position: node.position)
        return Self.merge(Self.oneShape(inherited), Self.oneShape(own))
    }

    private static func without(_ names: Set<String>, _ node: Node) -> Node {
        guard case .object(let members) = node.value else { return node }
        return Node(.object(members.filter { !names.contains($0.name) }), file: node.file, position: node.position)
    }

    /// Returns the node with `portal`, short for `portals` with one entry named `portal`, in the long form, for
    /// merging.
    private static func oneShape(_ node: Node) -> Node {
        guard case .object(let members) = node.value, members.contains(where: { $0.name == "portal" }) else {
            return node
        }
        return Node(
            .object(
                members.map { member in
                    guard member.name == "portal", case .object(var keys) = member.node.value else { return member }
                    if !keys.contains(where: { $0.name == "name" }) {
                        let name = Node(.string("portal"), file: member.node.file, position: member.position)
                        keys.insert(Node.Member(name: "name", position: member.position, node: name), at: 0)
                    }
                    let portal = Node(.object(keys), file: member.node.file, position: member.node.position)
                    let list = Node(.array([portal]), file: member.node.file, position: member.node.position)
                    return Node.Member(name: "portals", position: member.position, node: list)
                }), file: node.file, position: node.position)
    }

    /// The keys that identify entries of arrays.
    private static let names: [String: String] = [
        "portals": "name", "servers": "name", "users": "username", "groups": "id", "items": "id", "apps": "clientId",
        "services": "name", "layers": "id", "tasks": "name",
    ]

    /// Merges objects key by key and arrays of named things by name; `null` removes, anything else is replaced.
    private static func merge(_ base: Node, _ top: Node, list name: String? = nil) -> Node {
        switch (base.value, top.value) {
        case (.object(var members), .object(let own)):
            for member in own {
                guard let index = members.firstIndex(where: { $0.name == member.name }) else {
                    members.append(member)
                    continue
                }
                if case .null = member.node.value {
                    members.remove(at: index)
                } else {
                    members[index].node = merge(members[index].node, member.node, list: member.name)
                    members[index].position = member.position
                }
            }
            return Node(.object(members), file: top.file, position: top.position)
        case (.array(var nodes), .array(let own)):
            guard let name, let key = names[name] else { return top }
            // By name, for there may be as many users as there are in a company.
            var places: [JSON: Int] = [:]
            for (place, node) in nodes.enumerated() {
                if let id = node[key]?.json { places[id] = places[id] ?? place }
            }
            for node in own {
                let id = node[key]?.json
                if let id, let place = places[id] {
                    nodes[place] = merge(nodes[place], node)
                } else {
                    if let id { places[id] = nodes.count }
                    nodes.append(node)
                }
            }
            return Node(.array(nodes), file: top.file, position: top.position)
        default: return top
        }
    }

    /// Reports what is odd and can be served.
    mutating func warn(_ node: Node, _ message: String, suggestion: String? = nil) {
        findings.append(
            Finding(.warning, file: node.file, position: node.position, message: message, suggestion: suggestion))
    }

    mutating func fail(_ node: Node, _ message: String, suggestion: String? = nil) {
        findings.append(
            Finding(file: node.file, position: node.position, message: message, suggestion: suggestion))
    }
}
