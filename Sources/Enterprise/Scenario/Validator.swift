// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A check of a tree against the tables of keys; what does not fit becomes a finding with its position.
struct Validator {
    private(set) var findings: [Finding] = []

    mutating func check(_ node: Node, _ kind: Keys.Kind, _ what: String) {
        switch (kind, node.value) {
        case (.string, .string), (.duration, .string), (.boolean, .bool), (.null, .null), (.any, _): return
        case (.duration, .number(let spelling)):
            fail(
                node,
                "\(what): \(spelling) has no unit; \"PT\(spelling)S\" is that many seconds, \"PT\(spelling)M\" minutes, "
                    + "\"PT\(spelling)H\" hours",
                suggestion: ISO8601.duration(meant: spelling))
        case (.notYet, _): fail(node, "\(what) is part of the format, but this version does not emulate it yet")
        case (.integer(let range), .number(let spelling)):
            guard let number = Int(spelling) else {
                let whole = Double(spelling).flatMap { Int(exactly: $0.rounded(.towardZero)) }
                return fail(
                    node, "\(what): expected an integer, found \(spelling)",
                    suggestion: whole.flatMap { range.contains($0) ? "\($0)" : nil })
            }
            if !range.contains(number) {
                let nearest = number < range.lowerBound ? range.lowerBound : range.upperBound
                fail(
                    node, "\(what): \(number) is not between \(range.lowerBound) and \(range.upperBound)",
                    suggestion: "\(nearest)")
            }
        case (.word(let words), .string(let text)):
            if !words.contains(text) {
                let list = words.map { "\"\($0)\"" }.joined(separator: ", ")
                fail(
                    node, "\(what): \"\(text)\" is not one of \(list)",
                    suggestion: Suggestion.nearest(to: text, among: words))
            }
        case (.release, .string(let text)):
            if Version(text) == nil {
                fail(
                    node, "\(what): \"\(text)\" is not \(kind.name)",
                    suggestion: Version.nearest(to: text)?.name
                        ?? Suggestion.nearest(to: text, among: [Version.online.name]))
            }
        case (.object(let keys), .object(let members)): check(members, keys, node)
        case (.map(let inner), .object(let members)):
            for member in members { check(member.node, inner, "\(what) \"\(member.name)\"") }
        case (.list(let inner), .array(let nodes)):
            for node in nodes { check(node, inner, what) }
        case (.either(let kinds), _):
            // The alternative of the value's kind reports what is wrong inside; if there is none, all are named.
            if let fitting = kinds.first(where: { fits($0, node.value) }) {
                check(node, fitting, what)
            } else {
                fail(
                    node, "\(what): expected \(kind.name), found \(node.json.kind)",
                    suggestion: kinds.compactMap { quoted($0, node) }.first)
            }
        default: fail(node, "\(what): expected \(kind.name), found \(node.json.kind)", suggestion: quoted(kind, node))
        }
    }

    private mutating func check(_ members: [Node.Member], _ keys: Keys, _ node: Node) {
        // Keys that were probably meant are not also missing.
        var meant: Set<String> = []
        for member in members {
            guard let key = keys.list.first(where: { $0.name == member.name }) else {
                let nearest = Suggestion.nearest(to: member.name, among: keys.list.map(\.name))
                if let nearest { meant.insert(nearest) }
                findings.append(
                    Finding(
                        file: node.file, position: member.position,
                        message: "\(keys.what) has no key \"\(member.name)\"\(nearest == nil ? those(keys) : "")",
                        suggestion: nearest))
                continue
            }
            check(member.node, key.kind, "\"\(member.name)\"")
        }
        for key in keys.list where key.isRequired && !meant.contains(key.name) {
            if members.contains(where: { $0.name == key.name }) { continue }
            fail(node, "\(keys.what) needs the key \"\(key.name)\"")
        }
    }

    private func fits(_ kind: Keys.Kind, _ value: Node.Value) -> Bool {
        switch (kind, value) {
        case (.string, .string), (.duration, .string), (.word, .string), (.release, .string), (.boolean, .bool),
            (.null, .null), (.any, _),
            (.integer, .number), (.object, .object), (.map, .object), (.list, .array):
            true
        default: false
        }
    }

    /// Returns the list of keys, for when none is similar to the one written.
    private func those(_ keys: Keys) -> String { "; it has \(keys.list.map(\.name).joined(separator: ", "))" }

    /// Returns what was meant by a value of another kind: a string for a number, or an array of one.
    private func quoted(_ kind: Keys.Kind, _ node: Node) -> String? {
        switch (kind, node.value) {
        case (.string, .number(let spelling)), (.word, .number(let spelling)): "'\(spelling)'"
        case (.release, .number(let spelling)): "'\(Version.nearest(to: spelling)?.name ?? spelling)'"
        case (.boolean, .string(let text)), (.boolean, .number(let text)): Validator.truths[text.lowercased()]
        case (.integer, .string(let text)) where Int(text) != nil: text
        case (.list(let inner), .string(let text)) where fits(inner, node.value): "['\(text)']"
        case (.list(let inner), .number(let spelling)) where fits(inner, node.value): "[\(spelling)]"
        default: nil
        }
    }

    private static let truths = [
        "true": "true", "yes": "true", "on": "true", "1": "true", "false": "false", "no": "false", "off": "false",
        "0": "false",
    ]

    mutating func fail(_ node: Node, _ message: String, suggestion: String? = nil) {
        findings.append(
            Finding(file: node.file, position: node.position, message: message, suggestion: suggestion))
    }
}
