// SPDX-License-Identifier: Apache-2.0

extension Deployment {
    /// Removes a member of a portal, who leaves all groups.
    mutating func remove(member number: Int, portal index: Int) {
        let name = portals[index].accounts[number].username
        for group in portals[index].groups.indices {
            portals[index].groups[group].remove(name)
            portals[index].groups[group].applicants.removeAll { $0.username == name }
        }
        portals[index].invitations.removeAll { $0.username == name }
        portals[index].userProperties[name] = nil
        portals[index].thumbnails["users/\(name)"] = nil
        portals[index].accounts.remove(number)
    }

    /// Removes a group of a portal, with the invitations to it.
    @discardableResult
    mutating func remove(group number: Int, portal index: Int) -> Scenario.Group {
        let group = portals[index].groups.remove(at: number)
        portals[index].invitations.removeAll { $0.group == group.id }
        portals[index].thumbnails["groups/\(group.id)"] = nil
        return group
    }
}
