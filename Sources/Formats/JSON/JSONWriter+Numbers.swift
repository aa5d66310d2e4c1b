// SPDX-License-Identifier: Apache-2.0

/// Numbers that are written without a text of their own: pages have hundreds of thousands.
extension JSONWriter {
    /// Appends a double as `JSON.double` spells it.
    package static func append(_ number: Double, to out: inout [UInt8]) {
        guard number.isFinite else {
            out += #""NaN""#.utf8
            return
        }
        let size = number.magnitude
        guard number == 0 || size >= 1e-3 && size < 9e15 else {
            out += JSON.spelling(number).utf8
            return
        }
        if size >= 1e-3, size < 1e7, appendShort(number, size, to: &out) { return }
        let start = out.count
        var digits = Digits(bytes: out)
        out = []
        number.write(to: &digits)
        out = digits.bytes
        if size >= 1e7 { shift(&out, from: number < 0 ? start + 1 : start) }
    }

    /// Appends a number of few decimals, as most coordinates are, and returns whether it is one.
    ///
    /// No two decimals of up to fifteen digits are read as the same double. So a decimal of that length that is read as
    /// the number is also the shortest one, which is to be written; and a whole number below 2^53, divided by a power of
    /// ten, gives what its digits are read as.
    private static func appendShort(_ number: Double, _ size: Double, to out: inout [UInt8]) -> Bool {
        let (power, places) = size < 1e6 ? (1e9, 9) : (1e8, 8)
        let scaled = (size * power).rounded()
        guard scaled / power == size else { return false }
        let (whole, rest) = UInt64(scaled).quotientAndRemainder(dividingBy: UInt64(power))
        var (fraction, left) = (UInt32(rest), places)
        if fraction % 1000 == 0 { (fraction, left) = (fraction / 1000, left - 3) }
        while left > 1, fraction % 10 == 0 { (fraction, left) = (fraction / 10, left - 1) }
        if number < 0 { out.append(UInt8(ascii: "-")) }
        put(whole, places: digits(of: whole), to: &out)
        out.append(UInt8(ascii: "."))
        put(UInt64(fraction), places: left, to: &out)
        return true
    }

    /// Appends a whole number.
    package static func append(_ number: Int64, to out: inout [UInt8]) {
        if number < 0 { out.append(UInt8(ascii: "-")) }
        put(number.magnitude, places: digits(of: number.magnitude), to: &out)
    }

    private static func digits(of number: UInt64) -> Int {
        var (count, least) = (1, 10 as UInt64)
        while number >= least {
            count += 1
            // Twenty digits are the most there are.
            guard count < 20 else { break }
            least *= 10
        }
        return count
    }

    /// Appends the last digits of a number, of as many places.
    private static func put(_ number: UInt64, places: Int, to out: inout [UInt8]) {
        let start = out.count
        out.append(contentsOf: repeatElement(48, count: places))
        var (rest, at) = (number, out.count)
        while at > start {
            at -= 1
            out[at] = 48 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// Turns `13627812.5`, from its first digit on, into `1.36278125e7`.
    private static func shift(_ out: inout [UInt8], from first: Int) {
        var point = first
        while point < out.count, out[point] != UInt8(ascii: ".") { point += 1 }
        let exponent = point - first - 1
        // The point goes behind the first digit, and the digits before it one place on.
        var index = point
        while index > first + 1 {
            out[index] = out[index - 1]
            index -= 1
        }
        out[first + 1] = UInt8(ascii: ".")
        while out.count > first + 3, out[out.count - 1] == UInt8(ascii: "0") { out.removeLast() }
        out.append(UInt8(ascii: "e"))
        append(Int64(exponent), to: &out)
    }

    /// Bytes that a number is written to. The standard library gives digits as bytes, if the stream takes them.
    private struct Digits: TextOutputStream {
        var bytes: [UInt8]

        mutating func write(_ text: String) { bytes += text.utf8 }

        mutating func _writeASCII(_ text: UnsafeBufferPointer<UInt8>) { unsafe bytes.append(contentsOf: text) }
    }
}
