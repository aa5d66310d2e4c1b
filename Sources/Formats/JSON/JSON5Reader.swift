// SPDX-License-Identifier: Apache-2.0

import Facts

/// A reader that turns JSON5 into a tree: nodes with line and column, or plain values. Errors become findings with
/// their position.
package struct JSON5Reader<Tree: JSONTree>: Sendable {
    private(set) var findings: [Finding] = []
    let bytes: [UInt8]
    let file: String
    let dialect: JSONDialect
    var at = 0
    var line = 1
    var lineStart = 0
    var depth = 0
    /// The offset up to which the columns of this line were counted, and their number: a file may be one long line.
    private var counted = (end: 0, columns: 0)

    init(_ bytes: [UInt8], file: String, dialect: JSONDialect = .json5) {
        self.bytes = bytes
        self.file = file
        self.dialect = dialect
    }

    mutating func document(_ root: (inout JSON5Reader) -> Tree? = { $0.value() }) -> Tree? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            at = 3
            lineStart = 3
        }
        guard (try? UTF8Span(validating: bytes.span)) != nil else {
            fail("the file is not UTF-8")
            return nil
        }
        guard skip() else { return nil }
        guard at < bytes.count else {
            fail("the file is empty: expected a value")
            return nil
        }
        guard let tree = root(&self), skip() else { return nil }
        guard at == bytes.count else {
            fail("unexpected \(shown) after the end of the value")
            return nil
        }
        return tree
    }

    // MARK: Places and findings

    /// Returns the position of a value, or a placeholder if the tree does not keep positions.
    mutating func mark() -> Position { Tree.hasPlaces ? position() : Position(line: 1, column: 1) }

    /// Returns the position of an offset. Columns count Unicode scalars, not bytes.
    mutating func position(_ offset: Int? = nil) -> Position {
        let end = min(offset ?? at, bytes.count)
        if counted.end < lineStart || counted.end > end { counted = (min(lineStart, end), 0) }
        for index in counted.end..<end where bytes[index] & 0xC0 != 0x80 { counted.columns += 1 }
        counted.end = end
        return Position(line: line, column: counted.columns + 1)
    }

    mutating func fail(_ message: String, at index: Position? = nil, suggestion: String? = nil) {
        findings.append(
            Finding(file: file, position: index ?? position(), message: message, suggestion: suggestion))
    }

    func isAt(_ character: Unicode.Scalar) -> Bool { at < bytes.count && bytes[at] == UInt8(ascii: character) }

    var shown: String {
        guard at < bytes.count else { return "end of file" }
        let scalar = String(decoding: bytes[at..<min(at + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
        return scalar.map { $0.value < 32 ? "control character" : "'\($0)'" } ?? "byte"
    }

    // MARK: Blanks and comments

    mutating func newline() {
        line += 1
        lineStart = at
    }

    /// Skips whitespace and, in JSON5, comments.
    mutating func skip() -> Bool {
        while at < bytes.count {
            switch bytes[at] {
            case 10:
                at += 1
                newline()
            case 32, 9, 13: at += 1
            case 11 where dialect == .json5, 12 where dialect == .json5: at += 1
            case 0xC2 where dialect == .json5 && at + 1 < bytes.count && bytes[at + 1] == 0xA0: at += 2
            case UInt8(ascii: "/") where dialect == .json5:
                guard comment() else { return false }
            default: return true
            }
        }
        return true
    }

    mutating func comment() -> Bool {
        let start = position()
        guard at + 1 < bytes.count else {
            fail("unexpected '/'")
            return false
        }
        switch bytes[at + 1] {
        case UInt8(ascii: "/"):
            while at < bytes.count, bytes[at] != 10 { at += 1 }
            return true
        case UInt8(ascii: "*"):
            at += 2
            while at + 1 < bytes.count {
                if bytes[at] == UInt8(ascii: "*"), bytes[at + 1] == UInt8(ascii: "/") {
                    at += 2
                    return true
                }
                at += 1
                if bytes[at - 1] == 10 { newline() }
            }
            fail("this comment is never closed", at: start)
            return false
        default:
            fail("unexpected '/'")
            return false
        }
    }
}
