// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

/// Where the built-in scenarios use each key, operator, placeholder and event. `check` runs them, so an example that does not
/// work is noticed.
struct KeyExamples {
    struct Example {
        var text: String
        var scenario: String
    }

    /// By what an object is and the key: `a user.username`.
    private(set) var keys: [String: Example] = [:]
    private(set) var operators: [String: Example] = [:]
    private(set) var placeholders: [String: Example] = [:]
    private(set) var events: [String: Example] = [:]
    /// How much of a value is shown.
    private static let longest = 70

    /// Reads all built-in scenarios.
    init() {
        for name in BuiltInScenarios.names {
            guard let text = BuiltInScenarios.text(name) else { continue }
            let (root, _) = JSON5Reader.read(Array(text.utf8), file: name)
            if let root { visit(root, .object(.scenario), name) }
            for (placeholder, _) in Placeholders.about {
                let written = "{\(placeholder.prefix { $0 != "." })" + (placeholder.contains(".") ? "." : "}")
                guard placeholders[placeholder] == nil, text.contains(written) else { continue }
                placeholders[placeholder] = Example(text: "", scenario: name)
            }
        }
    }

    private mutating func visit(_ node: Node, _ kind: Keys.Kind, _ scenario: String) {
        switch (kind, node.value) {
        case (.object(let keys), .object(let members)):
            for member in members {
                guard let key = keys.list.first(where: { $0.name == member.name }) else { continue }
                let example = Self.example(member.name, member.node, scenario)
                Self.keep(example, "\(keys.what).\(member.name)", &self.keys)
                if member.name == "event", case .string(let name)? = member.node.value as Node.Value? {
                    Self.keep(Self.example(node, scenario), name, &events)
                }
                visit(member.node, key.kind, scenario)
            }
        case (.map(let inner), .object(let members)):
            for member in members { visit(member.node, inner, scenario) }
        case (.list(let inner), .array(let nodes)):
            for node in nodes { visit(node, inner, scenario) }
        case (.either(let kinds), _): for kind in kinds { visit(node, kind, scenario) }
        case (.any, _): look(node, scenario)
        default: break
        }
    }

    /// Looks for operators in an expected body.
    private mutating func look(_ node: Node, _ scenario: String) {
        switch node.value {
        case .array(let nodes): for node in nodes { look(node, scenario) }
        case .object(let members):
            for member in members {
                if members.count == 1, member.name.hasPrefix("$") {
                    Self.keep(Self.example(node, scenario), member.name, &operators)
                }
                look(member.node, scenario)
            }
        default: break
        }
    }

    /// Keeps the shorter of two examples.
    private static func keep(_ example: Example, _ name: String, _ examples: inout [String: Example]) {
        if let known = examples[name], known.text.count <= example.text.count { return }
        examples[name] = example
    }

    private static func example(_ name: String, _ node: Node, _ scenario: String) -> Example {
        example(.object([.init(name, node.json)]), scenario)
    }

    private static func example(_ node: Node, _ scenario: String) -> Example { example(node.json, scenario) }

    /// Writes it as people do: keys without quotation marks, blanks after commas and within braces.
    private static func example(_ json: JSON, _ scenario: String) -> Example {
        let text = written(json)
        return Example(text: text.count > longest ? "\(text.prefix(longest))…" : text, scenario: scenario)
    }

    private static func written(_ json: JSON) -> String {
        switch json {
        case .array(let elements): return "[\(elements.map(written).joined(separator: ", "))]"
        case .object(let members):
            let list = members.map { member in
                let isPlain = member.name.utf8.allSatisfy {
                    ASCII.isLetter($0) || ASCII.isDigit($0) || [36, 95].contains($0)
                }
                let name = isPlain && !member.name.isEmpty ? member.name : written(.string(member.name))
                return "\(name): \(written(member.value))"
            }
            return list.isEmpty ? "{}" : "{ \(list.joined(separator: ", ")) }"
        default: return String(decoding: JSONWriter.json(json), as: UTF8.self)
        }
    }
}
