import Facts

/// Strings and their escapes.
extension JSON5Reader {
    mutating func string() -> String? {
        let quote = bytes[at]
        let start = at
        at += 1
        // Most strings have no escape: their bytes are taken in one go.
        var text: [UInt8] = []
        var run = at
        while at < bytes.count {
            switch bytes[at] {
            case quote:
                let rest = bytes[run..<at]
                at += 1
                return text.isEmpty
                    ? String(decoding: rest, as: UTF8.self) : String(decoding: text + rest, as: UTF8.self)
            case UInt8(ascii: "\\"):
                text += bytes[run..<at]
                guard escape(&text) else { return nil }
                run = at
            case 10, 13:
                fail("this string is not closed in its line", at: position(start))
                return nil
            case 0..<32 where dialect == .json:
                fail("a control character in a string must be escaped")
                return nil
            default: at += 1
            }
        }
        fail("this string is never closed", at: position(start))
        return nil
    }

    mutating func escape(_ text: inout [UInt8]) -> Bool {
        let place = position()
        at += 1
        guard at < bytes.count else {
            fail("this string is never closed", at: place)
            return false
        }
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "u"): return unicode(&text, place)
        case _ where dialect == .json:
            fail("\\\(Character(UnicodeScalar(byte))) is no escape", at: place)
            return false
        case UInt8(ascii: "v"): text.append(11)
        case UInt8(ascii: "0"): text.append(0)
        case UInt8(ascii: "x"):
            guard at + 1 < bytes.count, let high = Hex.value(bytes[at]), let low = Hex.value(bytes[at + 1]) else {
                fail("\\x needs two hexadecimal digits", at: place)
                return false
            }
            at += 2
            text += Array(String(UnicodeScalar(high << 4 | low)).utf8)
        case 10: newline()
        case 13:
            if at < bytes.count, bytes[at] == 10 { at += 1 }
            newline()
        default: text.append(byte)
        }
        return true
    }

    mutating func unicode(_ text: inout [UInt8], _ place: Position) -> Bool {
        guard let unit = hex4() else {
            fail("\\u needs four hexadecimal digits", at: place)
            return false
        }
        var code = UInt32(unit)
        if unit & 0xFC00 == 0xD800 {
            guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
                fail("half of a surrogate pair", at: place)
                return false
            }
            at += 2
            guard let low = hex4(), low & 0xFC00 == 0xDC00 else {
                fail("half of a surrogate pair", at: place)
                return false
            }
            code = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(low) & 0x3FF
        }
        guard let scalar = UnicodeScalar(code) else {
            fail("half of a surrogate pair", at: place)
            return false
        }
        text += Array(String(Character(scalar)).utf8)
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
