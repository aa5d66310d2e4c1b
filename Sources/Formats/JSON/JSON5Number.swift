/// The parts of a JSON5 number; `nil` if the bytes are none, or one too large for a double.
struct JSON5Number {
    /// Whether JSON (RFC 8259) has the same spelling for it.
    private(set) var isStrict = true
    private var sign = ""
    private let unsigned: ArraySlice<UInt8>
    private var digits: String { String(decoding: unsigned, as: UTF8.self) }
    private var isHexadecimal = false

    init?(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            isStrict = first == UInt8(ascii: "-")
            sign = isStrict ? "-" : ""
            rest = rest.dropFirst()
        }
        unsigned = rest
        if rest.count > 2, rest.first == UInt8(ascii: "0"), rest[rest.startIndex + 1] | 32 == UInt8(ascii: "x") {
            guard rest.dropFirst(2).allSatisfy({ Hex.value($0) != nil }) else { return nil }
            isHexadecimal = true
            isStrict = false
            return
        }
        let whole = rest.prefix(while: ASCII.isDigit)
        rest = rest.dropFirst(whole.count)
        var fraction = rest[rest.endIndex...]
        if whole.count > 1, whole.first == UInt8(ascii: "0") { return nil }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            fraction = rest.prefix(while: ASCII.isDigit)
            rest = rest.dropFirst(fraction.count)
            if whole.isEmpty || fraction.isEmpty { isStrict = false }
        }
        if whole.isEmpty, fraction.isEmpty { return nil }
        if let mark = rest.first, mark | 32 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
                rest = rest.dropFirst()
            }
            let exponent = rest.prefix(while: ASCII.isDigit)
            guard !exponent.isEmpty else { return nil }
            rest = rest.dropFirst(exponent.count)
        }
        guard rest.isEmpty else { return nil }
    }

    /// The same number as JSON spells it; `nil` if there is no such number.
    var strict: String? {
        if isHexadecimal { return Int64(digits.dropFirst(2), radix: 16).map { sign + String($0) } }
        var plain = digits
        if plain.hasPrefix(".") { plain = "0" + plain }
        if let point = plain.firstIndex(of: "."), !(plain[plain.index(after: point)...].first?.isNumber ?? false) {
            plain.remove(at: point)
        }
        return Double(plain).flatMap { $0.isFinite ? sign + plain : nil }
    }
}
