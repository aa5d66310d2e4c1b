// SPDX-License-Identifier: Apache-2.0

import Formats

/// Reads the Markdown of a guide, line by line.
struct GuideReader {
    private var guide: Guide
    /// The lines of the passage that is being read.
    private var lines: [String] = []
    private var isCode = false

    private init(path: String) { guide = Guide(path: path) }

    static func read(_ text: String, path: String) -> Guide {
        var reader = GuideReader(path: path)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { reader.take(ASCII.trimmed(line)) }
        reader.endPassage()
        return reader.guide
    }

    private mutating func take(_ line: String) {
        if line.hasPrefix("```") {
            endPassage()
            isCode.toggle()
        } else if isCode {
            return
        } else if line.hasPrefix("#") {
            endPassage()
            let heading = Self.plain(ASCII.trimmed(line.drop { $0 == "#" }))
            if guide.sections.isEmpty { guide.title = heading }
            guide.sections.append(.init(heading: heading))
        } else if line.isEmpty || line.hasPrefix("![") || line.hasPrefix("<") && !line.hasPrefix("<doc:") {
            // Pictures and anchors are nothing to read.
            endPassage()
        } else if line.hasPrefix("|") {
            endPassage()
            takeRow(line)
        } else {
            let entry = Self.entry(line)
            if entry != nil { endPassage() }
            lines.append(entry ?? line)
        }
    }

    /// Takes a row of a table. The row over the dashes names the columns, and says nothing itself.
    private mutating func takeRow(_ line: String) {
        let cells = line.split(separator: "|").map { ASCII.trimmed($0) }.filter { !$0.isEmpty }
        if cells.allSatisfy({ $0.allSatisfy { $0 == "-" || $0 == ":" } }) {
            if !guide.sections.isEmpty { _ = guide.sections[guide.sections.count - 1].passages.popLast() }
        } else {
            lines = [cells.joined(separator: " | ")]
            endPassage()
        }
    }

    private mutating func endPassage() {
        defer { lines = [] }
        guard !lines.isEmpty, !guide.sections.isEmpty else { return }
        guide.sections[guide.sections.count - 1].passages.append(Self.plain(lines.joined(separator: " ")))
    }

    /// Returns an entry of a list without its mark; `nil` if the line begins none.
    private static func entry(_ line: String) -> String? {
        if line.hasPrefix("* ") || line.hasPrefix("- ") { return String(line.dropFirst(2)) }
        let number = line.prefix { $0.isASCII && $0.isNumber }
        guard !number.isEmpty, line.dropFirst(number.count).hasPrefix(". ") else { return nil }
        return String(line.dropFirst(number.count + 2))
    }

    /// Returns the text as it reads: without the targets of links, and symbols and pages by their names.
    private static func plain(_ text: String) -> String {
        var rest = text[...]
        var plain = ""
        while let first = rest.first {
            if rest.hasPrefix("``") {
                rest.removeFirst(2)
                plain += "`"
            } else if rest.hasPrefix("**") {
                rest.removeFirst(2)
            } else if rest.hasPrefix("<doc:"), let end = rest.firstIndex(of: ">") {
                plain += rest[..<end].dropFirst(5)
                rest = rest[rest.index(after: end)...]
            } else if first == "[", let link = link(rest) {
                plain += self.plain(String(link.text))
                rest = rest[link.end...]
            } else {
                plain.append(rest.removeFirst())
            }
        }
        return plain
    }

    /// Returns the text of the link that the text begins with, and where the link ends.
    private static func link(_ text: Substring) -> (text: Substring, end: Substring.Index)? {
        guard let close = text.firstIndex(of: "]") else { return nil }
        let target = text[text.index(after: close)...]
        guard target.hasPrefix("("), let end = target.firstIndex(of: ")") else { return nil }
        return (text[..<close].dropFirst(), target.index(after: end))
    }
}
