// SPDX-License-Identifier: Apache-2.0

/// The HTML that a service with `xssInputRule: rejectInvalid` accepts: the elements and links that Esri lists as
/// supported, without event handlers.
enum TrustedHTML {
    private static let elements: Set<Substring> = [
        "a", "abbr", "audio", "b", "blockquote", "br", "center", "code", "dd", "div", "dl", "dt", "em", "figcaption",
        "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "li", "ol", "p", "pre", "source",
        "span",
        "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul",
        "video",
    ]

    /// Returns whether a text contains no other HTML. A `<` that begins no element is text.
    static func allows(_ text: String) -> Bool {
        var rest = text.lowercased()[...]
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            let name = rest.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
            if rest.hasPrefix("!") { return false }
            guard let first = name.first, first.isLetter else { continue }
            guard elements.contains(name) else { return false }
            let attributes = rest.prefix { $0 != ">" }
            if attributes.contains(/[\s"'\/]on[a-z]+\s*=/) || attributes.contains("javascript:") { return false }
        }
        return true
    }
}
