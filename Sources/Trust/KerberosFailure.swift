// SPDX-License-Identifier: Apache-2.0

/// Why a token is not accepted.
package struct KerberosFailure: Error, Sendable, Hashable {
    package enum Cause: Sendable, Hashable, CaseIterable {
        /// There is no GSSAPI, or the keytab is of no use to it.
        case unavailable
        /// The ticket is for a key that the keytab does not have, or has with another number or content.
        case key
        /// By the clock of this machine the ticket or the token is too old, or not yet valid.
        case clock
        /// The token was here before.
        case replay
        /// The client wants to go on talking: another mechanism, or a second leg.
        case unfinished
        /// It is no token of Kerberos.
        case unreadable
    }

    package var cause: Cause
    /// What GSSAPI says of it.
    package var words: String

    package init(_ cause: Cause, _ words: String) {
        self.cause = cause
        self.words = words
    }

    /// Finds the cause in GSSAPI's words. Its numbers do not tell: each layer that passes an error on gives it another.
    /// The words are those of the C locale, which the process never leaves.
    package init(words: String) {
        let signs: [(Cause, [String])] = [
            (.replay, ["replay"]),
            (.clock, ["Clock skew", "expired", "not yet valid"]),
            (
                .key,
                [
                    "not found in keytab", "key table entry", "Key version", "Decrypt integrity", "Service key not",
                    "Wrong principal", "cannot decrypt ticket", "Cannot decrypt ticket", "Message stream modified",
                ]
            ),
            (.unavailable, ["keytab", "Key table", "No credentials"]),
        ]
        let cause = signs.first { $0.1.contains { words.contains($0) } }?.0
        self.init(cause ?? .unreadable, words)
    }
}
