// SPDX-License-Identifier: Apache-2.0

package import Facts

/// The users of a site, found by exact name, as `generateToken` compares, or in any case, as the sign-in page does
/// (Esri/collector-tools#91).
package struct Accounts: Sendable, Codable {
    package private(set) var list: [Account]
    /// The policy for wrong passwords that an administrator set; `nil`: the release's own.
    package var lockoutPolicy: Lockout.Policy?
    /// The policy for passwords that an administrator set; `nil`: none is enforced.
    package var passwordPolicy: PasswordPolicy?
    private var exact: [String: Int]
    private var folded: [String: Int]

    package init(_ list: [Account]) {
        self.list = list
        exact = Dictionary(list.enumerated().map { ($0.element.username, $0.offset) }) { first, _ in first }
        folded = Dictionary(list.enumerated().map { ($0.element.username.lowercased(), $0.offset) }) { first, _ in
            first
        }
    }

    /// Returns the number of the account with exactly that name.
    package func number(named name: String) -> Int? { exact[name] }
    /// Returns the number of the account with that name in any case.
    package func number(namedLike name: String) -> Int? { folded[name.lowercased()] }

    /// Adds a new user that an identity provider vouched for.
    mutating func append(_ account: Account) {
        exact[account.username] = list.count
        folded[account.username.lowercased()] = folded[account.username.lowercased()] ?? list.count
        list.append(account)
    }

    /// Removes an account. Its number stays, so that tokens of others keep their subjects; its own end.
    mutating func remove(_ number: Int) {
        exact[list[number].username] = nil
        folded[list[number].username.lowercased()] = nil
        list[number].isDisabled = true
        list[number].isGone = true
    }

    package subscript(number: Int) -> Account {
        get { list[number] }
        set { list[number] = newValue }
    }

    package var indices: Range<Int> { list.indices }
}

extension Accounts {
    /// Returns whether the password of an account ended: an administrator ended it, or it is older than the policy allows.
    package func isExpired(_ number: Int, at now: Instant) -> Bool {
        if list[number].isPasswordExpired { return true }
        guard let days = passwordPolicy?.expirationInDays, let changed = list[number].passwordChanged else {
            return false
        }
        return changed.advanced(days: days) <= now
    }
}
