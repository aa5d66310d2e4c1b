// SPDX-License-Identifier: Apache-2.0

package import Facts
import Formats

extension Answer {
    /// Returns the answer with the verdict of a fault that shaped it.
    package func shaped(by verdict: Verdict, explains: Bool) -> Answer {
        var shaped = self
        shaped.sent = sent.map { $0.shaped(by: verdict, explains: explains) }
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
