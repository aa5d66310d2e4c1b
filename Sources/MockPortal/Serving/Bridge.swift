import Engine
import Enterprise
import Facts
import Formats
import Trust

/// Between the engine, which knows bytes, and the deployment, which knows portals: takes the lock, keeps the journal.
final class Bridge: Service {
    let live: Lock<Live>
    private let log: Log?
    private let control: Control

    init(live: Lock<Live>, log: Log?, control: Control) {
        self.live = live
        self.log = log
        self.control = control
    }

    func answer(_ request: Request, on connection: Connection) -> Reply {
        if let response = control.answer(request, on: connection, live) { return .now(Outgoing(response)) }
        let began = MonotonicClock.nanoseconds
        let (number, result) = live.withLock { live -> (Int, Answer.Result) in
            let now = live.clock.now
            let answer = live.deployment.answer(Call(request: request, now: now, connection: connection))
            var exchange = Exchange(
                number: 0, at: now, connection: connection, received: .request(request), door: answer.door,
                user: answer.user)
            if case .ready(let sent) = answer.result {
                exchange.response = sent.response
                exchange.because = sent.because
                exchange.micros = Int((MonotonicClock.nanoseconds - began) / 1000)
            }
            return (live.journal.note(exchange), answer.result)
        }
        switch result {
        case .ready(let sent):
            tell(number)
            return .now(Outgoing(sent.response))
        case .later(let work):
            return .later { [self] in
                let sent = work()
                live.withLock { live in
                    live.journal.change(number) { exchange in
                        exchange.response = sent.response
                        exchange.because = sent.because
                        exchange.micros = Int((MonotonicClock.nanoseconds - began) / 1000)
                    }
                }
                tell(number)
                return Outgoing(sent.response)
            }
        }
    }

    func answer(unreadable failure: ReadFailure, on connection: Connection) -> Response? {
        let text = "\(failure.status) \(ResponseWriter.reason(failure.status)): \(failure.reason)\n"
        let number = live.withLock { live in
            let now = live.clock.now
            let response = Response(
                status: failure.status,
                fields: [.init("Content-Type", "text/plain;charset=utf-8"), .init("Date", HTTPDate.format(now))],
                body: Array(text.utf8))
            return live.journal.note(
                Exchange(
                    number: 0, at: now, connection: connection, received: .unreadable(failure), response: response))
        }
        tell(number)
        return live.withLock { $0.journal[number]?.response }
    }

    func handshakeFailed(_ reason: String, on connection: Connection) {
        let number = live.withLock { live in
            live.journal.note(
                Exchange(number: 0, at: live.clock.now, connection: connection, received: .handshake(reason)))
        }
        tell(number)
    }

    func closed(_ connection: Connection) {
        live.withLock { $0.deployment.closed(connection.id) }
    }

    private func tell(_ number: Int) {
        guard let log, let exchange = live.withLock({ $0.journal[number] }) else { return }
        log.write(exchange)
    }
}
