// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Answers that a fault gives instead of the deployment.
extension Deployment {
    /// A response as it was written, with nothing of the site's own but Date and the explaining header.
    func answer(_ call: Call, _ canned: Fault.Canned, _ verdict: Verdict, _ door: Door?) -> Answer {
        var fields = canned.headers.map { Response.Field($0.name, $0.value) }
        if !fields.contains(where: { ASCII.equal($0.name, "date") }) {
            fields.append(.init("Date", HTTPDate.format(call.now)))
        }
        if explains { fields.append(.init(ResponseEncoder.header, verdict.rule.id)) }
        let response = Response(status: canned.status, fields: fields, body: canned.body)
        return Answer(door: door, user: nil, result: .ready(Answer.Sent(response: response, verdict: [verdict])))
    }
}

extension Answer {
    /// The same answer, told to be shaped by a fault.
    func shaped(by verdict: Verdict, explains: Bool) -> Answer {
        var shaped = self
        switch result {
        case .ready(let sent): shaped.result = .ready(sent.shaped(by: verdict, explains: explains))
        case .later(let work): shaped.result = .later { work().shaped(by: verdict, explains: explains) }
        }
        return shaped
    }
}

extension Answer.Sent {
    func shaped(by verdict: Verdict, explains: Bool) -> Answer.Sent {
        var shaped = self
        shaped.verdict.insert(verdict, at: 0)
        guard explains else { return shaped }
        if let index = response.fields.firstIndex(where: { $0.name == ResponseEncoder.header }) {
            shaped.response.fields[index].value = "\(verdict.rule.id), \(response.fields[index].value)"
        } else {
            shaped.response.fields.append(.init(ResponseEncoder.header, verdict.rule.id))
        }
        return shaped
    }
}
