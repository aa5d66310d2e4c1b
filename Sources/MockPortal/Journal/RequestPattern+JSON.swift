// SPDX-License-Identifier: Apache-2.0

import Enterprise
package import Formats

extension RequestPattern {
    /// The reason that an object is not a pattern.
    package struct Unreadable: Error, Sendable {
        package var message: String
    }

    private static let keys = [
        "method", "path", "door", "user", "rule", "parameters", "query", "form", "headers", "longerThan",
    ]

    /// Reads `{"method"?,"path"?,"door"?,"user"?,"rule"?,"parameters"?,"query"?,"form"?,"headers"?,"longerThan"?}`:
    /// docs/contracts.md#control-over-http. A parameter that must not be there is `null`.
    package init(_ json: JSON) throws(Unreadable) {
        guard let members = json.members else { throw Unreadable(message: "expected an object, found \(json.kind)") }
        self.init()
        for member in members {
            switch member.name {
            case "method": method = try Self.text(member).uppercased()
            case "path": path = try Self.text(member)
            case "user": user = try Self.text(member)
            case "rule": rule = try Self.text(member)
            case "door": door = try Self.door(try Self.text(member))
            case "parameters": parameters = try Self.values(member)
            case "query": query = try Self.values(member)
            case "form": form = try Self.values(member)
            case "headers": headers = try Self.values(member)
            case "longerThan":
                guard let bytes = member.value.integer else {
                    throw Unreadable(message: "\"longerThan\": expected an integer, found \(member.value.kind)")
                }
                longerThan = bytes
            default:
                throw Unreadable(
                    message: "there is no \"\(member.name)\" of a request"
                        + Self.hint(Suggestion.nearest(to: member.name, among: Self.keys)))
            }
        }
    }

    private static func hint(_ suggestion: String?) -> String {
        suggestion.map { "; did you mean \"\($0)\"?" } ?? ""
    }

    private static func text(_ member: JSON.Member) throws(Unreadable) -> String {
        guard let text = member.value.text else {
            throw Unreadable(message: "\"\(member.name)\": expected a string, found \(member.value.kind)")
        }
        return text
    }

    private static func door(_ name: String) throws(Unreadable) -> Door {
        guard let door = Door(rawValue: name) else {
            let near = Suggestion.nearest(to: name, among: Door.allCases.map(\.rawValue))
            throw Unreadable(message: "there is no door \"\(name)\"\(hint(near))")
        }
        return door
    }

    private static func values(_ member: JSON.Member) throws(Unreadable) -> [String: Value] {
        guard let members = member.value.members else {
            throw Unreadable(message: "\"\(member.name)\": expected an object, found \(member.value.kind)")
        }
        var values: [String: Value] = [:]
        for entry in members {
            switch entry.value {
            case .string(let text), .number(let text): values[entry.name] = .text(text)
            case .bool(let truth): values[entry.name] = .text(truth ? "true" : "false")
            case .null: values[entry.name] = .absent
            default:
                throw Unreadable(
                    message:
                        "\"\(member.name)\".\"\(entry.name)\": expected a string or null, found \(entry.value.kind)")
            }
        }
        return values
    }
}
