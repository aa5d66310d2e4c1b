// SPDX-License-Identifier: Apache-2.0

import Facts

/// An operation that a client asked a server to run by itself.
struct ServerJob: Sendable, Codable {
    var id: String
    var operation: String
    var started: Instant
    /// When it ends.
    var ends: Instant
}
