// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

/// The exchanges in the order of their effects: a list bounded in number and in bytes, which counts what it drops. It
/// also holds the changes that the test made, numbered in the same sequence.
package struct Journal: Sendable {
    private var queue = BlockQueue<Exchange>()
    private let capacity: Int
    /// How many bytes of requests and answers are kept at most; the newest exchange is kept whatever its size.
    private let byteCapacity: Int
    /// The bytes of what is kept.
    private(set) var bytes = 0
    /// The last number assigned. Numbers are never reused, not even after `clear`.
    private(set) var lastNumber = 0
    private var lastExchange = 0
    private(set) var tally = ExchangeCounts()
    /// The recorded changes, of which only the last `capacity` count.
    private var noted: [ControlEdit] = []

    /// Creates a journal that keeps `capacity` exchanges, at least one, of `byteCapacity` bytes together.
    package init(capacity: Int = 10_000, byteCapacity: Int = 64 << 20) {
        self.capacity = max(capacity, 1)
        self.byteCapacity = byteCapacity
    }

    /// The number of exchanges recorded since the start or the last `clear`.
    package private(set) var total = 0
    /// The number of exchanges that are kept.
    package var count: Int { queue.count }
    /// The number of exchanges dropped for newer ones.
    package var dropped: Int { total - queue.count }

    /// Records an exchange and returns its number.
    package mutating func note(_ exchange: consuming Exchange) -> Int {
        lastNumber += 1
        lastExchange = lastNumber
        total += 1
        exchange.number = lastNumber
        bytes += exchange.byteCount
        queue.append(exchange)
        drop()
        return lastNumber
    }

    /// Drops the oldest exchanges until the bounds hold. What is dropped is counted.
    private mutating func drop() {
        while queue.count > capacity || bytes > byteCapacity, queue.count > 1, let oldest = queue.takeFirst() {
            bytes -= oldest.byteCount
            tally.add(oldest)
        }
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
        var grown = 0
        queue.change(index) { exchange in
            grown -= exchange.byteCount
            body(&exchange)
            grown += exchange.byteCount
        }
        bytes += grown
        drop()
    }

    package subscript(number: Int) -> Exchange? {
        index(number).map { queue[$0] }
    }

    /// Returns the index of a number. Numbers grow along the queue, with gaps for changes. Usually one of the newest is
    /// looked up.
    private func index(_ number: Int) -> Int? {
        guard number > 0, number <= lastNumber else { return nil }
        var (low, high) = (max(0, queue.count - 1 - (lastNumber - number)), queue.count)
        while low < high {
            let middle = (low + high) / 2
            let found = queue[middle].number
            if found == number { return middle }
            if found < number { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// The journal without the counts of what was dropped. While a copy has them, the next drop has to copy them all.
    package var kept: Journal {
        var journal = self
        journal.tally = ExchangeCounts()
        return journal
    }

    /// The exchanges, oldest first.
    package var exchanges: [Exchange] { queue.elements }
    package var last: Exchange? { self[lastExchange] }

    package mutating func clear() {
        queue.removeAll()
        bytes = 0
        total = 0
        tally = ExchangeCounts()
        noted.removeAll()
    }
}

/// The written form of a journal.
extension Journal {
    package func write(to writer: inout RecordWriter) {
        for number in [lastNumber, lastExchange, total] { writer.put(number) }
        tally.write(to: &writer)
        writer.put(noted) { writer, edit in
            writer.put(edit.number)
            writer.put(edit.at.milliseconds)
            writer.put(edit.kind.rawValue)
            writer.put(edit.text)
        }
        writer.put(exchanges) { writer, exchange in
            writer.put(exchange.number)
            writer.put(exchange)
        }
    }

    /// Reads a journal in place of this one, with the same bounds.
    package mutating func read(from reader: inout RecordReader) throws(RecordReader.Broken) {
        clear()
        (lastNumber, lastExchange) = (try reader.integer(), try reader.integer())
        total = try reader.integer()
        tally = try ExchangeCounts(from: &reader)
        noted = try reader.list { reader throws(RecordReader.Broken) in
            let (number, at) = (try reader.integer(), Instant(milliseconds: try reader.signed()))
            let (name, text) = (try reader.text(), try reader.text())
            let kind = ControlEdit.Kind.allCases.first { $0.rawValue == name } ?? .event
            return ControlEdit(number: number, at: at, kind: kind, text: text)
        }
        let exchanges = try reader.list { reader throws(RecordReader.Broken) in
            let number = try reader.integer()
            var exchange = try reader.exchange()
            exchange.number = number
            return exchange
        }
        for exchange in exchanges {
            bytes += exchange.byteCount
            queue.append(exchange)
        }
        drop()
    }
}
