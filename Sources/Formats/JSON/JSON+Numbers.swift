// SPDX-License-Identifier: Apache-2.0

extension JSON {
    package static func int(_ number: Int) -> JSON { .number(String(number)) }

    /// A double as ArcGIS Server's Java serializer spells it (docs/reference/http.md#rules-of-every-resource): `0.0`,
    /// `7588427.6905`, `-1.690898010527849e7`; what is not finite is the string `"NaN"`.
    package static func double(_ number: Double) -> JSON {
        guard number.isFinite else { return .string("NaN") }
        return .number(JSON.spelling(number))
    }

    static func spelling(_ number: Double) -> String {
        if number == 0 { return number.sign == .minus ? "-0.0" : "0.0" }
        let plain = number.description
        let size = number.magnitude
        // Java writes decimals between 10^-3 and 10^7, and a mantissa with exponent outside; Swift's digits are the
        // same shortest ones, laid out otherwise where the number is very large or very small.
        // Between, both write the same.
        if size >= 1e-3, size < 1e7 { return plain }
        let (digits, exponent) = parts(plain)
        let sign = number < 0 ? "-" : ""
        let fraction = digits.dropFirst()
        return "\(sign)\(digits.prefix(1)).\(fraction.isEmpty ? "0" : fraction)e\(exponent)"
    }

    /// Returns the significant digits and the exponent of the first one.
    private static func parts(_ plain: String) -> (Substring, Int) {
        var mantissa = plain[...]
        if mantissa.hasPrefix("-") { mantissa = mantissa.dropFirst() }
        var exponent = 0
        if let mark = mantissa.firstIndex(of: "e") {
            exponent = Int(mantissa[mantissa.index(after: mark)...]) ?? 0
            mantissa = mantissa[..<mark]
        }
        let point = mantissa.firstIndex(of: ".") ?? mantissa.endIndex
        let whole = mantissa[..<point]
        let digits = whole + mantissa[point...].dropFirst()
        exponent += whole.count - 1
        let significant = digits.drop { $0 == "0" }
        exponent -= digits.count - significant.count
        var end = significant
        while end.count > 1, end.hasSuffix("0") { end = end.dropLast() }
        return (Substring(end), exponent)
    }
}
