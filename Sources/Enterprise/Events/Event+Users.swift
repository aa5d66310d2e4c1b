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
    public static func changePassword(user: String, to password: String) -> Event {
        Event(.changePassword, user: user, password: password)
    }

    /// Ends a lockout after too many wrong passwords.
    public static func unlockUser(_ user: String) -> Event { Event(.unlockUser, user: user) }
}

extension Event.Kind {
    package static let disableUser = Self(
        "disable-user", needs: ["user"], told: { "\($0.itsUser) is disabled" }
    ) { deployment, event throws(Event.Impossible) in try deployment.change(event) { $0.isDisabled = true } }

    package static let enableUser = Self(
        "enable-user", needs: ["user"], told: { "\($0.itsUser) is enabled" }
    ) { deployment, event throws(Event.Impossible) in try deployment.change(event) { $0.isDisabled = false } }

    package static let changePassword = Self(
        "change-password", needs: ["password", "user"], told: { "\($0.itsUser) has a new password" }
    ) { deployment, event throws(Event.Impossible) in try deployment.changePassword(event) }

    package static let unlockUser = Self(
        "unlock-user", needs: ["user"], told: { "\($0.itsUser) is no longer locked out" }
    ) { deployment, event throws(Event.Impossible) in try deployment.unlock(event) }
}

extension Deployment {
    /// A user whom an event changes.
    enum Person {
        case member(Int, Int)
        case storeUser(Int, Int)
        case siteAdmin(Int)
    }

    func person(_ event: Event) throws(Event.Impossible) -> Person {
        let name = event.user ?? ""
        if event.server == nil {
            for index in portals.indices where event.portal == nil || portals[index].name == event.portal {
                if let number = portals[index].accounts.number(named: name) { return .member(index, number) }
            }
        }
        if event.portal == nil {
            for index in servers.indices where event.server == nil || servers[index].name == event.server {
                if let number = servers[index].accounts.number(named: name) { return .storeUser(index, number) }
                if servers[index].siteAdmin?.username == name { return .siteAdmin(index) }
            }
        }
        let known =
            portals.flatMap { $0.accounts.list.map(\.username) } + servers.flatMap { $0.accounts.list.map(\.username) }
            + servers.compactMap { $0.siteAdmin?.username }
        throw .init(
            message: "nobody is called \"\(name)\"", suggestion: Suggestion.nearest(to: name, among: known),
            key: "user")
    }

    fileprivate mutating func change(_ event: Event, _ body: (inout Account) -> Void) throws(Event.Impossible) {
        switch try person(event) {
        case .member(let index, let number): body(&portals[index].accounts[number])
        case .storeUser(let index, let number): body(&servers[index].accounts[number])
        case .siteAdmin: throw .init(message: "the primary site administrator cannot be disabled or enabled")
        }
    }

    fileprivate mutating func changePassword(_ event: Event) throws(Event.Impossible) {
        let password = event.password ?? ""
        if case .siteAdmin(let index) = try person(event) {
            servers[index].siteAdmin?.password = password
        } else {
            try change(event) { $0.password = password }
        }
        try endTokens(of: try person(event))
    }

    fileprivate mutating func unlock(_ event: Event) throws(Event.Impossible) {
        if case .siteAdmin(let index) = try person(event) {
            servers[index].siteAdminLockout = Lockout()
        } else {
            try change(event) { $0.lockout = Lockout() }
        }
    }
}
