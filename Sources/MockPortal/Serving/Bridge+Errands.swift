// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Trust

/// What a call waits for, and what is sent while nobody waits.
extension Bridge {
    /// A call that waits for an errand, and the scenario that asked for it.
    struct Awaited: Sendable {
        var call: Call
        var errand: Errand
        var era: Int
        /// Why the answer is not what it would be, if a fault struck.
        var fault: Verdict?
        /// What the journal gets once the call has its place among the effects; `nil`: it has it.
        var exchange: Exchange?
    }

    /// Runs an errand and asks the deployment again, until it needs no other. A scenario that has begun in the meantime knows
    /// nothing of the call.
    func answer(_ awaited: Awaited, _ number: inout Int?) -> (Answer.Sent?, user: String?) {
        var call = awaited.call
        var next = awaited.errand
        for round in 1...4 {
            switch next {
            case .request(let asked): call.errands[next] = BackChannel.run(asked, trusting: authority)
            case .ticket(let ticket): call.errands[next] = tickets.run(ticket, era: awaited.era)
            case .key(let size): call.errands[next] = Errand.makeKey(size)
            case .edit(let edit):
                // One that was overtaken twice is made while others wait.
                if round < 3 { call.edit = edit.make() } else { call.makesEditsAside = false }
            }
            let (answer, sendings) = state.withLock { state -> (Answer?, [Told]) in
                // An edit that a reset overtook is one of the scenario that has begun: it has no effect before.
                guard state.era == awaited.era || awaited.exchange != nil else { return (nil, []) }
                var answer = state.deployment.answer(call)
                if let fault = awaited.fault {
                    answer = answer.shaped(by: fault, explains: state.deployment.explains)
                }
                if answer.errand == nil, number == nil, let exchange = awaited.exchange {
                    number = state.journal.note(exchange)
                }
                return (answer, payloads(&state))
            }
            tell(sendings)
            guard let answer else { break }
            guard let errand = answer.errand else { return (answer.sent.get(), answer.user) }
            next = errand
        }
        return (nil, nil)
    }

    /// A payload of a webhook on its way: of which scenario, and which portal.
    struct Told: Sendable {
        var era: Int
        var portal: Int
        var delivery: WebhookDelivery
    }

    func payloads(_ state: inout InstanceState) -> [Told] {
        let era = state.era
        return state.deployment.takeDeliveries().map { Told(era: era, portal: $0.portal, delivery: $0.delivery) }
    }

    /// Sends payloads beside the answers, which do not wait for them.
    func tell(_ told: [Told]) {
        for one in told {
            Workers.senders.post { [state, authority, replica = replica.withLock({ $0 })] in
                var reply = Errand.Reply.failure("not tried")
                for _ in 0..<one.delivery.attempts {
                    // Once it is reset or stopped, nobody hears of it any more.
                    guard state.withLock({ $0.era == one.era }) else { return }
                    reply = BackChannel.run(
                        one.delivery.request, trusting: authority, allowing: one.delivery.hosts)
                    if case .answer(let status, _) = reply, (200..<300).contains(status) { break }
                }
                if let replica { return replica.delivered(one, reply) }
                state.withLock { [reply] state in
                    guard state.era == one.era else { return }
                    state.deployment.delivered(reply, number: one.delivery.number, portal: one.portal)
                }
            }
        }
    }
}
