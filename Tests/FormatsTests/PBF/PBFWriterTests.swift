// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Formats

/// The examples of protobuf.dev's guide to the encoding, and the ends of each kind of number.
@Suite("PBFWriter")
struct PBFWriterTests {
    private static func hex(_ body: (inout PBFWriter) -> Void) -> String {
        var writer = PBFWriter()
        body(&writer)
        return writer.bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    @Test(
        "writes as the guide to the encoding says",
        arguments: [
            (hex { $0.varint(1, 150) }, "089601"), (hex { $0.varint(1, 0) }, "0800"),
            (hex { $0.varint(16, .max) }, "8001ffffffffffffffffff01"),
            (hex { $0.string(2, "testing") }, "120774657374696e67"),
            (hex { $0.message(3) { $0.varint(1, 150) } }, "1a03089601"), (hex { $0.message(1) { _ in } }, "0a00"),
            (hex { $0.packed(6, [3, 270, 86942]) }, "3206038e029ea705"), (hex { $0.signed(1, -1) }, "0801"),
            (hex { $0.elements([0, 127, 128, 86942, .max]) }, "007f80019ea705ffffffffffffffffff01"),
            (hex { $0.signed(1, 1) }, "0802"), (hex { $0.signed(1, 0x7fff_ffff) }, "08feffffff0f"),
            (hex { $0.signed(1, .min) }, "08ffffffffffffffffff01"), (hex { $0.double(1, 1) }, "09000000000000f03f"),
            (hex { $0.float(2, -2) }, "15000000c0"),
        ])
    func bytes(_ written: String, _ wanted: String) { #expect(written == wanted) }

    @Test("the length of a message takes as many bytes as it needs, within others too")
    func lengths() {
        for count in [0, 1, 126, 127, 128, 129, 16_381, 16_383, 16_384, 2_097_151, 2_097_152] {
            let content = [UInt8](repeating: 0, count: count)
            var outer = PBFWriter()
            outer.message(1) { $0.message(2) { $0.elements(content.map { UInt64($0) }) } }
            let inner = [18] + Self.varint(count) + content
            #expect(outer.bytes == [10] + Self.varint(inner.count) + inner, "\(count)")
        }
    }

    private static func varint(_ number: Int) -> [UInt8] {
        number < 128 ? [UInt8(number)] : [UInt8(number & 127 | 128)] + varint(number >> 7)
    }
}
