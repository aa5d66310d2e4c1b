// SPDX-License-Identifier: Apache-2.0

/// The form of a JSON5 number, or `nil` if the bytes are not one.
struct JSON5Number {
    /// A Boolean value that indicates whether JSON (RFC 8259) allows the same spelling.
    private(set) var isStrict = true
    private var isHexadecimal = false

    init?(_ bytes: Span<UInt8>) {
        var at = 0
        func digits() -> Int {
            let start = at
            while at < bytes.count, ASCII.isDigit(bytes[at]) { at += 1 }
            return at - start
        }
        func sign() -> UInt8? {
            guard at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") else { return nil }
            at += 1
            return bytes[at - 1]
        }
        if sign() == UInt8(ascii: "+") { isStrict = false }
        let first = at
        let whole = digits()
        if whole == 1, bytes[first] == UInt8(ascii: "0"), at + 1 < bytes.count, bytes[at] | 32 == UInt8(ascii: "x") {
            for index in at + 1..<bytes.count where Hex.value(bytes[index]) == nil { return nil }
            isHexadecimal = true
            isStrict = false
            return
        }
        if whole > 1, bytes[first] == UInt8(ascii: "0") { return nil }
        var fraction = 0
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
            at += 1
            fraction = digits()
            if whole == 0 || fraction == 0 { isStrict = false }
        }
        if whole == 0, fraction == 0 { return nil }
        if at < bytes.count, bytes[at] | 32 == UInt8(ascii: "e") {
            at += 1
            _ = sign()
            if digits() == 0 { return nil }
        }
        guard at == bytes.count else { return nil }
    }

    /// Returns the number as JSON spells it, or `nil` if there is none or it is too large for a double.
    func strict(_ text: String) -> String? {
        let sign = text.hasPrefix("-") ? "-" : ""
        var plain = text.hasPrefix("-") || text.hasPrefix("+") ? String(text.dropFirst()) : text
        if isHexadecimal { return Int64(plain.dropFirst(2), radix: 16).map { sign + String($0) } }
        if plain.hasPrefix(".") { plain = "0" + plain }
        if let point = plain.firstIndex(of: "."), !(plain[plain.index(after: point)...].first?.isNumber ?? false) {
            plain.remove(at: point)
        }
        return Double(plain).flatMap { $0.isFinite ? sign + plain : nil }
    }
}
