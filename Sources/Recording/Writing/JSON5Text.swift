// SPDX-License-Identifier: Apache-2.0

import Formats

/// A writer of JSON5 as people write scenario files: keys without quotes, short values on one line, comments.
enum JSON5Text {
    /// The name of a member whose value is a comment, a line each.
    static let comment = "//"
    private static let width = 116

    static func write(_ json: JSON, indent: Int = 0) -> String {
        if !hasComment(json), let line = line(json), line.utf8.count + indent <= width { return line }
        let inner = String(repeating: " ", count: indent + 2)
        let outer = String(repeating: " ", count: indent)
        switch json {
        case .array(let elements) where !elements.isEmpty:
            let lines = elements.map { "\(inner)\(write($0, indent: indent + 2)),\n" }
            return "[\n\(lines.joined())\(outer)]"
        case .object(let members) where !members.isEmpty:
            let lines = members.map { member -> String in
                if member.name == comment {
                    return comments(member.value).map { "\(inner)// \($0)\n" }.joined()
                }
                return "\(inner)\(key(member.name)): \(write(member.value, indent: indent + 2)),\n"
            }
            return "{\n\(lines.joined())\(outer)}"
        default: return line(json) ?? "null"
        }
    }

    private static func comments(_ json: JSON) -> [String] {
        (json.elements?.compactMap(\.text) ?? [json.text ?? ""]).map { text in
            String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 32 }))
        }
    }

    private static func hasComment(_ json: JSON) -> Bool {
        switch json {
        case .object(let members): members.contains { $0.name == comment || hasComment($0.value) }
        case .array(let elements): elements.contains(where: hasComment)
        default: false
        }
    }

    /// Returns a value on one line, or `nil` if it is obviously too long.
    private static func line(_ json: JSON, room: Int = 400) -> String? {
        switch json {
        case .array(let elements):
            guard elements.count < 60 else { return nil }
            var parts: [String] = []
            for element in elements {
                guard let part = line(element) else { return nil }
                parts.append(part)
            }
            return "[\(parts.joined(separator: ", "))]"
        case .object(let members):
            guard members.count < 20 else { return nil }
            var parts: [String] = []
            for member in members {
                guard let part = line(member.value) else { return nil }
                parts.append("\(key(member.name)): \(part)")
            }
            return parts.isEmpty ? "{}" : "{ \(parts.joined(separator: ", ")) }"
        case .string(let text): return quoted(text)
        default: return String(decoding: JSONWriter.json(json), as: UTF8.self)
        }
    }

    private static func key(_ name: String) -> String {
        let isPlain = name.utf8.first.map { ASCII.isLetter($0) || $0 == 95 || $0 == 36 } ?? false
        return isPlain && name.utf8.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == 95 || $0 == 36 }
            ? name : quoted(name)
    }

    private static func quoted(_ text: String) -> String {
        let written = String(decoding: JSONWriter.json(.string(text)), as: UTF8.self)
        return written.replacing("<\\/", with: "</").replacing("\u{2028}", with: "\\u2028").replacing(
            "\u{2029}", with: "\\u2029")
    }
}
