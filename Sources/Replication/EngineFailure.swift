// SPDX-License-Identifier: Apache-2.0

/// Why an engine does not do what it is asked.
package struct EngineFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Cause: Sendable, Hashable {
        /// There is no library, or the address or the password is wrong: it will not be better the next time.
        case setup
        /// There is no connection, or it ended.
        case gone
        /// The engine says no.
        case refused
        /// The entries that come next were forgotten, for a snapshot that is kept has what they did.
        case behind
        /// What the engine had confirmed is not there any more.
        case lost
    }

    package var cause: Cause
    package var description: String

    package init(_ cause: Cause, _ description: String) {
        self.cause = cause
        self.description = description
    }
}
