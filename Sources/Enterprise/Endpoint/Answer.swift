// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

/// What a deployment says to a call, and what the journal keeps beside it.
package struct Answer: Sendable {
    /// A response and the verdicts that shaped it, most telling first.
    package struct Sent: Sendable {
        package var response: Response
        package var verdict: [Verdict]
    }

    /// The door it came to; `nil` where nothing answers.
    package var door: Door?
    /// Who the caller turned out to be: a user name, an app's client id, or `nil`.
    package var user: String?
    /// Where it is slow, the door, the order and the effects are decided, and only the bytes are still to be made.
    package var sent: Deferrable<Sent>
}
