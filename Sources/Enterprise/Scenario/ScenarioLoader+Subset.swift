// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Checks of operators in expected bodies. A misspelled one would differ from every body.
extension ScenarioLoader {
    mutating func subset(_ node: Node) {
        let entries = node.entries
        guard entries.count == 1, let entry = entries.first, entry.name.hasPrefix("$") else {
            for part in node.nodes + entries.map(\.node) { subset(part) }
            return
        }
        guard Subset.operators.contains(entry.name) else {
            findings.append(
                Finding(
                    file: node.file, position: entry.position,
                    message: "there is no operator \"\(entry.name)\"",
                    suggestion: Suggestion.nearest(to: entry.name, among: Subset.operators)))
            return
        }
        operand(entry.node, of: entry.name)
    }

    private mutating func operand(_ node: Node, of name: String) {
        let kinds = Subset.kinds.keys.sorted()
        switch (name, node.value) {
        case ("$anything", _) where node.truth != true:
            fail(
                node, "\"$anything\": expected true", suggestion: node.truth == false ? "{ $absent: true }" : "true")
        case ("$each", _): subset(node)
        case ("$length", _): count(node, of: name, "a length")
        case ("$keys", .array(let names)):
            for part in names where part.text == nil { fail(part, "\"$keys\": expected the names of keys") }
        case ("$keys", _): count(node, of: name, "a number of keys, or a list of all")
        case ("$absent", _) where node.truth == nil:
            fail(node, "\"$absent\": expected true or false", suggestion: "true")
        case ("$type", _) where !kinds.contains(node.text ?? ""):
            fail(
                node, "\"$type\": expected one of \(kinds.joined(separator: ", "))",
                suggestion: Suggestion.nearest(to: node.scalar, among: kinds))
        case ("$matches", .string(let text)): _ = isRegex(text, node)
        case ("$matches", _): fail(node, "\"$matches\": expected a regular expression in quotes")
        case ("$contains", .array(let parts)): for part in parts { subset(part) }
        case ("$contains", _):
            let written = String(decoding: JSONWriter.json(node.json), as: UTF8.self)
            fail(node, "\"$contains\": expected the list of required elements", suggestion: "[\(written)]")
        case ("$between", _): between(node)
        default: break
        }
    }

    /// A number that counts, or an operator on it.
    private mutating func count(_ node: Node, of name: String, _ what: String) {
        if case .object = node.value { return subset(node) }
        if let number = node.integer, number >= 0 { return }
        fail(
            node, "\"\(name)\": expected \(what)",
            suggestion: node.text.flatMap(Int.init).map { "\(max(0, $0))" } ?? node.integer.map { "\(abs($0))" })
    }

    private mutating func between(_ node: Node) {
        let ends = node.nodes.compactMap(\.json.double)
        guard ends.count == 2, node.nodes.count == 2 else {
            return fail(node, "\"$between\": expected two numbers, the smallest and the largest")
        }
        guard ends[0] <= ends[1] else {
            return fail(
                node, "\"$between\": nothing lies between \(node.nodes[0].scalar) and \(node.nodes[1].scalar)",
                suggestion: "[\(node.nodes[1].scalar), \(node.nodes[0].scalar)]")
        }
    }
}
