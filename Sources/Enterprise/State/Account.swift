// SPDX-License-Identifier: Apache-2.0

/// A user known to a site: what the scenario says, and what has happened since.
package struct Account: Sendable {
    package var username: String
    package var password: String
    package var provider: Scenario.User.Provider
    package var role: String
    package var fullName: String
    package var email: String
    package var isDisabled: Bool
    /// The identity provider's name for the user; `nil` is the user name.
    package var nameID: String?
    /// The count that invalidates every token of this user, raised by a changed password. Tokens carry the count of
    /// their creation.
    package var epoch: UInt16 = 0

    /// The failed sign-ins.
    package var lockout = Lockout()

    package var isAdministrator: Bool { role == "org_admin" }
}
