// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

/// A deployment's answer to a call, with what the journal records.
package struct Answer: Sendable {
    /// A response with the verdicts that shaped it, most specific first.
    package struct Sent: Sendable {
        package var response: Response
        package var verdict: [Verdict]
        /// The milliseconds of the deployment's clock that pass before it is sent.
        package var delay: Int64 = 0
    }

    /// The door that answered, or `nil` where nothing answers.
    package var door: Door?
    /// The authenticated caller: a user name, an app's client id, or `nil`.
    package var user: String?
    /// The response. If it is deferred, the door, the order and the effects are decided, and only the bytes are missing.
    package var sent: Deferrable<Sent>
    /// What has to be known first: the call is answered once it is asked again with the result.
    package var errand: Errand?
}
