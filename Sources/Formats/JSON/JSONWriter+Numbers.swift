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
        let start = out.count
        var digits = Digits(bytes: out)
        out = []
        number.write(to: &digits)
        out = digits.bytes
        if size >= 1e7 { shift(&out, from: number < 0 ? start + 1 : start) }
    }

    /// Appends a whole number.
    package static func append(_ number: Int64, to out: inout [UInt8]) {
        if number < 0 { out.append(UInt8(ascii: "-")) }
        let start = out.count
        var rest = number.magnitude
        repeat {
            out.append(48 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        var (low, high) = (start, out.count - 1)
        while low < high {
            out.swapAt(low, high)
            (low, high) = (low + 1, high - 1)
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
