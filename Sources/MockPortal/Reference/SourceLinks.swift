// SPDX-License-Identifier: Apache-2.0

import Formats

/// The sources of evidence as links of a Markdown page.
enum SourceLinks {
    /// Returns the text with links to the pages, files and issues that it cites.
    ///
    /// The page lies in `docs`, so links to files of the repository begin there.
    static func linked(_ source: String) -> String {
        source.split(separator: " ", omittingEmptySubsequences: false).map(word).joined(separator: " ")
    }

    private static func word(_ word: Substring) -> String {
        let opening = word.prefix { $0 == "(" }
        var cited = word.dropFirst(opening.count)
        while let last = cited.last, ";,:.)".contains(last) { cited.removeLast() }
        guard let target = target(String(cited)) else { return String(word) }
        let closing = word[cited.endIndex...]
        return "\(opening)[\(cited)](\(target))\(closing)"
    }

    private static func target(_ cited: String) -> String? {
        if cited.hasPrefix("docs/") { return String(cited.dropFirst("docs/".count)) }
        if cited.hasPrefix("Tests/") || cited.hasPrefix("scenarios/") { return "../\(cited)" }
        let parts = cited.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return nil }
        if parts.count == 2, let number = parts[1].firstIndex(of: "#"), isNumber(parts[1][number...].dropFirst()) {
            return "https://github.com/\(parts[0])/\(parts[1][..<number])/issues/\(parts[1][number...].dropFirst())"
        }
        let host = parts[0].split(separator: ".")
        return host.count > 1 && ["com", "io", "net", "org"].contains(host.last) ? "https://\(cited)" : nil
    }

    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy(ASCII.isDigit)
    }
}
