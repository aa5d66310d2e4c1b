// SPDX-License-Identifier: Apache-2.0

import Formats

/// What an entry of the log holds: records of one replica, numbered in sequence.
struct Batch: Sendable, Hashable {
    var origin: UInt64
    /// The number of the first record.
    var first: UInt64
    var records: [[UInt8]]

    var bytes: [UInt8] {
        var writer = RecordWriter()
        writer.put(origin)
        writer.put(first)
        writer.put(records) { $0.put($1) }
        return writer.bytes
    }

    init(origin: UInt64, first: UInt64, records: [[UInt8]]) {
        (self.origin, self.first, self.records) = (origin, first, records)
    }

    init(_ bytes: [UInt8]) throws(RecordReader.Broken) {
        var reader = RecordReader(bytes)
        origin = try reader.number()
        first = try reader.number()
        records = try reader.list { reader throws(RecordReader.Broken) in try reader.blob() }
    }
}
