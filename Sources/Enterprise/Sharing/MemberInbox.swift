// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// The notifications and invitations of a member (docs/reference/sharing.md#r12 and #r13).
enum MemberInbox {
    static func notifications(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        own(&deployment, &context) { deployment, _, index, name in
            let list = deployment.portals[index].notifications.filter { $0.username == name }
                .map { json($0) }
            return .json(.object([.init("notifications", .array(list))]))
        }
    }

    static func notification(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        own(&deployment, &context) { deployment, context, index, name in
            let id = context.names["notification"] ?? ""
            let all = deployment.portals[index].notifications.filter { $0.username == name }
            guard let found = all.first(where: { $0.id == id }) else {
                return SharingDoor.refused(
                    Sharing.ErrorBodies.invitationMissing, Sharing.Rules.invitationMissing, [("notification", id)],
                    "the id of one of the member's notifications", context)
            }
            return .json(json(found))
        }
    }

    static func invitation(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        own(&deployment, &context) { deployment, context, index, name in
            let id = context.names["invitation"] ?? ""
            let all = deployment.portals[index].invitations.filter { $0.username == name }
            guard let found = all.first(where: { $0.id == id }) else {
                return SharingDoor.refused(
                    Sharing.ErrorBodies.invitationMissing, Sharing.Rules.invitationMissing, [("invitation", id)],
                    "the id of one of the member's invitations", context)
            }
            return .json(json(found))
        }
    }

    private static func json(_ notification: MemberNotification) -> JSON {
        .object([
            .init("id", .string(notification.id)), .init("type", .string(notification.type)),
            .init("target", .string(notification.username)), .init("targetType", .string("user")),
            .init("received", .time(notification.received)), .init("data", notification.data),
        ])
    }

    static func deleteNotification(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ItemEdits.posted(&context) { context in
            own(&deployment, &context) { deployment, context, index, name in
                let id = context.names["notification"] ?? ""
                deployment.portals[index].notifications.removeAll { $0.id == id && $0.username == name }
                return .json(.object([.init("success", .bool(true)), .init("notificationId", .string(id))]))
            }
        }
    }

    static func invitations(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        own(&deployment, &context) { deployment, _, index, name in
            let list = deployment.portals[index].invitations.filter { $0.username == name }.map(json)
            return .json(.object([.init("userInvitations", .array(list))]))
        }
    }

    /// Returns a handler that accepts or declines an invitation.
    static func answer(accepts: Bool) -> Route.Handler {
        { deployment, context in
            ItemEdits.posted(&context) { context in
                own(&deployment, &context) { deployment, context, index, name in
                    let id = context.names["invitation"] ?? ""
                    let number = deployment.portals[index].invitations.firstIndex {
                        $0.id == id && $0.username == name
                    }
                    guard let number else {
                        return SharingDoor.Refused(
                            errorBody: Sharing.ErrorBodies.invitationMissing,
                            verdict: Verdict(
                                Sharing.Rules.invitationMissing, facts: [.init("invitation", id)],
                                wouldPass: "the id of one of the member's invitations"), context
                        ).outcome
                    }
                    let invitation = deployment.portals[index].invitations.remove(at: number)
                    let group = deployment.portals[index].groups.firstIndex { $0.id == invitation.group }
                    if accepts, let group { deployment.portals[index].groups[group].members.append(name) }
                    return .json(
                        .object([
                            .init("success", .bool(true)), .init("username", .string(name)),
                            .init("groupId", .string(invitation.group)), .init("id", .string(id)),
                        ]))
                }
            }
        }
    }

    private static func json(_ invitation: GroupInvitation) -> JSON {
        let received = JSON.time(invitation.received)
        let end = invitation.received.advanced(minutes: GroupInvitation.minutes)
        return .object([
            .init("id", .string(invitation.id)), .init("targetType", .string("group")),
            .init("targetId", .string(invitation.group)), .init("received", received), .init("accepted", .bool(false)),
            .init("mustApprove", .bool(false)), .init("email", .null), .init("role", .string("group_member")),
            .init("type", .string("user")), .init("dateAccepted", .int(-1)), .init("expiration", .time(end)),
            .init("created", received), .init("username", .string(invitation.username)),
            .init("fromUsername", .object([.init("username", .string(invitation.from))])),
            .init("groupId", .string(invitation.group)),
        ])
    }

    /// Runs `body` with the name of the member in the path, for the member and administrators.
    private static func own(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int, String) -> Outcome
    ) -> Outcome {
        CommunityUser.answer(&deployment, &context) { deployment, context, index, caller, number in
            UserContent.refuse(&deployment, &context, index, caller, number)
                ?? body(&deployment, &context, index, deployment.portals[index].accounts[number].username)
        }
    }
}

extension Deployment {
    /// Puts a notification before the others of a member.
    mutating func notify(
        _ username: String, portal index: Int, _ type: String, _ data: JSON, _ context: RequestContext
    ) {
        guard portals[index].accounts.number(named: username) != nil else { return }
        portals[index].notifications.insert(
            MemberNotification(
                id: Hex.encode(generator.bytes(16)), type: type, username: username, received: context.now, data: data),
            at: 0)
    }
}
