// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import Formats

@Suite("Numbers that are read and written without texts")
struct NumberWritingTests {
    /// Doubles of every size and with few or all digits.
    private static func numbers() -> [Double] {
        var random = SeededGenerator(seed: 7)
        var numbers: [Double] = [
            0, -0.0, 1, -1, 1e7, 9_999_999.5, -1e7, 2e7, 12_345_678, 1e-3, 9.99e-4, 1e15, 9e15, 1e16, 1e22, 1e300,
        ]
        numbers += [
            .nan, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 20_037_508.342789244,
        ]
        for _ in 0..<3000 {
            let places = [1, 10, 1000, 1e6, 1e9][Int.random(in: 0...4, using: &random)]
            numbers.append((Double.random(in: -180...180, using: &random) * places).rounded() / places)
            numbers.append(Double.random(in: -2.1e7...2.1e7, using: &random))
            numbers.append((Double.random(in: -1.1e7...1.1e7, using: &random) * places).rounded() / places)
            // The neighbors of short decimals have all their digits.
            numbers += [numbers[numbers.count - 1].nextUp, numbers[numbers.count - 3].nextDown]
            let bits = random.next()
            if Double(bitPattern: bits).isFinite { numbers.append(Double(bitPattern: bits)) }
        }
        return numbers
    }

    @Test("are written as their JSON is")
    func written() {
        for number in Self.numbers() {
            var out = Array("[".utf8)
            JSONWriter.append(number, to: &out)
            #expect(out.dropFirst().elementsEqual(JSONWriter.json(.double(number))), "\(number)")
        }
        for number in [0, 1, -1, 10, 99, 100, -12_345, .max, .min] as [Int64] {
            var out: [UInt8] = []
            JSONWriter.append(number, to: &out)
            #expect(String(decoding: out, as: UTF8.self) == String(number))
        }
    }

    @Test("are read as the standard library reads them, or not at all")
    func read() {
        let texts =
            Self.numbers().flatMap { ["\($0)", JSON.spelling($0.isFinite ? $0 : 1)] } + [
                "", "-", ".", "1.", ".5", "-.5", "1e", "1e+", "1e5", "1E-5", "1e+05", "1e123", "0x10", "inf", "nan",
                " 1", "1 ",
                "1_000", "+1", "00012", "-00.50", "9007199254740991", "9007199254740992", "9007199254740993",
                "99999999999999999999", "0.30000000000000004", "123456789012345678", "1.0e22", "1.0e23", "1e-22",
                "1e-23",
            ]
        for text in texts {
            guard let read = ShortDecimal.read(text) else { continue }
            #expect(read.bitPattern == Double(text)?.bitPattern, "\(text)")
        }
        #expect(ShortDecimal.read("-122.41942") == -122.41942 && ShortDecimal.read("7588427.6905") == 7588427.6905)
    }
}
