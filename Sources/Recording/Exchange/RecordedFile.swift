// SPDX-License-Identifier: Apache-2.0

package import Facts

/// What a file of exchanges holds, in the order in which the requests were sent.
package struct RecordedFile: Sendable {
    package var format: RecordingFormat
    package var exchanges: [RecordedExchange] = []
    /// What is odd about the file, and could be read all the same.
    package var findings: [Finding] = []
    /// The number of exchanges beyond the bound.
    package var beyond = 0

    /// The largest number of exchanges that are kept.
    package static let most = 5_000
    /// The largest body that is kept whole.
    package static let longestBody = 1 << 20
    /// The most bytes of bodies that are kept; bodies after them are cut.
    package static let room = 32 << 20

    private var kept = 0

    package init(_ format: RecordingFormat) { self.format = format }

    /// Adds an exchange that was just made.
    package mutating func append(_ exchange: RecordedExchange) { add(exchange) }

    /// Adds an exchange, or counts it if there are too many.
    mutating func add(_ exchange: RecordedExchange) {
        guard exchanges.count < Self.most else {
            beyond += 1
            return
        }
        var exchange = exchange
        let limit = min(Self.longestBody, Self.room - kept)
        if let count = exchange.answer?.body.count, count > limit {
            exchange.answer?.body = []
            exchange.answer?.isCut = true
        }
        if exchange.body.count > limit { exchange.body = [] }
        kept += exchange.body.count + (exchange.answer?.body.count ?? 0)
        exchanges.append(exchange)
    }

    /// Puts the exchanges in the order of their times; those without one stay where they are.
    mutating func sort() {
        guard exchanges.allSatisfy({ $0.time != nil }) else { return }
        exchanges.sort {
            let (one, other) = ($0.time?.milliseconds ?? 0, $1.time?.milliseconds ?? 0)
            return (one, $0.number) < (other, $1.number)
        }
    }
}
