// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Trust

/// The bridge between the engine, which knows bytes, and the deployment, which knows portals. It takes the lock and
/// keeps the journal.
final class Bridge: Service {
    private let state: Lock<InstanceState>
    private let log: Log?
    private let control: Control
    /// The certificate of the double's own authority, which its portals trust.
    private let authority: String
    private let tickets: TicketDesk
    private let live: Live

    init(_ instance: Instance, log: Log?) {
        authority = instance.authority.pem
        tickets = instance.tickets
        live = instance.live
        state = instance.state
        self.log = log
        control = Control(instance)
    }

    func answer(_ request: Request, on connection: Connection) -> Deferrable<OutgoingResponse> {
        if let answer = control.answer(request, on: connection) { return answer }
        let began = MonotonicClock.nanoseconds
        let (number, sent, effects, errand, told) = state.withLock {
            state -> (Int, Deferrable<Answer.Sent>, [Effect], Awaited?, [Told]) in
            let now = state.clock.now
            let call = Call(request: request, now: now, connection: connection)
            let (answer, struck) = state.faults.answer(call, &state.deployment)
            var effects = struck.map { self.effects($0.effect, from: now, state) } ?? []
            if case .ready(let sent) = answer.sent, sent.delay > 0 {
                effects.append(hold(sent.delay, from: now, state))
            }
            let awaited = answer.errand.map { Awaited(call: call, errand: $0, era: state.era) }
            let sent: Answer.Sent? = if awaited == nil, case .ready(let sent) = answer.sent { sent } else { nil }
            let exchange = Exchange(
                number: 0, at: now, connection: connection, received: .request(request), door: answer.door,
                user: answer.user, response: sent?.response, verdict: sent?.verdict ?? [], fault: struck?.id,
                micros: sent == nil ? 0 : Int((MonotonicClock.nanoseconds - began) / 1000))
            return (state.journal.note(exchange), answer.sent, effects, awaited, payloads(&state))
        }
        tell(told)
        if let errand {
            return .deferred { [self] in
                let (answered, user) = answer(errand)
                return finish(number, answered ?? sent.get(), effects, began, user: user)
            }
        }
        switch sent {
        case .ready(let sent):
            tell(number)
            return .ready(OutgoingResponse(sent.response, effects: effects))
        case .deferred(let work):
            return .deferred { [self] in
                let sent = work()
                guard sent.delay > 0 else { return finish(number, sent, effects, began) }
                let held = state.withLock { hold(sent.delay, from: $0.clock.now, $0) }
                return finish(number, sent, effects + [held], began)
            }
        }
    }

    /// A payload of a webhook on its way: of which scenario, and which portal.
    private struct Told: Sendable {
        var era: Int
        var portal: Int
        var delivery: WebhookDelivery
    }

    private func payloads(_ state: inout InstanceState) -> [Told] {
        let era = state.era
        return state.deployment.takeDeliveries().map { Told(era: era, portal: $0.portal, delivery: $0.delivery) }
    }

    /// Sends payloads beside the answers, which do not wait for them.
    private func tell(_ told: [Told]) {
        for one in told {
            Workers.senders.post { [state, authority] in
                var reply = Errand.Reply.failure("not tried")
                for _ in 0..<one.delivery.attempts {
                    reply = BackChannel.run(
                        one.delivery.request, trusting: authority, allowing: one.delivery.hosts)
                    if case .answer(let status, _) = reply, (200..<300).contains(status) { break }
                }
                state.withLock { [reply] state in
                    guard state.era == one.era else { return }
                    state.deployment.delivered(reply, number: one.delivery.number, portal: one.portal)
                }
            }
        }
    }

    /// Writes an answer that took a while into the journal.
    private func finish(
        _ number: Int, _ sent: Answer.Sent, _ effects: [Effect], _ began: Int64, user: String? = nil
    ) -> OutgoingResponse {
        state.withLock { state in
            state.journal.change(number) { exchange in
                exchange.response = sent.response
                exchange.verdict = sent.verdict
                exchange.user = user ?? exchange.user
                exchange.micros = Int((MonotonicClock.nanoseconds - began) / 1000)
            }
        }
        tell(number)
        return OutgoingResponse(sent.response, effects: effects)
    }

    /// A call that waits for an errand, and the scenario that asked for it.
    private struct Awaited: Sendable {
        var call: Call
        var errand: Errand
        var era: Int
    }

    /// Runs an errand and asks the deployment again, until it needs no other. A scenario that has begun in the meantime knows
    /// nothing of the call.
    private func answer(_ awaited: Awaited) -> (Answer.Sent?, user: String?) {
        var call = awaited.call
        var next = awaited.errand
        for _ in 0..<4 {
            call.errands[next] =
                switch next {
                case .request(let asked): BackChannel.run(asked, trusting: authority)
                case .ticket(let ticket): tickets.run(ticket, era: awaited.era)
                }
            let (answer, sendings) = state.withLock { state -> (Answer?, [Told]) in
                guard state.era == awaited.era else { return (nil, []) }
                return (state.deployment.answer(call), payloads(&state))
            }
            tell(sendings)
            guard let answer else { break }
            guard let errand = answer.errand else { return (answer.sent.get(), answer.user) }
            next = errand
        }
        return (nil, nil)
    }

    /// Returns the engine's effects on the bytes. A delay uses the deployment's clock: moving the clock releases the
    /// answer.
    private func effects(_ effect: Fault.Effect, from now: Instant, _ current: InstanceState) -> [Effect] {
        var effects: [Effect] = []
        if let delay = effect.delay { effects.append(hold(delay, from: now, current)) }
        if let misencoding = effect.misencoding { effects.append(.gzip(misencoding)) }
        if let delivery = effect.delivery { effects.append(.deliver(delivery)) }
        return effects
    }

    private func hold(_ delay: Int64, from now: Instant, _ current: InstanceState) -> Effect {
        let due = now.advanced(milliseconds: delay)
        return .hold(
            Hold(changes: current.clock.changes) { [state, era = current.era] in
                state.withLock { $0.era == era ? $0.clock.remaining(until: due) : 0 }
            })
    }

    func accepted(_ connection: Connection) -> ConnectionFault? { meet(.accept, connection) }

    func handshakes(_ connection: Connection) -> ConnectionFault? { meet(.handshake, connection) }

    private func meet(_ stage: Fault.Stage, _ connection: Connection) -> ConnectionFault? {
        let met = state.withLock { state -> (Int, ConnectionFault)? in
            let now = state.clock.now
            guard state.faults.watchesConnections, let struck = state.faults.meet(stage, now),
                let (fault, told) = struck.effect.connection
            else { return nil }
            var exchange = Exchange(
                number: 0, at: now, connection: connection,
                received: .handshake("\(told), as fault \(struck.id) wants"))
            exchange.fault = struck.id
            exchange.verdict = [struck.verdict]
            return (state.journal.note(exchange), fault)
        }
        guard let (number, fault) = met else { return nil }
        tell(number)
        return fault
    }

    func answer(unreadable failure: ReadFailure, on connection: Connection) -> Response? {
        let control = control.answer(unreadable: failure)
        let text = "\(failure.status) \(ResponseWriter.reason(failure.status)): \(failure.reason)\n"
        let number = state.withLock { state in
            let now = state.clock.now
            let response =
                control
                ?? Response(
                    status: failure.status,
                    fields: [.init("Content-Type", "text/plain;charset=utf-8"), .init("Date", HTTPDate.format(now))],
                    body: Array(text.utf8))
            return state.journal.note(
                Exchange(
                    number: 0, at: now, connection: connection, received: .unreadable(failure), response: response))
        }
        tell(number)
        return state.withLock { $0.journal[number]?.response }
    }

    func handshakeFailed(_ reason: String, on connection: Connection) {
        let number = state.withLock { state in
            state.journal.note(
                Exchange(number: 0, at: state.clock.now, connection: connection, received: .handshake(reason)))
        }
        tell(number)
    }

    func closed(_ connection: Connection) {
        state.withLock { $0.deployment.closed(connection.id) }
    }

    private func tell(_ number: Int) {
        live.tell(.exchange(number))
        guard let log, let exchange = state.withLock({ $0.journal[number] }) else { return }
        log.write(exchange)
    }
}
