import Facts
import Formats

/// `community/users/{username}`, and the user object that `portals/self` and `community/self` show.
enum CommunityUser {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        SharingDoor.answer(&deployment, &visit) { deployment, visit, place, caller in
            let name = visit.names["username"] ?? ""
            let accounts = deployment.portals[place].accounts
            guard caller != .anonymous, let number = accounts.number(named: name) else {
                return .refused(
                    Sharing.Said.userMissing,
                    Because(
                        Sharing.Rules.userMissing,
                        facts: [.init("username", name), .init("caller", deployment.name(of: caller) ?? "anonymous")],
                        wouldPass: "a member's name as it is spelt, and a token"))
            }
            return .json(json(deployment.portals[place], number))
        }
    }

    static func json(_ portal: PortalState, _ number: Int) -> JSON {
        let account = portal.accounts[number]
        let privileges = privileges(account.role)
        let groups = portal.groups.filter { $0.members.contains(account.username) }
        return .object([
            .init("username", .string(account.username)), .init("fullName", .string(account.fullName)),
            .init("email", .string(account.email)), .init("orgId", .string(PortalSelf.organizationID)),
            .init("role", .string(account.role)), .init("privileges", .array(privileges.map(JSON.string))),
            .init("level", .string("2")), .init("disabled", .bool(account.isDisabled)),
            .init("groups", .array(groups.map(CommunityGroup.json))),
            .init("provider", .string(account.provider.rawValue)),
        ])
    }

    /// Far enough that the three roles differ where clients look; the names are Esri's.
    private static func privileges(_ role: String) -> [String] {
        var list = ["portal:user:createItem", "portal:user:joinGroup", "portal:user:viewOrgItems"]
        if role != "org_user" {
            list += ["portal:publisher:publishFeatures", "portal:publisher:publishServerServices"]
        }
        if role == "org_admin" { list += ["portal:admin:manageServers", "portal:admin:viewUsers"] }
        return list
    }
}
