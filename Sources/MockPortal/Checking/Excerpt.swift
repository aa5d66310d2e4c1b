// SPDX-License-Identifier: Apache-2.0

/// Long texts in a report: as much of them as shows where they part.
enum Excerpt {
    /// Letters that are shown of a text.
    private static let length = 300
    /// Letters before the place where two texts part.
    private static let lead = 60

    /// The beginning of a text, and how long it is if that is not all.
    static func cut(_ text: String) -> String {
        text.count <= length ? text : "\(text.prefix(length))… (\(text.utf8.count) bytes)"
    }

    /// Two texts that differ: whole if they are short, else from shortly before the first letter that differs.
    static func shown(_ expected: String, _ got: String) -> (expected: String, got: String) {
        if expected.count <= length, got.count <= length { return (expected, got) }
        let same = zip(expected, got).prefix { $0 == $1 }.count
        let start = max(0, same - lead)
        func window(_ text: String) -> String {
            let rest = text.dropFirst(start)
            return (start > 0 ? "…" : "") + rest.prefix(length) + (rest.count > length ? "…" : "")
        }
        let index = " (they part at letter \(same + 1))"
        return (window(expected) + index, window(got))
    }
}
