// SPDX-License-Identifier: Apache-2.0

/// The rows of a layer, ordered by object id, in blocks that values share.
///
/// A copy is made at once, and a change copies one block: what a deployment edits does not cost what the layer has
/// (docs/decisions/0043-edits-share-blocks.md).
package struct FeatureRows: Sendable {
    /// Neighboring rows. Values share it until one of them changes it.
    final class Block: @unchecked Sendable {
        // Sendable: it is changed only by its one owner.
        fileprivate(set) var rows: [Feature]

        init(_ rows: [Feature]) { self.rows = rows }
    }

    /// The rows of a new block.
    static let usual = 256

    private(set) var blocks: [Block] = []
    /// The position of each block's first row, and its id.
    private(set) var starts: [Int] = []
    private var firstIDs: [Int] = []
    package private(set) var count = 0

    package init() {}

    /// Creates rows, in the order of their ids.
    package init(_ features: [Feature]) {
        var features = features
        let isOrdered = zip(features, features.dropFirst()).allSatisfy { $0.objectID <= $1.objectID }
        if !isOrdered { features.sort { $0.objectID < $1.objectID } }
        blocks.reserveCapacity(features.count / FeatureRows.usual + 1)
        for start in stride(from: 0, to: features.count, by: FeatureRows.usual) {
            let rows = Array(features[start..<Swift.min(start + FeatureRows.usual, features.count)])
            blocks.append(Block(rows))
            starts.append(start)
            firstIDs.append(rows[0].objectID)
        }
        count = features.count
    }

    /// Adds a block behind all others.
    mutating func add(_ block: Block) {
        guard let first = block.rows.first else { return }
        blocks.append(block)
        starts.append(count)
        firstIDs.append(first.objectID)
        count += block.rows.count
    }

    // MARK: Finding

    /// Returns the block of a position, and the position in it.
    func place(of position: Int) -> (block: Int, offset: Int) {
        // Blocks that nobody changed have the usual size.
        let guess = position / FeatureRows.usual
        if guess < starts.count, starts[guess] <= position,
            guess + 1 == starts.count || position < starts[guess + 1]
        {
            return (guess, position - starts[guess])
        }
        let block = FeatureRows.last(atMost: position, in: starts)
        return (block, position - starts[block])
    }

    /// Returns the index of the last number that is not above another; 0 if all are.
    private static func last(atMost number: Int, in numbers: [Int]) -> Int {
        var (low, high) = (0, numbers.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if numbers[middle] <= number { low = middle } else { high = middle }
        }
        return low
    }

    /// Returns where the row with an id is, or would be.
    private func place(ofID id: Int) -> (block: Int, offset: Int, isThere: Bool) {
        guard !blocks.isEmpty else { return (0, 0, false) }
        let block = FeatureRows.last(atMost: id, in: firstIDs)
        let rows = blocks[block].rows
        // Most ids have no gaps.
        if id >= firstIDs[block] {
            let guess = id &- firstIDs[block]
            if rows.indices.contains(guess), rows[guess].objectID == id { return (block, guess, true) }
        }
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].objectID < id { low = middle + 1 } else { high = middle }
        }
        return (block, low, low < rows.count && rows[low].objectID == id)
    }

    /// Returns the row with an id.
    func row(_ id: Int) -> Feature? {
        let place = place(ofID: id)
        return place.isThere ? blocks[place.block].rows[place.offset] : nil
    }

    /// Returns the position of the row with an id.
    func position(ofID id: Int) -> Int? {
        let place = place(ofID: id)
        return place.isThere ? starts[place.block] + place.offset : nil
    }

    /// Returns the position of the first row whose id is not below a number.
    func position(atLeast id: Int) -> Int {
        guard !blocks.isEmpty else { return 0 }
        let place = place(ofID: id)
        return starts[place.block] + place.offset
    }

    // MARK: Changing

    /// Inserts a row, or replaces the one with its id.
    mutating func put(_ row: Feature) {
        let place = place(ofID: row.objectID)
        if place.isThere {
            own(place.block)
            blocks[place.block].rows[place.offset] = row
            return
        }
        let isLast = blocks.isEmpty || place.block == blocks.count - 1 && place.offset == blocks[place.block].rows.count
        if isLast, blocks.last.map({ $0.rows.count >= FeatureRows.usual }) ?? true {
            blocks.append(Block([row]))
            starts.append(count)
            firstIDs.append(row.objectID)
            count += 1
            return
        }
        own(place.block)
        blocks[place.block].rows.insert(row, at: place.offset)
        if place.offset == 0 { firstIDs[place.block] = row.objectID }
        moved(after: place.block, by: 1)
        if blocks[place.block].rows.count >= 2 * FeatureRows.usual { split(place.block) }
    }

    mutating func remove(_ id: Int) {
        let place = place(ofID: id)
        guard place.isThere else { return }
        own(place.block)
        blocks[place.block].rows.remove(at: place.offset)
        moved(after: place.block, by: -1)
        if let first = blocks[place.block].rows.first {
            firstIDs[place.block] = first.objectID
        } else {
            blocks.remove(at: place.block)
            starts.remove(at: place.block)
            firstIDs.remove(at: place.block)
        }
    }

    /// Makes a block this value's own, to be changed.
    private mutating func own(_ block: Int) {
        if !isKnownUniquelyReferenced(&blocks[block]) { blocks[block] = Block(blocks[block].rows) }
    }

    private mutating func moved(after block: Int, by step: Int) {
        count += step
        for index in (block + 1)..<Swift.max(block + 1, starts.count) { starts[index] += step }
    }

    private mutating func split(_ block: Int) {
        let rows = blocks[block].rows
        let middle = rows.count / 2
        blocks[block] = Block(Array(rows[..<middle]))
        blocks.insert(Block(Array(rows[middle...])), at: block + 1)
        starts.insert(starts[block] + middle, at: block + 1)
        firstIDs.insert(rows[middle].objectID, at: block + 1)
    }
}

extension FeatureRows: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
    package struct Iterator: IteratorProtocol {
        fileprivate var blocks: [Block]
        private var block = 0
        private var offset = 0

        fileprivate init(_ blocks: [Block]) { self.blocks = blocks }

        package mutating func next() -> Feature? {
            while block < blocks.count {
                let rows = blocks[block].rows
                if offset < rows.count {
                    offset += 1
                    return rows[offset - 1]
                }
                (block, offset) = (block + 1, 0)
            }
            return nil
        }
    }

    package init(arrayLiteral features: Feature...) { self.init(features) }

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }
    package var underestimatedCount: Int { count }

    package func makeIterator() -> Iterator { Iterator(blocks) }

    /// A row; what is set must have the same id.
    package subscript(position: Int) -> Feature {
        get {
            let place = place(of: position)
            return blocks[place.block].rows[place.offset]
        }
        _modify {
            let place = place(of: position)
            own(place.block)
            yield &blocks[place.block].rows[place.offset]
        }
    }
}
