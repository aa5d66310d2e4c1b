// SPDX-License-Identifier: Apache-2.0

import Facts

/// An invitation to the organization, which waits for somebody who has no account yet.
struct OrganizationInvitation: Sendable, Codable {
    /// `O` and 32 hexadecimal digits.
    var id: String
    var email: String
    var username: String
    var role: String
    var licenseType: String?
    var from: String
    var received: Instant
    var expires: Instant
}
