// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A notification of a member.
struct MemberNotification: Sendable, Codable {
    var id: String
    /// `message_received`, `group_join`.
    var type: String
    var username: String
    var received: Instant
    var data: JSON
}
