// SPDX-License-Identifier: Apache-2.0

import Facts
package import Formats

/// What requests leave behind beside their answers: entries of logs, and counts of how often services were asked.
///
/// A deployment that is one of several replicas answers what only reads by itself, and has to leave such notes at all
/// of them: it collects them instead of noting them.
package struct SideNotes: Sendable {
    enum Note: Sendable {
        case portalLog(Int, SiteLog.Entry)
        case serverLog(Int, SiteLog.Entry)
        case usage(server: Int, service: String, hasFailed: Bool, at: Instant)
    }

    var list: [Note] = []

    package init() {}

    package var isEmpty: Bool { list.isEmpty }

    package func write(to writer: inout RecordWriter) {
        writer.put(list) { writer, note in
            switch note {
            case .portalLog(let index, let entry):
                writer.put(UInt64(0))
                writer.put(index)
                Self.write(entry, to: &writer)
            case .serverLog(let index, let entry):
                writer.put(UInt64(1))
                writer.put(index)
                Self.write(entry, to: &writer)
            case .usage(let server, let service, let hasFailed, let at):
                writer.put(UInt64(2))
                writer.put(server)
                writer.put(service)
                writer.put(hasFailed)
                writer.put(at.milliseconds)
            }
        }
    }

    package init(from reader: inout RecordReader) throws(RecordReader.Broken) {
        list = try reader.list { reader throws(RecordReader.Broken) -> Note in
            switch try reader.number() {
            case 0: return .portalLog(try reader.integer(), try Self.entry(&reader))
            case 1: return .serverLog(try reader.integer(), try Self.entry(&reader))
            default:
                return .usage(
                    server: try reader.integer(), service: try reader.text(), hasFailed: try reader.flag(),
                    at: Instant(milliseconds: try reader.signed()))
            }
        }
    }

    private static func write(_ entry: SiteLog.Entry, to writer: inout RecordWriter) {
        writer.put(entry.level.rawValue)
        writer.put(entry.time.milliseconds)
        writer.put(entry.code)
        writer.put(entry.source)
        writer.put(entry.user)
        writer.put(entry.message)
    }

    private static func entry(_ reader: inout RecordReader) throws(RecordReader.Broken) -> SiteLog.Entry {
        SiteLog.Entry(
            level: SiteLog.Level(rawValue: try reader.text()) ?? .info,
            time: Instant(milliseconds: try reader.signed()), code: try reader.integer(), source: try reader.text(),
            user: try reader.text(), message: try reader.text())
    }
}

extension Deployment {
    /// Notes, or collects where notes are collected.
    mutating func leave(_ note: SideNotes.Note) {
        if sideNotes != nil {
            sideNotes?.list.append(note)
        } else {
            take(note)
        }
    }

    private mutating func take(_ note: SideNotes.Note) {
        switch note {
        case .portalLog(let index, let entry):
            if portals.indices.contains(index) { portals[index].log.add(entry) }
        case .serverLog(let index, let entry):
            if sites.indices.contains(index) { sites[index].log.add(entry) }
        case .usage(let index, let service, let hasFailed, let at):
            if sites.indices.contains(index) { sites[index].usage.count(service, hasFailed: hasFailed, at: at) }
        }
    }

    /// Notes what a replica has collected.
    package mutating func take(_ notes: SideNotes) {
        for note in notes.list { take(note) }
    }

    /// Collects notes from now on, until they are taken.
    package mutating func collectNotes() { sideNotes = SideNotes() }

    /// Returns the collected notes, and collects no more.
    package mutating func takeNotes() -> SideNotes {
        defer { sideNotes = nil }
        return sideNotes ?? SideNotes()
    }
}
