// SPDX-License-Identifier: Apache-2.0

import Facts
package import Formats

/// The written form of the faults: those of the scenario by their ids, the others as the format has them.
extension FaultBook {
    package func write(to writer: inout RecordWriter) {
        writer.put(lastID)
        writer.put(entries) { writer, entry in
            writer.put(entry.id)
            writer.put(entry.isWritten ? nil : entry.fault) { JSON.object($1.json.members ?? []).write(to: &$0) }
            for count in [entry.matches, entry.strikes, entry.recent.matches, entry.recent.strikes] {
                writer.put(count)
            }
            writer.put(entry.began?.milliseconds) { $0.put($1) }
        }
    }

    /// Reads the faults into a book of the same scenario and seed.
    package mutating func read(from reader: inout RecordReader) throws(RecordReader.Broken) {
        let written = Dictionary(entries.filter(\.isWritten).map { ($0.id, $0.fault) }) { first, _ in first }
        lastID = try reader.integer()
        entries = try reader.list { reader throws(RecordReader.Broken) in
            let id = try reader.text()
            let json = try reader.optional { reader throws(RecordReader.Broken) in try JSON(from: &reader) }
            let fault = json.map { ScenarioLoader.faults(JSONWriter.json($0), file: "a fault").0.first } ?? written[id]
            guard let fault else { throw RecordReader.Broken(description: "a record names a fault that is not known") }
            var entry = Entry(id: id, fault: fault, isWritten: json == nil)
            (entry.matches, entry.strikes) = (try reader.integer(), try reader.integer())
            entry.recent = Counts(matches: try reader.integer(), strikes: try reader.integer())
            let began = try reader.optional { reader throws(RecordReader.Broken) in try reader.signed() }
            entry.began = began.map { Instant(milliseconds: $0) }
            return entry
        }
        watchesConnections = entries.contains { $0.fault.effect.connectionStage != nil }
    }
}
