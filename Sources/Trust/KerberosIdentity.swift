// SPDX-License-Identifier: Apache-2.0

/// Whom a Kerberos token vouches for, and to whom.
package struct KerberosIdentity: Sendable, Hashable {
    /// The client: `user@REALM`.
    package var principal: String
    /// The service whose ticket it was: `HTTP/host@REALM`.
    package var service: String
    /// What the client is to get, by which it knows the server; empty if it did not ask.
    package var answer: [UInt8]

    package init(principal: String, service: String, answer: [UInt8]) {
        self.principal = principal
        self.service = service
        self.answer = answer
    }
}
