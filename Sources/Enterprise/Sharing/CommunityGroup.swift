import Facts
import Formats

/// `community/groups/{id}`, and the groups that a user object lists.
enum CommunityGroup {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        SharingDoor.answer(&deployment, &visit) { deployment, visit, place, caller in
            let id = visit.names["id"] ?? ""
            let portal = deployment.portals[place]
            guard let group = portal.groups.first(where: { $0.id == id }), caller != .anonymous else {
                return SharingDoor.Refused(
                    words: Sharing.Said.groupMissing,
                    because: Because(
                        Sharing.Rules.groupMissing,
                        facts: [.init("group", id), .init("caller", deployment.name(of: caller) ?? "anonymous")],
                        wouldPass: "a group's id and a member's token"), visit
                ).outcome
            }
            return .json(json(group))
        }
    }

    static func json(_ group: PortalState.Group) -> JSON {
        .object([
            .init("id", .string(group.id)), .init("title", .string(group.title)),
            .init("isInvitationOnly", .bool(true)),
            .init("owner", .null), .init("description", .null), .init("access", .string("org")),
        ])
    }
}
