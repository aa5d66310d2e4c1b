// SPDX-License-Identifier: Apache-2.0

package import Formats

/// Whether a body has at least what a step names: docs/contracts.md#scenario-files, Subset.
package enum Subset {
    /// The keys that, alone in an object, are conditions.
    static let operators = about.map(\.name)
    /// What they mean, for the page about scenario files.
    package static let about: [(name: String, text: String)] = [
        ("$absent", "`true`: nothing is there. `false`: something is."),
        ("$anything", "`true`: something is there, whatever it is; `null`, too."),
        ("$type", "`null`, `boolean`, `number`, `string`, `array` or `object`."),
        ("$matches", "A text in which the regular expression is found."),
        ("$contains", "A list in which each of these is found, in any order; others may be."),
        ("$each", "A list, of at least one element, each of which is so."),
        ("$between", "A number from the first to the second."),
        ("$length", "A list of so many elements, or a text of so many characters: a number, or an operator."),
        ("$keys", "An object with these keys, all of them in this order; or with so many: a number, or an operator."),
    ]
    /// The values of `$type`, with the words for them in a difference.
    static let kinds = [
        "null": "null", "boolean": "a boolean", "number": "a number", "string": "a string", "array": "an array",
        "object": "an object",
    ]

    /// A difference.
    package struct Difference: Sendable, Hashable {
        /// The JSON pointer to it, or `the body`.
        package var index: String
        package var expected: String
        package var found: String
    }

    /// Returns the differences, with their pointers.
    package static func compare(_ expected: JSON, _ actual: JSON?, at pointer: String = "") -> [Difference] {
        let index = pointer.isEmpty ? "the body" : pointer
        func differ(_ expected: String, _ found: String) -> [Difference] {
            [Difference(index: index, expected: expected, found: found)]
        }
        if let members = expected.members, members.count == 1, members[0].name.hasPrefix("$") {
            return operation(members[0], actual, at: pointer)
        }
        guard let actual else { return differ(shown(expected), "nothing") }
        switch (expected, actual) {
        case (.object(let members), .object):
            return members.flatMap { member in
                compare(member.value, actual[member.name], at: "\(pointer)/\(member.name)")
            }
        case (.array(let wanted), .array(let found)):
            guard wanted.count == found.count else {
                return differ("\(wanted.count) elements", "\(found.count)")
            }
            return zip(wanted, found).enumerated().flatMap { index, pair in
                compare(pair.0, pair.1, at: "\(pointer)/\(index)")
            }
        case (.number, .number) where expected.double == actual.double: return []
        default: return expected == actual ? [] : differ(shown(expected), shown(actual))
        }
    }

    private static func operation(_ member: JSON.Member, _ actual: JSON?, at pointer: String) -> [Difference] {
        let index = pointer.isEmpty ? "the body" : pointer
        let found = actual.map(shown) ?? "nothing"
        func differ(_ expected: String) -> [Difference] {
            [Difference(index: index, expected: expected, found: found)]
        }
        let isMet: Bool
        switch member.name {
        case "$anything": isMet = actual != nil
        case "$length": return length(member, actual, pointer)
        case "$keys": return keys(member, actual, index)
        case "$each":
            guard let elements = actual?.elements, !elements.isEmpty else { return differ("a list with elements") }
            return elements.enumerated().flatMap { compare(member.value, $1, at: "\(pointer)/\($0)") }
        case "$absent": isMet = (actual == nil) == (member.value.truth ?? true)
        case "$type": isMet = actual?.kind == kinds[member.value.text ?? ""]
        case "$matches":
            let regex = try? Regex(member.value.text ?? "")
            isMet = regex.flatMap { regex in actual?.text.map { $0.firstMatch(of: regex) != nil } } ?? false
        case "$contains":
            let elements = actual?.elements ?? []
            isMet = (member.value.elements ?? []).allSatisfy { wanted in
                elements.contains { compare(wanted, $0).isEmpty }
            }
        case "$between":
            guard let low = member.value[0]?.double, let high = member.value[1]?.double, let number = actual?.double
            else { return differ("a number \(shown(member.value))") }
            isMet = (low...max(low, high)).contains(number)
        default: return differ("an operator; \(member.name) is not one")
        }
        return isMet ? [] : differ("\(member.name) \(shown(member.value))")
    }

    /// Compares the length of a list or a text with a number, or with what an operator says of it.
    private static func length(_ member: JSON.Member, _ actual: JSON?, _ pointer: String) -> [Difference] {
        let index = pointer.isEmpty ? "the body" : pointer
        guard let actual, let count = actual.elements?.count ?? actual.text?.count else {
            return [Difference(index: index, expected: "a list or a text", found: actual.map(shown) ?? "nothing")]
        }
        guard !compare(member.value, .int(count)).isEmpty else { return [] }
        return [
            Difference(index: index, expected: "\(member.name) \(shown(member.value))", found: "a length of \(count)")
        ]
    }

    /// Compares the keys of an object with their number, or with a list of all of them in order.
    private static func keys(_ member: JSON.Member, _ actual: JSON?, _ index: String) -> [Difference] {
        guard let names = actual?.members?.map(\.name) else {
            return [Difference(index: index, expected: "an object", found: actual.map(shown) ?? "nothing")]
        }
        let isMet =
            member.value.elements.map { $0.map(\.text) == names } ?? compare(member.value, .int(names.count)).isEmpty
        guard !isMet else { return [] }
        return [
            Difference(
                index: index, expected: "\(member.name) \(shown(member.value))",
                found: "\(names.count) keys: \(names.joined(separator: ", "))")
        ]
    }

    private static func shown(_ json: JSON) -> String {
        let text = String(decoding: JSONWriter.json(json), as: UTF8.self)
        return text.count > 120 ? "\(text.prefix(117))…" : text
    }
}
