// SPDX-License-Identifier: Apache-2.0

/// What a label says: texts and fields, one after the other.
///
/// Two languages, each as far as it only puts texts together: `[NAME] CONCAT NEWLINE CONCAT [CODE]`, as map services
/// have it, with `&` and `+` as ArcMap's maps do; and Arcade, `$feature.NAME + TextFormatting.NewLine + "x"`.
struct LabelExpression: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case text(String)
        /// By its place among the layer's fields.
        case field(Int)
    }

    /// Why an expression cannot be read.
    struct Unread: Error, Sendable, Hashable {
        var reason: String
        /// The expression with a field that there is instead of the one that there is not.
        var suggestion: String?
    }

    var parts: [Part]

    init(_ text: String, isArcade: Bool, fields: [Field]) throws(Unread) {
        var scanner = LabelScanner(text, isArcade: isArcade, fields: fields)
        parts = try scanner.parts()
    }

    /// `{NAME}` among other text, as web maps have it.
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

    /// The lines of a row's label; none if nothing is left of it.
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
