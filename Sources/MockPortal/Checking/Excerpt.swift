// SPDX-License-Identifier: Apache-2.0

/// Excerpts of long texts for a report, around the place where they differ.
enum Excerpt {
    /// The number of characters that are shown.
    private static let length = 300
    /// The number of characters shown before the first difference.
    private static let lead = 60

    /// Returns the beginning of a text, with its length if that is not all of it.
    static func cut(_ text: String) -> String {
        text.count <= length ? text : "\(text.prefix(length))… (\(text.utf8.count) bytes)"
    }

    /// Returns two different texts: whole if they are short, otherwise from shortly before the first difference.
    static func shown(_ expected: String, _ got: String) -> (expected: String, got: String) {
        if expected.count <= length, got.count <= length { return (expected, got) }
        let same = zip(expected, got).prefix { $0 == $1 }.count
        let start = max(0, same - lead)
        func window(_ text: String) -> String {
            let rest = text.dropFirst(start)
            return (start > 0 ? "…" : "") + rest.prefix(length) + (rest.count > length ? "…" : "")
        }
        let index = " (they differ from character \(same + 1))"
        return (window(expected) + index, window(got))
    }
}
