// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Lockout {
    /// Why nobody of that name is let in now; `nil` if the account is not locked.
    func verdict(_ username: String, at now: Instant) -> Verdict? {
        guard let until, now < until else { return nil }
        return Verdict(
            Identity.Rules.lockedOut,
            facts: [.init("username", username), .init("lockedUntil", ISO8601.format(until))],
            wouldPass: "the right password after \(ISO8601.format(until))")
    }
}
