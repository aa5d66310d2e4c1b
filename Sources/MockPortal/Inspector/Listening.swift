// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats
import Trust

/// One who listens, by Server-Sent Events: `hello` first, then an event for each exchange and each edit.
final class Listening: Sendable {
    /// The most that waits for a listener who does not read.
    static let limit = 1000
    /// The most that is written at once.
    private static let piece = 25
    /// How long nothing may come before a comment does, in milliseconds.
    private static let heartbeat: Int64 = 15_000

    private struct Waiting {
        var isNew = true
        var news: [News] = []
        var dropped = 0

        mutating func append(_ one: News) {
            news.append(one)
            // In bulk, because removing from the front of an array is expensive.
            guard news.count >= 2 * Listening.limit else { return }
            dropped += news.count - Listening.limit
            news.removeFirst(news.count - Listening.limit)
        }
    }

    private let waiting = Lock(Waiting())
    private let changes = ChangeNotifier()
    private unowned let instance: Instance
    /// A Boolean value that indicates whether the listener may change what it sees.
    let isFull: Bool

    init(_ instance: Instance, isFull: Bool) {
        self.instance = instance
        self.isFull = isFull
    }

    func hear(_ news: News) {
        waiting.withLock { $0.append(news) }
        changes.notify()
    }

    /// Puts what the journal has after a number before what is new. What comes meanwhile may come twice.
    func recall(after number: Int) {
        let journal = instance.state.withLock { $0.journal }
        let known = journal.exchanges.map { ($0.number, News.exchange($0.number)) }
        let edits = journal.edits.map { ($0.number, News.edit($0)) }
        let past = (known + edits).filter { $0.0 > number }.sorted { $0.0 < $1.0 }.map(\.1)
        waiting.withLock { waiting in
            let kept = past.suffix(Listening.limit)
            // What the journal itself has dropped was not heard either.
            waiting.dropped += past.count - kept.count + (number == 0 ? journal.dropped : 0)
            waiting.news = kept + waiting.news
        }
    }

    /// The body of the answer.
    var feed: Feed {
        Feed(changes: changes, heartbeat: Array(": still here\n\n".utf8), every: Listening.heartbeat) { self.next() }
    }

    /// Returns the next events, or nothing if there is none.
    func next() -> [UInt8] {
        let (isNew, dropped, news, isMore) = waiting.withLock { waiting in
            let news = Array(waiting.news.prefix(Listening.piece))
            waiting.news.removeFirst(news.count)
            defer { (waiting.isNew, waiting.dropped) = (false, 0) }
            return (waiting.isNew, waiting.dropped, news, !waiting.news.isEmpty)
        }
        guard isNew || dropped > 0 || !news.isEmpty else { return [] }
        var out: [UInt8] = []
        instance.state.withLock { state in
            let clock = Control.clockFace(&state)
            if isNew { Listening.write("hello", .object(hello(state) + [.init("clock", clock)]), to: &out) }
            if dropped > 0 { Listening.write("dropped", .object([.init("count", .int(dropped))]), to: &out) }
            for one in news {
                switch one {
                case .exchange(let number):
                    // It may have been dropped, or cleared.
                    guard let exchange = state.journal[number] else { continue }
                    Listening.write("exchange", exchange.summary, id: number, to: &out)
                case .edit(let edit):
                    let told = JSON.object((edit.json.members ?? []) + [.init("clock", clock)])
                    Listening.write("edit", told, id: edit.number, to: &out)
                case .cleared: Listening.write("cleared", .object([]), to: &out)
                }
            }
        }
        // All of it may be gone; then the rest is asked for at once.
        return out.isEmpty ? (isMore ? next() : []) : out
    }

    private func hello(_ state: InstanceState) -> [JSON.Member] {
        [
            .init("version", .string(MockEnterprise.version)),
            .init("access", .string(isFull ? "full" : "read")),
            .init("scenario", .string(instance.scenario.name)), .init("title", .string(instance.scenario.title)),
            .init("total", .int(state.journal.total)), .init("last", .int(state.journal.lastNumber)),
        ]
    }

    /// Writes an event (HTML, section 9.2): JSON has no line ends.
    private static func write(_ event: String, _ data: JSON, id: Int? = nil, to out: inout [UInt8]) {
        out += "event: \(event)\n".utf8
        if let id { out += "id: \(id)\n".utf8 }
        out += "data: ".utf8
        out += JSONWriter.json(data)
        out += "\n\n".utf8
    }
}
