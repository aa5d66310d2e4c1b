// SPDX-License-Identifier: Apache-2.0

import Formats

extension JSON {
    /// Returns the object with other members in place of those of the same name, and new ones at the end.
    func merging(_ others: [Member]) -> JSON {
        guard var members else { return .object(others) }
        for other in others {
            if let index = members.firstIndex(where: { $0.name == other.name }) {
                members[index] = other
            } else {
                members.append(other)
            }
        }
        return .object(members)
    }

    /// Returns the value that a parameter spells, of the type that it had.
    static func spelled(_ text: String, like old: JSON) -> JSON {
        switch old {
        case .bool: .bool(ASCII.equal(text, "true"))
        case .number where Double(text) != nil: .number(text)
        case .object, .array: lenient(text) ?? .string(text)
        case .null, .string, .number: .string(text)
        }
    }

    /// Returns JSON as a server's reader takes it, in single quotes too: old clients print dictionaries of Python. The
    /// words of its refusal are those of a reader that does (Esri/ArcREST#106).
    static func lenient(_ text: String) -> JSON? {
        (try? JSONReader.read(Array(text.utf8))) ?? (try? JSONReader.read(json5: Array(text.utf8)))
    }
}
