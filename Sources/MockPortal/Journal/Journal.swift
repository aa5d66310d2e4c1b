/// The exchanges in the order of their effects: a bounded list that counts what it drops.
package struct Journal: Sendable {
    private var ring: [Exchange] = []
    /// Where the oldest stands once the ring is full.
    private var oldest = 0
    private let capacity: Int
    /// How many were ever noted; the last number given.
    package private(set) var total = 0

    package init(capacity: Int = 10_000) {
        self.capacity = capacity
    }

    package var dropped: Int { total - ring.count }

    /// Notes an exchange and gives it its number.
    package mutating func note(_ exchange: Exchange) -> Int {
        total += 1
        var exchange = exchange
        exchange.number = total
        if ring.count < capacity {
            ring.append(exchange)
        } else {
            ring[oldest] = exchange
            oldest = (oldest + 1) % capacity
        }
        return total
    }

    /// Changes the exchange of that number, if it is still kept.
    package mutating func change(_ number: Int, _ body: (inout Exchange) -> Void) {
        guard number > dropped, number <= total else { return }
        body(&ring[(oldest + number - dropped - 1) % ring.count])
    }

    package subscript(number: Int) -> Exchange? {
        guard number > dropped, number <= total else { return nil }
        return ring[(oldest + number - dropped - 1) % ring.count]
    }

    /// Oldest first.
    package var exchanges: [Exchange] { Array(ring[oldest...] + ring[..<oldest]) }
    package var last: Exchange? { self[total] }

    package mutating func clear() {
        self = Journal(capacity: capacity)
    }
}
