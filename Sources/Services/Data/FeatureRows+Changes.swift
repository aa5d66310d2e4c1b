// SPDX-License-Identifier: Apache-2.0

/// What two values have in common. Blocks that both have are the same objects, so nothing in them is compared.
extension FeatureRows {
    /// What became of the blocks of older rows.
    struct Changes: Sendable {
        /// The number that each of the older blocks has now; `nil` if it was changed or removed.
        var kept: [Int?]
        /// The numbers of the blocks that the older rows did not have.
        var new: [Int]
    }

    /// Returns what became of the blocks of older rows.
    func changes(since old: FeatureRows) -> Changes {
        var kept = [Int?](repeating: nil, count: old.blocks.count)
        var head = 0
        while head < Swift.min(blocks.count, old.blocks.count), blocks[head] === old.blocks[head] {
            kept[head] = head
            head += 1
        }
        var tail = 0
        while tail < Swift.min(blocks.count, old.blocks.count) - head,
            blocks[blocks.count - 1 - tail] === old.blocks[old.blocks.count - 1 - tail]
        {
            kept[old.blocks.count - 1 - tail] = blocks.count - 1 - tail
            tail += 1
        }
        // Where a block was split or removed, those behind it have other numbers.
        var numbers: [ObjectIdentifier: Int] = [:]
        for number in head..<(old.blocks.count - tail) { numbers[ObjectIdentifier(old.blocks[number])] = number }
        var new: [Int] = []
        for number in head..<(blocks.count - tail) {
            if let known = numbers[ObjectIdentifier(blocks[number])] {
                kept[known] = number
            } else {
                new.append(number)
            }
        }
        return Changes(kept: kept, new: new)
    }

    /// Returns the rows that are not the same as before, by id; `nil` for those that are gone.
    func written(since old: FeatureRows) -> [(id: Int, row: Feature?)] {
        let changes = changes(since: old)
        var before: [Int: Feature] = [:]
        for (number, kept) in changes.kept.enumerated() where kept == nil {
            for row in old.blocks[number].rows { before[row.objectID] = row }
        }
        var written: [(id: Int, row: Feature?)] = []
        for row in changes.new.lazy.flatMap({ blocks[$0].rows }) {
            if let known = before.removeValue(forKey: row.objectID), known.isSame(as: row) { continue }
            written.append((row.objectID, row))
        }
        for id in before.keys.sorted() { written.append((id, nil)) }
        return written
    }
}

extension Feature {
    fileprivate func isSame(as other: Feature) -> Bool {
        values == other.values && geometry == other.geometry && envelope == other.envelope && curves == other.curves
    }
}
