// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

/// A deployment's answer to a call: the response, or the work that creates it, with what the journal records.
package struct Answer: Sendable {
    /// A response with the verdicts that shaped it, most specific first.
    package struct Sent: Sendable {
        package var response: Response
        package var verdict: [Verdict]
    }

    package enum Result: Sendable {
        case ready(Sent)
        /// Slow work. The door, the order and the effects are decided; this creates the bytes from immutable values, on
        /// any thread.
        case later(@Sendable () -> Sent)
    }

    /// The door that answered, or `nil` where nothing answers.
    package var door: Door?
    /// The authenticated caller: a user name, an app's client id, or `nil`.
    package var user: String?
    package var result: Result
}
