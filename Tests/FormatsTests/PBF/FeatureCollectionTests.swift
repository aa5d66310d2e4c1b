// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Formats

@Suite("f=pbf as JSON")
struct FeatureCollectionTests {
    private static func json(_ body: (inout PBFWriter) -> Void) -> String? {
        var writer = PBFWriter()
        body(&writer)
        return FeatureCollection.json(writer.bytes).map { String(decoding: JSONWriter.json($0), as: UTF8.self) }
    }

    @Test("has the names of the schema, and the order of the wire")
    func names() {
        #expect(
            Self.json { $0.message(2) { $0.message(2) { $0.varint(1, 7) } } }
                == #"{"queryResult":{"countResult":{"count":7}}}"#)
        #expect(
            Self.json {
                $0.message(2) {
                    $0.message(3) {
                        $0.string(1, "FID")
                        $0.packed(3, [1, 300])
                    }
                }
            } == #"{"queryResult":{"idsResult":{"objectIdFieldName":"FID","objectIds":[1,300]}}}"#)
        let features = Self.json {
            $0.message(2) {
                $0.message(1) {
                    $0.varint(9, 1)
                    $0.message(15) {
                        $0.message(1) { $0.string(1, "a") }
                        $0.message(1) { $0.signed(4, -3) }
                        $0.message(1) { $0.double(3, 1.5) }
                        $0.message(1) { $0.float(2, 0.5) }
                        $0.message(1) { _ in }
                        $0.message(2) { $0.packed(3, [-1, 2].map(PBFWriter.zigzag)) }
                    }
                    $0.message(15) { _ in }
                }
            }
        }
        #expect(
            features
                == #"{"queryResult":{"featureResult":{"exceededTransferLimit":true,"features":[{"attributes":[{"stringValue":"a"},{"sintValue":-3},{"doubleValue":1.5},{"floatValue":0.5},{}],"geometry":{"coords":[-1,2]}},{}]}}}"#
        )
    }

    @Test(
        "is nothing where the bytes are not of the schema",
        arguments: [
            Array("{}".utf8), [0x12], [0x12, 5, 1], [0x1A, 0], [0x12, 2, 0x0A], [0x10, 1], [0x12, 2, 0x22],
            Array(repeating: 0xFF, count: 20), [0x0A, 2, 0xFF, 0xFE],
        ] as [[UInt8]])
    func others(_ bytes: [UInt8]) { #expect(FeatureCollection.json(bytes) == nil) }

    @Test("never crashes, wherever a message is cut or changed")
    func random() {
        var writer = PBFWriter()
        writer.message(2) { $0.message(1) { $0.message(15) { $0.message(2) { $0.packed(3, Array(1...40)) } } } }
        for count in writer.bytes.indices { _ = FeatureCollection.json(Array(writer.bytes[..<count])) }
        for index in writer.bytes.indices {
            for byte in [0, 0x7F, 0x80, 0xFF] as [UInt8] {
                var bytes = writer.bytes
                bytes[index] = byte
                _ = FeatureCollection.json(bytes)
            }
        }
    }
}
