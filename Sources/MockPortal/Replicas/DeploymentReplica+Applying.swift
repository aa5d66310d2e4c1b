// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Replication
import Trust

/// From a record of the log to its effects: the same at every replica, on one thread, in the order of the log.
extension DeploymentReplica {
    func apply(_ delivered: Delivered) {
        guard let record = try? ReplicaRecord(delivered.record) else { return }
        let waiting = table.withLock { table -> Waiting? in
            table.origins = max(table.origins, delivered.origin + 1)
            table.present.insert(delivered.origin)
            return delivered.isOwn ? table.waiting.removeValue(forKey: delivered.number)?.what : nil
        }
        let name = RecordName(origin: delivered.origin, number: delivered.number)
        switch record {
        case .hello:
            guard delivered.isOwn else { return }
            table.withLock { ($0.index, $0.hasJoined) = (delivered.origin, true) }
            reconcile()
        case .mark:
            if case .mark(let body)? = waiting { body() }
        case .answered(let exchange, let notes, let base):
            answered(exchange, notes, base: base, name, isOwn: delivered.isOwn, waiting)
        case .call(let request, let connection, let errands, let deadline):
            guard delivered.milliseconds <= deadline else { return late(waiting) }
            called(request, connection, errands, at: delivered.milliseconds, name, waiting)
        case .control(let request, let isSecure, let deadline):
            guard delivered.milliseconds <= deadline else { return late(waiting) }
            controlled(request, isSecure: isSecure, at: delivered.milliseconds, waiting)
        case .finished(let number, let response, let user, let judgment):
            finished(
                RecordName(origin: delivered.origin, number: number), response, user: user, judgment,
                isOwn: delivered.isOwn)
        case .delivered(let era, let portal, let number, let reply):
            state.withLock { state in
                guard state.era == era else { return }
                state.deployment.delivered(reply, number: number, portal: portal)
                state.changes += 1
            }
        case .met(let stage, let at, let exchange):
            let number = state.withLock { state in
                _ = state.faults.meet(stage, at)
                state.changes += 1
                return exchange.map { state.journal.note($0) }
            }
            if let number { tell(number, isOwn: delivered.isOwn) }
        case .closed(let connection):
            state.withLock { state in
                state.deployment.closed(connection)
                state.changes += 1
            }
        case .snapshot(let number): snapshotAsked(number, isOwn: delivered.isOwn)
        case .serves(let number): served(number, by: delivered.origin)
        case .kept(let position, let bytes): table.withLock { $0.snapshots.kept = (position, bytes) }
        }
    }

    /// Refuses what the engine took too late.
    private func late(_ waiting: Waiting?) {
        switch waiting {
        case .call(let asked, _)?: refuse(asked, isHandedOver: false)
        case .control(let asked, _)?: refuse(control: asked, isHandedOver: false)
        default: break
        }
    }

    private func answered(
        _ exchange: Exchange, _ notes: SideNotes, base: UInt64?, _ name: RecordName, isOwn: Bool, _ waiting: Waiting?
    ) {
        let noted = state.withLock { state -> Int? in
            guard base == nil || base == state.changes else { return nil }
            state.deployment.take(notes)
            return state.journal.note(exchange)
        }
        if let noted {
            keep(noted, exchange, name)
            tell(noted, isOwn: isOwn && exchange.response != nil)
        }
        guard isOwn else { return }
        guard case .answered(let asked, let local)? = waiting else {
            // It was sent while the engine said nothing, and holds no longer: it is noted as it was sent.
            if noted == nil { submit(.answered(exchange, notes, base: nil)) }
            return
        }
        if noted != nil {
            give(local, to: asked, record: name.number)
        } else {
            // All that was confirmed before it came is known here by now.
            ask(asked, isFinal: true)
        }
    }

    /// Remembers that the answer of an exchange is still being made.
    private func keep(_ number: Int, _ exchange: Exchange, _ name: RecordName) {
        guard case .request = exchange.received, exchange.response == nil else { return }
        table.withLock { $0.unfinished[name] = number }
    }

    private struct Called: Sendable {
        var answer: Answer
        var at: Instant
        var number: Int
        var effects: [Effect]
        var told: [Bridge.Told]
    }

    private func called(
        _ request: Request, _ connection: Connection, _ errands: [Errand: Errand.Reply], at moment: Int64,
        _ name: RecordName, _ waiting: Waiting?
    ) {
        var asked: Asked?
        if case .call(let waiting, _)? = waiting { asked = waiting }
        let (called, errand, era) = state.withLock { state -> (Called?, Errand?, Int) in
            state.clock.pin(at: moment)
            defer { state.clock.release() }
            state.changes += 1
            let now = state.clock.now
            var call = Call(request: request, now: now, connection: connection)
            call.errands = errands
            let (deployment, faults) = (state.deployment, state.faults)
            let (answer, struck) = state.faults.answer(call, &state.deployment)
            // What was changed meanwhile has it ask for something else. A fault strikes once, when it has that.
            if let errand = answer.errand, errands.count < 4 {
                state.deployment.takeBack(to: deployment)
                state.faults = faults
                return (nil, errand, state.era)
            }
            let effects = struck.map { bridge.effects($0.effect, from: now, state) } ?? []
            var sent: Answer.Sent?
            if case .ready(let made) = answer.sent { sent = made }
            let exchange = Exchange(
                number: 0, at: now, connection: connection, received: .request(request), door: answer.door,
                user: answer.user, response: sent?.response, verdict: sent?.verdict ?? [], fault: struck?.id,
                micros: asked.map { micros(since: $0.began) } ?? 0)
            let number = state.journal.note(exchange)
            if sent == nil { table.withLock { $0.unfinished[name] = number } }
            let told = bridge.payloads(&state)
            return (
                Called(answer: answer, at: now, number: number, effects: effects, told: told), nil, state.era
            )
        }
        if let called { tell(called.number, isOwn: asked != nil && table.withLock { $0.unfinished[name] == nil }) }
        guard let asked else { return }
        if let errand { return run(errand, era: era, for: asked) }
        guard let called else { return }
        bridge.tell(called.told)
        give(
            called.answer.sent, effects: called.effects, from: called.at, user: called.answer.user, to: asked,
            record: name.number)
    }

    private func controlled(_ request: Request, isSecure: Bool, at moment: Int64, _ waiting: Waiting?) {
        state.withLock { $0.clock.pin(at: moment) }
        let response = bridge.control.perform(request, isSecure: isSecure)
        if request.method == "PUT", request.target.path == "/_mock/scenario", response.status == 200 {
            table.withLock { $0.scenario = (request, isSecure) }
        }
        state.withLock { state in
            state.clock.release()
            state.changes += 1
        }
        var asked: Asked?
        if case .control(let waiting, _)? = waiting { asked = waiting }
        if begin(for: asked) { return }
        guard let asked else { return }
        asked.then(OutgoingResponse(response))
    }

    private func finished(
        _ name: RecordName, _ response: Response, user: String?, _ judgment: Exchange.Judgment, isOwn: Bool
    ) {
        guard let number = table.withLock({ $0.unfinished.removeValue(forKey: name) }) else { return }
        state.withLock { state in
            state.journal.change(number) { exchange in
                exchange.response = response
                exchange.verdict = judgment.verdict
                exchange.user = user ?? exchange.user
                exchange.micros = judgment.micros
            }
        }
        tell(number, isOwn: isOwn)
    }

    /// Tells of an exchange: everybody who looks on here, and the log of the replica that was asked.
    private func tell(_ number: Int, isOwn: Bool) {
        if isOwn { bridge.tell(number) } else { bridge.live.tell(.exchange(number)) }
    }
}
