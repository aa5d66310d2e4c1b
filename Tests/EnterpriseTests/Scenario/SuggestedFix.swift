// SPDX-License-Identifier: Apache-2.0

import Facts

/// Writes what a finding suggests where it points, as a user would.
enum SuggestedFix {
    /// The text with the word or value at that place changed: to the suggestion as it stands, and to it in quotes, or
    /// with it in front, as a comma that is missing; a
    /// suggested placeholder goes to the place of the one that the finding names.
    static func texts(_ text: String, _ finding: Finding) -> [String] {
        guard finding.file == Misuses.file, let suggestion = finding.suggestion else { return [] }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard finding.position.line <= lines.count else { return [] }
        let start = text.index(
            lines[finding.position.line - 1].startIndex, offsetBy: finding.position.column - 1, limitedBy: text.endIndex
        )
        guard let start, let end = self.end(of: text[start...]) else { return [] }
        func with(_ word: String) -> String { "\(text[..<start])\(word)\(text[end...])" }
        if suggestion.hasPrefix("{"), let named = finding.message.firstMatch(of: /\{[A-Za-z][A-Za-z0-9_.]*\}/) {
            let written = String(text[start..<end])
            return [with(written.replacing(String(named.output), with: suggestion))]
        }
        let escaped = suggestion.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return [with(suggestion), with("\"\(escaped)\""), "\(text[..<start])\(suggestion)\(text[start...])"]
    }

    /// Behind the string, list, object, number or bare word that the text begins with.
    private static func end(of text: Substring) -> String.Index? {
        switch text.first {
        case "'", "\"": text.dropFirst().firstIndex { $0 == text.first }.map(text.index(after:))
        case "[", "{":
            text.indices.first { index in
                let before = text[...index]
                return before.count { "[{".contains($0) } == before.count { "]}".contains($0) }
            }.map(text.index(after:))
        default: text.firstIndex { !$0.isLetter && !$0.isNumber && !"._$-+".contains($0) }
        }
    }
}
