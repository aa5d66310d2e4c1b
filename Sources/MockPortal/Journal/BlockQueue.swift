// SPDX-License-Identifier: Apache-2.0

/// A queue in blocks, of which a copy shares all but the block that changes: who reads the journal keeps its copy for
/// as long as it likes, while requests go on being noted.
struct BlockQueue<Element: Sendable>: Sendable {
    private static var blockSize: Int { 128 }

    /// The blocks, all full but the last. What was taken from the first leaves `nil`.
    private var blocks: [[Element?]] = []
    /// How many elements of the first block were taken.
    private var taken = 0

    private(set) var count = 0
    var isEmpty: Bool { count == 0 }

    mutating func append(_ element: consuming Element) {
        if blocks.last.map({ $0.count == BlockQueue.blockSize }) ?? true {
            var block: [Element?] = []
            block.reserveCapacity(BlockQueue.blockSize)
            blocks.append(block)
        }
        blocks[blocks.count - 1].append(element)
        count += 1
    }

    /// Takes the oldest element; `nil` if there is none.
    mutating func takeFirst() -> Element? {
        guard !isEmpty else { return nil }
        var element: Element?
        swap(&blocks[0][taken], &element)
        (taken, count) = (taken + 1, count - 1)
        if taken == BlockQueue.blockSize || isEmpty {
            blocks.removeFirst()
            taken = 0
        }
        return element
    }

    mutating func removeAll() { self = BlockQueue() }

    /// The elements, oldest first.
    var elements: [Element] {
        var all: [Element] = []
        all.reserveCapacity(count)
        for block in blocks {
            for case let element? in block { all.append(element) }
        }
        return all
    }

    /// The element at an index, which exists: 0 is the oldest.
    subscript(index: Int) -> Element {
        get {
            guard let element = blocks[place(index).block][place(index).slot] else { preconditionFailure("no element") }
            return element
        }
    }

    /// Changes the element at an index in its place.
    mutating func change(_ index: Int, _ body: (inout Element) -> Void) {
        let place = place(index)
        guard var element = blocks[place.block][place.slot] else { return }
        // Nobody else holds it now, so that what it holds is changed and not copied.
        blocks[place.block][place.slot] = nil
        body(&element)
        blocks[place.block][place.slot] = element
    }

    private func place(_ index: Int) -> (block: Int, slot: Int) {
        let at = taken + index
        return (at / BlockQueue.blockSize, at % BlockQueue.blockSize)
    }
}
