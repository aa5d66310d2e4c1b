// SPDX-License-Identifier: Apache-2.0

/// Who may see a service or an item: docs/reference/refusals.md#who-may-see-an-item.
extension Deployment {
    func maySee(_ access: Scenario.Access, owner: String?, _ caller: Caller) -> Bool {
        if access == .everyone { return true }
        switch caller {
        case .anonymous: return false
        case .siteAdmin: return true
        // The permissions of a standalone server: a service is for roles of its own store, or for every user.
        case .storeUser(let server, let account):
            let user = servers[server].accounts[account]
            if user.isAdministrator || user.username == owner { return true }
            switch access {
            case .everyone, .organization: return true
            case .owner: return false
            case .groups(let roles): return roles.contains { user.roles.contains($0) }
            }
        case .app: return access == .organization
        case .member(let portal, let account):
            let member = portals[portal].accounts[account]
            if member.isAdministrator || member.username == owner { return true }
            switch access {
            case .everyone, .organization: return true
            case .owner: return false
            case .groups(let ids):
                return portals[portal].groups.contains {
                    ids.contains($0.id) && $0.role(of: member.username) != .nonmember
                }
            }
        }
    }
}
