// SPDX-License-Identifier: Apache-2.0

package import Facts

/// The exchanges in the order of their effects: a bounded list that counts what it drops. It also holds the changes
/// that the test made, numbered in the same sequence.
package struct Journal: Sendable {
    private var ring: [Exchange] = []
    /// The index of the oldest exchange once the ring is full.
    private var oldest = 0
    private let capacity: Int
    /// The last number assigned. Numbers are never reused, not even after `clear`.
    private var lastNumber = 0
    private var lastExchange = 0
    private(set) var tally = ExchangeCounts()
    /// The recorded changes, of which only the last `capacity` count.
    private var noted: [ControlEdit] = []

    /// Creates a journal that keeps `capacity` exchanges, at least one.
    package init(capacity: Int = 10_000) {
        self.capacity = max(capacity, 1)
    }

    /// The number of exchanges recorded since the start or the last `clear`.
    package private(set) var total = 0
    /// The number of exchanges dropped for newer ones.
    package var dropped: Int { total - ring.count }

    /// Records an exchange and returns its number.
    package mutating func note(_ exchange: consuming Exchange) -> Int {
        lastNumber += 1
        lastExchange = lastNumber
        total += 1
        exchange.number = lastNumber
        if ring.count < capacity {
            ring.append(exchange)
            return lastNumber
        }
        // Swapped, not copied.
        swap(&ring[oldest], &exchange)
        tally.add(exchange)
        oldest = (oldest + 1) % capacity
        return lastNumber
    }

    /// Records a change and returns it with its number.
    package mutating func note(_ kind: ControlEdit.Kind, _ text: String, at now: Instant) -> ControlEdit {
        lastNumber += 1
        let edit = ControlEdit(number: lastNumber, at: now, kind: kind, text: text)
        // Drop in bulk, because removing from the front of an array is expensive.
        if noted.count >= 2 * capacity { noted.removeFirst(noted.count - capacity + 1) }
        noted.append(edit)
        return edit
    }

    /// The changes, oldest first; at most as many as exchanges are kept.
    package var edits: [ControlEdit] { noted.suffix(capacity) }

    /// Changes the exchange with that number, if it is still kept.
    package mutating func change(_ number: Int, _ body: (inout Exchange) -> Void) {
        guard let index = index(number) else { return }
        body(&ring[index])
    }

    package subscript(number: Int) -> Exchange? {
        index(number).map { ring[$0] }
    }

    /// Returns the index of a number. Numbers grow along the ring, with gaps for changes. Usually one of the newest is
    /// looked up.
    private func index(_ number: Int) -> Int? {
        var (low, high) = (max(0, ring.count - 1 - (lastNumber - number)), ring.count)
        while low < high {
            let middle = (low + high) / 2
            let index = (oldest + middle) % ring.count
            if ring[index].number == number { return index }
            if ring[index].number < number { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// The exchanges, oldest first.
    package var exchanges: [Exchange] { Array(ring[oldest...] + ring[..<oldest]) }
    package var last: Exchange? { self[lastExchange] }

    package mutating func clear() {
        ring.removeAll()
        oldest = 0
        total = 0
        tally = ExchangeCounts()
        noted.removeAll()
    }
}
