// SPDX-License-Identifier: Apache-2.0

package import Facts

/// The exchanges in the order of their effects: a bounded list that counts what it drops, and what that was. Beside them
/// what the test changed, under numbers of the same row.
package struct Journal: Sendable {
    private var ring: [Exchange] = []
    /// Where the oldest stands once the ring is full.
    private var oldest = 0
    private let capacity: Int
    /// The last number given; numbers are never given twice, not even after `clear`.
    private var lastNumber = 0
    private var lastExchange = 0
    private(set) var tally = ExchangeCounts()
    /// The edits, of which the last ones count: so many as exchanges are kept.
    private var noted: [ControlEdit] = []

    /// `capacity`: how many it keeps, at least one.
    package init(capacity: Int = 10_000) {
        self.capacity = max(capacity, 1)
    }

    /// How many were noted since the start or the last `clear`.
    package private(set) var total = 0
    /// How many of these were given up for newer ones.
    package var dropped: Int { total - ring.count }

    /// Notes an exchange and gives it its number.
    package mutating func note(_ exchange: consuming Exchange) -> Int {
        lastNumber += 1
        lastExchange = lastNumber
        total += 1
        exchange.number = lastNumber
        if ring.count < capacity {
            ring.append(exchange)
            return lastNumber
        }
        // Changed places with, not copied.
        swap(&ring[oldest], &exchange)
        tally.add(exchange)
        oldest = (oldest + 1) % capacity
        return lastNumber
    }

    /// Notes an edit and gives it its number.
    package mutating func note(_ kind: ControlEdit.Kind, _ text: String, at now: Instant) -> ControlEdit {
        lastNumber += 1
        let edit = ControlEdit(number: lastNumber, at: now, kind: kind, text: text)
        // Given up in bulk, for the front of an array is dear to remove.
        if noted.count >= 2 * capacity { noted.removeFirst(noted.count - capacity + 1) }
        noted.append(edit)
        return edit
    }

    /// What was changed, oldest first; as many as exchanges are kept at most.
    package var edits: [ControlEdit] { noted.suffix(capacity) }

    /// Changes the exchange of that number, if it is still kept.
    package mutating func change(_ number: Int, _ body: (inout Exchange) -> Void) {
        guard let index = index(number) else { return }
        body(&ring[index])
    }

    package subscript(number: Int) -> Exchange? {
        index(number).map { ring[$0] }
    }

    /// Numbers grow along the ring, with gaps where edits have them. Mostly one of the newest is asked for.
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

    /// Oldest first.
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
