/// Comparing and trimming bytes as ASCII: HTTP's own notion of case and blanks, without making texts of them.
package enum ASCII {
    package static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }

    package static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    package static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

    /// `tchar` of RFC 9110 section 5.6.2: what tokens such as method and field names are made of.
    package static func isToken(_ byte: UInt8) -> Bool {
        if isLetter(byte) || isDigit(byte) { return true }
        switch byte {
        case 33, 35, 36, 37, 38, 39, 42, 43, 45, 46, 94, 95, 96, 124, 126: return true
        default: return false
        }
    }

    /// Whether two texts are the same but for the case of ASCII letters.
    package static func equal(_ one: some StringProtocol, _ other: some StringProtocol) -> Bool {
        one.utf8.count == other.utf8.count && zip(one.utf8, other.utf8).allSatisfy { lower($0) == lower($1) }
    }

    /// Without blanks and tabs at both ends: `OWS` of RFC 9110 section 5.6.3.
    package static func trimmed(_ text: some StringProtocol) -> String {
        let utf8 = String(text).utf8
        guard let first = utf8.firstIndex(where: { $0 != 32 && $0 != 9 }),
            let last = utf8.lastIndex(where: { $0 != 32 && $0 != 9 })
        else { return "" }
        return String(Substring(utf8[first...last]))
    }
}
