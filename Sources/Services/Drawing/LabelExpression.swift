// SPDX-License-Identifier: Apache-2.0

/// The text of a label: a sequence of strings and fields.
///
/// Two languages are supported as far as they concatenate text: `[NAME] CONCAT NEWLINE CONCAT [CODE]` of map services,
/// with `&` and `+` as in ArcMap's maps; and Arcade, `$feature.NAME + TextFormatting.NewLine + "x"`.
struct LabelExpression: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case text(String)
        /// A field by its index in the layer.
        case field(Int)
    }

    /// The reason that an expression is invalid.
    struct Unread: Error, Sendable, Hashable {
        var reason: String
        /// The expression with an existing field instead of an unknown one.
        var suggestion: String?
    }

    var parts: [Part]

    init(_ text: String, isArcade: Bool, fields: [Field]) throws(Unread) {
        var scanner = LabelScanner(text, isArcade: isArcade, fields: fields)
        parts = try scanner.parts()
    }

    /// Reads `{NAME}` within other text, as in web maps.
    init(template text: String, fields: [Field]) throws(Unread) {
        parts = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            let name = rest[rest.index(after: open)..<close]
            parts.append(.field(try LabelScanner.index(name, in: text, fields)))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
    }

    /// Returns the lines of a row's label; none if it is empty.
    func lines(_ value: (Int) -> String) -> [String] {
        let whole = parts.map { part in
            switch part {
            case .text(let text): text
            case .field(let index): value(index)
            }
        }.joined()
        let lines = whole.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        return lines.contains { !$0.allSatisfy(\.isWhitespace) } ? lines : []
    }
}
