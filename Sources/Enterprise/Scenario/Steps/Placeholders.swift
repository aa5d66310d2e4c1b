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

    private static func isName(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, (first | 32) &- 97 < 26 else { return false }
        return text.utf8.allSatisfy { ($0 | 32) &- 97 < 26 || $0 &- 48 < 10 || $0 == 46 || $0 == 95 }
    }
}

extension Placeholders {
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
