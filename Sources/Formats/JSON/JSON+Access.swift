// SPDX-License-Identifier: Apache-2.0

extension JSON {
    /// The member with that name, or the last if there are several. `nil` unless this is an object that has one.
    package subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.name == name }?.value
    }

    package subscript(index: Int) -> JSON? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    package var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    package var truth: Bool? {
        guard case .bool(let truth) = self else { return nil }
        return truth
    }

    package var double: Double? {
        guard case .number(let spelling) = self else { return nil }
        return ShortDecimal.read(spelling) ?? Double(spelling)
    }

    package var integer: Int? {
        guard case .number(let spelling) = self else { return nil }
        return Int(spelling) ?? Double(spelling).flatMap { Int(exactly: $0) }
    }

    package var elements: [JSON]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    package var members: [Member]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// Returns the value at a JSON pointer (RFC 6901), or `nil` if there is none or the pointer is invalid.
    package func at(pointer: String) -> JSON? {
        guard !pointer.isEmpty else { return self }
        guard pointer.hasPrefix("/") else { return nil }
        var here = self
        for part in pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            let name = part.replacing("~1", with: "/").replacing("~0", with: "~")
            let next: JSON?
            if here.elements != nil, let index = Int(name) { next = here[index] } else { next = here[String(name)] }
            guard let next else { return nil }
            here = next
        }
        return here
    }

    /// The kind of value in words: "a string", "an object".
    package var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
