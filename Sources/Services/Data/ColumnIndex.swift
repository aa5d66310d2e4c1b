// SPDX-License-Identifier: Apache-2.0

import Formats

/// Rows by the values of one column, sorted once and never changed.
///
/// A key is of eight bytes: a number as its double, whose order the key keeps, or a text's hash. So what it finds may be
/// too much and is never too little; SQLite looks at each row that was found.
struct ColumnIndex: Sendable {
    /// What the values of a column are.
    enum Kind: Sendable {
        case numbers, texts
    }

    private struct Entry: Sendable {
        var key: UInt64
        var position: UInt32
    }

    private var entries: [Entry] = []

    /// Creates an index of rows; the first of them has the position 0.
    init(_ rows: some Sequence<Feature>, column: Int, _ kind: Kind) {
        entries.reserveCapacity(rows.underestimatedCount)
        for (position, row) in rows.enumerated() where column < row.values.count {
            guard let key = ColumnIndex.key(row.values[column], kind) else { continue }
            entries.append(Entry(key: key, position: UInt32(truncatingIfNeeded: position)))
        }
        entries.sort { $0.key == $1.key ? $0.position < $1.position : $0.key < $1.key }
    }

    /// Returns the positions of the rows that have a key within bounds, in no order; those of one key ascend.
    func positions(from low: UInt64, to high: UInt64) -> [Int] {
        guard low <= high else { return [] }
        let first = index(atLeast: low)
        var found: [Int] = []
        for index in first..<entries.count {
            guard entries[index].key <= high else { break }
            found.append(Int(entries[index].position))
        }
        return found
    }

    private func index(atLeast key: UInt64) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: Keys

    /// Returns the key of a value; `nil` for null, which equals nothing.
    private static func key(_ value: JSON, _ kind: Kind) -> UInt64? {
        switch (kind, value) {
        case (.numbers, .number): value.double.map(key)
        // SQLite reads a number in a text where a column is of numbers.
        case (.numbers, .string(let text)): Double(text).map(key)
        case (.texts, .string(let text)), (.texts, .number(let text)): key(text)
        default: nil
        }
    }

    /// Returns the bits of a number so that they sort as numbers do.
    static func key(_ number: Double) -> UInt64 {
        let bits = (number == 0 ? 0 : number).bitPattern
        return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    }

    /// Returns the hash of a text: FNV-1a of 64 bits.
    static func key(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
