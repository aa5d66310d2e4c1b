// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

/// What a deployment says to a call: the response or the work that makes it, and what the journal keeps beside it.
package struct Answer: Sendable {
    /// A response and the verdicts that shaped it, most telling first.
    package struct Sent: Sendable {
        package var response: Response
        package var verdict: [Verdict]
    }

    package enum Result: Sendable {
        case ready(Sent)
        /// Slow: the door, the order and the effects are decided; this makes the bytes from immutable values, anywhere.
        case later(@Sendable () -> Sent)
    }

    /// The door it came to; `nil` where nothing answers.
    package var door: Door?
    /// Who the caller turned out to be: a user name, an app's client id, or `nil`.
    package var user: String?
    package var result: Result
}
