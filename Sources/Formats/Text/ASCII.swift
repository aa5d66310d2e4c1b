// SPDX-License-Identifier: Apache-2.0

/// Comparison and trimming of bytes as ASCII: HTTP's own notion of case and whitespace, without creating strings.
package enum ASCII {
    package static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }

    package static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    package static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

    /// Returns whether a byte is a `tchar` (RFC 9110 section 5.6.2), the characters of tokens such as methods and field
    /// names.
    package static func isToken(_ byte: UInt8) -> Bool {
        if isLetter(byte) || isDigit(byte) { return true }
        switch byte {
        case 33, 35, 36, 37, 38, 39, 42, 43, 45, 46, 94, 95, 96, 124, 126: return true
        default: return false
        }
    }

    /// Returns whether two strings are equal except for the case of ASCII letters.
    package static func equal(_ one: String, _ other: String) -> Bool {
        guard one.utf8.count == other.utf8.count else { return false }
        let (left, right) = (one.utf8.span, other.utf8.span)
        for index in left.indices where left[index] != right[index] {
            if lower(left[index]) != lower(right[index]) { return false }
        }
        return true
    }

    /// Returns whether a substring and a string are equal except for the case of ASCII letters.
    package static func equal(_ one: Substring, _ other: String) -> Bool { equal(String(one), other) }

    /// Returns whether a list has a word, in any case: words are between commas, with spaces and tabs around them.
    package static func list(_ list: String, has word: String) -> Bool {
        let (list, word) = (list.utf8.span, word.utf8.span)
        var next = 0
        while next < list.count {
            var (start, end) = (next, next)
            while end < list.count, list[end] != UInt8(ascii: ",") { end += 1 }
            next = end + 1
            while start < end, isBlank(list[start]) { start += 1 }
            while end > start, isBlank(list[end - 1]) { end -= 1 }
            guard end - start == word.count else { continue }
            var same = 0
            while same < word.count, lower(list[start + same]) == lower(word[same]) { same += 1 }
            if same == word.count { return true }
        }
        return false
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

    /// Returns the text without spaces and tabs at both ends (`OWS`, RFC 9110 section 5.6.3).
    package static func trimmed(_ text: Substring) -> String {
        var bytes = text.utf8
        while let first = bytes.first, first == 32 || first == 9 { bytes = bytes.dropFirst() }
        while let last = bytes.last, last == 32 || last == 9 { bytes = bytes.dropLast() }
        return String(Substring(bytes))
    }

    /// Returns the text without spaces and tabs at both ends.
    package static func trimmed(_ text: String) -> String { trimmed(text[...]) }
}
