// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `community/groups/{id}` and the resources below it, and the groups of a user object.
enum CommunityGroup {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        answer(&deployment, &context, Sharing.ErrorBodies.groupMissing) { deployment, context, index, caller, group in
            .json(json(group, deployment, index, caller, in: .own))
        }
    }

    /// `users`: the owner, the managers, and all other members (documented).
    static func users(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        answer(&deployment, &context, Sharing.ErrorBodies.groupMissing) { _, _, _, _, group in
            let admins = [group.owner].compactMap(\.self) + group.admins.filter { $0 != group.owner }
            return .json(
                .object([
                    .init("owner", .orNull(group.owner)), .init("admins", .strings(admins)),
                    .init("users", .strings(group.members.filter { !admins.contains($0) })),
                ]))
        }
    }

    /// Checks the door, finds the group, and answers with the result of `body`. `words` is the error if there is none,
    /// which differs between content and community.
    static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ errorBody: ErrorBody,
        _ body: (inout Deployment, inout RequestContext, Int, Caller, PortalState.Group) -> Outcome
    ) -> Outcome {
        deferrable(&deployment, &context, errorBody) { .ready(body(&$0, &$1, $2, $3, $4)) }.get()
    }

    /// The same where making the answer may take long.
    static func deferrable(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ errorBody: ErrorBody,
        _ body: (inout Deployment, inout RequestContext, Int, Caller, PortalState.Group) -> Deferrable<Outcome>
    ) -> Deferrable<Outcome> {
        SharingDoor.deferrable(&deployment, &context) { deployment, context, index, caller in
            let id = context.names["id"] ?? ""
            let group = deployment.portals[index].groups.first { $0.id == id }
            if let group, !deployment.maySee(group, caller), caller != .anonymous {
                return .ready(
                    SharingDoor.forbidden(
                        &context,
                        Verdict(
                            Sharing.Rules.groupForbidden,
                            facts: [
                                .init("group", id), .init("access", group.access.rawValue),
                                .init("user", deployment.name(of: caller) ?? "nobody"),
                            ], wouldPass: "a token of one of its members")))
            }
            guard let group, deployment.maySee(group, caller) else {
                return .ready(
                    SharingDoor.Refused(
                        errorBody: errorBody,
                        verdict: Verdict(
                            Sharing.Rules.groupMissing,
                            facts: [
                                .init("group", id), .init("caller", deployment.name(of: caller) ?? "anonymous"),
                                .init("access", group?.access.rawValue ?? "there is none"),
                            ], wouldPass: "the id of a group that the caller may see"), context
                    ).outcome)
            }
            return body(&deployment, &context, index, caller, group)
        }
    }

    static func json(
        _ group: PortalState.Group, _ deployment: Deployment, _ index: Int, _ caller: Caller,
        in place: GroupDescription.Place
    ) -> JSON {
        var username: String?
        if case .member = caller { username = deployment.name(of: caller) }
        let portal = deployment.portals[index]
        let born = group.created ?? portal.created
        let subject = GroupDescription.Subject(group: group, born: born, username: username, place: place)
        return GroupDescription.table(portal.release).json(subject, portal.release)
    }
}

extension Deployment {
    /// Returns whether the caller may see that the group exists.
    func maySee(_ group: PortalState.Group, _ caller: Caller) -> Bool {
        switch (group.access, caller) {
        case (.everyone, _): true
        case (_, .anonymous), (_, .siteAdmin), (_, .storeUser): false
        case (.organization, _): true
        case (.members, .member(let portal, let account)):
            portals[portal].accounts[account].isAdministrator
                || group.role(of: portals[portal].accounts[account].username) != .nonmember
        case (.members, .app): false
        }
    }
}
