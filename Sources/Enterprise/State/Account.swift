// SPDX-License-Identifier: Apache-2.0

/// A person a site knows: what was written of them, and what has happened to them since.
package struct Account: Sendable {
    package var username: String
    package var password: String
    package var provider: Scenario.User.Provider
    package var role: String
    package var fullName: String
    package var email: String
    package var isDisabled: Bool
    /// What the identity provider calls the user; `nil` is the user name.
    package var nameID: String?
    /// Counts what kills every token of this person: a changed password. Tokens carry the number they were made under.
    package var epoch: UInt16 = 0

    /// Its wrong passwords.
    package var lockout = Lockout()

    package var isAdministrator: Bool { role == "org_admin" }
}
