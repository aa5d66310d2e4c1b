// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Trust

/// The bridge between the engine, which knows bytes, and the deployment, which knows portals. It takes the lock and
/// keeps the journal.
final class Bridge: Service {
    let state: Lock<InstanceState>
    let log: Log?
    let control: Control
    /// The certificate of the double's own authority, which its portals trust.
    let authority: String
    let tickets: TicketDesk
    let live: Live
    /// The replica that this deployment is, among several; `nil`: it is alone.
    let replica = Lock<DeploymentReplica?>(nil)
    let answersLater: Bool
    private typealias Parked = (
        request: Request, connection: Connection, then: @Sendable (OutgoingResponse) -> Void
    )
    /// The requests that wait until the replica has caught up; `nil`: it has.
    private let parked = Lock<[Parked]?>([])

    init(_ instance: Instance, log: Log?) {
        authority = instance.authority.pem
        tickets = instance.tickets
        live = instance.live
        state = instance.state
        self.log = log
        answersLater = instance.options.sharedLog != nil
        control = Control(instance)
    }

    /// The size of a body that is read on the loop, in bytes. The reading of a larger one would hold up others.
    static let small = 16 * 1024

    func answer(_ request: Request, on connection: Connection) -> Deferrable<OutgoingResponse> {
        guard request.body.count > Bridge.small else { return decide(request, on: connection) }
        // The deployment stays until a worker has come to it, even if it is stopped and let go meanwhile.
        return .deferred { [self, instance = control.instance] in
            withExtendedLifetime(instance) { decide(request, on: connection).get() }
        }
    }

    /// Numbers a request and answers it, here and now as far as that is quick.
    private func decide(_ request: Request, on connection: Connection) -> Deferrable<OutgoingResponse> {
        if let answer = control.answer(request, on: connection) { return answer }
        let began = MonotonicClock.nanoseconds
        var asked = Call(request: request, now: Instant(milliseconds: 0), connection: connection)
        asked.makesEditsAside = true
        if request.body.count > Bridge.small { asked.readParameters() }
        let (number, sent, effects, errand, told) = state.withLock {
            state -> (Int?, Deferrable<Answer.Sent>, [Effect], Awaited?, [Told]) in
            let now = state.clock.now
            var call = asked
            call.now = now
            let (answer, struck) = state.faults.answer(call, &state.deployment)
            var effects = struck.map { self.effects($0.effect, from: now, state) } ?? []
            // Built where it is noted: an exchange is large to copy.
            func exchange(_ sent: Answer.Sent?) -> Exchange {
                Exchange(
                    number: 0, at: now, connection: connection, received: .request(request), door: answer.door,
                    user: answer.user, response: sent?.response, verdict: sent?.verdict ?? [], fault: struck?.id,
                    micros: sent == nil ? 0 : Int((MonotonicClock.nanoseconds - began) / 1000))
            }
            if case .ready(let sent) = answer.sent {
                if sent.delay > 0 { effects.append(hold(sent.delay, from: now, state)) }
                if answer.errand == nil {
                    return (state.journal.note(exchange(sent)), answer.sent, effects, nil, payloads(&state))
                }
            }
            var awaited = answer.errand.map { Awaited(call: call, errand: $0, era: state.era, fault: struck?.verdict) }
            if case .edit = answer.errand {
                // Its number is its place among the effects, and it has none yet.
                awaited?.exchange = exchange(nil)
                return (nil, answer.sent, effects, awaited, payloads(&state))
            }
            return (state.journal.note(exchange(nil)), answer.sent, effects, awaited, payloads(&state))
        }
        tell(told)
        if let errand {
            let work = { @Sendable [self] in
                var number = number
                let (answered, user) = answer(errand, &number)
                return finish(number, held: answered ?? sent.get(), effects, began, user: user)
            }
            return switch errand.errand {
            // Of a server that may be this one, whose answers workers make.
            case .request, .ticket: .waiting(work)
            case .key, .edit: .deferred(work)
            }
        }
        switch sent {
        case .ready(let sent):
            if let number { tell(number) }
            return .ready(OutgoingResponse(sent.response, effects: effects))
        case .deferred(let work), .waiting(let work):
            return .deferred { [self] in finish(number, held: work(), effects, began) }
        }
    }

    /// Writes an answer that took a while into the journal, and holds it as long as it says itself.
    private func finish(
        _ number: Int?, held sent: Answer.Sent, _ effects: [Effect], _ began: Int64, user: String? = nil
    ) -> OutgoingResponse {
        guard sent.delay > 0 else { return finish(number, sent, effects, began, user: user) }
        let held = state.withLock { hold(sent.delay, from: $0.clock.now, $0) }
        return finish(number, sent, effects + [held], began, user: user)
    }

    /// Writes an answer that took a while into the journal.
    private func finish(
        _ number: Int?, _ sent: Answer.Sent, _ effects: [Effect], _ began: Int64, user: String? = nil
    ) -> OutgoingResponse {
        guard let number else { return OutgoingResponse(sent.response, effects: effects) }
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

    /// Returns the engine's effects on the bytes. A delay uses the deployment's clock: moving the clock releases the
    /// answer.
    func effects(_ effect: Fault.Effect, from now: Instant, _ current: InstanceState) -> [Effect] {
        var effects: [Effect] = []
        if let delay = effect.delay { effects.append(hold(delay, from: now, current)) }
        if let misencoding = effect.misencoding { effects.append(.gzip(misencoding)) }
        if let delivery = effect.delivery { effects.append(.deliver(delivery)) }
        return effects
    }

    func hold(_ delay: Int64, from now: Instant, _ current: InstanceState) -> Effect {
        let due = now.advanced(milliseconds: delay)
        return .hold(
            Hold(changes: current.clock.changes) { [state, era = current.era] in
                state.withLock { $0.era == era ? $0.clock.remaining(until: due) : 0 }
            })
    }

    func accepted(_ connection: Connection) -> ConnectionFault? { meet(.accept, connection) }

    func handshakes(_ connection: Connection) -> ConnectionFault? { meet(.handshake, connection) }

    private func meet(_ stage: Fault.Stage, _ connection: Connection) -> ConnectionFault? {
        if answersLater { return replica.withLock { $0 }?.meet(stage, connection) }
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
        let now = state.withLock { $0.clock.now }
        let response =
            control
            ?? Response(
                status: failure.status,
                fields: [.init("Content-Type", "text/plain;charset=utf-8"), .init("Date", HTTPDate.format(now))],
                body: Array(text.utf8))
        note(
            Exchange(number: 0, at: now, connection: connection, received: .unreadable(failure), response: response))
        return response
    }

    func handshakeFailed(_ reason: String, on connection: Connection) {
        let now = state.withLock { $0.clock.now }
        note(Exchange(number: 0, at: now, connection: connection, received: .handshake(reason)))
    }

    /// Records what was no request.
    private func note(_ exchange: Exchange) {
        if answersLater {
            replica.withLock { $0 }?.note(exchange)
        } else {
            tell(state.withLock { $0.journal.note(exchange) })
        }
    }

    func take(
        _ request: Request, on connection: Connection, then: @escaping @Sendable (OutgoingResponse) -> Void
    ) {
        let parked = parked.withLock { parked -> Bool in
            guard var list = parked else { return false }
            list.append((request, connection, then))
            parked = list
            return true
        }
        if !parked { replica.withLock { $0 }?.take(request, on: connection, then: then) }
    }

    /// Lets requests pass that came before the replica had caught up with the others.
    func open() {
        let waiting = parked.withLock { parked in
            defer { parked = nil }
            return parked ?? []
        }
        for one in waiting { replica.withLock { $0 }?.take(one.request, on: one.connection, then: one.then) }
    }

    func closed(_ connection: Connection) {
        if answersLater {
            replica.withLock { $0 }?.closed(connection)
        } else {
            state.withLock { $0.deployment.closed(connection.id) }
        }
    }

    func cannotAccept(_ reason: String) {
        log?.tell("no connection can be accepted, and those who connect wait: \(reason)", "warning")
    }

    func tell(_ number: Int) {
        live.tell(.exchange(number))
        guard let log, let exchange = state.withLock({ $0.journal[number] }) else { return }
        log.write(exchange)
    }
}
