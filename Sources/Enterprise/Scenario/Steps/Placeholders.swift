// SPDX-License-Identifier: Apache-2.0

/// `{name}` in a step's texts: docs/contracts.md#scenario-files. Anything else in braces is text; `{{` is a brace.
package enum Placeholders {
    /// Returns the text with every known placeholder filled in; passes undefined names to `missing`.
    package static func expand(
        _ text: String, _ value: (String) -> String?, missing: (String) -> Void = { _ in }
    ) -> String {
        guard text.contains("{") else { return text }
        var out = ""
        var rest = text[...]
        while let brace = rest.firstIndex(of: "{") {
            out += rest[..<brace]
            let after = rest[rest.index(after: brace)...]
            if after.first == "{" {
                out += "{"
                rest = after.dropFirst()
                continue
            }
            if let end = after.firstIndex(of: "}"), isName(after[..<end]) {
                let name = String(after[..<end])
                if let value = value(name) {
                    out += value
                } else {
                    missing(name)
                    out += "{\(name)}"
                }
                rest = after[after.index(after: end)...]
            } else {
                out += "{"
                rest = after
            }
        }
        return out + rest
    }

    /// Returns the text with the names filled in that have a value. All else stays as it is: a fault's answer is a page or
    /// a program as often as not, and has braces of its own. Two braces before such a name are one brace.
    package static func fill(_ text: String, _ value: (String) -> String?) -> String {
        guard text.contains("{") else { return text }
        var out = ""
        var rest = text[...]
        while let brace = rest.firstIndex(of: "{") {
            out += rest[..<brace]
            let braces = rest[brace...].prefix { $0 == "{" }
            rest = rest[braces.endIndex...]
            guard let end = rest.firstIndex(of: "}"), isName(rest[..<end]), let value = value(String(rest[..<end]))
            else {
                out += braces
                continue
            }
            out += String(repeating: "{", count: braces.count / 2)
            out += braces.count.isMultiple(of: 2) ? rest[...end] : value[...]
            rest = rest[rest.index(after: end)...]
        }
        return out + rest
    }

    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, (first | 32) &- 97 < 26 else { return false }
        return text.utf8.allSatisfy { ($0 | 32) &- 97 < 26 || $0 &- 48 < 10 || $0 == 46 || $0 == 95 }
    }
}

extension Placeholders {
    /// What the names stand for that every deployment defines, for the page about scenario files.
    package static let about: [(name: String, text: String)] = [
        ("portal", "The URL of the first portal, without a slash at its end, in the scheme of the step."),
        ("portal.NAME", "The URL of the portal with that name."), ("server", "The URL of the first server."),
        ("server.NAME", "The URL of the server with that name."), ("http", "`http://host:port`."),
        ("https", "`https://host:port`."), ("idp", "The URL of the built-in identity provider."),
        ("host", "Host and port."), ("now", "The deployment's clock, in milliseconds since 1970."),
    ]

    /// Returns the names of the placeholders in a text, in order.
    package static func names(in text: String) -> [String] {
        var names: [String] = []
        _ = expand(text) { name in
            names.append(name)
            return ""
        }
        return names
    }
}
