// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Replication
import Trust

/// From a request to its record.
extension DeploymentReplica {
    func take(_ request: Request, on connection: Connection, then: @escaping @Sendable (OutgoingResponse) -> Void) {
        let asked = Asked(
            request: request, connection: shared(connection), began: MonotonicClock.nanoseconds, then: then)
        switch bridge.control.sharing(request, from: connection.peerAddress) {
        case .notControl where request.body.count > Bridge.small:
            // The reading of a large one would hold up others.
            Workers.shared.post { [self] in ask(asked) }
        case .notControl: ask(asked)
        case .refused(let response): then(OutgoingResponse(response))
        case .here: answerHere(asked)
        case .afterAll:
            guard replicator.link == .well else { return answerHere(asked) }
            submit(.mark, .mark { [self] in EventLoop.shared.post { self.answerHere(asked) } })
        case .byAll:
            guard canChange else { return refuse(control: asked, isHandedOver: false) }
            let deadline = state.withLock { $0.clock.base } + log.patience.change
            submit(
                .control(request, isSecure: connection.tls != nil, deadline: deadline),
                .control(asked, deadline: deadline))
        }
    }

    private var canChange: Bool {
        switch replicator.link {
        case .well, .silent: true
        case .gone, .lost: false
        }
    }

    private func answerHere(_ asked: Asked) {
        switch bridge.control.answer(asked.request, on: asked.connection) {
        case .ready(let outgoing)?: asked.then(outgoing)
        case .deferred(let work)?: Workers.shared.post { asked.then(work()) }
        case .waiting(let work)?: Workers.clients.post { asked.then(work()) }
        case nil: ask(asked)
        }
    }

    /// What would come of a request now.
    private enum Guess {
        case same(Answer, SideNotes, at: Instant, changes: UInt64)
        case needs(Errand, era: Int)
        case changes
    }

    /// Answers a request on the state as it is here, and takes back what that has changed.
    private func guess(_ asked: Asked, _ state: inout InstanceState) -> Guess {
        let now = state.clock.now
        var call = Call(request: asked.request, now: now, connection: asked.connection)
        call.errands = asked.errands
        let (deployment, faults) = (state.deployment, state.faults)
        state.deployment.collectNotes()
        let (answer, _) = state.faults.answer(call, &state.deployment)
        let notes = state.deployment.takeNotes()
        let isUnchanged = state.deployment.isUnchanged(since: deployment) && state.faults.isUnchanged(since: faults)
        if !isUnchanged {
            state.deployment.takeBack(to: deployment)
            state.faults = faults
        }
        if let errand = answer.errand { return .needs(errand, era: state.era) }
        return isUnchanged ? .same(answer, notes, at: now, changes: state.changes) : .changes
    }

    /// Asks; `isFinal` if all that was confirmed before the request came is known here, so that an answer holds
    /// whatever else happens.
    func ask(_ asked: Asked, isFinal: Bool = false) {
        switch state.withLock({ guess(asked, &$0) }) {
        case .same(let answer, let notes, let now, let changes):
            answered(asked, answer, notes, at: now, base: isFinal ? nil : changes)
        case .needs(let errand, let era):
            guard asked.errands.count < 4 else { return call(asked) }
            run(errand, era: era, for: asked)
        case .changes: call(asked)
        }
    }

    private func answered(_ asked: Asked, _ answer: Answer, _ notes: SideNotes, at now: Instant, base: UInt64?) {
        var sent: Answer.Sent?
        if case .ready(let made) = answer.sent { sent = made }
        let exchange = Exchange(
            number: 0, at: now, connection: asked.connection, received: .request(asked.request), door: answer.door,
            user: answer.user, response: sent?.response, verdict: sent?.verdict ?? [],
            micros: sent == nil ? 0 : micros(since: asked.began))
        let local = Local(sent: answer.sent, user: answer.user, at: now)
        if replicator.link == .well {
            submit(.answered(exchange, notes, base: base), .answered(asked, local))
        } else {
            give(local, to: asked, record: submit(.answered(exchange, notes, base: nil)))
        }
    }

    /// Has a request answered by all.
    func call(_ asked: Asked) {
        guard canChange else { return refuse(asked, isHandedOver: false) }
        let deadline = state.withLock { $0.clock.base } + log.patience.change
        submit(
            .call(asked.request, asked.connection, asked.errands, deadline: deadline),
            .call(asked, deadline: deadline))
    }

    /// Runs an errand beside the loop, and asks again.
    func run(_ errand: Errand, era: Int, for asked: Asked) {
        Workers.clients.post { [self, bridge] in
            var asked = asked
            asked.errands[errand] =
                switch errand {
                case .request(let request): BackChannel.run(request, trusting: bridge.authority)
                case .ticket(let ticket): bridge.tickets.run(ticket, era: era)
                case .key(let size): Errand.makeKey(size)
                // Replicas make every edit in its turn: nobody asks for one aside.
                case .edit: .failure("not tried")
                }
            ask(asked)
        }
    }

    /// Sends an answer that was made here. `record` is the number of its record, if there is one.
    func give(_ local: Local, to asked: Asked, record: UInt64?) {
        give(local.sent, effects: [], from: local.at, user: local.user, to: asked, record: record)
    }

    func give(
        _ sent: Deferrable<Answer.Sent>, effects: [Effect], from now: Instant, user: String?, to asked: Asked,
        record: UInt64?
    ) {
        switch sent {
        case .ready(let sent): asked.then(OutgoingResponse(sent.response, effects: effects + held(sent, from: now)))
        case .deferred(let work), .waiting(let work):
            Workers.shared.post { [self] in
                let sent = work()
                if let record {
                    submit(
                        .finished(
                            of: record, sent.response, user: user,
                            Exchange.Judgment(verdict: sent.verdict, micros: micros(since: asked.began))))
                }
                let now = state.withLock { $0.clock.now }
                asked.then(OutgoingResponse(sent.response, effects: effects + held(sent, from: now)))
            }
        }
    }

    private func held(_ sent: Answer.Sent, from now: Instant) -> [Effect] {
        sent.delay > 0 ? [state.withLock { bridge.hold(sent.delay, from: now, $0) }] : []
    }

    func micros(since began: Int64) -> Int { Int((MonotonicClock.nanoseconds - began) / 1000) }

    // MARK: refusals

    func refuse(_ asked: Asked, isHandedOver: Bool) {
        let verdict = Replicas.verdict(isHandedOver: isHandedOver, engine: words)
        let (answer, now) = state.withLock { state in
            let now = state.clock.now
            let call = Call(request: asked.request, now: now, connection: asked.connection)
            return (state.deployment.refuse(unshared: call, verdict), now)
        }
        let sent = answer.sent.get()
        submit(
            .answered(
                Exchange(
                    number: 0, at: now, connection: asked.connection, received: .request(asked.request),
                    door: answer.door, response: sent.response, verdict: sent.verdict,
                    micros: micros(since: asked.began)), SideNotes(), base: nil))
        asked.then(OutgoingResponse(sent.response))
    }

    func refuse(control asked: Asked, isHandedOver: Bool) {
        let verdict = Replicas.verdict(isHandedOver: isHandedOver, engine: words)
        let failure = ControlFailure(
            503, isHandedOver ? "unconfirmed" : "engine-gone", "\(verdict.rule.summary) \(words).")
        asked.then(OutgoingResponse(failure.response))
    }

    /// Lets go of what has waited too long: an answer that is made goes, a change is refused.
    func sweep(_ now: Int64) {
        let bytes = replicator.place.bytes - table.withLock { $0.snapshots.kept?.bytes ?? 0 }
        if let warning = table.withLock({ $0.growth.warning(at: bytes) }) { bridge.log?.tell(warning, "warning") }
        announceLate(now)
        retry(now)
        let waits = table.withLock { !$0.waiting.isEmpty }
        guard waits else { return }
        let (link, base) = (replicator.link, state.withLock { $0.clock.base })
        let patience = log.patience.answer
        let late = table.withLock { table -> [(UInt64, Waiting)] in
            let late = table.waiting.filter { _, waiting in
                switch waiting.what {
                case .answered, .mark: link != .well || now - waiting.since > patience
                // Half a second more, so that no replica takes for in time what is given up here.
                case .call(_, let deadline), .control(_, let deadline): base > deadline + 500
                }
            }
            for number in late.keys { table.waiting[number] = nil }
            return late.map { ($0.key, $0.value.what) }
        }
        for (number, waiting) in late {
            switch waiting {
            case .answered(let asked, let local): give(local, to: asked, record: number)
            case .mark(let body): body()
            case .call(let asked, _): refuse(asked, isHandedOver: replicator.isHandedOver(number))
            case .control(let asked, _): refuse(control: asked, isHandedOver: replicator.isHandedOver(number))
            }
        }
    }
}
