// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Formats

@Suite("Records")
struct RecordTests {
    private func write(_ writer: inout RecordWriter) {
        writer.put(UInt64.max)
        writer.put(Int64.min)
        writer.put(-1)
        writer.put(true)
        writer.put("Zürich")
        writer.put([UInt8](repeating: 7, count: 300))
        writer.put(nil as String?)
        writer.put("x" as String?)
        writer.put([1, 2, 3]) { $0.put($1) }
    }

    @Test("what is written is read")
    func both() throws {
        var writer = RecordWriter()
        write(&writer)
        var reader = RecordReader(writer.bytes)
        #expect(try reader.number() == .max)
        #expect(try reader.signed() == .min)
        #expect(try reader.integer() == -1)
        #expect(try reader.flag())
        #expect(try reader.text() == "Zürich")
        #expect(try reader.blob() == [UInt8](repeating: 7, count: 300))
        #expect(try reader.optionalText() == nil)
        #expect(try reader.optionalText() == "x")
        #expect(try reader.list { reader throws(RecordReader.Broken) in try reader.integer() } == [1, 2, 3])
        #expect(reader.isAtEnd)
    }

    @Test("what is cut off anywhere is refused, and claims of length are not believed")
    func broken() {
        var writer = RecordWriter()
        writer.put([UInt8](repeating: 1, count: 40))
        for count in 0..<writer.bytes.count {
            var reader = RecordReader(writer.bytes[..<count])
            #expect(throws: RecordReader.Broken.self) { try reader.blob() }
        }
        var long = RecordReader([UInt8](repeating: 0xFF, count: 11))
        #expect(throws: RecordReader.Broken.self) { try long.number() }
        var claim = RecordReader([0xFF, 0xFF, 0xFF, 0xFF, 0x0F])
        #expect(throws: RecordReader.Broken.self) {
            try claim.list { reader throws(RecordReader.Broken) in try reader.number() }
        }
    }
}
