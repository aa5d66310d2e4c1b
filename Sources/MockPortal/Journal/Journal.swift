/// The exchanges in the order of their effects: a bounded list that counts what it drops, and what that was.
package struct Journal: Sendable {
    private var ring: [Exchange] = []
    /// Where the oldest stands once the ring is full.
    private var oldest = 0
    private let capacity: Int
    /// The last number given; numbers are never given twice, not even after `clear`.
    private var lastNumber = 0
    /// The last number that was cleared.
    private var cleared = 0
    private(set) var tally = Tally()

    /// `capacity`: how many it keeps, at least one.
    package init(capacity: Int = 10_000) {
        self.capacity = max(capacity, 1)
    }

    /// How many were noted since the start or the last `clear`.
    package var total: Int { lastNumber - cleared }
    /// How many of these were given up for newer ones.
    package var dropped: Int { total - ring.count }

    /// Notes an exchange and gives it its number.
    package mutating func note(_ exchange: Exchange) -> Int {
        lastNumber += 1
        var exchange = exchange
        exchange.number = lastNumber
        if ring.count < capacity {
            ring.append(exchange)
        } else {
            tally.add(ring[oldest])
            ring[oldest] = exchange
            oldest = (oldest + 1) % capacity
        }
        return lastNumber
    }

    /// Changes the exchange of that number, if it is still kept.
    package mutating func change(_ number: Int, _ body: (inout Exchange) -> Void) {
        guard let place = place(number) else { return }
        body(&ring[place])
    }

    package subscript(number: Int) -> Exchange? {
        place(number).map { ring[$0] }
    }

    private func place(_ number: Int) -> Int? {
        let first = lastNumber - ring.count + 1
        guard number >= first, number <= lastNumber else { return nil }
        return (oldest + number - first) % ring.count
    }

    /// Oldest first.
    package var exchanges: [Exchange] { Array(ring[oldest...] + ring[..<oldest]) }
    package var last: Exchange? { self[lastNumber] }

    package mutating func clear() {
        ring.removeAll()
        oldest = 0
        cleared = lastNumber
        tally = Tally()
    }
}
