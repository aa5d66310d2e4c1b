// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import Formats

/// A time zone of IANA's database: its offsets from UTC, read from the system's copy (RFC 8536).
struct ZoneRules: Sendable, Hashable {
    /// When an offset begins, in seconds since 1970, and the offset in seconds.
    private struct Change: Sendable, Hashable {
        var begins: Int64
        var offset: Int64
    }

    private var changes: [Change]
    private var first: Int64

    static let utc = ZoneRules(changes: [], first: 0)

    private init(changes: [Change], first: Int64) { (self.changes, self.first) = (changes, first) }

    /// The folders in which systems keep the database.
    private static let folders = ["/usr/share/zoneinfo/", "/var/db/timezone/zoneinfo/"]

    /// Returns the rules of a name, such as `America/Los_Angeles`, or `nil` if the system has none.
    init?(_ name: String) {
        if ["UTC", "Etc/UTC", "GMT", "Z"].contains(name) {
            self = .utc
            return
        }
        let isName = name.utf8.allSatisfy {
            ASCII.isDigit($0) || (65...90).contains($0 & 0xDF) || [43, 45, 47, 95].contains($0)
        }
        guard isName, !name.isEmpty, name.utf8.count < 64, name.first != "/" else { return nil }
        for folder in ZoneRules.folders {
            if let rules = ZoneRules(file: ZoneRules.read(folder + name)) {
                self = rules
                return
            }
        }
        return nil
    }

    /// Reads a file of the format; the second block has times of 64 bits.
    init?(file bytes: [UInt8]) {
        guard var block = Block(bytes, at: 0) else { return nil }
        if bytes.count > 4, bytes[4] >= UInt8(ascii: "2") {
            guard let second = Block(bytes, at: block.end(size: 4)) else { return nil }
            block = second
        }
        let size = bytes[4] >= UInt8(ascii: "2") ? 8 : 4
        guard block.types > 0, block.end(size: size) <= bytes.count else { return nil }
        let (times, indices) = (block.start, block.start + block.times * size)
        let types = indices + block.times
        func offset(_ type: Int) -> Int64 { Block.number(bytes, types + 6 * type, 4) }
        changes = (0..<block.times).map { row in
            let type = min(Int(bytes[indices + row]), block.types - 1)
            return Change(begins: Block.number(bytes, times + row * size, size), offset: offset(type))
        }
        first = offset(0)
    }

    /// Returns the offset in milliseconds at an instant in milliseconds.
    func offset(at instant: Int64) -> Int64 {
        let seconds = instant >= 0 ? instant / 1000 : (instant - 999) / 1000
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].begins <= seconds { low = middle + 1 } else { high = middle }
        }
        return (low == 0 ? first : changes[low - 1].offset) * 1000
    }

    /// Returns the instant at which clocks of the zone show a time, given as if it were UTC. Of two such instants it is
    /// the earlier one; a time that is skipped is the one after the change.
    func instant(showing local: Int64) -> Int64 {
        let day: Int64 = 86_400_000
        let (before, after) = (local - offset(at: local - day), local - offset(at: local + day))
        let shown = [before, after].filter { $0 + offset(at: $0) == local }
        return shown.min() ?? before
    }

    private static func read(_ path: String) -> [UInt8] {
        guard let file = unsafe fopen(path, "rb") else { return [] }
        defer { unsafe _ = fclose(file) }
        // The largest file of the database has a few kilobytes.
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe fread(&bytes, 1, bytes.count, file)
        return Array(bytes.prefix(count))
    }

    /// A header and the sizes of what follows it.
    private struct Block {
        var start: Int
        var times: Int
        var types: Int
        private var letters: Int
        private var leaps: Int
        private var marks: Int

        init?(_ bytes: [UInt8], at place: Int) {
            guard place >= 0, bytes.count >= place + 44, bytes[place..<place + 4].elementsEqual("TZif".utf8) else {
                return nil
            }
            let counts = (0..<6).map { Int(Block.number(bytes, place + 20 + 4 * $0, 4)) }
            guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
            (start, times, types) = (place + 44, counts[3], counts[4])
            (letters, leaps, marks) = (counts[5], counts[2], counts[0] + counts[1])
        }

        func end(size: Int) -> Int { start + times * (size + 1) + types * 6 + letters + leaps * (size + 4) + marks }

        /// Reads a signed number, most significant byte first.
        static func number(_ bytes: [UInt8], _ place: Int, _ size: Int) -> Int64 {
            var number: Int64 = bytes[place] >= 0x80 ? -1 : 0
            for byte in bytes[place..<place + size] { number = number << 8 | Int64(byte) }
            return number
        }
    }
}
