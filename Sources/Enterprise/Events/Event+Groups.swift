// SPDX-License-Identifier: Apache-2.0

/// Events that change groups of a portal.
extension Event {
    static let groupEvents: [Kind] = [.addToGroup, .removeFromGroup, .deleteGroup]

    /// Makes somebody a member of a group, by the group's id.
    public static func addUser(_ user: String, toGroup group: String) -> Event {
        var event = Event(.addToGroup, user: user)
        event.group = group
        return event
    }

    /// Takes somebody out of a group.
    public static func removeUser(_ user: String, fromGroup group: String) -> Event {
        var event = Event(.removeFromGroup, user: user)
        event.group = group
        return event
    }

    /// Deletes a group. What was shared with it is shared with nobody instead.
    public static func deleteGroup(_ group: String) -> Event {
        var event = Event(.deleteGroup)
        event.group = group
        return event
    }
}

extension Event.Kind {
    package static let addToGroup = Self(
        "add-to-group", of: .groupMember, needs: ["group", "user"], told: { "\($0.itsMembership) is a member" }
    ) { deployment, event throws(Event.Impossible) in
        try deployment.change(group: event) { group in
            guard let user = event.user, group.role(of: user) == .nonmember else { return }
            group.members.append(user)
            group.applicants.removeAll { $0.username == user }
        }
    }

    package static let removeFromGroup = Self(
        "remove-from-group", of: .groupMember, needs: ["group", "user"],
        told: { "\($0.itsMembership) is no longer a member" }
    ) { deployment, event throws(Event.Impossible) in
        try deployment.change(group: event) { $0.remove(event.user ?? "") }
    }

    package static let deleteGroup = Self(
        "delete-group", of: .deletedGroup, needs: ["group"], told: { "the group \($0.group ?? "") is deleted" }
    ) { deployment, event throws(Event.Impossible) in
        let index = try deployment.knownNames.group(event)
        if let number = deployment.portals[index].groups.firstIndex(where: { $0.id == event.group }) {
            deployment.remove(group: number, portal: index)
        }
    }
}

extension Deployment {
    fileprivate mutating func change(
        group event: Event, _ body: (inout Scenario.Group) -> Void
    ) throws(Event.Impossible) {
        let index = try knownNames.group(event)
        guard let number = portals[index].groups.firstIndex(where: { $0.id == event.group }) else { return }
        body(&portals[index].groups[number])
    }
}
