// SPDX-License-Identifier: Apache-2.0

package import Enterprise
import Formats

/// Counts of the exchanges that the journal gave up: so that counting by method, path, door, user and rule stays exact.
package struct ExchangeCounts: Sendable {
    /// What is remembered of an exchange.
    package struct Key: Sendable, Hashable {
        /// `nil`: no request was read.
        package var method: String?
        /// As sent, still percent-coded: an exchange is dropped on every request, and asked about seldom.
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

        /// What tells most of them apart; every exchange that is dropped is looked up.
        package func hash(into hasher: inout Hasher) {
            hasher.combine(path)
            hasher.combine(user)
        }
    }

    private var counts: [Key: Int] = [:]
    /// Dropped while a worker still made the answer: which rules it ended with is not known.
    private var unfinished: [Key: Int] = [:]
    /// Dropped when there were more different ones than are kept apart.
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

    /// How many of them match: at least, at most.
    func count(_ matcher: RequestMatcher) -> ClosedRange<Int> {
        var (least, most) = (0, others)
        for (key, count) in counts where matcher.matches(key) {
            most += count
            if !matcher.looksInside { least += count }
        }
        for (key, count) in unfinished {
            if matcher.matches(key), !matcher.looksInside { least += count }
            // Whatever rule is asked for: it may have ended with that one.
            var judged = key
            judged.rules += matcher.rule.map { [$0] } ?? []
            if matcher.matches(judged) { most += count }
        }
        return least...most
    }
}
