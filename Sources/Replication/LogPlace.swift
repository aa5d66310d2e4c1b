// SPDX-License-Identifier: Apache-2.0

import Formats

/// A place in a log, and how far it is there with each of the replicas that write it.
package struct LogPlace: Sendable, Hashable {
    package struct Origin: Sendable, Hashable {
        var id: UInt64
        /// The number of its last record.
        var last: UInt64
    }

    package internal(set) var position = LogPosition.beginning
    /// The entries up to there, and their bytes.
    package internal(set) var entries = 0
    package internal(set) var bytes = 0
    /// The replicas in the order of their first records.
    package internal(set) var origins: [Origin] = []

    package init() {}

    /// Returns the number of a replica among those that wrote up to here.
    func index(of id: UInt64) -> Int? { origins.firstIndex { $0.id == id } }

    func write(to writer: inout RecordWriter) {
        writer.put(position.milliseconds)
        writer.put(position.number)
        writer.put(entries)
        writer.put(bytes)
        writer.put(origins) { writer, origin in
            writer.put(origin.id)
            writer.put(origin.last)
        }
    }

    init(from reader: inout RecordReader) throws(RecordReader.Broken) {
        position = LogPosition(try reader.signed(), try reader.number())
        (entries, bytes) = (try reader.integer(), try reader.integer())
        origins = try reader.list { reader throws(RecordReader.Broken) in
            Origin(id: try reader.number(), last: try reader.number())
        }
    }
}
