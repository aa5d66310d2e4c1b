// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@Suite("Values in records")
struct RecordCoderTests {
    private struct Whole: Codable, Equatable {
        enum Plain: Codable { case one, two }
        enum Named: String, Codable { case one, two }
        enum Rich: Codable, Equatable {
            case none
            case number(Int)
            case pair(left: String, right: [Rich])
        }

        struct Part: Codable, Equatable {
            var text: String?
            var number: Int?
            var flag: Bool?
            var double: Double?
            var long: Int64?
            var small: UInt16?
            var rich: Rich?
            var part: [Part]?
        }

        var flag = true
        var text = "Straße\u{0}\u{212A}"
        var integers = [0, 1, -1, Int.max, Int.min]
        var large = [UInt64.max, 0]
        var small = [UInt16.max, 0]
        var doubles = [0.0, -0.0, 1.5, .infinity, .leastNonzeroMagnitude]
        var bytes: [UInt8] = Array(0...255)
        var plain = [Plain.one, .two]
        var named = Named.two
        var rich = [Rich.none, .number(7), .pair(left: "a", right: [.none, .pair(left: "", right: [])])]
        var none = Part()
        var some = Part(
            text: "", number: 0, flag: false, double: 2, long: .min, small: 3, rich: Rich.none, part: [Part(), Part()])
        var optional: [Int?] = [nil, 1, nil]
        var names: [String: [Int]] = ["a": [1], "": []]
        var keys: [[UInt8]: Int] = [[1, 2]: 3, []: 4]
        var maybe: [String: String?] = ["there": "x", "not": nil]
        var set: Set<Int> = [1, 2, 3]
        var json = JSON.object([
            .init("a", .array([.null, .bool(true), .bool(false), .number("1.0e7"), .string("\u{7}")])),
            .init("a", .object([])),
        ])
    }

    @Test("what is read is what was written, whatever holds it")
    func all() throws {
        let encoder = RecordEncoder()
        try encoder.write(Whole())
        let decoder = RecordDecoder(encoder.writer.bytes)
        #expect(try decoder.read(Whole.self) == Whole())
        #expect(decoder.isAtEnd)
    }

    @Test("bytes that end early, and bytes of something else, are refused, and end nothing")
    func broken() throws {
        let encoder = RecordEncoder()
        try encoder.write(Whole())
        let bytes = encoder.writer.bytes
        for end in bytes.indices {
            #expect(throws: (any Error).self) { try RecordDecoder(Array(bytes[..<end])).read(Whole.self) }
        }
        for index in bytes.indices {
            var spoilt = bytes
            spoilt[index] ^= 0x55
            _ = try? RecordDecoder(spoilt).read(Whole.self)
        }
    }
}
