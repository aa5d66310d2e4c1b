// SPDX-License-Identifier: Apache-2.0

package import Facts

/// A user known to a site: what the scenario says, and what has happened since.
package struct Account: Sendable, Codable {
    package var username: String
    package var password: String
    package var provider: Scenario.User.Provider
    package var role: String
    package var fullName: String
    package var email: String
    package var isDisabled: Bool
    /// The identity provider's name for the user; `nil` is the user name.
    package var nameID: String?
    /// Who may see the profile.
    package var access = Scenario.User.Access.organization
    package var description: String?
    package var licenseType = "creatorUT"
    /// The roles of a user of a server's own store.
    package var roles: [String] = []
    /// The role that the scenario gave a user of a server's own store, once a role of the store has a privilege.
    package var givenRole: String?
    /// A Boolean value that indicates whether the member signs in with a second factor.
    package var hasSecondFactor = false
    /// The secret of one-time passwords; `nil`: the code is always the same.
    package var oneTimeSecret: [UInt8]?
    /// The last step of time whose password was used: none is good twice (RFC 6238 section 5.2).
    package var lastOneTimeStep: Int64?
    /// Codes that are good once, in place of a second factor's.
    package var recoveryCodes: [String] = []
    /// What the identity provider says of the member.
    package var claims = ProviderClaims()
    /// What the sign-in page asks the member for at the first sign-in.
    package var firstSignIn = Scenario.User.FirstSignIn.done
    /// The bytes that the member's items may have; `nil` is what everybody has.
    package var storageQuota: Int?
    /// The count that invalidates every token of this user, raised by a changed password. Tokens carry the count of
    /// their creation.
    package var epoch: UInt16 = 0
    /// A Boolean value that indicates whether the account was deleted.
    package var isGone = false

    /// The earlier passwords, newest first, which a policy may forbid.
    package var formerPasswords: [String] = []
    /// The time of the last change of the password; `nil`: it is as old as the portal.
    package var passwordChanged: Instant?
    /// A Boolean value that indicates whether the password ended, and a new one is wanted at the next sign-in.
    package var isPasswordExpired = false
    /// The time of its creation by a client; `nil`: it is as old as the portal.
    package var created: Instant?
    package var modified: Instant?
    package var tags: [String] = []
    /// The keys of the profile that a client set, by their names in a user object.
    package var profile: [String: String] = [:]

    /// The failed sign-ins.
    package var lockout = Lockout()

    package var isAdministrator: Bool { role == "org_admin" }

    /// Sets a new password: tokens end, and so does what was asked for because of the old one.
    package mutating func setPassword(_ new: String, at now: Instant) {
        formerPasswords.insert(password, at: 0)
        formerPasswords = Array(formerPasswords.prefix(24))
        password = new
        passwordChanged = now
        isPasswordExpired = false
        epoch &+= 1
    }
}
