// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Lockout {
    /// Returns the refusal of a locked account, or `nil` if it is not locked.
    func verdict(_ username: String, at now: Instant) -> Verdict? {
        guard let until, now < until else { return nil }
        return Verdict(
            Identity.Rules.lockedOut,
            facts: [.init("username", username), .init("lockedUntil", ISO8601.format(until))],
            wouldPass: "the right password after \(ISO8601.format(until))")
    }
}
