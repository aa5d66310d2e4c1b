// SPDX-License-Identifier: Apache-2.0

import Facts

/// An invitation to a group, which waits for its user.
struct GroupInvitation: Sendable, Codable {
    /// `G` and 32 hexadecimal digits.
    var id: String
    var group: String
    var username: String
    var from: String
    var received: Instant

    /// How long it is valid: 14 days (captured).
    static let minutes: Int64 = 14 * 24 * 60
}
