// SPDX-License-Identifier: Apache-2.0

/// The files in a ZIP archive, as shapefiles and packages are sent (PKWARE's APPNOTE: stored and deflated entries).
package struct ZIPArchive: Sendable {
    package struct Entry: Sendable, Hashable {
        /// The path in the archive.
        package var name: String
        package var bytes: [UInt8]
    }

    /// The most entries that are read, and the most bytes that all of them may expand to.
    package static let (mostEntries, mostBytes) = (1_000, 64 * 1024 * 1024)

    package private(set) var entries: [Entry] = []

    /// Reads an archive; `nil` if it is none, is cut off, or is larger than the limits.
    package init?(_ bytes: [UInt8]) {
        guard let end = ZIPArchive.end(bytes) else { return nil }
        let count = bytes.number(at: end + 10, bytes: 2)
        guard count <= ZIPArchive.mostEntries else { return nil }
        var at = bytes.number(at: end + 16, bytes: 4)
        var room = ZIPArchive.mostBytes
        for _ in 0..<count {
            guard at + 46 <= bytes.count, bytes.number(at: at, bytes: 4) == 0x0201_4b50 else { return nil }
            let lengths = (28...32).filter { $0 % 2 == 0 }.map { bytes.number(at: at + $0, bytes: 2) }
            guard at + 46 + lengths[0] <= bytes.count else { return nil }
            let name = String(decoding: bytes[(at + 46)..<(at + 46 + lengths[0])], as: UTF8.self)
            if !name.hasSuffix("/") {
                guard let content = ZIPArchive.content(bytes, at, room: room) else { return nil }
                room -= content.count
                entries.append(Entry(name: name, bytes: content))
            }
            at += 46 + lengths.reduce(0, +)
        }
    }

    /// Returns where the end of the central directory is: within the last 64 KiB, for a comment may follow.
    private static func end(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        for at in stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 65_535), by: -1)
        where bytes.number(at: at, bytes: 4) == 0x0605_4b50 { return at }
        return nil
    }

    /// Returns the content of the entry whose record in the central directory is at `at`.
    private static func content(_ bytes: [UInt8], _ at: Int, room: Int) -> [UInt8]? {
        let method = bytes.number(at: at + 10, bytes: 2)
        let (packed, whole) = (bytes.number(at: at + 20, bytes: 4), bytes.number(at: at + 24, bytes: 4))
        let local = bytes.number(at: at + 42, bytes: 4)
        guard whole <= room, local + 30 <= bytes.count else { return nil }
        let begin = local + 30 + bytes.number(at: local + 26, bytes: 2) + bytes.number(at: local + 28, bytes: 2)
        guard begin + packed <= bytes.count else { return nil }
        let content = Array(bytes[begin..<(begin + packed)])
        switch method {
        case 0: return content
        case 8: return whole == 0 ? [] : Compression.deflate.expand(content, limit: whole)
        default: return nil
        }
    }
}

extension [UInt8] {
    /// Returns an unsigned little-endian number, or 0 beyond the end.
    package func number(at: Int, bytes: Int) -> Int {
        guard at >= 0, at + bytes <= count else { return 0 }
        return (0..<bytes).reduce(0) { $0 | Int(self[at + $1]) << (8 * $1) }
    }
}
