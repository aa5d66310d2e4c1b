// SPDX-License-Identifier: Apache-2.0

import Formats

/// Events that change users: members of portals, users of a server's own store, site administrators.
extension Event {
    static let userEvents: [Kind] = [.disableUser, .enableUser, .changePassword, .unlockUser]

    /// Disables a user, whose tokens are then refused.
    public static func disableUser(_ user: String) -> Event { Event(.disableUser, user: user) }

    /// Enables a user.
    public static func enableUser(_ user: String) -> Event { Event(.enableUser, user: user) }

    /// Changes the password of a user or a site administrator; the user's tokens become invalid.
    public static func changePassword(ofUser user: String, to password: String) -> Event {
        Event(.changePassword, user: user, password: password)
    }

    /// Ends a lockout after too many wrong passwords.
    public static func unlockUser(_ user: String) -> Event { Event(.unlockUser, user: user) }
}

extension Event.Kind {
    package static let disableUser = Self(
        "disable-user", of: .member, needs: ["user"], told: { "\($0.itsUser) is disabled" }
    ) { deployment, event throws(Event.Impossible) in try deployment.change(event) { $0.isDisabled = true } }

    package static let enableUser = Self(
        "enable-user", of: .member, needs: ["user"], told: { "\($0.itsUser) is enabled" }
    ) { deployment, event throws(Event.Impossible) in try deployment.change(event) { $0.isDisabled = false } }

    package static let changePassword = Self(
        "change-password", of: .person, needs: ["password", "user"], told: { "\($0.itsUser) has a new password" }
    ) { deployment, event throws(Event.Impossible) in try deployment.changePassword(event) }

    package static let unlockUser = Self(
        "unlock-user", of: .person, needs: ["user"], told: { "\($0.itsUser) is no longer locked out" }
    ) { deployment, event throws(Event.Impossible) in try deployment.unlock(event) }
}

extension Deployment {
    /// Changes the account that an event names.
    mutating func change(_ event: Event, _ body: (inout Account) -> Void) throws(Event.Impossible) {
        switch try knownNames.person(event) {
        case .member(let index, let number): body(&portals[index].accounts[number])
        case .storeUser(let index, let number): body(&servers[index].accounts[number])
        case .siteAdmin: break
        }
    }

    fileprivate mutating func changePassword(_ event: Event) throws(Event.Impossible) {
        let password = event.password ?? ""
        if case .siteAdmin(let index) = try knownNames.person(event) {
            servers[index].siteAdmin?.password = password
        } else {
            try change(event) { $0.password = password }
        }
        try endTokens(of: try knownNames.person(event))
    }

    fileprivate mutating func unlock(_ event: Event) throws(Event.Impossible) {
        if case .siteAdmin(let index) = try knownNames.person(event) {
            servers[index].siteAdminLockout = Lockout()
        } else {
            try change(event) { $0.lockout = Lockout() }
        }
    }
}
