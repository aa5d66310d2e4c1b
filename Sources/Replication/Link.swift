// SPDX-License-Identifier: Apache-2.0

/// How a replica stands with the engine.
package enum Link: Sendable, Hashable {
    case well
    /// There is a connection, and nothing has come over it for a while.
    case silent
    /// There is no connection, and the words why.
    case gone(String)
    /// What the engine had confirmed is not there any more, or cannot be read: the replica follows no longer.
    case lost(String)
}
