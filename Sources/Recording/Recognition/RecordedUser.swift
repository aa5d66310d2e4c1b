// SPDX-License-Identifier: Apache-2.0

/// A person that a recording shows.
package struct RecordedUser: Sendable, Hashable {
    package var username: String
    /// The password with which the person was let in, or `nil` if none was seen.
    package var password: String?
    /// The role that the site says, or `nil`.
    package var role: String?
    package var fullName: String?
    package var email: String?
    package var isEnterprise = false
    /// A Boolean value that indicates whether the site let the person in, or spoke of the person.
    package var isKnown = false

    init(_ username: String) { self.username = username }
}
