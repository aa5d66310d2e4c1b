// SPDX-License-Identifier: Apache-2.0

package import Enterprise
package import Formats

/// Counts of the exchanges that the journal dropped, so that counts by method, path, door, user and rule stay exact.
package struct ExchangeCounts: Sendable {
    /// The remembered properties of an exchange.
    package struct Key: Sendable, Hashable {
        /// The method, or `nil` if no request was read.
        package var method: String?
        /// The path as sent, still percent-encoded: an exchange is dropped on every request and rarely looked up.
        package var path: String?
        package var door: Door?
        package var user: String?
        package var rules: [String]

        package static func of(_ exchange: Exchange) -> Key {
            let request = exchange.request
            return Key(
                method: request?.method, path: request?.target.path, door: exchange.door, user: exchange.user,
                rules: exchange.verdict.map(\.rule.id))
        }

        /// Hashes the properties that distinguish most exchanges. Every dropped exchange is looked up.
        package func hash(into hasher: inout Hasher) {
            hasher.combine(path)
            hasher.combine(user)
        }
    }

    private var counts: [Key: Int] = [:]
    /// Exchanges that were dropped while a worker still made the answer, so that their rules are not known.
    private var unfinished: [Key: Int] = [:]
    /// The exchanges that were dropped after the number of distinct keys reached its limit.
    private var others = 0
    private static let bound = 10_000

    mutating func add(_ exchange: Exchange) {
        let key = Key.of(exchange)
        if case .request = exchange.received, exchange.response == nil {
            unfinished[key, default: 0] += 1
        } else if let index = counts.index(forKey: key) {
            counts.values[index] += 1
        } else if counts.count < ExchangeCounts.bound {
            counts[key] = 1
        } else {
            others += 1
        }
    }

    /// Returns the smallest and largest number that can match.
    func count(_ matcher: RequestMatcher) -> ClosedRange<Int> {
        var (least, most) = (0, others)
        for (key, count) in counts where matcher.matches(key) {
            most += count
            if !matcher.looksInside { least += count }
        }
        for (key, count) in unfinished {
            if matcher.matches(key), !matcher.looksInside { least += count }
            // It may have ended with any rule that is asked for.
            var judged = key
            judged.rules += matcher.rule.map { [$0] } ?? []
            if matcher.matches(judged) { most += count }
        }
        return least...most
    }
}

/// The written form of the counts.
extension ExchangeCounts {
    package func write(to writer: inout RecordWriter) {
        writer.put(others)
        for list in [counts, unfinished] {
            writer.put(Array(list)) { writer, entry in
                writer.put(entry.key.method)
                writer.put(entry.key.path)
                writer.put(entry.key.door?.rawValue)
                writer.put(entry.key.user)
                writer.put(entry.key.rules) { $0.put($1) }
                writer.put(entry.value)
            }
        }
    }

    package init(from reader: inout RecordReader) throws(RecordReader.Broken) {
        others = try reader.integer()
        counts = try Self.list(&reader)
        unfinished = try Self.list(&reader)
    }

    private static func list(_ reader: inout RecordReader) throws(RecordReader.Broken) -> [Key: Int] {
        let list = try reader.list { reader throws(RecordReader.Broken) -> (Key, Int) in
            let key = Key(
                method: try reader.optionalText(), path: try reader.optionalText(),
                door: try reader.optionalText().flatMap { Door(rawValue: $0) }, user: try reader.optionalText(),
                rules: try reader.list { reader throws(RecordReader.Broken) in try reader.text() })
            return (key, try reader.integer())
        }
        return Dictionary(list) { first, _ in first }
    }
}
