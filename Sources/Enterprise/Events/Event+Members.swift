// SPDX-License-Identifier: Apache-2.0

/// Events that change what members may do, and whether they are there.
extension Event {
    static let memberEvents: [Kind] = [.changeRole, .changeUserType, .expirePassword, .deleteUser]

    /// Gives a member of a portal another role, by its id or by its name in the scenario.
    public static func changeRole(ofUser user: String, to role: String) -> Event {
        var event = Event(.changeRole, user: user)
        event.role = role
        return event
    }

    /// Gives a member of a portal another user type, such as `viewerUT`.
    public static func changeUserType(ofUser user: String, to userType: String) -> Event {
        var event = Event(.changeUserType, user: user)
        event.userType = userType
        return event
    }

    /// Ends the password of a user: at the next sign-in the portal wants a new one.
    public static func expirePassword(ofUser user: String) -> Event { Event(.expirePassword, user: user) }

    /// Deletes a user, whose tokens are then refused. What a member owns stays.
    public static func deleteUser(_ user: String) -> Event { Event(.deleteUser, user: user) }
}

extension Event.Kind {
    package static let changeRole = Self(
        "change-role", of: .role, needs: ["role", "user"], told: { "\($0.itsUser) has the role \($0.role ?? "")" }
    ) { deployment, event throws(Event.Impossible) in
        let (index, number) = try deployment.knownNames.member(event)
        let role = deployment.portals[index].roles.first { $0.id == event.role || $0.name == event.role }
        deployment.portals[index].accounts[number].role = role?.id ?? event.role ?? ""
    }

    package static let changeUserType = Self(
        "change-user-type", of: .userType, needs: ["user", "userType"],
        told: { "\($0.itsUser) has the user type \($0.userType ?? "")" }
    ) { deployment, event throws(Event.Impossible) in
        let (index, number) = try deployment.knownNames.member(event)
        deployment.portals[index].accounts[number].licenseType = event.userType ?? ""
    }

    package static let expirePassword = Self(
        "expire-password", of: .member, needs: ["user"], told: { "the password of \($0.itsUser) has ended" }
    ) { deployment, event throws(Event.Impossible) in
        try deployment.change(event) { $0.isPasswordExpired = true }
    }

    package static let deleteUser = Self(
        "delete-user", of: .deletedUser, needs: ["user"], told: { "\($0.itsUser) is deleted" }
    ) { deployment, event throws(Event.Impossible) in
        switch try deployment.knownNames.person(event) {
        case .member(let index, let number): deployment.remove(member: number, portal: index)
        case .storeUser(let index, let number): deployment.servers[index].accounts.remove(number)
        case .siteAdmin: break
        }
    }
}
