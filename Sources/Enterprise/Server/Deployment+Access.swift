/// Who may see a service: auth-reference section 7.
extension Deployment {
    func maySee(_ service: ServiceState, _ caller: Caller, _ server: ServerState) -> Bool {
        guard server.isSecured, service.access != .everyone else { return true }
        switch caller {
        case .anonymous: return false
        // A standalone server knows its administrator and, for its own users, roles that are not modelled: all may see.
        case .siteAdmin, .storeUser: return true
        case .app: return service.access == .organization
        case .member(let portal, let account):
            let member = portals[portal].accounts[account]
            if member.isAdministrator { return true }
            switch service.access {
            case .everyone, .organization: return true
            case .owner: return false
            case .groups(let ids):
                return portals[portal].groups.contains { ids.contains($0.id) && $0.members.contains(member.username) }
            }
        }
    }
}
