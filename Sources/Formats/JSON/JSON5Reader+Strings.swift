// SPDX-License-Identifier: Apache-2.0

import Facts

/// Strings and their escapes.
extension JSON5Reader {
    mutating func string() -> String? {
        let quote = bytes[at]
        let start = at
        at += 1
        // Most strings have no escape; take their bytes in one piece.
        var text = ""
        var run = at
        while true {
            at = plainEnd(from: at, quote)
            guard at < bytes.count else {
                fail("this string is never closed", at: position(start))
                return nil
            }
            switch bytes[at] {
            case quote:
                let rest = self.text(run..<at)
                at += 1
                return text.isEmpty ? rest : text + rest
            case UInt8(ascii: "\\"):
                text += self.text(run..<at)
                guard escape(&text) else { return nil }
                run = at
            case 10, 13:
                fail("this string is not closed on its line", at: position(start))
                return nil
            default:
                if dialect == .json {
                    fail("a control character in a string must be escaped")
                    return nil
                }
                at += 1
            }
        }
    }

    /// Returns the index of the closing quote, an escape or a control character.
    private func plainEnd(from start: Int, _ quote: UInt8) -> Int {
        let bytes = bytes.span
        var end = start
        while end < bytes.count, bytes[end] != quote, bytes[end] != UInt8(ascii: "\\"), bytes[end] >= 32 { end += 1 }
        return end
    }

    /// Returns the text of a range. All bytes are known to be UTF-8, and every boundary is at an ASCII character.
    func text(_ range: Range<Int>) -> String {
        unsafe String(copying: UTF8Span(unchecked: bytes.span.extracting(range)))
    }

    mutating func escape(_ text: inout String) -> Bool {
        let start = at
        at += 1
        guard at < bytes.count else {
            fail("this string is never closed", at: position(start))
            return false
        }
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "n"): text += "\n"
        case UInt8(ascii: "r"): text += "\r"
        case UInt8(ascii: "t"): text += "\t"
        case UInt8(ascii: "b"): text += "\u{8}"
        case UInt8(ascii: "f"): text += "\u{C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.unicodeScalars.append(UnicodeScalar(byte))
        case UInt8(ascii: "u"): return unicode(&text, start)
        case _ where dialect == .json:
            fail("\\\(Character(UnicodeScalar(byte))) is not an escape", at: position(start))
            return false
        case UInt8(ascii: "v"): text += "\u{B}"
        case UInt8(ascii: "0"): text += "\0"
        case UInt8(ascii: "x"):
            guard at + 1 < bytes.count, let high = Hex.value(bytes[at]), let low = Hex.value(bytes[at + 1]) else {
                fail("\\x needs two hexadecimal digits", at: position(start))
                return false
            }
            at += 2
            text.unicodeScalars.append(UnicodeScalar(high << 4 | low))
        case 10: newline()
        case 13:
            if at < bytes.count, bytes[at] == 10 { at += 1 }
            newline()
        default:
            // The escaped character itself, with all its bytes.
            let escaped = at - 1
            while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
            text += self.text(escaped..<at)
        }
        return true
    }

    mutating func unicode(_ text: inout String, _ start: Int) -> Bool {
        guard let unit = hex4() else {
            fail("\\u needs four hexadecimal digits", at: position(start))
            return false
        }
        var code = UInt32(unit)
        if unit & 0xFC00 == 0xD800 {
            guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
                fail("half of a surrogate pair", at: position(start))
                return false
            }
            at += 2
            guard let low = hex4(), low & 0xFC00 == 0xDC00 else {
                fail("half of a surrogate pair", at: position(start))
                return false
            }
            code = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(low) & 0x3FF
        }
        guard let scalar = UnicodeScalar(code) else {
            fail("half of a surrogate pair", at: position(start))
            return false
        }
        text.unicodeScalars.append(scalar)
        return true
    }

    mutating func hex4() -> UInt16? {
        guard at + 4 <= bytes.count else { return nil }
        var value: UInt16 = 0
        for digit in bytes[at..<at + 4] {
            guard let digit = Hex.value(digit) else { return nil }
            value = value << 4 | UInt16(digit)
        }
        at += 4
        return value
    }
}
