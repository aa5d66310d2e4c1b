// SPDX-License-Identifier: Apache-2.0

/// Numbers whose digits a double holds exactly, as most coordinates are: read without the C library.
///
/// A whole number below 2^53, divided or multiplied by a power of ten up to 10^22, is rounded once and so correctly
/// (Clinger, "How to read floating point numbers accurately").
enum ShortDecimal {
    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20,
        1e21, 1e22,
    ]

    /// Returns the number, or `nil` if the text is another one or none.
    static func read(_ text: String) -> Double? {
        let bytes = text.utf8.span
        var at = 0
        let isNegative = bytes.count > 0 && bytes[0] == UInt8(ascii: "-")
        if isNegative { at = 1 }
        var whole: UInt64 = 0
        let start = at
        while at < bytes.count, let digit = digit(bytes[at]) {
            whole = whole &* 10 &+ digit
            at += 1
        }
        var digits = at - start
        guard digits > 0 else { return nil }
        var power = 0
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
            at += 1
            let point = at
            while at < bytes.count, let digit = digit(bytes[at]) {
                whole = whole &* 10 &+ digit
                at += 1
            }
            power = point - at
            guard power < 0 else { return nil }
            digits -= power
        }
        // Nineteen digits do not overflow.
        guard digits <= 19, whole < 1 << 53 else { return nil }
        if at < bytes.count, bytes[at] | 32 == UInt8(ascii: "e") {
            guard let exponent = exponent(bytes, at + 1) else { return nil }
            power += exponent
            at = bytes.count
        }
        guard at == bytes.count, power.magnitude < powers.count else { return nil }
        let number = power < 0 ? Double(whole) / powers[-power] : Double(whole) * powers[power]
        return isNegative ? -number : number
    }

    private static func digit(_ byte: UInt8) -> UInt64? {
        let digit = byte &- 48
        return digit < 10 ? UInt64(digit) : nil
    }

    /// Returns an exponent of one or two digits, to the end.
    private static func exponent(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
        var at = start
        let isNegative = at < bytes.count && bytes[at] == UInt8(ascii: "-")
        if isNegative || at < bytes.count && bytes[at] == UInt8(ascii: "+") { at += 1 }
        guard (1...2).contains(bytes.count - at) else { return nil }
        var exponent = 0
        while at < bytes.count {
            guard let digit = digit(bytes[at]) else { return nil }
            exponent = exponent * 10 + Int(digit)
            at += 1
        }
        return isNegative ? -exponent : exponent
    }
}
